package org.gongkai.platform.staticsite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Asks the program for its pages (取页), as any reader would: the same renderer, the same gate. */
final class Renderer {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    /**
     * @param base where the program answers, without a slash at the end
     */
    Renderer(String base) {
        this.base = base;
    }

    HttpResponse<byte[]> get(String address) throws IOException {
        return send(address, BodyHandlers.ofByteArray());
    }

    /** The same straight into a file, for what may be large. */
    HttpResponse<Path> get(String address, Path into) throws IOException {
        return send(address, BodyHandlers.ofFile(into));
    }

    private <T> HttpResponse<T> send(String address, HttpResponse.BodyHandler<T> body)
            throws IOException {
        var request = HttpRequest.newBuilder(URI.create(base + address)).timeout(LONGEST).build();
        try {
            return client.send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static String header(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse("");
    }
}
