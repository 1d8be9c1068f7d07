package org.gongkai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The OpenAPI document as a contract for tests: every answer has a documented path, method, status,
 * content type and shape. A field that is not documented is a mismatch: in answers an object has
 * the named properties and no others, unless it says {@code additionalProperties}.
 */
public final class ApiContract {
    private static final String PARTS = "#/components/schemas/";
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final JsonNode closed;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private ApiContract(JsonNode document, JsonNode closed) {
        this.document = document;
        this.closed = closed;
    }

    /** The contract in this document. */
    public static ApiContract of(String json) {
        try {
            var mapper = new ObjectMapper();
            JsonNode closed = mapper.readTree(json);
            close(closed);
            return new ApiContract(mapper.readTree(json), closed);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException("The document is no JSON", e);
        }
    }

    /** A documented call. */
    public record Call(String method, String path, JsonNode operation) {}

    /** Every documented call. */
    public List<Call> calls() {
        var calls = new ArrayList<Call>();
        document.get("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                it -> {
                                                    if (METHODS.contains(it.getKey())) {
                                                        calls.add(
                                                                new Call(
                                                                        it.getKey(),
                                                                        path.getKey(),
                                                                        it.getValue()));
                                                    }
                                                }));
        return calls;
    }

    /** What is wrong with an answer; empty when it keeps the contract. */
    public List<String> mismatches(
            String method, String path, int status, String contentType, String body) {
        String asked = method + " " + path + " → " + status;
        var template = template(path);
        boolean problem = contentType.startsWith("application/problem+json");
        if (template.isEmpty() || !document.at(pointer(template.get())).has(lower(method))) {
            boolean allowed = problem && (status == 404 || status == 405 || status == 401);
            return allowed
                    ? shape(problemSchema(), body, asked)
                    : List.of(asked + " is not documented");
        }
        String operation = pointer(template.get()) + "/" + lower(method);
        JsonNode response = document.at(operation + "/responses/" + status);
        String at = operation + "/responses/" + status;
        if (response.has("$ref")) {
            at = response.get("$ref").asText().substring(1);
            response = document.at(at);
        }
        if (response.isMissingNode()) {
            return List.of(asked + " has a status that is not documented");
        }
        if (!response.has("content")) {
            return body.isEmpty() ? List.of() : List.of(asked + " has a body, none is documented");
        }
        String type = contentType.split(";")[0].strip();
        if (!response.get("content").has(type)) {
            return List.of(asked + " is " + type + ", which is not documented");
        }
        String schema = at + "/content/" + escape(type) + "/schema";
        boolean json = type.endsWith("json");
        return json && document.at(schema).isObject() ? shape(schema, body, asked) : List.of();
    }

    /** What is wrong with a documented example. */
    public List<String> exampleMismatches(String schemaPointer, JsonNode example, String where) {
        return shape(schemaPointer, example.toString(), where);
    }

    /** The part of the document at this pointer; missing where there is none. */
    public JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** A path as a JSON pointer into the document. */
    public static String pointer(String path) {
        return "/paths/" + escape(path);
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private List<String> shape(String pointer, String body, String asked) {
        var schema = schemas.computeIfAbsent(pointer, this::schema);
        return schema
                .validate(
                        body,
                        InputFormat.JSON,
                        it -> it.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .map(it -> asked + ": " + it)
                .toList();
    }

    /** The shape at this pointer with what it refers to, and no more of the document. */
    private Schema schema(String pointer) {
        var shape = (ObjectNode) closed.at(pointer).deepCopy();
        var parts = new TreeMap<String, JsonNode>();
        collect(shape, parts);
        var components = shape.putObject("components").putObject("schemas");
        parts.forEach(components::set);
        return SCHEMAS.getSchema(shape);
    }

    private void collect(JsonNode node, Map<String, JsonNode> parts) {
        var reference = node.path("$ref").asText();
        if (reference.startsWith(PARTS)) {
            var name = reference.substring(PARTS.length());
            var part = closed.at(reference.substring(1));
            if (parts.putIfAbsent(name, part) == null) {
                collect(part, parts);
            }
        }
        node.forEach(it -> collect(it, parts));
    }

    private static String problemSchema() {
        return "/components/schemas/Problem";
    }

    /** The documented path that an address falls under; one without placeholders comes first. */
    private Optional<String> template(String path) {
        return document.get("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(it -> matches(it, path))
                .min(Comparator.comparingLong(it -> it.chars().filter(c -> c == '{').count()));
    }

    private static boolean matches(String template, String path) {
        var pattern = new StringBuilder();
        for (String step : template.split("/", -1)) {
            pattern.append(pattern.isEmpty() ? "" : "/");
            for (String piece : step.split("(?=\\{)|(?<=})")) {
                pattern.append(piece.startsWith("{") ? "[^/]+" : Pattern.quote(piece));
            }
        }
        return path.matches("/?" + pattern);
    }

    private static String lower(String method) {
        return method.toLowerCase(java.util.Locale.ROOT);
    }

    /** An object schema with properties takes no others, unless it says so. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean open =
                    object.has("additionalProperties")
                            || object.has("allOf")
                            || object.has("oneOf")
                            || object.has("anyOf");
            if (object.path("properties").isObject() && object.has("type") && !open) {
                object.put("additionalProperties", false);
            }
        }
        node.forEach(ApiContract::close);
    }
}
