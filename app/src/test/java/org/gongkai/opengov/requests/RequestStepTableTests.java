package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.platform.roles.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Steps of a request: role × stage → steps — 依申请公开办理环节")
class RequestStepTableTests {
    private static final Path APPROVED = Path.of("../docs/rules/requests-steps.md");

    @Test
    void areTheApprovedTable() throws IOException {
        var printed = printed();
        var approved = Files.exists(APPROVED) ? Files.readString(APPROVED) : "";
        if (!printed.equals(approved)) {
            Files.writeString(Path.of("target/requests-steps.received.md"), printed);
        }

        assertThat(approved)
                .as(
                        "docs/rules/requests-steps.md; the code says app/target/requests-steps.received.md")
                .isEqualTo(printed);
    }

    @Test
    void allRestOnAGround() {
        assertThat(RequestStep.values()).allSatisfy(it -> assertThat(it.ground()).isNotBlank());
    }

    @Test
    void giveOperatorsAuditorsAndSecrecyReviewersNothingToDo() {
        assertThat(RequestStep.values())
                .allSatisfy(
                        it ->
                                assertThat(it.roles())
                                        .doesNotContain(
                                                Role.OPERATOR,
                                                Role.AUDITOR,
                                                Role.SECRECY_REVIEWER));
    }

    @Test
    void haveAUsualNextStepInEveryStageThatIsOpen() {
        assertThat(RequestStage.values())
                .filteredOn(RequestStage::isOpen)
                .allSatisfy(
                        stage ->
                                assertThat(NextStep.of(stage, true))
                                        .isNotEmpty()
                                        .allSatisfy(it -> assertThat(it.from()).contains(stage)));
    }

    @Test
    void consentToAnExtensionBelongsToTheHeadOfTheOfficeAlone() {
        assertThat(RequestStep.EXTENSION_APPROVED.roles())
                .isEqualTo(EnumSet.of(Role.DISCLOSURE_HEAD));
    }

    private static String printed() {
        var text = new StringBuilder();
        text.append("# What can happen to a request, and who records it (依申请公开办理环节)\n\n");
        text.append(
                "Printed from `org.gongkai.opengov.requests.RequestStep`; the program asks this");
        text.append(" table and nothing else.\n");
        text.append("Further conditions: people of a section only in requests assigned to it;");
        text.append(
                " nobody consents to an extension\nhe asked for or reviews what he drafted; an");
        text.append(" answer needs its question, silence its term (`CaseFile`).\n");
        text.append("条例 is 《政府信息公开条例》.\n\n");
        text.append(
                "| Step | API | Stages | Roles | To be told | Ground |\n|---|---|---|---|---|---|\n");
        for (var step : RequestStep.values()) {
            text.append("| ").append(step).append(" | `").append(step.slug()).append("` | ");
            text.append(joined(step.from())).append(" | ").append(joined(step.roles()));
            text.append(" | ").append(joined(step.needs()));
            text.append(" | ").append(step.ground()).append(" |\n");
        }
        text.append("\n## By role and stage\n\n| Role |");
        for (var stage : RequestStage.values()) {
            text.append(' ').append(stage).append(" |");
        }
        text.append("\n|---|").append("---|".repeat(RequestStage.values().length)).append('\n');
        for (var role : Role.values()) {
            text.append("| ").append(role).append(" |");
            for (var stage : RequestStage.values()) {
                var steps =
                        Arrays.stream(RequestStep.values())
                                .filter(
                                        it ->
                                                it.roles().contains(role)
                                                        && it.from().contains(stage))
                                .map(RequestStep::slug)
                                .collect(Collectors.joining(", "));
                text.append(' ').append(steps.isEmpty() ? "—" : steps).append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String joined(Set<? extends Enum<?>> values) {
        return values.isEmpty()
                ? "—"
                : values.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
