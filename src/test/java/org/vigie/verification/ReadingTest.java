package org.vigie.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
    @ParameterizedTest
    @CsvSource({
        "deux, 2",
        "seize, 16",
        "dix-sept, 17",
        "vingt et un, 21",
        "soixante et onze, 71",
        "soixante-dix-sept, 77",
        "quatre-vingts, 80",
        "quatre-vingt-un, 81",
        "quatre-vingt-dix-neuf, 99",
        "septante-deux, 72",
        "cent, 100",
        "deux cent quatre, 204",
        "mille, 1000",
        "mille neuf cent quatre-vingt-quatre, 1984",
        "deux cent quatre-vingt-dix-neuf mille trois, 299003",
        "trois millions, 3000000",
        "deux milliards cinq cents millions, 2500000000",
        "douzaine, 12",
        "troisième, 3",
    })
    void a_number_in_words_is_read_to_its_end(String words, long value) {
        var numeral = Numerals.at(Token.of(words), 0).orElseThrow();
        assertThat(numeral.value()).isEqualTo(value);
        assertThat(numeral.next()).isEqualTo(Token.of(words).size());
    }

    @ParameterizedTest
    @CsvSource({"'deux, trois', 2", "deux trois, 2", "vingt-cinq et trente, 25", "six cents et un, 600"})
    void and_no_further(String words, long value) {
        assertThat(Numerals.at(Token.of(words), 0).orElseThrow().value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"maison", "et", "centre", "million", "-"})
    void other_words_are_none(String word) {
        assertThat(Numerals.at(Token.of(word), 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"XIX, 19", "XIXe, 19", "Ve, 5", "XIVe, 14", "IIIe, 3", "V, 0", "Le, 0", "Les, 0", "Ixelles, 0", "Ier, 1"
    })
    void a_roman_numeral_is_told_from_a_word(String word, int value) {
        assertThat(Numerals.roman(word)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 234,56 € | MONEY 1234.56 EUR",
                "1\u202F234\u00A0€ | MONEY 1234 EUR",
                "3 M€ | MONEY 3000000 EUR",
                "2,5 millions d’euros | MONEY 2500000.0 EUR",
                "12 k€ et 4 Md€ | MONEY 12000 EUR, MONEY 4000000000 EUR",
                "$50 | MONEY 50 USD",
                "entre 8 072 € et 12 109 € 10 % | MONEY 8072 EUR, MONEY 12109 EUR, PERCENT 10 %",
                "3,5 % ou 20 pour cent | PERCENT 3.5 %, PERCENT 20 %",
                "un délai de 2 mois | NUMBER 1, NUMBER 2 mois",
                "14 h 30, 14:30, 14h | NUMBER 870 min, NUMBER 870 min, NUMBER 14 h",
                "la 3e fois, le 1er | NUMBER 3, NUMBER 1",
                "10 m2 de CO2 | NUMBER 10, REFERENCE CO2",
                "1 200 m ou 1,2 km, 2 g de sel | NUMBER 1200 m, NUMBER 1.2 km, NUMBER 2 g",
                "facture F2024-0388, rapport RE-1129 | REFERENCE F2024-388, REFERENCE RE-1129",
                "les deux offres, deux offres | NUMBER 2, NUMBER 2",
                "de -5 à 3 | NUMBER -5, NUMBER 3",
                "25 mai 2018 ou 25/05/2018 ou 2018-05-25 | DATE 2018-5-25, DATE 2018-5-25, DATE 2018-5-25",
                "juin 1950, le 1er mars | DATE 1950-6-0, DATE 0-3-1",
                "le deux février 2020 | DATE 2020-2-2",
                "article L. 1221-1 du code | REFERENCE L1221-1",
                "articles 12, 13 et 15 | REFERENCE 12, REFERENCE 13, REFERENCE 15",
                "la loi n° 78-17, la loi 78-17 | REFERENCE 78-17, REFERENCE 78-17",
                "règlement (UE) 2016/679 | REFERENCE 2016/679",
                "directive 95/46/CE | REFERENCE 95/46/CE",
                "cerfa n°12669*02 | REFERENCE 12669*2",
                "la norme ISO 27001 | REFERENCE 27001",
                "en 2018-2019 | NUMBER 2018, NUMBER 2019",
                "un véhicule neuf, neuf véhicules | NUMBER 1, NUMBER 9, NUMBER 9",
            })
    void values_are_read_with_their_units(String text, String expected) {
        String read = Reading.of(text).mentions().stream()
                .map(mention -> mention.kind() + " " + shown(mention.value()))
                .collect(Collectors.joining(", "));
        assertThat(read).isEqualTo(expected);
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Quantity quantity -> (quantity.amount().toPlainString() + " " + quantity.unit()).strip();
            case Value.Day day -> day.year() + "-" + day.month() + "-" + day.day();
            case Value.Code code -> code.text();
        };
    }
}
