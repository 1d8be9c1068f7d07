package org.gongkai.opengov.requests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests as people ask them, each with a matter of its own. */
public final class RequestSamples {
    /** A number with a right check sign that nobody has. */
    public static final String NUMBER = "11010519491231002X";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private RequestSamples() {}

    /** For the API. */
    public static Map<String, Object> input(Map<String, Object> more) {
        var input = new HashMap<String, Object>();
        input.put("applicantClass", "natural-person");
        input.put("name", "欧阳明月");
        input.put("identityKind", "id-card");
        input.put("identityNumber", NUMBER);
        input.put("phone", "0951-7654321");
        input.put("matters", List.of("某河断面的监测数据，第" + COUNT.incrementAndGet() + "份样例"));
        input.put("form", "paper");
        input.put("delivery", "in-person");
        input.putAll(more);
        return input;
    }

    /** For the form of the site. */
    public static Map<String, String> typed(Map<String, String> more) {
        var typed = new HashMap<String, String>();
        input(Map.of())
                .forEach(
                        (field, value) ->
                                typed.put(
                                        field,
                                        value instanceof List<?> many
                                                ? many.getFirst().toString()
                                                : value.toString()));
        typed.putAll(more);
        return typed;
    }
}
