package org.gongkai.opengov.requests.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.platform.roles.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Steps of a letter: course × state → steps and roles (文书环节)")
class LetterStepTests {
    private static final Path APPROVED = Path.of("../docs/rules/requests-papers.md");

    @Test
    void areTheApprovedTable() throws IOException {
        Files.writeString(Path.of("target/requests-papers.received.md"), printed());

        assertThat(Files.readString(APPROVED))
                .as("docs/rules/requests-papers.md holds app/target/requests-papers.received.md")
                .contains(printed());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(LetterCourse.class)
    void leaveTheAgencyOnlyAfterTheyWereMade(LetterCourse course) {
        assertThat(LetterStep.DISPATCH.from(course))
                .containsExactlyInAnyOrder(LetterState.MADE, LetterState.UNDELIVERABLE);
        assertThat(LetterStep.MAKE.from(course))
                .containsExactly(
                        course == LetterCourse.PLAIN ? LetterState.DRAFT : LetterState.SIGNED);
    }

    @Test
    void areNothingForOperatorsAuditorsAndSecrecyReviewers() {
        for (var course : LetterCourse.values()) {
            assertThat(LetterStep.values())
                    .allSatisfy(
                            it ->
                                    assertThat(it.roles(course))
                                            .doesNotContain(
                                                    Role.OPERATOR,
                                                    Role.AUDITOR,
                                                    Role.SECRECY_REVIEWER));
        }
    }

    @Test
    void giveEachLetterOneCourse() {
        assertThat(LetterCourse.written())
                .hasSize(14)
                .doesNotContain(LetterKind.DELIVERY_RECEIPT, LetterKind.THIRD_PARTY_REPLY_FORM);
        assertThat(LetterCourse.of(LetterKind.REPLY)).isEqualTo(LetterCourse.ANSWER);
        assertThat(LetterCourse.of(LetterKind.FEE_NOTICE)).isEqualTo(LetterCourse.NOTICE);
        assertThat(LetterCourse.of(LetterKind.FILE_NOTE)).isEqualTo(LetterCourse.PLAIN);
    }

    private static String printed() {
        var text = new StringBuilder("| Course | Letters |\n|---|---|\n");
        for (var course : LetterCourse.values()) {
            text.append("| ").append(course).append(" | ");
            text.append(
                    LetterCourse.written().stream()
                            .filter(it -> LetterCourse.of(it) == course)
                            .map(LetterKind::term)
                            .collect(Collectors.joining("、")));
            text.append(" |\n");
        }
        text.append("\n| Step | API | Course | From | To | Roles |\n|---|---|---|---|---|---|\n");
        for (var step : LetterStep.values()) {
            for (var course : LetterCourse.values()) {
                if (!step.from(course).isEmpty()) {
                    text.append("| ").append(step).append(" | `").append(step.slug());
                    text.append("` | ").append(course).append(" | ");
                    text.append(joined(step.from(course))).append(" | ").append(step.to());
                    text.append(" | ").append(joined(step.roles(course))).append(" |\n");
                }
            }
        }
        text.append("\n| Letter | When it has left | When it was received |\n|---|---|---|\n");
        for (var kind : LetterCourse.written()) {
            var left = LetterCourse.onDispatch(kind);
            var received = LetterCourse.onDelivery(kind);
            if (left.isPresent() || received.isPresent()) {
                text.append("| ").append(kind.term()).append(" | ");
                text.append(left.map(Enum::name).orElse("—")).append(" | ");
                text.append(received.map(Enum::name).orElse("—")).append(" |\n");
            }
        }
        return text.toString();
    }

    private static String joined(Collection<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
