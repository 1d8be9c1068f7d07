package org.gongkai.platform.pagecache;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads public pages as bytes, with whatever head a test wants to send. */
final class PageReader {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;

    PageReader(int port) {
        this.port = port;
    }

    /** As anybody gets it. */
    HttpResponse<byte[]> get(String path, String... head) {
        return send("GET", path, head);
    }

    HttpResponse<byte[]> head(String path, String... head) {
        return send("HEAD", path, head);
    }

    /**
     * Made for this reader alone: nothing with an authorization is kept or answered from memory.
     */
    HttpResponse<byte[]> uncached(String path) {
        return get(path, "Authorization", "Nobody");
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static byte[] gunzip(byte[] small) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(small))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The head but for these, by lower-case name. */
    static Map<String, List<String>> headWithout(HttpResponse<?> answer, Set<String> names) {
        var head = new TreeMap<String, List<String>>();
        answer.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (!names.contains(name.toLowerCase(Locale.ROOT))) {
                                head.put(name.toLowerCase(Locale.ROOT), values);
                            }
                        });
        return head;
    }

    private HttpResponse<byte[]> send(String method, String path, String... head) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (head.length > 0) {
            request.headers(head);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
