package org.vigie.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Secret;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void verifies_what_it_hashed_and_nothing_else() {
        String hash = passwords.hash(new Secret("correct horse battery"));
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.verify(new Secret("correct horse battery"), hash)).isTrue();
        assertThat(passwords.verify(new Secret("correct horse batterz"), hash)).isFalse();
    }

    @Test
    void salts_each_hash() {
        assertThat(passwords.hash(new Secret("correct horse battery")))
                .isNotEqualTo(passwords.hash(new Secret("correct horse battery")));
    }

    /** RFC 9106 has no vector without secret and associated data; this one is from the reference implementation. */
    @Test
    void agrees_with_the_reference_implementation() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(passwords.verify(new Secret("password"), reference)).isTrue();
    }

    @Test
    void takes_composed_and_decomposed_letters_for_the_same() {
        String hash = passwords.hash(new Secret("la clé du château"));
        assertThat(passwords.verify(new Secret("la cle\u0301 du cha\u0302teau"), hash))
                .isTrue();
    }

    @Test
    void wants_twelve_characters_and_counts_them_as_people_do() {
        assertThat(Passwords.faults(new Secret("onze carac."))).isEqualTo(Set.of(AccountFault.PASSWORD_TOO_SHORT));
        assertThat(Passwords.faults(new Secret("douze caract"))).isEmpty();
        assertThat(Passwords.faults(new Secret("🔑".repeat(11)))).isEqualTo(Set.of(AccountFault.PASSWORD_TOO_SHORT));
        assertThat(Passwords.faults(new Secret("x".repeat(257)))).isEqualTo(Set.of(AccountFault.PASSWORD_TOO_LONG));
    }

    @Test
    void an_unknown_account_costs_as_much_as_a_known_one() {
        String hash = passwords.hash(new Secret("correct horse battery"));
        Secret wrong = new Secret("something else altogether");
        for (int i = 0; i < 5; i++) passwords.verifyNobody(wrong);
        long known = fastest(() -> passwords.verify(wrong, hash));
        long unknown = fastest(() -> passwords.verifyNobody(wrong));
        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    @Test
    void generates_passwords_that_it_accepts() {
        Secret generated = passwords.generate();
        assertThat(generated.reveal()).matches("([A-Za-z2-9]{4}-){3}[A-Za-z2-9]{4}");
        assertThat(Passwords.faults(generated)).isEmpty();
    }

    private static long fastest(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
