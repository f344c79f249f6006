package org.vigie.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;

/** Certificates and keys as text (RFC 7468). */
public final class PemFile {
    private static final Pattern PLAIN_KEY = Pattern.compile("-----BEGIN ((RSA|EC) )?PRIVATE KEY-----");

    private PemFile() {}

    /** @return at least one, in the order of the file @throws IOException when there is none that can be read */
    public static List<X509Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map((Certificate certificate) -> (X509Certificate) certificate)
                    .toList();
            if (found.isEmpty()) throw new IOException("no certificate");
            return found;
        } catch (CertificateException malformed) {
            throw new IOException("no certificate that can be read", malformed);
        }
    }

    /** Whether it holds a private key that needs no pass phrase. */
    static boolean holdsKey(Path file) throws IOException {
        return PLAIN_KEY
                .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                .find();
    }
}
