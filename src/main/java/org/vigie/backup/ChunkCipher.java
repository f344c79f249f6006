package org.vigie.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A stream in chunks of AES-256-GCM that can neither be reordered nor cut: the nonce of each is its number and whether
 * it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015), and the file's header
 * is authenticated with each. A key serves one file, so numbers never repeat under it.
 */
final class ChunkCipher {
    static final byte[] MAGIC = "VIGIE BACKUP 1\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    static final int CHUNK_BYTES = 65_536;
    static final int TAG_BYTES = 16;

    private final SecretKeySpec key;
    private final byte[] header;
    private long number;

    ChunkCipher(SecretKeySpec key, byte[] header) {
        this.key = key;
        this.header = header;
    }

    byte[] seal(byte[] chunk, int length, boolean last) throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE, last).doFinal(chunk, 0, length);
    }

    byte[] open(byte[] sealed, int length, boolean last) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed, 0, length);
    }

    private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(12).putLong(number++).putInt(last ? 1 : 0).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(header);
        return cipher;
    }
}
