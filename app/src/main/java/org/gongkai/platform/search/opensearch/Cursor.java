package org.gongkai.platform.search.opensearch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.search.SearchOrder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where in the order of hits one stands (翻页位置), as a text that can be handed out. */
final class Cursor {

    private static final String BY_DATE = "d";

    private Cursor() {}

    /** The order of hits; the id makes it total, so that pages neither repeat nor skip. */
    static List<Map<String, String>> sort(SearchOrder order) {
        var newest = Map.of(Names.PUBLISHED, "desc");
        var id = Map.of(Names.ID, "asc");
        return switch (order) {
            case RELEVANCE -> List.of(Map.of("_score", "desc"), newest, id);
            case DATE -> List.of(newest, id);
        };
    }

    /** The text for the hit with these values of the order. */
    static String of(JsonNode values, SearchOrder order) {
        int first = order == SearchOrder.RELEVANCE ? 1 : 0;
        String text =
                (first == 1 ? values.get(0).asString() : BY_DATE)
                        + ":"
                        + values.get(first).asLong()
                        + ":"
                        + values.get(first + 1).asString();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The values the text stands for; null if it is none of ours or of another order. */
    static @Nullable List<Object> read(@Nullable String text, SearchOrder order) {
        if (text == null) {
            return null;
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(text);
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 3);
            if (parts.length != 3 || parts[0].equals(BY_DATE) != (order == SearchOrder.DATE)) {
                return null;
            }
            List<Object> values = new ArrayList<>();
            if (order == SearchOrder.RELEVANCE) {
                float score = Float.parseFloat(parts[0]);
                if (!Float.isFinite(score)) {
                    return null;
                }
                values.add(score);
            }
            values.add(Long.parseLong(parts[1]));
            values.add(parts[2]);
            return values;
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
