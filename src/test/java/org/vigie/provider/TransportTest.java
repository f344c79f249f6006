package org.vigie.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.provider.ScriptedUpstream.json;
import static org.vigie.provider.ScriptedUpstream.write;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.provider.Provider.Reply;
import org.vigie.provider.ProviderFailure.Kind;
import org.vigie.provider.ScriptedUpstream.Cut;

/** TLS and proxies on the way to a provider. */
class TransportTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String ANSWER = "{\"choices\":[]}";

    @TempDir
    static Path files;

    @TempDir
    Path directory;

    private static Certificates certificates = new Certificates(Path.of(""));

    @BeforeAll
    static void make() throws Exception {
        certificates = new Certificates(files)
                .make("server")
                .make("client")
                .make("other")
                .make("misnamed", "dns:elsewhere.example");
    }

    @AfterAll
    static void stop() {
        VERTX.close();
    }

    private static ScriptedUpstream tls() throws Exception {
        return new ScriptedUpstream(
                certificates.context("server", "client").getServerSocketFactory(),
                (_, out) -> json(out, 200, "", ANSWER));
    }

    private Asking asking(ScriptedUpstream upstream, String host, String connection) throws IOException {
        return new Asking(
                VERTX,
                directory,
                "https://" + host + ":" + upstream.port() + "/v1",
                "connection: {connectTimeoutSeconds: 3, " + connection + "},");
    }

    private static String ca(String name) {
        return "caFile: \"" + certificates.pem(name) + "\"";
    }

    @Test
    void an_authority_of_ones_own_is_trusted_and_no_other() throws Exception {
        try (ScriptedUpstream upstream = tls()) {
            assertThat(asking(upstream, "localhost", "tls: {" + ca("server") + "}")
                            .ask(false))
                    .isInstanceOf(Reply.Whole.class);
            assertThat(asking(upstream, "localhost", "tls: {" + ca("other") + "}")
                            .failure(false)
                            .kind())
                    .isEqualTo(Kind.UNREACHABLE);
            assertThat(asking(upstream, "localhost", "").failure(false).kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(upstream.asked()).hasSize(1);
        }
    }

    @Test
    void the_name_must_be_that_of_the_certificate() throws Exception {
        try (ScriptedUpstream upstream = new ScriptedUpstream(
                certificates.context("misnamed", "client").getServerSocketFactory(),
                (_, out) -> json(out, 200, "", ANSWER))) {
            assertThat(asking(upstream, "localhost", "tls: {" + ca("misnamed") + "}")
                            .failure(false)
                            .kind())
                    .isEqualTo(Kind.UNREACHABLE);
            assertThat(upstream.asked()).isEmpty();
        }
    }

    @Test
    void a_certificate_is_shown_to_whoever_asks_for_one() throws Exception {
        try (ScriptedUpstream upstream = tls()) {
            upstream.tls().setNeedClientAuth(true);
            String shown = ", certificateFile: \"%s\", keyFile: \"%s\"";
            assertThat(asking(
                                    upstream,
                                    "localhost",
                                    "tls: {" + ca("server")
                                            + shown.formatted(certificates.pem("client"), certificates.key("client"))
                                            + "}")
                            .ask(false))
                    .isInstanceOf(Reply.Whole.class);
            assertThat(asking(
                                    upstream,
                                    "localhost",
                                    "tls: {" + ca("server")
                                            + shown.formatted(certificates.pem("other"), certificates.key("other"))
                                            + "}")
                            .failure(false)
                            .kind())
                    .isIn(Kind.UNREACHABLE, Kind.FAILED);
            assertThat(asking(upstream, "localhost", "tls: {" + ca("server") + "}")
                            .failure(false)
                            .kind())
                    .isIn(Kind.UNREACHABLE, Kind.FAILED);
            assertThat(upstream.asked()).hasSize(1);
        }
    }

    @Test
    void an_older_version_than_the_least_is_not_spoken() throws Exception {
        try (ScriptedUpstream upstream = tls()) {
            upstream.tls().setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThat(asking(upstream, "localhost", "tls: {" + ca("server") + "}")
                            .ask(false))
                    .isInstanceOf(Reply.Whole.class);
            assertThat(asking(upstream, "localhost", "tls: {minimumVersion: tls13, " + ca("server") + "}")
                            .failure(false)
                            .kind())
                    .isEqualTo(Kind.UNREACHABLE);
        }
    }

    /** A proxy that opens tunnels, asking for user and password. */
    private static ScriptedUpstream proxy(List<String> seen) {
        String expected = "Basic " + Base64.getEncoder().encodeToString("ada:pass".getBytes(UTF_8));
        return new ScriptedUpstream((asked, out) -> {
            seen.add(asked.line());
            if (!expected.equals(asked.headers().get("proxy-authorization"))) {
                write(out, "HTTP/1.1 407 Who\r\nproxy-authenticate: Basic\r\ncontent-length: 0\r\n\r\n");
                throw new Cut();
            }
            json(out, 200, "", ANSWER);
        });
    }

    @Test
    void tls_goes_through_a_proxy_unopened() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (ScriptedUpstream upstream = tls();
                Tunnel tunnel = new Tunnel(lines)) {
            String through = "tls: {" + ca("server") + "}, proxy: {host: 127.0.0.1, port: " + tunnel.port();
            assertThat(asking(upstream, "localhost", through + ", user: ada, password: pass}")
                            .ask(false))
                    .isInstanceOf(Reply.Whole.class);
            assertThat(lines).containsExactly("CONNECT localhost:" + upstream.port() + " HTTP/1.1");
            assertThat(upstream.asked().getFirst().headers()).doesNotContainKey("proxy-authorization");
            assertThat(asking(upstream, "localhost", through + ", user: ada, password: wrong}")
                            .failure(false)
                            .kind())
                    .isEqualTo(Kind.UNREACHABLE);
            assertThat(asking(upstream, "localhost", through + ", noProxy: [localhost]}")
                            .ask(false))
                    .isInstanceOf(Reply.Whole.class);
            assertThat(lines).hasSize(2);
        }
    }

    @Test
    void plain_http_is_asked_of_the_proxy_itself() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (ScriptedUpstream proxy = proxy(lines)) {
            Asking asking = new Asking(
                    VERTX,
                    directory,
                    "http://model.example/v1",
                    "connection: {proxy: {host: 127.0.0.1, port: " + proxy.port() + ", user: ada, password: pass}},");
            assertThat(asking.ask(false)).isInstanceOf(Reply.Whole.class);
            assertThat(lines).containsExactly("POST http://model.example/v1/chat/completions HTTP/1.1");
            assertThat(proxy.asked().getFirst().headers()).containsEntry("host", "model.example");
        }
    }

    /** As much of CONNECT (RFC 9110, 9.3.6) as it takes. */
    private static final class Tunnel implements AutoCloseable {
        private final java.net.ServerSocket server =
                new java.net.ServerSocket(0, 10, java.net.InetAddress.getLoopbackAddress());
        private final List<String> lines;

        Tunnel(List<String> lines) throws IOException {
            this.lines = lines;
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return server.getLocalPort();
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Thread.ofVirtual().start(() -> open(client));
                } catch (IOException closing) {
                    return;
                }
            }
        }

        private void open(Socket client) {
            try (client) {
                ScriptedUpstream.Asked asked = ScriptedUpstream.read(client.getInputStream());
                lines.add(asked.line());
                if (!isAllowed(asked.headers())) {
                    write(client.getOutputStream(), "HTTP/1.1 407 Who\r\ncontent-length: 0\r\n\r\n");
                    return;
                }
                String[] place = asked.line().split(" ")[1].split(":");
                try (Socket target = new Socket(place[0], Integer.parseInt(place[1]))) {
                    write(client.getOutputStream(), "HTTP/1.1 200 Open\r\n\r\n");
                    Thread back = Thread.startVirtualThread(() -> copy(target, client));
                    copy(client, target);
                    back.join();
                }
            } catch (IOException | InterruptedException over) {
                // Both ends are closed by now, which is all there is to do.
            }
        }

        private static boolean isAllowed(Map<String, String> headers) {
            return ("Basic " + Base64.getEncoder().encodeToString("ada:pass".getBytes(UTF_8)))
                    .equals(headers.get("proxy-authorization"));
        }

        private static void copy(Socket from, Socket to) {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                in.transferTo(out);
            } catch (IOException over) {
                // The other direction ends by itself.
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
