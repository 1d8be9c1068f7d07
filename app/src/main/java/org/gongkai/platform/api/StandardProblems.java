package org.gongkai.platform.api;

import static org.gongkai.platform.api.OpenApiPieces.object;
import static org.gongkai.platform.api.OpenApiPieces.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.RefusalKind;

/**
 * Adds to every call of the OpenAPI document what the common rules bring with them (通则补入): the
 * problems it may answer, and the idempotency key of creations.
 */
final class StandardProblems {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Map<String, Object> KEY_PARAMETER =
            Map.of("$ref", "#/components/parameters/IdempotencyKey");

    private final Wording wording;

    StandardProblems(Wording wording) {
        this.wording = wording;
    }

    void addTo(Map<String, Object> document) {
        var responses = section(section(document, "components"), "responses");
        Arrays.stream(RefusalKind.values())
                .collect(Collectors.groupingBy(RefusalKind::status, Collectors.toList()))
                .forEach((status, kinds) -> responses.put("Problem" + status, response(kinds)));
        section(document, "paths")
                .forEach(
                        (path, item) ->
                                object(item)
                                        .forEach(
                                                (method, call) -> {
                                                    if (METHODS.contains(method)) {
                                                        complete(path, method, object(call));
                                                    }
                                                }));
    }

    private static void complete(String path, String method, Map<String, Object> call) {
        boolean secured = !List.of().equals(call.get("security"));
        if (secured && method.equals("post")) {
            addKeyParameter(call);
        }
        var responses = section(call, "responses");
        for (int status : statuses(path, call, secured)) {
            responses.putIfAbsent(
                    Integer.toString(status),
                    Map.of("$ref", "#/components/responses/Problem" + status));
        }
    }

    private static void addKeyParameter(Map<String, Object> call) {
        var parameters = new ArrayList<Object>();
        if (call.get("parameters") instanceof List<?> named) {
            parameters.addAll(named);
        }
        if (!parameters.contains(KEY_PARAMETER)) {
            parameters.add(KEY_PARAMETER);
        }
        call.put("parameters", parameters);
    }

    private static Set<Integer> statuses(String path, Map<String, Object> call, boolean secured) {
        var statuses = new TreeSet<>(List.of(400, 406, 500, 503));
        String parameters = String.valueOf(call.get("parameters"));
        if (secured) {
            statuses.addAll(List.of(401, 403));
        }
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (call.containsKey("requestBody")) {
            statuses.addAll(List.of(413, 415, 422));
        }
        if (call.containsKey("parameters")) {
            statuses.add(422);
        }
        if (parameters.contains("/IdempotencyKey")) {
            statuses.add(409);
        }
        if (parameters.contains("/IfMatch")) {
            statuses.add(412);
        }
        return statuses;
    }

    private Map<String, Object> response(List<RefusalKind> kinds) {
        var first = kinds.getFirst();
        var example = new LinkedHashMap<String, Object>();
        example.put("type", first.type());
        example.put("title", title(first));
        example.put("status", first.status());
        example.put("detail", wording.say("refusals.advice." + first.slug()));
        example.put("instance", "/api/v1/documents");
        example.put("errors", List.of());
        return Map.of(
                "description",
                kinds.stream().map(this::title).collect(Collectors.joining("；")),
                "content",
                Map.of(
                        "application/problem+json",
                        Map.of(
                                "schema",
                                Map.of("$ref", "#/components/schemas/Problem"),
                                "example",
                                example)));
    }

    private String title(RefusalKind kind) {
        return wording.say("refusals.title." + kind.slug());
    }
}
