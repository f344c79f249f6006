package org.vigie.dictionary;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.vigie.detection.Dictionary;
import org.vigie.detection.Dictionary.Entry;
import org.vigie.detection.Dictionary.Regime;
import org.vigie.detection.DictionaryCsvException;
import org.vigie.detection.FindingType;
import org.vigie.mission.Mission;
import org.vigie.mission.Missions;
import org.vigie.web.Bundles;
import org.vigie.web.Page;
import org.vigie.web.Viewer;

/** Réglages › Dictionnaire: the terms that the shield is taught, one by one or from a file. */
@Path("/settings/dictionary")
@RunOnVirtualThread
@Cache(noStore = true)
@Produces(MediaType.TEXT_HTML)
public class DictionaryPage {
    private static final int SHOWN = 200;
    private static final int MOST_TERMS = 100_000;

    /** What an organisation teaches: the rest is found by its form. */
    static final List<FindingType> TYPES = List.of(FindingType.ORG_CLIENT, FindingType.TERM, FindingType.PERSON);

    private final Viewer viewer;
    private final Terms terms;
    private final Missions missions;

    @Inject
    DictionaryPage(Viewer viewer, Terms terms, Missions missions) {
        this.viewer = viewer;
        this.terms = terms;
        this.missions = missions;
    }

    @CheckedTemplate(basePath = "dictionary")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance terms(Page page, TermsView view);
    }

    /**
     * @param shown at most a few hundred; {@code total} says how many there are
     * @param missions whose terms may be added here
     * @param fault what is wrong with what was sent, in words; empty when nothing is
     * @param added how many terms have just been added
     */
    record TermsView(
            List<Term> shown,
            int total,
            String query,
            List<FindingType> types,
            List<Mission> missions,
            String fault,
            Optional<Integer> added) {
        public boolean isCut() {
            return shown.size() < total && query.isEmpty();
        }
    }

    @GET
    public TemplateInstance show(
            @QueryParam("q") @DefaultValue("") String query, @QueryParam("added") @Nullable Integer added) {
        return page(query, "", Optional.ofNullable(added));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @FormParam("term") @DefaultValue("") String term,
            @FormParam("type") @DefaultValue("") String type,
            @FormParam("regime") @DefaultValue("protect") String regime,
            @FormParam("mission") @DefaultValue("") String mission) {
        String known = term.strip();
        if (!Term.mayBe(known)) {
            return again(words().termFault());
        }
        Optional<FindingType> chosen =
                TYPES.stream().filter(one -> one.name().equals(type)).findFirst();
        boolean ignored = regime.equals("ignore");
        if (chosen.isEmpty() && !ignored) return again(words().typeFault());
        if (!mission.isEmpty()) missions.find(viewer.caller(), mission);
        Entry entry = new Entry(
                known, chosen.orElse(FindingType.TERM), "", ignored ? Regime.IGNORE : Regime.PROTECT, mission);
        return put(List.of(entry));
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response importCsv(@RestForm("file") @Nullable FileUpload file) {
        if (file == null || file.size() == 0) return again(words().fileFault());
        try (Reader csv = Files.newBufferedReader(file.uploadedFile())) {
            List<Entry> entries = Dictionary.entriesOf(csv);
            if (entries.size() > MOST_TERMS) return again(words().tooManyTerms());
            return put(entries);
        } catch (DictionaryCsvException fault) {
            return again(words().csvFault() + " " + fault.getMessage());
        } catch (CharacterCodingException notUtf8) {
            return again(words().encodingFault());
        } catch (IOException unreadable) {
            return again(words().fileFault());
        }
    }

    /** All of it, as {@link #importCsv} reads it. */
    @GET
    @Path("/export.csv")
    @Produces("text/csv; charset=utf-8")
    public Response exportCsv() {
        List<Entry> all =
                terms.search("", Integer.MAX_VALUE).stream().map(Term::entry).toList();
        return Response.ok(Dictionary.csvOf(all))
                .header("Content-Disposition", "attachment; filename=\"dictionnaire.csv\"")
                .build();
    }

    @POST
    @Path("/{id}/remove")
    public Response remove(@PathParam("id") UUID id) {
        terms.remove(viewer.caller(), id);
        return Response.seeOther(URI.create("/settings/dictionary")).build();
    }

    private Response put(List<Entry> entries) {
        terms.put(viewer.caller(), entries);
        return Response.seeOther(URI.create("/settings/dictionary?added=" + entries.size()))
                .build();
    }

    private Response again(String fault) {
        return Response.status(422).entity(page("", fault, Optional.empty())).build();
    }

    private TemplateInstance page(String query, String fault, Optional<Integer> added) {
        TermsView view = new TermsView(terms.search(query, SHOWN), terms.count(), query, TYPES, mine(), fault, added);
        return Templates.terms(viewer.page(words().dictionary()), view)
                .setLocale(viewer.language().locale());
    }

    private List<Mission> mine() {
        return missions.visibleTo(viewer.caller()).stream()
                .filter(mission -> !mission.isClosed())
                .toList();
    }

    private DictionaryMessages words() {
        return Bundles.in(DictionaryMessages.class, viewer.language());
    }
}
