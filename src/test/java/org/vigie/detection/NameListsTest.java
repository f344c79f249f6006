package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class NameListsTest {
    private static NameLists read(String firstNames, String surnames) throws IOException {
        return NameLists.read(new StringReader(firstNames), new StringReader(surnames));
    }

    @Test
    void strengthens_the_model() throws IOException {
        Detector detector = new Detector(StaffDirectory.EMPTY);
        String text = "vu hier avec Zzyxo pour le devis";
        assertThat(detector.detect(text)).isEmpty();
        detector.replaceNames(read("prenom,n\nZZYXO,5000\n", "nom;n\nQRTPLM;100\n"));
        assertThat(detector.detect(text)).extracting(Finding::start).containsExactly(13);
    }

    @Test
    void names_the_line_that_cannot_be_read() {
        assertThatThrownBy(() -> read("prenom,n\nALICE,12\nBOB\n", "nom,n\nPETIT,3\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("first names, line 3: expected name,count");
        assertThatThrownBy(() -> read("prenom,n\nALICE,12\n", "nom,n\nPETIT,trois\n"))
                .hasMessage("surnames, line 2: « trois » is no count");
        assertThatThrownBy(() -> read("prenom,n\n", "nom,n\nPETIT,3\n")).hasMessage("first names: no name");
    }
}
