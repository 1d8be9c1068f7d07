package org.gongkai.opengov.budgets.web;

import java.util.Arrays;
import java.util.Objects;
import org.gongkai.opengov.budgets.BudgetDesk;
import org.gongkai.opengov.budgets.BudgetKind;
import org.gongkai.opengov.budgets.BudgetPaper.State;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What narrows the list of papers (筛选条件), as it stands in an address. */
record AskedBudgets(
        @Nullable String year,
        @Nullable String kind,
        @Nullable String unit,
        @Nullable String state) {

    BudgetDesk.Filter filter() {
        return new BudgetDesk.Filter(
                number(),
                text(kind).isEmpty()
                        ? null
                        : BudgetKind.named(text(kind)).orElseThrow(() -> refused("kind")),
                text(unit).isEmpty() ? null : text(unit),
                text(state).isEmpty()
                        ? null
                        : Arrays.stream(State.values())
                                .filter(it -> it.slug().equals(text(state)))
                                .findFirst()
                                .orElseThrow(() -> refused("state")));
    }

    private @Nullable Integer number() {
        if (text(year).isEmpty()) {
            return null;
        }
        if (!text(year).matches("\\d{4}")) {
            throw refused("year");
        }
        return Integer.valueOf(text(year));
    }

    String address(int page) {
        return UriComponentsBuilder.fromPath("/desk/budgets")
                .queryParam("year", text(year))
                .queryParam("kind", text(kind))
                .queryParam("unit", text(unit))
                .queryParam("state", text(state))
                .queryParam("page", page)
                .encode()
                .toUriString();
    }

    private static Refusal refused(String field) {
        return Refusal.invalid(field, "budgets.problem.choose");
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
