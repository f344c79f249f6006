package org.vigie.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Exposure;

class ProvenanceTest {
    @Test
    void masking_does_not_lower_what_a_document_is() {
        Exposure found = new Exposure(DataClass.C2, DataClass.C0, Set.of(), Set.of("ATLAS"));
        Exposure whole = new Provenance(DataClass.C1, Set.of("CASSIOPEE")).of(found);
        assertThat(whole.written()).isEqualTo(DataClass.C2);
        assertThat(whole.leaving()).isEqualTo(DataClass.C1);
        assertThat(whole.missions()).containsExactlyInAnyOrder("ATLAS", "CASSIOPEE");
    }

    @Test
    void what_people_write_is_what_is_found_in_it() {
        Exposure found = new Exposure(DataClass.C1, DataClass.C0, Set.of("image"), Set.of());
        assertThat(Provenance.NONE.of(found)).isEqualTo(found);
    }
}
