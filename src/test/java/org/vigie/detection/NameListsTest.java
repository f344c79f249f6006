package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NameListsTest {
    private static final String TEXT = "vu hier avec Zzyxo pour le devis";

    private final Detector detector = new Detector(StaffDirectory.EMPTY);

    @Test
    void strengthens_the_model() {
        assertThat(detector.detect(TEXT)).isEmpty();
        detector.replaceNames(NameLists.of(Map.of("ZZYXO", 5000L), Map.of("QRTPLM", 100L)));
        assertThat(detector.detect(TEXT)).extracting(Finding::start).containsExactly(13);
        detector.replaceNames(NameLists.NONE);
        assertThat(detector.detect(TEXT)).isEmpty();
    }

    @Test
    void one_of_the_lists_may_be_empty_and_the_parts_of_a_compound_name_count() {
        detector.replaceNames(NameLists.of(Map.of("Zzyxo-Éloïm", 5000L), Map.of()));
        assertThat(detector.detect(TEXT)).extracting(Finding::start).containsExactly(13);
    }
}
