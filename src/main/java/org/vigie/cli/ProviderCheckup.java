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
import org.vigie.local.LocalModel;
import org.vigie.local.LocalModels;
import org.vigie.local.ModelState;
import org.vigie.local.Told;

/**
 * What the configuration of the providers cannot tell by itself: certificates that run out, keys that travel in clear,
 * models that cannot be served.
 */
final class ProviderCheckup {
    private static final Duration SOON = Duration.ofDays(30);
    /** A large model from a slow disk. */
    private static final Duration LOADING = Duration.ofMinutes(5);

    private final Instant now;
    private final boolean serving;
    private final List<Diagnosis> found = new ArrayList<>();

    /** @param serving whether a server is running, which has the models in memory already */
    ProviderCheckup(Instant now, boolean serving) {
        this.now = now;
        this.serving = serving;
    }

    List<Diagnosis> run(List<Provider> providers) {
        providers.forEach(this::examine);
        return found;
    }

    private void examine(Provider provider) {
        LocalModels.settings(provider).ifPresent(this::model);
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

    private void model(LocalModel.Settings settings) {
        String subject = "Provider " + settings.provider() + ": the model in "
                + settings.file().normalize();
        if (serving) {
            found.add(new Diagnosis.Fine(subject + " is there; /q/health says whether the running server serves it."));
            return;
        }
        try (LocalModel model = LocalModel.start(settings)) {
            found.add(
                    switch (model.awaitStarted(LOADING)) {
                        case ModelState.Ready(Told.Ready ready, Duration loading) ->
                            new Diagnosis.Fine(subject + " can be served (" + ready.description() + ", "
                                    + ready.context() + " tokens of context, read in " + loading.toMillis() + " ms"
                                    + (ready.knownTemplate()
                                            ? ")."
                                            : "; its chat template is not known: ChatML stands in)."));
                        case ModelState.Down(Instant _, String detail) ->
                            new Diagnosis.Wrong(subject + " cannot be served: " + detail + ".");
                        case ModelState.Starting _, ModelState.Stopped _ ->
                            new Diagnosis.Wrong(subject + " was not read within " + LOADING.toMinutes() + " minutes.");
                    });
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
