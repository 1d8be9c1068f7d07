package org.gongkai.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A failure")
class FailuresTests {
    private final Wording wording;
    private final Failures failures;

    FailuresTests() throws IOException {
        wording = new Wording(new Messages(true));
        failures = new Failures(wording);
    }

    @ParameterizedTest
    @EnumSource(RefusalKind.class)
    void ofEveryKindHasATitleAndSaysWhatToDo(RefusalKind kind) {
        var told = failures.of(Refusal.of(kind, "refusals.not-found"));

        assertThat(told.status()).isEqualTo(kind.status());
        assertThat(told.title()).isNotBlank();
        assertThat(told.advice()).endsWith("。");
    }

    @Test
    void ofTheProgramHidesItsCauseBehindAnErrorId() {
        var told = failures.of(new IllegalStateException("jdbc:postgresql://secret"));

        assertThat(told.status()).isEqualTo(500);
        assertThat(told.errorId()).matches("[0-9A-F]{10}");
        assertThat(told.toString()).doesNotContain("postgresql");
    }

    @Test
    void carriesFieldsStepsVersionAndWait() {
        var invalid =
                failures.of(
                        Refusal.invalid(
                                List.of(FieldProblem.of("limit", "api.paging.limit", 200))));
        assertThat(invalid.fields())
                .containsExactly(new Failure.AtField("limit", "limit", "每次读取的条数请填 1 至 200。"));
        assertThat(
                        failures.of(Refusal.notPossibleNow(List.of("sign"), "api.if-match.stale"))
                                .allowedSteps())
                .containsExactly("sign");
        assertThat(failures.of(Refusal.stale(7, "api.if-match.stale")).currentVersion())
                .isEqualTo(7);
        assertThat(
                        failures.of(
                                        Refusal.tooMany(
                                                Duration.ofMinutes(3), "accounts.sign-in.locked"))
                                .retryAfter())
                .isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void keepsTheDigitsOfNumbersAndWritesDaysInFull() {
        assertThat(wording.say("dates.left", 2021)).isEqualTo("剩2021个工作日");
        assertThat(wording.say("dates.left", LocalDate.of(2026, 11, 23)))
                .isEqualTo("剩2026年11月23日(周一)个工作日");
    }
}
