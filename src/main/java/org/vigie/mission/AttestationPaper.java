package org.vigie.mission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.kernel.Language;
import org.vigie.print.Document;
import org.vigie.print.Document.Attachment;
import org.vigie.print.Part;
import org.vigie.print.Part.Fact;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;
import org.vigie.web.LayoutMessages;

/**
 * An attestation on paper: the counts, how they are verified, and within it the signed file of which it gives the
 * fingerprint.
 *
 * @param signed the signed file as it is downloaded
 * @param keyId of the key that signed
 */
record AttestationPaper(Attestation drawn, String signed, String keyId, Language language) {
    Document document() {
        MissionMessages say = words().say();
        List<Part> parts = new ArrayList<>();
        parts.add(about());
        parts.add(new Part.Heading(2, say.exchanges(drawn.exchanges())));
        parts.add(counts(drawn.outcomes(), say::outcome, say.noExchange()));
        parts.add(new Part.Heading(2, say.models()));
        parts.add(drawn.models().isEmpty() ? new Part.Text(say.noModel()) : models());
        parts.add(new Part.Heading(2, say.masked()));
        parts.add(counts(drawn.masked(), Bundles.in(LayoutMessages.class, language)::findingType, say.maskedNone()));
        parts.add(new Part.Heading(2, say.refusals()));
        parts.add(counts(drawn.refusals(), say::refusal, say.refusalsNone()));
        parts.add(new Part.Heading(2, say.proof()));
        parts.add(proof());
        parts.add(new Part.Heading(2, say.verify()));
        parts.add(new Part.Items(
                true,
                List.of(
                        say.verifyFile(fileName()),
                        say.verifyKey(keyId),
                        say.verifyCommand(fileName()),
                        say.verifyTools())));
        parts.add(new Part.Heading(2, say.limits()));
        parts.add(new Part.Items(false, List.of(say.limitModels(), say.limitCountry(), say.limitMasked())));
        String title = say.attestationOf(drawn.mission().name());
        return new Document(
                title,
                language,
                title,
                drawn.issuedAt(),
                parts,
                List.of(new Attachment(
                        fileName(), "application/jose", say.signedFile(), signed.getBytes(StandardCharsets.US_ASCII))));
    }

    String fileName() {
        return drawn.fileName() + ".jws";
    }

    private Part about() {
        MissionMessages say = words().say();
        Mission mission = drawn.mission();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(say.client(), mission.client()));
        facts.add(new Fact(say.mission(), mission.name() + " (" + mission.code() + ")"));
        facts.add(new Fact(say.dates(), say.fromTo(words().date(drawn.from()), words().date(drawn.to()))));
        facts.add(new Fact(say.state(), say.stateName(mission.state())));
        mission.consent()
                .ifPresent(given -> facts.add(new Fact(
                        say.regime(),
                        say.regimeAgreed(say.regimeName(given.reach().regime()), words().date(given.on())))));
        facts.add(new Fact(say.issued(), new Figures(language).moment(drawn.issuedAt())));
        return new Part.Facts(facts);
    }

    private Part counts(Map<String, Integer> counts, Function<String, String> name, String none) {
        if (counts.isEmpty()) return new Part.Text(none);
        List<List<String>> rows = counts.entrySet().stream()
                .map(one -> List.of(name.apply(one.getKey()), new Figures(language).count(one.getValue())))
                .toList();
        MissionMessages say = words().say();
        return new Part.Grid(List.of(say.kind(), say.number()), rows, Set.of(1));
    }

    private Part models() {
        MissionMessages say = words().say();
        List<List<String>> rows = drawn.models().stream()
                .map(model -> List.of(
                        model.name(),
                        model.provider().isEmpty() ? say.notKnown() : model.provider(),
                        model.country().map(words()::country).orElse(say.notKnown()),
                        new Figures(language).count(model.exchanges())))
                .toList();
        return new Part.Grid(List.of(say.model(), say.provider(), say.country(), say.times()), rows, Set.of(3));
    }

    private Part proof() {
        MissionMessages say = words().say();
        String snapshots = drawn.snapshots().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Part.Facts(List.of(
                new Fact(say.snapshots(), snapshots.isEmpty() ? say.none0() : snapshots),
                new Fact(say.key(), keyId),
                new Fact(say.fingerprint(), fingerprint())));
    }

    /** SHA-256 of the signed file, in hexadecimal. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private MissionWords words() {
        return new MissionWords(language);
    }
}
