package org.gongkai.opengov.budgets.web;

import java.util.Objects;
import org.gongkai.opengov.budgets.FundKind;
import org.gongkai.opengov.budgets.PublicFunds;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What narrows the list of what was granted (筛选条件), as it stands in an address. */
record AskedFunds(
        @Nullable String agency,
        @Nullable String kind,
        @Nullable String year,
        @Nullable String words) {

    PublicFunds.Filter filter() {
        if (!text(year).matches("(\\d{4})?")) {
            throw Refusal.invalid("year", "budgets.problem.choose");
        }
        return new PublicFunds.Filter(
                text(kind).isEmpty()
                        ? null
                        : FundKind.named(text(kind))
                                .orElseThrow(
                                        () -> Refusal.invalid("kind", "budgets.problem.choose")),
                text(year).isEmpty() ? null : Integer.valueOf(text(year)),
                text(words));
    }

    /** The address of this list, or of its file. */
    String address(String path, int page) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "agency", agency);
        add(address, "kind", kind);
        add(address, "year", year);
        add(address, "words", words);
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (!text(value).isEmpty()) {
            address.queryParam(name, text(value));
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
