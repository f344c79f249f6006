package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.detection.Dictionary.Entry;
import org.vigie.detection.Dictionary.Regime;

class DictionaryTest {
    private static final Dictionary TERMS = Dictionary.of(List.of(
            Dictionary.Entry.protect("Projet Écume", FindingType.TERM),
            Dictionary.Entry.protect("Fablier Conseil", FindingType.ORG_CLIENT),
            Dictionary.Entry.protect("Fablier", FindingType.ORG_CLIENT),
            Dictionary.Entry.protect("4 Saisons", FindingType.ORG_CLIENT),
            Dictionary.Entry.protect("R&D-7", FindingType.TERM),
            Dictionary.Entry.ignore("contact@exemple.fr"),
            Dictionary.Entry.ignore("778 636 449 00010")));

    private static String detected(String marked) {
        String text = MarkedText.plain(marked);
        return MarkedText.mark(text, new Detector(new Vocabulary(StaffDirectory.EMPTY, TERMS)).detect(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le ⟦TERM projet écume⟧ avance",
                "le ⟦TERM PROJET ECUME⟧, les ⟦TERM projets Écume⟧",
                "fin de ⟦TERM projet-écume⟧ ou ⟦TERM projet\nÉcume⟧ ou ⟦TERM projet\u00A0écume⟧",
                "⟦ORG_CLIENT Fablier Conseil⟧ et ⟦ORG_CLIENT Fablier⟧ ; l’offre d'⟦ORG_CLIENT fablier-conseil⟧",
                "aux ⟦ORG_CLIENT 4 Saisons⟧, ⟦TERM r&d 7⟧",
                "le fichier ⟦TERM projet_ecume⟧_v2.docx",
                "vu chez ⟦ORG_CLIENT Fabliers⟧.",
            })
    void finds_its_terms(String marked) {
        assertThat(detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "un projet et de l'écume",
                "projet, écume",
                "Fabliereau",
                "24 Saisons",
                "écrire à contact@exemple.fr",
                "SIRET 77863644900010",
            })
    void leaves_other_words_and_what_is_to_be_ignored(String text) {
        assertThat(detected(text)).isEqualTo(text);
    }

    @Test
    void tells_the_mission_of_a_term() throws Exception {
        Dictionary dictionary =
                Dictionary.readCsv(new StringReader("\uFEFFterm;type;action;mission\nÉcume;code-name;protect;M-7\n"));
        assertThat(new Detector(new Vocabulary(StaffDirectory.EMPTY, dictionary)).detect("l'écume"))
                .containsExactly(
                        new Finding(FindingType.TERM, "code-name", 2, 7, Finding.CERTAIN, "dictionary", "M-7"));
    }

    @Test
    void is_replaced_while_running_beside_the_directory() {
        Detector detector = new Detector(StaffDirectory.EMPTY);
        detector.replaceDictionary(TERMS);
        detector.replaceDirectory(StaffDirectory.of(List.of(StaffName.of("Olive Petit"))));
        assertThat(detector.detect("Olive Petit, Fablier")).hasSize(2);
    }

    @Test
    void reads_csv_with_quotes_empty_lines_and_missing_cells() throws Exception {
        Dictionary dictionary = Dictionary.readCsv(
                new StringReader("mission,term,type\r\nM1,\"Le \"\"Grand\"\", Large\",org_client\r\n\r\n,Azur\r\n"));
        assertThat(dictionary.size()).isEqualTo(2);
        String marked = "⟦TERM azur⟧ et ⟦ORG_CLIENT LE GRAND LARGE⟧";
        String text = MarkedText.plain(marked);
        Detector detector = new Detector(new Vocabulary(StaffDirectory.EMPTY, dictionary));
        assertThat(MarkedText.mark(text, detector.detect(text))).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~term,kind\nA,b~|1|6|unknown column; known are term, type, action, mission",
                "~type\nA~|1|1|no column term",
                "~term,term\nA~|1|6|column term twice",
                "~term;type\nA;PERSONNE~|2|3|neither a known type nor a word of small letters, digits and hyphens",
                "~term;action\nA;\nB;mask~|3|3|the action is neither protect nor ignore",
                "~term\n\"A\nB~|2|1|quote without an end",
                "~term\n\"A\nB\" c~|3|3|text behind a closing quote",
                "~term\n---~|2|1|no letter or digit in the term",
                "~term\nA,B~|2|3|more cells than the first line has columns",
            })
    void says_where_a_file_is_wrong(String csv, int line, int column, String fault) {
        assertThatThrownBy(() -> Dictionary.readCsv(new StringReader(csv)))
                .isInstanceOfSatisfying(DictionaryCsvException.class, e -> {
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.column()).isEqualTo(column);
                    assertThat(e).hasMessage("line " + line + ", column " + column + ": " + fault);
                });
    }

    @Test
    void says_where_a_term_is_too_long() throws Exception {
        String longest = "a".repeat(Dictionary.LONGEST_TERM);
        assertThat(Dictionary.entriesOf(new StringReader("term\nAtlas\n  " + longest + " \n")))
                .extracting(Dictionary.Entry::term)
                .containsExactly("Atlas", longest);
        assertThatThrownBy(() -> Dictionary.readCsv(new StringReader("term\nAtlas\n" + longest + "a\n")))
                .isInstanceOf(DictionaryCsvException.class)
                .hasMessage("line 3, column 1: a term of 201 characters; at most 200");
    }

    @Test
    void does_not_print_terms() {
        assertThat(TERMS + " " + Dictionary.Entry.ignore("Fablier")).doesNotContain("Fablier");
    }

    @Test
    void what_is_written_out_is_read_again() throws IOException {
        List<Entry> entries = List.of(
                new Entry("Banque « Ambre », dite \"BA\"", FindingType.ORG_CLIENT, "", Regime.PROTECT, "ATLAS"),
                new Entry("Projet Épervier", FindingType.TERM, "", Regime.PROTECT, ""),
                new Entry("=1+1; Vigie", FindingType.TERM, "", Regime.IGNORE, ""));
        assertThat(Dictionary.entriesOf(new StringReader(Dictionary.csvOf(entries))))
                .isEqualTo(entries);
    }
}
