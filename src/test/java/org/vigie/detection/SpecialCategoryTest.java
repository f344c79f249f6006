package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialCategoryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Elle est ⟦HEALTH enceinte de cinq mois⟧.",
                "Ma collègue est ⟦HEALTH en arrêt maladie⟧ depuis lundi",
                "Mme ⟦PERSON Roux⟧ souffre d'une ⟦HEALTH sclérose en plaques⟧",
                "son ⟦HEALTH cancer du sein⟧ est revenu",
                "le salarié a la ⟦HEALTH RQTH⟧",
                "Je suis ⟦HEALTH diabétique⟧, il me faut une pause",
                "Mon fils est ⟦HEALTH allergique aux noix⟧",
                "M. ⟦PERSON Petit⟧ est ⟦HEALTH délégué syndical⟧",
                "il est ⟦HEALTH adhérent à la CFDT⟧",
                "elle milite, ⟦HEALTH élue CGT⟧ depuis 2019",
                "mon voisin est ⟦HEALTH catholique⟧",
                "Elle se dit ⟦HEALTH bisexuelle⟧",
                "il serait ⟦HEALTH d'origine kabyle⟧",
                "Diagnostic : ⟦HEALTH hypertension⟧, ⟦HEALTH asthme⟧",
                "Allergies : ⟦HEALTH fruits à coque⟧\nRégime : aucun",
                "RQTH : oui",
                "\"religion\": \"⟦HEALTH bouddhiste⟧\"",
                "ses ⟦HEALTH empreintes digitales⟧ ont été relevées",
                "M. ⟦PERSON Durand⟧ (⟦HEALTH CFTC⟧)",
                "ma sœur est ⟦HEALTH militante au Rassemblement national⟧",
                "Patiente de 54 ans, ⟦HEALTH hypothyroïdie⟧",
            })
    void finds_what_is_said_of_somebody(String marked) {
        String expected = marked.equals("RQTH : oui") ? "⟦HEALTH RQTH⟧ : oui" : marked;
        assertThat(MarkedText.detected(marked)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "La prévention du burn-out est une priorité.",
                "Journée mondiale du handicap : elle animera l'atelier",
                "l'accord syndical sera signé, réunion avec la CGT",
                "Le diabète touche 4 millions de Français.",
                "Elle est référente handicap du site",
                "Il faut lutter contre la dépression",
                "la religion dans l'entreprise",
                "L'école catholique du quartier",
                "M. X suit une formation sur l'épilepsie",
                "Si le salarié est malade, il doit prévenir",
                "Handicap : notre politique",
                "Allergies : aucune",
                "un taux d'arrêt maladie de 4 %",
                "le sud de la France, Rome et la Syrie",
            })
    void leaves_what_is_said_of_nobody(String text) {
        assertThat(MarkedText.detected(text).replaceAll("⟦PERSON ([^⟧]*)⟧", "$1"))
                .isEqualTo(text);
    }

    @Test
    void says_the_category() {
        assertThat(new Detector(StaffDirectory.EMPTY).detect("elle est juive, lesbienne et adhérente à la CGT"))
                .extracting(Finding::subtype)
                .containsExactly("religion", "orientation", "union");
    }
}
