package org.gongkai.platform.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Puts the pieces {@code openapi/<module>.yaml} together (接口说明合并): each names its own paths and
 * components, and nothing may be named twice.
 */
final class OpenApiPieces {
    private final Map<String, Object> whole = new LinkedHashMap<>();

    private OpenApiPieces() {}

    static Map<String, Object> merged() throws IOException {
        var pieces = new OpenApiPieces();
        var files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/*.yaml");
        Arrays.sort(files, Comparator.comparing(Resource::getFilename));
        for (var file : files) {
            String name = String.valueOf(file.getFilename());
            pieces.add(name, JsonYaml.read(file.getContentAsString(StandardCharsets.UTF_8)));
        }
        return pieces.whole;
    }

    private void add(String file, Map<String, Object> piece) {
        piece.forEach(
                (part, value) -> {
                    switch (part) {
                        case "paths" -> put(file, section(whole, "paths"), value);
                        case "components" ->
                                object(value)
                                        .forEach(
                                                (kind, named) ->
                                                        put(
                                                                file,
                                                                section(
                                                                        section(
                                                                                whole,
                                                                                "components"),
                                                                        kind),
                                                                named));
                        case "tags" -> appendTags(value);
                        default -> put(file, whole, Map.of(part, value));
                    }
                });
    }

    private void appendTags(Object value) {
        var tags = new ArrayList<Object>();
        if (whole.get("tags") instanceof List<?> known) {
            tags.addAll(known);
        }
        tags.addAll((List<?>) value);
        whole.put("tags", tags);
    }

    private static void put(String file, Map<String, Object> into, Object named) {
        object(named)
                .forEach(
                        (name, value) -> {
                            if (into.putIfAbsent(name, value) != null) {
                                throw new IllegalStateException(
                                        "openapi/" + file + " names again: " + name);
                            }
                        });
    }

    static Map<String, Object> section(Map<String, Object> of, String name) {
        return object(of.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>()));
    }

    /** A JSON object as it was read; its keys are texts. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
