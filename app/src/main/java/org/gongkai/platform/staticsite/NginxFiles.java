package org.gongkai.platform.staticsite;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How nginx hands the files out (nginx 配置): the addresses, types and headers of the running
 * program, read off its answers. What is withdrawn answers 410 by the files alone; only moved
 * columns, names of attachments and new kinds of filters need nginx to read its configuration
 * again.
 */
final class NginxFiles {
    private static final Set<String> OWN_OF_EACH =
            Set.of(
                    "content-type",
                    "content-length",
                    "content-disposition",
                    "content-encoding",
                    "transfer-encoding",
                    "connection",
                    "keep-alive",
                    "date",
                    "etag",
                    "last-modified",
                    "accept-ranges",
                    "vary",
                    "location",
                    "age");

    private final Path current;
    private final @Nullable String live;
    private final Renderer renderer;
    private final Set<String> asked;
    private final Map<String, String> files = new TreeMap<>();

    /**
     * @param current where the tree will be found
     * @param live address of the running site; null without one
     * @param asked addresses whose answers depend on what is asked
     */
    NginxFiles(Path current, @Nullable String live, Renderer renderer, Set<String> asked) {
        this.current = current;
        this.live = live;
        this.renderer = renderer;
        this.asked = Set.copyOf(asked);
    }

    /** Writes the files into this folder. */
    void write(Path folder, Manifest manifest) throws IOException {
        var kinds = new ServedKinds();
        manifest.forEach(kinds::add);
        files.put("nginx.conf", filled("nginx.conf", Map.of("current", current.toString())));
        files.put("maps.conf", maps(kinds));
        files.put("headers-page.conf", headers("/"));
        files.put("headers-asset.conf", headers(kinds.asset));
        files.put("headers-file.conf", headers(kinds.attachment));
        files.put("headers-error.conf", headers("/static-copy/nothing-is-here"));
        files.put("types.conf", kinds.types());
        files.put("moved.conf", kinds.moved());
        files.put("named.conf", placed(kinds.named()));
        files.put("asked.conf", askedPaths());
        files.put(
                "site.conf",
                filled(
                        "site.conf",
                        Map.of(
                                "nginx",
                                current.resolve("nginx").toString(),
                                "charsets",
                                kinds.charsets(),
                                "asked",
                                toAsked())));
        Files.createDirectories(folder);
        for (var each : files.entrySet()) {
            Files.writeString(folder.resolve(each.getKey()), each.getValue());
        }
    }

    /** Whether the tree before was handed out in the same way. */
    boolean sameAs(Optional<Path> formerTree) throws IOException {
        if (formerTree.isEmpty()) {
            return true; // Nobody hands it out yet.
        }
        for (var each : files.entrySet()) {
            var former = formerTree.get().resolve("nginx").resolve(each.getKey());
            if (!Files.exists(former) || !Files.readString(former).equals(each.getValue())) {
                return false;
            }
        }
        return true;
    }

    private String placed(String text) {
        return text.replace("{nginx}", current.resolve("nginx").toString());
    }

    private static String filled(String template, Map<String, String> values) throws IOException {
        try (var in = NginxFiles.class.getResourceAsStream("/staticsite/" + template)) {
            if (in == null) {
                throw new IOException(template);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var each : values.entrySet()) {
                text = text.replace("{" + each.getKey() + "}", each.getValue());
            }
            return text;
        }
    }

    /** The program's own headers at this address, as it sends them. */
    private String headers(@Nullable String address) throws IOException {
        HttpHeaders headers = renderer.get(address == null ? "/" : address).headers();
        return headers.map().entrySet().stream()
                .filter(it -> !it.getKey().startsWith(":"))
                .filter(it -> !OWN_OF_EACH.contains(it.getKey().toLowerCase(Locale.ROOT)))
                .map(
                        it ->
                                "add_header %s %s always;\n"
                                        .formatted(
                                                title(it.getKey()),
                                                quoted(it.getValue().getFirst())))
                .sorted()
                .collect(Collectors.joining());
    }

    private static String title(String header) {
        return Arrays.stream(header.split("-"))
                .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
                .collect(Collectors.joining("-"));
    }

    /** A value that nginx reads as it stands: it knows no way to write a dollar sign. */
    static String quoted(String value) {
        var plain = value.replace("\\", "\\\\").replace("\"", "\\\"");
        return '"' + plain.replace("$", "%24") + '"';
    }

    private String maps(ServedKinds kinds) {
        asked.stream()
                .filter(it -> it.contains("?"))
                .map(it -> it.replaceAll("^.*\\?|=.*$", ""))
                .forEach(kinds.parameters::add);
        var names = String.join("|", kinds.parameters);
        return """
               map_hash_max_size %d;
               map_hash_bucket_size 512;
               # What has moved for good.
               include %s;
               # Which file a query means; foreign parameters change nothing.
               map $args $gongkai_query {
                   default "";
                   "~^(?:[A-Za-z0-9_.%%+-]+=[A-Za-z0-9_.%%+-]*&)*(?:%s)=[A-Za-z0-9_.%%&=+-]*$" "@$args";
               }
               # The names under which attachments are saved.
               map $uri $gongkai_name {
                   default "attachment";
               %s}
               """
                .formatted(
                        Math.max(2048, 4 * Math.max(kinds.names.size(), kinds.moves())),
                        current.resolve("nginx").resolve("moved.conf"),
                        names.isEmpty() ? "page" : names,
                        kinds.names.entrySet().stream()
                                .map(
                                        it ->
                                                "    \"%s\" %s;\n"
                                                        .formatted(
                                                                it.getKey(), quoted(it.getValue())))
                                .collect(Collectors.joining()));
    }

    private String toAsked() {
        return live == null
                ? "rewrite ^ /.static/asked.html last;"
                : "return 302 " + live + "$request_uri;";
    }

    private String askedPaths() {
        return asked.stream()
                .filter(it -> !it.contains("?"))
                .sorted()
                .map(
                        it ->
                                "location = %1$s { %2$s }\nlocation ^~ %1$s/ { %2$s }\n"
                                        .formatted(it, toAsked()))
                .collect(Collectors.joining());
    }
}
