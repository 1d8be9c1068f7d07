package org.gongkai.opengov.pushing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Steps of a push: role × state → step — 推送处理")
class PushStepTableTests {

    @Test
    void areTheApprovedTable() throws IOException {
        assertThat(Files.readString(Path.of("../docs/rules/pushing.md"))).contains(printed());
    }

    @Test
    void leaveAloneWhatIsSettledOrUnderWay() {
        var touched = EnumSet.noneOf(PushState.class);
        Arrays.stream(PushStep.values()).forEach(it -> touched.addAll(it.from()));

        assertThat(EnumSet.complementOf(touched))
                .containsExactly(
                        PushState.SENDING,
                        PushState.RECEIVED,
                        PushState.SKIPPED,
                        PushState.OVERTAKEN);
    }

    private static String printed() {
        var text = new StringBuilder("| Step | API | States | Roles |\n|---|---|---|---|\n");
        text.append("| see | `GET` | all | ").append(joined(PushStep.READERS)).append(" |\n");
        text.append("| catch up | `POST` catch-up | not yet pushed | ");
        text.append(joined(PushStep.CATCH_UP)).append(" |\n");
        for (var step : PushStep.values()) {
            text.append("| ").append(step).append(" | `").append(step.slug()).append("` | ");
            text.append(joined(step.from())).append(" | ").append(joined(step.roles()));
            text.append(" |\n");
        }
        return text.toString();
    }

    private static String joined(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }
}
