package org.gongkai.opengov.drinkingwater.sources.web;

import java.util.Objects;
import org.gongkai.opengov.drinkingwater.sources.SourceKind;
import org.gongkai.opengov.drinkingwater.sources.SourceState;
import org.gongkai.opengov.drinkingwater.sources.WaterSourceDesk;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What narrows the list of sources (筛选条件), as it stands in an address. */
record AskedSources(
        @Nullable String words,
        @Nullable String kind,
        @Nullable String state,
        @Nullable String district) {
    /** Nothing is narrowed. */
    static final WaterSourceDesk.Filter ALL = new WaterSourceDesk.Filter("", null, null, null);

    WaterSourceDesk.Filter filter() {
        return new WaterSourceDesk.Filter(
                text(words),
                text(kind).isEmpty()
                        ? null
                        : SourceKind.named(text(kind)).orElseThrow(() -> refused("kind")),
                text(state).isEmpty()
                        ? null
                        : SourceState.named(text(state)).orElseThrow(() -> refused("state")),
                text(district).isEmpty() ? null : text(district));
    }

    String address(int page) {
        return UriComponentsBuilder.fromPath("/desk/water/sources")
                .queryParam("words", text(words))
                .queryParam("kind", text(kind))
                .queryParam("state", text(state))
                .queryParam("district", text(district))
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
