package org.vigie.prompt;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.Cache;
import org.vigie.detection.Detector;
import org.vigie.detection.Finding;
import org.vigie.web.Bundles;
import org.vigie.web.Viewer;

/** What a request that somebody is writing leaves open, before it is sent. Nothing of it is kept. */
@Path("/library/coach")
@RunOnVirtualThread
@Cache(noStore = true)
@Produces(MediaType.TEXT_HTML)
public class CoachPage {
    private final Viewer viewer;
    private final Detector detector;

    @Inject
    CoachPage(Viewer viewer, Detector detector) {
        this.viewer = viewer;
        this.detector = detector;
    }

    /** @param criterion its code */
    public record Line(String criterion, boolean met, String sign) {}

    /** How many values of a type were found. */
    public record Masked(String type, int count) {}

    /**
     * @param masked what would be masked
     * @param completed the request with a line for each thing that it leaves open
     * @param asked a request to a model to improve it
     */
    public record View(List<Line> lines, long met, List<Masked> masked, String completed, String asked) {
        public boolean isComplete() {
            return met == lines.size();
        }
    }

    @CheckedTemplate(basePath = "prompt")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance coach(View view);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance look(@FormParam("text") @DefaultValue("") String text) {
        Coach coach = Coach.of(text);
        List<Line> lines = coach.remarks().stream()
                .map(one -> new Line(one.criterion().name(), one.met(), one.sign()))
                .toList();
        View view = new View(
                lines, coach.met(), masked(text), completed(text, coach), say().coachAsk() + "\n\n" + text.strip());
        return Templates.coach(view).setLocale(viewer.language().locale());
    }

    private List<Masked> masked(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Finding finding : detector.detect(text))
            counts.merge(finding.type().name(), 1, Integer::sum);
        return counts.entrySet().stream()
                .map(entry -> new Masked(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String completed(String text, Coach coach) {
        if (coach.open().isEmpty()) return text.strip();
        return coach.open().stream()
                .map(criterion -> say().coachLine(criterion.name()))
                .collect(Collectors.joining("\n", text.strip() + "\n\n", ""));
    }

    private PromptMessages say() {
        return Bundles.in(PromptMessages.class, viewer.language());
    }
}
