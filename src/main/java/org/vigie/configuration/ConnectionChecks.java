package org.vigie.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.configuration.VigieConfiguration.Connection;
import org.vigie.configuration.VigieConfiguration.Header;
import org.vigie.configuration.VigieConfiguration.Provider;
import org.vigie.configuration.VigieConfiguration.Proxy;
import org.vigie.configuration.VigieConfiguration.Tls;

/** How a provider is reached: what no single value of it can tell. */
final class ConnectionChecks {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");
    private static final Pattern AZURE_VERSION = Pattern.compile("[0-9A-Za-z.-]{1,40}");

    /** What frames the request, or is Vigie's own to say. */
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "content-length",
            "content-type",
            "content-encoding",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "accept",
            "accept-encoding",
            "proxy-authorization",
            "proxy-connection",
            "openai-organization");

    private final Checks checks;

    ConnectionChecks(Checks checks) {
        this.checks = checks;
    }

    void run(String path, Provider provider) {
        provider.organization()
                .ifPresent(name -> checks.require(
                        path + ".organization",
                        Checks.KEY.matcher(name).matches(),
                        "must be printable ASCII without spaces, and not empty"));
        provider.azureApiVersion()
                .ifPresent(version -> checks.require(
                        path + ".azureApiVersion",
                        AZURE_VERSION.matcher(version).matches(),
                        "must be a version as 2024-10-21"));
        connection(path + ".connection", provider.connection());
        headers(path + ".connection.headers", provider);
        boolean tls = provider.baseUrl()
                .map(url -> "https".equalsIgnoreCase(url.getScheme()))
                .orElse(true);
        checks.require(
                path + ".connection.tls",
                tls || provider.connection().tls().equals(Connection.DEFAULT.tls()),
                "has no meaning: baseUrl is not https");
        tls(path + ".connection.tls", provider.connection().tls());
    }

    void connection(String path, Connection connection) {
        checks.range(path + ".connectTimeoutSeconds", connection.connectTimeoutSeconds(), 1, 300);
        checks.seconds(path + ".firstByteTimeoutSeconds", connection.firstByteTimeoutSeconds());
        checks.seconds(path + ".idleTimeoutSeconds", connection.idleTimeoutSeconds());
        checks.range(path + ".answerTimeoutSeconds", connection.answerTimeoutSeconds(), 1, 86_400);
        checks.range(path + ".poolSize", connection.poolSize(), 1, 10_000);
        connection.proxy().ifPresent(proxy -> proxy(path + ".proxy", proxy));
    }

    private void headers(String path, Provider provider) {
        Set<String> seen = new HashSet<>();
        checks.each(path, provider.connection().headers(), (at, header) -> header(at, header, provider, seen));
    }

    private void header(String path, Header header, Provider provider, Set<String> seen) {
        String name = header.name().toLowerCase(Locale.ROOT);
        checks.require(path + ".name", TOKEN.matcher(name).matches(), "must be a header's name");
        checks.require(
                path + ".name",
                !OURS.contains(name) && !name.startsWith("x-vigie-"),
                "names a header that Vigie sets itself, or never sends");
        checks.require(
                path + ".name",
                provider.apiKey().isEmpty() || !credentials().contains(name),
                "names the header that apiKey fills");
        checks.require(path + ".name", seen.add(name), "is the same as another header's");
        checks.require(
                path + ".value",
                VALUE.matcher(header.value().reveal()).matches(),
                "must be printable ASCII, not empty, without spaces around it");
    }

    private static List<String> credentials() {
        return List.of("authorization", "api-key", "x-api-key");
    }

    private void tls(String path, Tls tls) {
        tls.caFile().ifPresent(file -> certificates(path + ".caFile", file));
        tls.certificateFile().ifPresent(file -> certificates(path + ".certificateFile", file));
        tls.keyFile().ifPresent(file -> key(path + ".keyFile", file));
        checks.require(
                path,
                tls.certificateFile().isPresent() == tls.keyFile().isPresent(),
                "needs both certificateFile and keyFile, or neither");
    }

    private void certificates(String path, Path file) {
        if (!isReadable(path, file)) return;
        try {
            PemFile.certificates(file);
        } catch (IOException none) {
            checks.require(path, false, "names a file without a certificate that can be read (PEM)");
        }
    }

    private void key(String path, Path file) {
        if (!isReadable(path, file)) return;
        try {
            checks.require(
                    path, PemFile.holdsKey(file), "names a file without a private key (PEM, without pass phrase)");
        } catch (IOException gone) {
            checks.require(path, false, "names a file that cannot be read");
        }
    }

    private boolean isReadable(String path, Path file) {
        boolean readable = Files.isRegularFile(file) && Files.isReadable(file);
        checks.require(
                path,
                readable,
                "names a file that cannot be read" + (Files.notExists(file) ? ": it does not exist" : ""));
        return readable;
    }

    private void proxy(String path, Proxy proxy) {
        checks.notBlank(path + ".host", proxy.host());
        checks.range(path + ".port", proxy.port(), 1, 65_535);
        checks.require(
                path,
                proxy.user().isPresent() == proxy.password().isPresent(),
                "needs both user and password, or neither");
        checks.each(path + ".noProxy", proxy.noProxy(), checks::notBlank);
    }
}
