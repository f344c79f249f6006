package org.vigie.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.detection.Detector;
import org.vigie.detection.Vocabulary;

class VaultTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private final Detector detector = new Detector(Vocabulary.EMPTY);

    private String pseudonymised(String text, Issuance issuance) {
        issuance.reserve(text);
        return PseudonymisedText.of(text, detector.detect(text), issuance);
    }

    private static Vault again(Vault vault, Instant now) throws IOException {
        return Vault.read(vault.write(), now);
    }

    @Test
    void gives_values_back_after_it_was_written_and_read() throws IOException {
        String text = "Appelez M. Olive Petit au 06 39 98 12 34 ou o.petit@exemple.fr.";
        Vault vault = Vault.fresh();
        Issuance issuance = vault.issuance();
        String masked = pseudonymised(text, issuance);
        vault.keep(issuance, NOW, MONTH);
        assertThat(masked).doesNotContain("Petit", "06 39", "exemple.fr");
        assertThat(again(vault, NOW).issuance().restore(masked, Escaping.NONE)).isEqualTo(text);
        assertThat(vault.toString()).doesNotContain("Petit");
    }

    @Test
    void names_a_value_the_same_from_text_to_text() throws IOException {
        Vault vault = Vault.fresh();
        Issuance first = vault.issuance();
        String one = pseudonymised("o.petit@exemple.fr", first);
        vault.keep(first, NOW, MONTH);
        Issuance second = again(vault, NOW).issuance();
        assertThat(pseudonymised("à o.petit@exemple.fr", second)).isEqualTo("à " + one);
    }

    @Test
    void gives_back_a_text_that_was_pseudonymised_twice() throws IOException {
        Vault vault = Vault.fresh();
        Issuance first = vault.issuance();
        String once = pseudonymised("Le courriel o.petit@exemple.fr, et a.b@exemple.org.", first);
        vault.keep(first, NOW, MONTH);
        Vault later = again(vault, NOW);
        Issuance second = later.issuance();
        String twice = pseudonymised(once, second);
        assertThat(twice).isNotEqualTo(once);
        later.keep(second, NOW, MONTH);
        assertThat(again(later, NOW).issuance().restore(twice, Escaping.NONE)).isEqualTo(once);
    }

    @Test
    void forgets_what_has_expired() throws IOException {
        Vault vault = Vault.fresh();
        Issuance issuance = vault.issuance();
        String masked = pseudonymised("o.petit@exemple.fr", issuance);
        vault.keep(issuance, NOW, MONTH);
        Vault later = again(vault, NOW.plus(MONTH));
        assertThat(later.size()).isZero();
        assertThat(new String(later.write(), UTF_8)).doesNotContain("petit");
        assertThat(later.issuance().restore(masked, Escaping.NONE)).isEqualTo(masked);
    }

    @Test
    void knows_nothing_of_another_vault() {
        Vault vault = Vault.fresh();
        Issuance issuance = vault.issuance();
        String masked = pseudonymised("o.petit@exemple.fr", issuance);
        Issuance other = Vault.fresh().issuance();
        String otherwise = pseudonymised("o.petit@exemple.fr", other);
        assertThat(otherwise).isNotEqualTo(masked);
        assertThat(other.restore(masked, Escaping.NONE)).isEqualTo(masked);
    }

    @Test
    void says_what_is_no_vault() {
        for (String damaged : List.of("", "{", "[]", "{\"version\":2}", "{\"version\":1,\"key\":\"?\"}")) {
            assertThatThrownBy(() -> Vault.read(damaged.getBytes(UTF_8), NOW))
                    .as(damaged)
                    .isInstanceOf(IOException.class);
        }
    }
}
