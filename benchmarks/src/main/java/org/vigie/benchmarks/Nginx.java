package org.vigie.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx as a plain reverse proxy: kept-alive connections upstream, nothing buffered, no log. */
final class Nginx {
    private static final String CONFIGURATION = """
            daemon off;
            worker_processes auto;
            pid %1$s/nginx.pid;
            error_log %1$s/nginx-error.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              keepalive_requests 1000000000;
              upstream provider { server 127.0.0.1:%2$d; keepalive 64; keepalive_requests 1000000000; }
              server {
                listen 127.0.0.1:%3$d;
                location / {
                  proxy_pass http://provider;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_buffering off;
                }
              }
            }
            """;

    private Nginx() {}

    static Child start(Path directory, int upstream, int port, Path log) throws IOException, InterruptedException {
        Path configuration = directory.resolve("nginx.conf");
        Files.writeString(configuration, CONFIGURATION.formatted(directory, upstream, port));
        Child nginx = Child.start(
                log, List.of("nginx", "-p", directory.toString(), "-e", log.toString(), "-c", configuration.toString()));
        awaitPort(port);
        return nginx;
    }

    private static void awaitPort(int port) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IOException("nginx does not listen on port " + port);
    }
}
