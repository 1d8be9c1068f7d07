package org.gongkai.opengov.drinkingwater.basis.web;

import java.util.Arrays;
import java.util.Objects;
import org.gongkai.opengov.drinkingwater.basis.Background.State;
import org.gongkai.opengov.drinkingwater.basis.BackgroundDesk.Filter;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What narrows the list of natural backgrounds (筛选条件), as it stands in an address. */
record AskedBackgrounds(@Nullable String words, @Nullable String source, @Nullable String state) {
    private static final String NUMBER = "[0-9]{1,18}";

    Filter filter() {
        return new Filter(
                text(words),
                text(source).isEmpty() ? null : number(text(source)),
                text(state).isEmpty() ? null : state(text(state)));
    }

    private static Long number(String typed) {
        if (!typed.matches(NUMBER)) {
            throw refused("source");
        }
        return Long.valueOf(typed);
    }

    private static State state(String slug) {
        return Arrays.stream(State.values())
                .filter(it -> it.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> refused("state"));
    }

    String address(int page) {
        return UriComponentsBuilder.fromPath("/desk/water/backgrounds")
                .queryParam("words", text(words))
                .queryParam("source", text(source))
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
