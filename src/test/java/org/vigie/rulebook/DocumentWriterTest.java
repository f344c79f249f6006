package org.vigie.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentWriterTest {
    @Test
    void amounts_are_written_as_people_write_them_in_both_forms() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("whole", new BigDecimal("400"));
        document.put("part", new BigDecimal("12.5"));
        document.put("text", "400");
        assertThat(DocumentWriter.yaml(document)).isEqualTo("whole: 400\npart: 12.5\ntext: '400'\n");
        assertThat(DocumentWriter.json(document))
                .isEqualTo("{\n  \"whole\" : 400,\n  \"part\" : 12.5,\n  \"text\" : \"400\"\n}\n");
    }
}
