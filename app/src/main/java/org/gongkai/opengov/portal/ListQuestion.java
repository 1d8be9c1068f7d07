package org.gongkai.opengov.portal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.PublicRegister.Order;
import org.gongkai.opengov.disclosures.Validity;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * By what a reader narrowed a list of documents (筛选条件), as it stands in the address. What is not
 * understood is no page of this site.
 *
 * @param column key of a column, in lists over several
 * @param validity as {@code in-force}
 * @param item number of the item of 条例 art. 20
 * @param order {@code oldest}, or the newest first
 */
record ListQuestion(
        @Nullable String column,
        @Nullable String year,
        @Nullable String kind,
        @Nullable String validity,
        @Nullable String section,
        @Nullable String item,
        @Nullable String order) {
    private static final String OLDEST = "oldest";

    /** As parameters of an address, in the order of the page. */
    Map<String, @Nullable Object> parameters() {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("column", column);
        parameters.put("year", year);
        parameters.put("kind", kind);
        parameters.put("validity", validity);
        parameters.put("section", section);
        parameters.put("item", item);
        parameters.put("order", order);
        return parameters;
    }

    Order inOrder() {
        return isOldestFirst() ? Order.OLDEST_FIRST : Order.NEWEST_FIRST;
    }

    boolean isOldestFirst() {
        return OLDEST.equals(order);
    }

    @Nullable DocumentKind documentKind() {
        return given(kind).map(it -> understood(DocumentKind.named(it))).orElse(null);
    }

    @Nullable Validity validityAsked() {
        return given(validity).map(it -> understood(validityNamed(it))).orElse(null);
    }

    @Nullable Integer yearAsked() {
        return given(year).map(ListQuestion::number).orElse(null);
    }

    @Nullable Integer itemAsked() {
        return given(item).map(ListQuestion::number).orElse(null);
    }

    /** The word in addresses: {@code in-force}. */
    static String slug(Validity validity) {
        return validity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Validity> validityNamed(String slug) {
        return Arrays.stream(Validity.values()).filter(it -> slug(it).equals(slug)).findFirst();
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(it -> !it.isBlank());
    }

    private static <T> T understood(Optional<T> meant) {
        return meant.orElseThrow(Refusal::notFound);
    }

    private static Integer number(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            throw Refusal.notFound();
        }
        return Integer.valueOf(text);
    }
}
