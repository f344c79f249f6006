package org.vigie.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotableTest {
    @ParameterizedTest
    @ValueSource(strings = {"assistant", "gpt-4.1:beta", "org/model+x", "ALPHA_2026"})
    void says_a_name_again(String name) {
        assertThat(Quotable.name(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "olive@client.example", "Écris à Olive", "06 39 98 45 67"})
    void says_nothing_else_again(String written) {
        assertThat(Quotable.name(written)).isEqualTo("…");
    }
}
