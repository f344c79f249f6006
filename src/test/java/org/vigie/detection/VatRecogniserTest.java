package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VatRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦VAT FR88839092285⟧",
                "TVA ⟦VAT FR 17 554 088 187⟧",
                "⟦VAT FR 03 577 318 777⟧, ⟦VAT FR17 554 088 187⟧",
                "⟦VAT FRRR415799725⟧ ⟦VAT FR1G598366664⟧ ⟦VAT FR5G754404457⟧",
                "tva:⟦VAT fr17554088187⟧",
                "N° TVA : ⟦VAT NL004495445B01⟧, ⟦VAT ATU37675002⟧",
                "VAT ⟦VAT ESX1234567X⟧",
                "TVA intracommunautaire : ⟦VAT DE136695976⟧",
            })
    void finds_numbers(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR43969715218",
                "FR28448545756",
                "FR09400083903",
                "FR2A706659413",
                "FREE354160899",
                "FR0B451550092",
                "DE123456789 est une pièce",
                "FR 2024",
            })
    void leaves_broken_checksums_and_near_misses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TVA : ⟦VAT FR43969715218⟧",
            })
    void masks_mistyped_ones_that_are_labelled(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    /** Written at once, as people write at work, among amounts that only look like numbers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "N° de TVA intracommunautaire : ⟦VAT FR 00 468 599 527⟧",
                "Merci de corriger la TVA du client : ⟦VAT FR35889078663⟧ au lieu de ⟦VAT FR93661760314⟧.",
                "n°tva:⟦VAT FR13 472159011⟧",
                "Numéro TVA ⟦VAT FR-71-392815908⟧ à reporter sur l'avoir",
                "TVA intra. ⟦VAT FR.56.339.624.595⟧",
                "Id. TVA : ⟦VAT FR 07571177773⟧",
                "Notre numéro d'identification à la TVA est le ⟦VAT FR95512154725⟧",
                "Identifiant fiscal européen ⟦VAT FR59 703 852 806⟧",
                "TVA/VAT : ⟦VAT FR 73 741 485 254⟧ | SIREN : ⟦SIREN 741 485 254⟧",
                "(TVA ⟦VAT FR08488853938⟧)",
                "\"vatNumber\": \"⟦VAT FR46463387506⟧\"",
                "tva_intra;⟦VAT FR87347439572⟧;oui",
                "numero_tva=⟦VAT FR11855131371⟧",
                "VAT-ID: ⟦VAT FR03453799074⟧",
                "Le fournisseur belge (TVA ⟦VAT BE 0651.676.187⟧) facture hors taxes",
                "TVA : ⟦VAT BE0222029733⟧",
                "Numéro de TVA luxembourgeois ⟦VAT LU24372947⟧",
                "Partita IVA ⟦VAT IT00018263301⟧",
                "USt-IdNr. ⟦VAT DE662389122⟧",
                "USt-ID : ⟦VAT DE 275 924 115⟧",
                "TVA suisse ⟦VAT CHE-116.281.710⟧ MWST",
                "autoliquidation, preneur ⟦VAT ESB12345678⟧, TVA due par le client",
                "N.I.F. IVA ⟦VAT ESA28015865⟧",
                "TVA irlandaise ⟦VAT IE6388047V⟧",
                "TVA néerlandaise : ⟦VAT NL 0044.95.445.B01⟧",
                "TVA polonaise ⟦VAT PL 526-10-40-828⟧",
                "TVA portugaise : ⟦VAT PT 501 964 843⟧",
                "UK VAT ⟦VAT GB 980 7806 84⟧",
                "TVA suédoise ⟦VAT SE556012579001⟧",
                "TVA danoise ⟦VAT DK 13 58 56 28⟧",
                "TVA intracommunautaire N° FR : ⟦VAT 40851163725⟧",
                "TVA n° ⟦VAT 40 851 163 725⟧",
                "TVA 20 % sur 1 200 €",
                "TVA FR à 20 % en 2027",
                "N° TVA FR\n⟦VAT FR00468599527⟧",
                "TVA intracommunautaire\n⟦VAT FR 93 661 760 314⟧",
                "SIREN ⟦SIREN 472159011⟧ - TVA ⟦VAT FR13472159011⟧ - APE 6202A",
                "RCS Lyon ⟦SIREN 392 815 908⟧ – N° TVA : ⟦VAT FR71392815908⟧",
                "| Fournisseur | TVA |\n|---|---|\n| Alpha | ⟦VAT FR56339624595⟧ |\n| Beta | ⟦VAT BE0651676187⟧ |\n| Gamma | ⟦VAT LU24372947⟧ |",
                "VIES : le ⟦VAT IT04348395486⟧ est valide",
                "Numéro d'assujetti ⟦VAT BE 0299.752.863⟧",
                "tva n°⟦VAT fr 59 703852806⟧",
                "Tax number: ⟦VAT FR 95 512154725⟧",
                "TVA: ⟦VAT ES B12345674⟧",
                "Assujetti unique ⟦VAT FR08488853938⟧ depuis janvier",
                "TVA FR ⟦VAT FR46 463 387 506⟧ applicable",
                "code TVA C20, numéro ⟦VAT FR87 347439572⟧",
                "le ⟦VAT FR11 855 131 371⟧ n'est pas reconnu par VIES",
                "TVA intracommunautaire : ⟦VAT FR40851163726⟧",
                "Identification fiscale : ⟦VAT FR 03-453-799-074⟧",
                "N° TVA UE: ⟦VAT EL094259216⟧",
                "N° TVA autrichien ⟦VAT ATU 37675002⟧",
            })
    void hears_how_numbers_are_named(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
