package org.gongkai.opengov.drinkingwater.basis.web;

import java.util.Arrays;
import java.util.Objects;
import org.gongkai.opengov.drinkingwater.WaterStandard;
import org.gongkai.opengov.drinkingwater.WaterStandards;
import org.gongkai.opengov.drinkingwater.basis.Background.State;
import org.gongkai.opengov.drinkingwater.basis.LimitDesk.Filter;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What narrows the list of other limits (筛选条件), as it stands in an address. */
record AskedLimits(@Nullable String words, @Nullable String standard, @Nullable String state) {

    Filter filter() {
        return new Filter(
                text(words),
                text(standard).isEmpty() ? null : standard(text(standard)),
                text(state).isEmpty() ? null : state(text(state)));
    }

    private static String standard(String code) {
        return WaterStandards.cited(code)
                .map(WaterStandard::code)
                .orElseThrow(() -> refused("standard"));
    }

    private static State state(String slug) {
        return Arrays.stream(State.values())
                .filter(it -> it.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> refused("state"));
    }

    String address(int page) {
        return UriComponentsBuilder.fromPath("/desk/water/limits")
                .queryParam("words", text(words))
                .queryParam("standard", text(standard))
                .queryParam("state", text(state))
                .queryParam("page", page)
                .encode()
                .toUriString();
    }

    private static Refusal refused(String field) {
        return Refusal.invalid(field, "drinkingwater.sources.problem.choose");
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
