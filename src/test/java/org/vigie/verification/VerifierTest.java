package org.vigie.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the claims of answers that a model may give to two passages. */
class VerifierTest {
    private static final List<String> PASSAGES = List.of("""
            La société Ferrand & Associés a réalisé en 2023 un chiffre d’affaires de 1 234 567 €, en hausse de 12,5 % \
            par rapport à 2022. Elle emploie 85 salariés, dont 40 femmes. Le contrat, signé le 3 mars 2023 par \
            Mme Claire Duval, dure deux ans. Le préavis est de trois mois (article 12 du contrat). \
            Voir https://www.ferrand.example/contrats/.""", """
            La Commission nationale de l’informatique et des libertés a été créée par la loi n° 78-17 du 6 janvier 1978. \
            Les licences coûtent 40 € par mois et par poste ; 12 postes sont prévus. Le support répond en 4 heures.""");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le chiffre d’affaires est de 1,23 M€ en 2023 (+12,5 %) [1].",
                "L’entreprise compte 85 salariés.",
                "Le contrat a été signé le 03/03/2023 par Claire Duval pour 24 mois, avec un préavis de 3 mois (art. 12).",
                "La loi 78-17 du 6 janvier 1978 [2] est citée.",
                "Douze postes × 40 € = 480 € par mois, soit 5 760 € par an.",
                "Voir http://ferrand.example/contrats.",
                "Il est écrit : « le préavis est de trois mois ».",
                "- 85 salariés\n- 40 femmes\n\n**Total** : 125 personnes",
                "1. Le préavis est de trois mois.\n2. Le contrat dure deux ans.",
            })
    void what_the_passages_bear_out_is_not_flagged(String answer) {
        assertThat(flags(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le chiffre d’affaires est de 1,32 M€. | 1,32 M€",
                "Elle emploie 40 salariés, dont 85 femmes. | 40, 85",
                "Le contrat a été signé le 03/04/2023. | 03/04/2023",
                "Le contrat a été signé par Mme Marie Duval. | Marie Duval",
                "Le contrat dure 36 mois. | 36 mois",
                "Le préavis est de trois ans. | trois ans",
                "Le préavis est de trois mois (article 14 du contrat). | article 14",
                "La loi 78-19 est citée. | loi 78-19",
                "Le support répond en 4 jours. | 4 jours",
                "Douze postes × 40 € = 490 € par mois. | 490 €",
                "Voir https://ferrand.example/tarifs. | https://ferrand.example/tarifs",
                "Il est écrit : « le préavis est de six semaines entières ». | le préavis est de six semaines entières, six semaines",
                "Le contrat dure deux ans [3]. | 3",
                "Selon Microsoft France, c’est exact. | Microsoft France",
            })
    void what_they_do_not_is(String answer, String flagged) {
        assertThat(flags(answer)).isEqualTo(flagged);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Elle emploie environ 87 salariés. | 87", "La CNIL date de 1978. | CNIL, 1978"})
    void what_only_a_person_can_judge_is_to_check(String answer, String text) {
        assertThat(Verifier.check(answer, PASSAGES).claims())
                .filteredOn(claim -> claim.status() == Status.TO_CHECK)
                .extracting(Claim::text)
                .containsExactly(text.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 % de 40 € = 8 € | FOUND",
                "20 % de 40 € = 9 € | NOT_FOUND",
                "2 000 x 3 / 91,25 = 65,75 | FOUND",
                "10 + 2 × 3 = 16 | FOUND",
                "10 + 2 × 3 = 36 | NOT_FOUND",
                "De 100 à 120, soit une hausse de 20 % | FOUND",
                "De 100 à 120, soit une hausse de 25 % | NOT_FOUND",
            })
    void a_calculation_is_made_again(String answer, Status result) {
        assertThat(Verifier.check(answer, PASSAGES).claims().getLast().status()).isEqualTo(result);
    }

    @Test
    void a_claim_that_is_found_says_where() {
        Claim claim =
                Verifier.check("Le préavis est de 3 mois.", PASSAGES).claims().getFirst();
        Claim.Source source = claim.source().orElseThrow();
        assertThat(PASSAGES.get(source.passage()).substring(source.start(), source.end()))
                .isEqualTo("trois mois");
        assertThat(claim.kind()).isEqualTo(ClaimKind.NUMBER);
    }

    @Test
    void a_calculation_needs_no_passage_and_the_rest_is_left_to_a_person() {
        assertThat(Verifier.check("3 × 40 € = 130 €, dit Claire Duval.", List.of())
                        .claims())
                .filteredOn(claim -> claim.text().startsWith("130"))
                .singleElement()
                .satisfies(claim -> assertThat(claim.status()).isEqualTo(Status.NOT_FOUND));
        assertThat(Verifier.check("Le délai est de 45 jours.", List.of("Le délai est de 30 jours."), false)
                        .claims())
                .isNotEmpty()
                .allMatch(claim -> claim.status() == Status.TO_CHECK);
        assertThat(Verifier.check("Le délai est de 30 jours.", List.of("Le délai est de 30 jours."), false)
                        .claims())
                .isNotEmpty()
                .allMatch(claim -> claim.status() == Status.FOUND);
    }

    @Test
    void without_passages_everything_is_to_check() {
        assertThat(Verifier.check("Le 3 mars 2023, 12 € à Claire Duval, voir https://a.example.", List.of())
                        .claims())
                .isNotEmpty()
                .allMatch(claim -> claim.status() == Status.TO_CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "«", "[", "=", "1 = = 2", "n°", "article", "un", "...", "1/0 = 3", "\uD83D", "e", "\u0301"
            })
    void nothing_to_claim_is_no_fault(String answer) {
        Verification verification = Verifier.check(answer, PASSAGES);
        assertThat(verification.claims()).allMatch(claim -> claim.end() <= answer.length());
    }

    @Test
    void spans_lie_within_the_answer_and_quote_it_whatever_it_is() {
        String alphabet = "a1 2,.%€«»\"[]n°-/xÉMdle deux article\u00A0\u202F\n=+×😀’";
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            String answer = random(random, alphabet);
            for (Claim claim :
                    Verifier.check(answer, List.of(random(random, alphabet))).claims()) {
                assertThat(answer.substring(claim.start(), claim.end()))
                        .isEqualTo(claim.text())
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 000 ",
                "« a b c ",
                "deux cent ",
                "Jean Martin ",
                "12-",
                "[1]",
                "n° 1-",
                "1 + ",
                "a\n",
                "\u0301"
            })
    @Timeout(20)
    void a_hostile_answer_takes_a_bounded_time(String piece) {
        String text = piece.repeat(60_000 / piece.length());
        assertThat(Verifier.check(text, List.of(text)).claims()).isNotNull();
    }

    private static String random(Random random, String alphabet) {
        return random.ints(random.nextInt(60), 0, alphabet.length())
                .mapToObj(at -> String.valueOf(alphabet.charAt(at)))
                .collect(Collectors.joining());
    }

    private static String flags(String answer) {
        return Verifier.check(answer, PASSAGES).claims().stream()
                .filter(claim -> claim.status() == Status.NOT_FOUND)
                .map(Claim::text)
                .collect(Collectors.joining(", "));
    }
}
