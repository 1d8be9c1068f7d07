package org.gongkai.opengov.disclosures;

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

@DisplayName("Steps: role × state → step — 办理环节")
class StepTableTests {
    private static final Path APPROVED = Path.of("../docs/rules/access.md");

    @Test
    void areTheApprovedTable() throws IOException {
        var printed = printed();
        var approved = Files.exists(APPROVED) ? Files.readString(APPROVED) : "";
        if (!printed.equals(approved)) {
            Files.writeString(Path.of("target/access.received.md"), printed);
        }

        assertThat(approved)
                .as("docs/rules/access.md; what the code says is in app/target/access.received.md")
                .isEqualTo(printed);
    }

    @Test
    void allRestOnAGround() {
        assertThat(Step.values()).allSatisfy(it -> assertThat(it.ground()).isNotBlank());
    }

    @Test
    void leaveEveryStateButTheFinalOnes() {
        var left = EnumSet.noneOf(DocumentState.class);
        Arrays.stream(Step.values())
                .filter(it -> it != Step.PURGE)
                .forEach(it -> left.addAll(it.from()));

        assertThat(EnumSet.complementOf(left))
                .containsExactly(DocumentState.DISCARDED, DocumentState.PURGED);
    }

    @Test
    void letNobodyPublishFromAStateWithOpenSignatures() {
        assertThat(Step.PUBLISH.from())
                .containsExactlyInAnyOrder(DocumentState.APPROVED, DocumentState.SCHEDULED);
    }

    @Test
    void giveOperatorsAndAuditorsNothingToDo() {
        assertThat(Step.values())
                .allSatisfy(
                        it -> assertThat(it.roles()).doesNotContain(Role.OPERATOR, Role.AUDITOR));
    }

    private static String printed() {
        var text = new StringBuilder();
        text.append("# Who may do what with a document (权限表)\n\n");
        text.append("Printed from `org.gongkai.opengov.disclosures.Step`; the program asks this");
        text.append(" table and nothing else.\n");
        text.append("Further conditions: own section (`Role.bySection`), the level that is waited");
        text.append(" for,\nand nobody signs what they wrote or two levels of one item");
        text.append(" (`Rights`, and again the database).\n\n");
        text.append("| Step | API | States | Roles | Ground |\n|---|---|---|---|---|\n");
        for (var step : Step.values()) {
            text.append("| ").append(step).append(" | `").append(step.slug()).append("` | ");
            text.append(joined(step.from())).append(" | ").append(joined(step.roles()));
            text.append(" | ").append(step.ground()).append(" |\n");
        }
        text.append("\n## By role and state\n\n| Role |");
        for (var state : DocumentState.values()) {
            text.append(' ').append(state).append(" |");
        }
        text.append("\n|---|").append("---|".repeat(DocumentState.values().length)).append('\n');
        for (var role : Role.values()) {
            text.append("| ").append(role).append(" |");
            for (var state : DocumentState.values()) {
                var steps =
                        Arrays.stream(Step.values())
                                .filter(
                                        it ->
                                                it.roles().contains(role)
                                                        && it.from().contains(state))
                                .map(Step::slug)
                                .collect(Collectors.joining(", "));
                text.append(' ').append(steps.isEmpty() ? "—" : steps).append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String joined(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
