package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.configuration.ConfigurationFile;
import org.vigie.configuration.PemFile;
import org.vigie.configuration.VigieConfiguration.Provider;

class ProviderCheckupTest {
    private static final Path CERTIFICATE = Path.of("src/test/resources/tls/ca.pem");

    @TempDir
    Path directory;

    private List<Provider> provider(String settings) throws IOException {
        Path file = Files.writeString(
                directory.resolve("vigie.yaml"),
                "providers: [{id: p, kind: openai, zone: internal, maxDataClass: C2, models: [{id: m}], " + settings
                        + "}]");
        return ConfigurationFile.load(file, true, Map.of()).providers();
    }

    private static List<Diagnosis> at(Instant now, List<Provider> providers) {
        return new ProviderCheckup(now, false).run(providers);
    }

    @Test
    void a_certificate_is_fine_then_due_then_over() throws IOException {
        List<Provider> providers = provider(
                "baseUrl: 'https://p.example', connection: {tls: {caFile: \"" + CERTIFICATE.toAbsolutePath() + "\"}}");
        Instant end = PemFile.certificates(CERTIFICATE).getFirst().getNotAfter().toInstant();
        assertThat(at(end.minus(Duration.ofDays(31)), providers)).hasExactlyElementsOfTypes(Diagnosis.Fine.class);
        assertThat(at(end.minus(Duration.ofDays(29)), providers)).hasExactlyElementsOfTypes(Diagnosis.Remark.class);
        assertThat(at(end.plusSeconds(1), providers)).hasExactlyElementsOfTypes(Diagnosis.Wrong.class);
        assertThat(at(end.plusSeconds(1), providers).getFirst().line()).contains("Provider p", "ran out on " + end);
    }

    @Test
    void a_key_that_travels_unencrypted_to_another_machine_is_remarked() throws IOException {
        Instant now = Instant.now();
        assertThat(at(now, provider("apiKey: secret, baseUrl: 'http://192.0.2.1'")))
                .hasExactlyElementsOfTypes(Diagnosis.Remark.class)
                .allSatisfy(one -> assertThat(one.line()).doesNotContain("secret"));
        assertThat(at(now, provider("apiKey: secret, baseUrl: 'http://127.0.0.1'")))
                .isEmpty();
        assertThat(at(now, provider("apiKey: secret, baseUrl: 'https://192.0.2.1'")))
                .isEmpty();
        assertThat(at(now, provider("baseUrl: 'http://192.0.2.1'"))).isEmpty();
    }
}
