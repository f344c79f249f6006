package org.vigie.charter;

import java.time.Instant;
import java.util.List;
import org.vigie.identity.Caller;
import org.vigie.kernel.Language;
import org.vigie.print.Document;
import org.vigie.print.Part;
import org.vigie.print.Part.Fact;
import org.vigie.web.Bundles;
import org.vigie.web.Figures;

/** What somebody keeps of their own signature, on paper. @param version the one that they signed */
record Receipt(Published version, Signature signature, Caller signer, Language language, Instant now) {
    Document document() {
        CharterMessages say = Bundles.in(CharterMessages.class, language);
        Figures figures = new Figures(language);
        List<Part> parts = List.of(
                new Part.Text(say.receiptLead()),
                new Part.Facts(List.of(
                        new Fact(say.name(), signer.name()),
                        new Fact(say.email(), signer.email()),
                        new Fact(say.charter(), version.text().title()),
                        new Fact(say.versionNumber(), version.number().toString()),
                        new Fact(say.publishedOn(), figures.day(version.at())),
                        new Fact(say.decision(), version.decision()),
                        new Fact(say.signedOn(), figures.moment(signature.at())),
                        new Fact(
                                say.audience(),
                                say.audienceName(signature.audience().code())),
                        new Fact(
                                say.score(),
                                signature.score().correct() + "\u00a0/\u00a0"
                                        + signature.score().questions()),
                        new Fact(say.method(), say.methodName(signature.method().code())),
                        new Fact(say.fingerprint(), signature.sha256()))),
                new Part.Heading(2, say.promised()),
                new Part.Foreign(Language.FRENCH, new Part.Text(version.statement())),
                new Part.Heading(2, say.checkReceipt()),
                new Part.Text(say.checkReceiptText()));
        return new Document(say.receiptTitle(), language, say.receiptTitle(), now, parts);
    }
}
