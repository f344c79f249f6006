package org.vigie.provider;

import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.catalog.Target;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.configuration.VigieConfiguration.Provider.Kind;
import org.vigie.configuration.VigieConfiguration.Proxy;
import org.vigie.configuration.VigieConfiguration.Tls;
import org.vigie.kernel.Secret;

/**
 * How one provider is reached: its own pool of connections, TLS and proxy, and what every request to it carries. Of a client's
 * request nothing gets here but the body and the headers that its dialect sends on, so that no other can leave. Redirects are not followed: the
 * prompt was cleared for this address alone.
 */
final class Endpoint {
    /** Those who wait for a connection: about as many as have one, lest a slow provider gathers a queue without end. */
    private static final int LEAST_WAITING = 64;

    private static final int KEEP_ALIVE_SECONDS = 30;

    /** Sent where the client names none. */
    private static final String ANTHROPIC_VERSION = "2023-06-01";

    private final VigieConfiguration.Provider provider;
    private final HttpClient client;
    private final RequestOptions common;
    private final String path;
    private final Map<String, RequestOptions> prepared = new ConcurrentHashMap<>();

    Endpoint(Vertx vertx, VigieConfiguration.Provider provider) {
        this.provider = provider;
        URI base = provider.baseUrl().orElseThrow();
        boolean tls = "https".equalsIgnoreCase(base.getScheme());
        int connections = provider.connection().poolSize();
        this.client = vertx.createHttpClient(
                options(provider.connection(), tls),
                new PoolOptions()
                        .setHttp1MaxSize(connections)
                        .setMaxWaitQueueSize(Math.max(LEAST_WAITING, connections)));
        this.path = path(base);
        this.common = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(base.getHost())
                .setPort(port(base, tls))
                .setSsl(tls)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "vigie");
        if (provider.kind() == Kind.ANTHROPIC) common.putHeader("anthropic-version", ANTHROPIC_VERSION);
        provider.connection()
                .headers()
                .forEach(
                        header -> common.putHeader(header.name(), header.value().reveal()));
        provider.organization().ifPresent(name -> common.putHeader("openai-organization", name));
        provider.apiKey().map(Secret::reveal).ifPresent(this::credential);
    }

    private void credential(String key) {
        if (provider.azureApiVersion().isPresent()) common.putHeader("api-key", key);
        else if (provider.kind() == Kind.ANTHROPIC) common.putHeader("x-api-key", key);
        else common.putHeader("authorization", "Bearer " + key);
    }

    private static HttpClientOptions options(VigieConfiguration.Connection connection, boolean tls) {
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(tls)
                .setVerifyHost(true)
                .setTcpNoDelay(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setDecompressionSupported(true)
                .setConnectTimeout(connection.connectTimeoutSeconds() * 1_000);
        connection
                .proxy()
                .ifPresent(proxy -> options.setProxyOptions(proxy(proxy)).setNonProxyHosts(proxy.noProxy()));
        if (tls) encrypt(options, connection.tls(), connection.connectTimeoutSeconds());
        return options;
    }

    private static void encrypt(HttpClientOptions options, Tls tls, int timeoutSeconds) {
        options.setSslHandshakeTimeout(timeoutSeconds)
                .setEnabledSecureTransportProtocols(
                        switch (tls.minimumVersion()) {
                            case TLS12 -> Set.of("TLSv1.2", "TLSv1.3");
                            case TLS13 -> Set.of("TLSv1.3");
                        });
        tls.caFile().ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        tls.certificateFile()
                .ifPresent(certificate -> options.setKeyCertOptions(new PemKeyCertOptions()
                        .addCertPath(certificate.toString())
                        .addKeyPath(tls.keyFile().orElseThrow().toString())));
    }

    private static ProxyOptions proxy(Proxy proxy) {
        ProxyOptions options =
                new ProxyOptions().setType(ProxyType.HTTP).setHost(proxy.host()).setPort(proxy.port());
        proxy.user().ifPresent(options::setUsername);
        proxy.password().map(Secret::reveal).ifPresent(options::setPassword);
        return options;
    }

    HttpClient client() {
        return client;
    }

    /**
     * @param operation as {@code /chat/completions}
     * @param headers of the dialect, besides those that every request carries
     */
    RequestOptions post(String operation, Target target, Map<String, String> headers) {
        RequestOptions shared =
                prepared.computeIfAbsent(uri(operation, target), uri -> new RequestOptions(common).setURI(uri));
        if (headers.isEmpty()) return shared;
        RequestOptions own = new RequestOptions(shared);
        headers.forEach(own::putHeader);
        return own;
    }

    private String uri(String operation, Target target) {
        return provider.azureApiVersion()
                .map(version ->
                        path + deployment(target.model().upstreamModel()) + operation + "?api-version=" + version)
                .orElseGet(() -> path + operation);
    }

    private static String deployment(String name) {
        QueryStringEncoder encoded = new QueryStringEncoder("");
        encoded.addParam("x", name);
        return "/openai/deployments/" + encoded.toString().substring("?x=".length());
    }

    private static int port(URI base, boolean tls) {
        if (base.getPort() > 0) return base.getPort();
        return tls ? 443 : 80;
    }

    private static String path(URI base) {
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
