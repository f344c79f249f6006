package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealedTest {
    private static final byte[] PLAIN = "bonjour".getBytes(StandardCharsets.UTF_8);

    private final Sealed sealed = new Sealed(new byte[32]);

    @Test
    void opens_what_it_sealed_and_never_seals_twice_alike() {
        byte[] first = sealed.seal(PLAIN, "conversation/1");
        assertThat(sealed.open(first, "conversation/1")).isEqualTo(PLAIN);
        assertThat(sealed.seal(PLAIN, "conversation/1")).isNotEqualTo(first);
    }

    @Test
    void does_not_open_in_another_place_with_another_key_or_altered() {
        byte[] value = sealed.seal(PLAIN, "conversation/1");
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        byte[] altered = value.clone();
        altered[altered.length - 1] ^= 1;
        assertThatThrownBy(() -> sealed.open(value, "conversation/2")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> new Sealed(otherKey).open(value, "conversation/1"))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> sealed.open(altered, "conversation/1")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> sealed.open(new byte[5], "conversation/1")).isInstanceOf(StoreException.class);
    }
}
