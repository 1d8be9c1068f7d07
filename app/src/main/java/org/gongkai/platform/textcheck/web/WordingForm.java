package org.gongkai.platform.textcheck.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.textcheck.WordingDesk;
import org.gongkai.platform.textcheck.wording.RuleKind;
import org.jspecify.annotations.Nullable;

/** A new line as typed (新增词条). */
record WordingForm(
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String right,
        @Nullable String exceptions,
        @Nullable String note) {

    WordingDesk.Draft draft() {
        return new WordingDesk.Draft(
                kindOf(kind).orElseThrow(() -> Refusal.invalid("kind", "textcheck.wording.kind")),
                text(subject),
                text(right),
                exceptionsOf(text(exceptions)),
                text(note));
    }

    static Optional<RuleKind> kindOf(@Nullable String name) {
        return Arrays.stream(RuleKind.values()).filter(it -> it.name().equals(name)).findFirst();
    }

    static List<String> exceptionsOf(String written) {
        return Arrays.stream(written.split("[；;\\s]+")).filter(it -> !it.isBlank()).toList();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
