package org.vigie.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.configuration.PemFile;
import org.vigie.configuration.VigieConfiguration.Provider;

/** What the configuration of the providers cannot tell by itself: certificates that run out, keys that travel in clear. */
final class ProviderCheckup {
    private static final Duration SOON = Duration.ofDays(30);

    private final Instant now;
    private final List<Diagnosis> found = new ArrayList<>();

    ProviderCheckup(Instant now) {
        this.now = now;
    }

    List<Diagnosis> run(List<Provider> providers) {
        providers.forEach(this::examine);
        return found;
    }

    private void examine(Provider provider) {
        var tls = provider.connection().tls();
        Stream.of(tls.caFile(), tls.certificateFile())
                .flatMap(Optional::stream)
                .forEach(file -> certificates(provider.id(), file));
        boolean secret = provider.apiKey().isPresent()
                || !provider.connection().headers().isEmpty();
        if (secret && provider.baseUrl().filter(ProviderCheckup::isInClear).isPresent()) {
            found.add(new Diagnosis.Remark("Provider " + provider.id()
                    + ": its key and all requests travel unencrypted to another machine; use https if it can."));
        }
    }

    private static boolean isInClear(URI url) {
        if (!"http".equalsIgnoreCase(url.getScheme())) return false;
        try {
            return !InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return true;
        }
    }

    private void certificates(String provider, Path file) {
        String subject = "Provider " + provider + ": the certificate in " + file;
        try {
            Instant end = PemFile.certificates(file).stream()
                    .map(X509Certificate::getNotAfter)
                    .map(java.util.Date::toInstant)
                    .min(Instant::compareTo)
                    .orElseThrow();
            if (end.isBefore(now)) found.add(new Diagnosis.Wrong(subject + " ran out on " + end + ": replace it."));
            else if (end.isBefore(now.plus(SOON)))
                found.add(new Diagnosis.Remark(subject + " runs out on " + end + ": replace it in time."));
            else found.add(new Diagnosis.Fine(subject + " is valid until " + end + "."));
        } catch (IOException unreadable) {
            found.add(new Diagnosis.Wrong(subject + " cannot be read (" + unreadable.getMessage() + ")."));
        }
    }
}
