package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceKeysTest {
    @TempDir
    Path temporary;

    @Test
    void derives_the_same_key_for_one_purpose_at_every_start_and_another_for_another() {
        DataDirectory directory = DataDirectory.open(temporary);
        byte[] first = InstanceKeys.open(directory).derive("assistant/conversations");
        assertThat(first).hasSize(32);
        assertThat(InstanceKeys.open(directory).derive("assistant/conversations"))
                .isEqualTo(first);
        assertThat(InstanceKeys.open(directory).derive("shield/vault")).isNotEqualTo(first);
    }

    @Test
    void keeps_private_keys_for_their_owner() throws Exception {
        InstanceKeys.open(DataDirectory.open(temporary));
        for (String name : new String[] {"master.key", "audit-signing.key"}) {
            Path file = temporary.resolve("keys").resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void verifies_after_a_restart_what_it_signed_before() throws Exception {
        DataDirectory directory = DataDirectory.open(temporary);
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(InstanceKeys.open(directory).signing().getPrivate());
        signer.update((byte) 42);
        byte[] signature = signer.sign();
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(InstanceKeys.open(directory).signing().getPublic());
        verifier.update((byte) 42);
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void refuses_a_damaged_master_key() throws Exception {
        DataDirectory directory = DataDirectory.open(temporary);
        InstanceKeys.open(directory);
        Files.write(directory.keys().resolve("master.key"), new byte[31]);
        assertThatThrownBy(() -> InstanceKeys.open(directory))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("31 bytes instead of 32");
    }

    @Test
    void stops_a_start_whose_key_is_missing_or_another_one() throws Exception {
        DataDirectory directory = DataDirectory.open(temporary);
        DatabaseAccess access = TestDatabase.migratedAccess();
        MasterKeyCheck.run(access, directory);
        MasterKeyCheck.run(access, directory);
        Files.delete(directory.keys().resolve("master.key"));
        assertThatThrownBy(() -> MasterKeyCheck.run(access, directory)).hasMessageContaining("is missing");
        InstanceKeys.open(directory);
        assertThatThrownBy(() -> MasterKeyCheck.run(access, directory))
                .hasMessageContaining("is not the one of this database");
    }
}
