package org.vigie.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.Extracts.Extract;
import org.vigie.kernel.Language;

class ExtractiveAnswerTest {
    private static final List<Extract> EXTRACTS = List.of(
            new Extract(
                    1,
                    "Frais.pdf, page 2",
                    "Les repas sont remboursés sur justificatif. L’hôtel est remboursé jusqu’à 120 € par nuit à Paris."
                            + " Les taxis demandent un accord."),
            new Extract(2, "Congés.docx", "Les congés se posent un mois avant. Le solde est reporté jusqu’en mai."));

    @Test
    void quotes_what_answers_with_its_extract() {
        assertThat(ExtractiveAnswer.of(
                        "Quel est le plafond de remboursement d’une nuit d’hôtel ?", EXTRACTS, Language.FRENCH))
                .contains("> L’hôtel est remboursé jusqu’à 120 € par nuit à Paris. [1]")
                .doesNotContain("congés", "taxis");
        assertThat(ExtractiveAnswer.of("Quand poser ses congés ?", EXTRACTS, Language.FRENCH))
                .contains("[2]")
                .doesNotContain("[1]");
    }

    @Test
    void says_when_the_documents_do_not() {
        assertThat(ExtractiveAnswer.of("Quelle est la capitale du Pérou ?", EXTRACTS, Language.FRENCH))
                .isEqualTo("Les documents consultés ne le disent pas.\n");
        assertThat(ExtractiveAnswer.of("What is the capital of Peru?", EXTRACTS, Language.ENGLISH))
                .isEqualTo("The documents that were consulted do not say it.\n");
    }
}
