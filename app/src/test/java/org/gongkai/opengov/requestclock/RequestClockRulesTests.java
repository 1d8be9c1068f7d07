package org.gongkai.opengov.requestclock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/rules/requestclock.md says what the code says")
class RequestClockRulesTests {
    private static final Path RULES = Path.of("../docs/rules/requestclock.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+)`");

    @Test
    void listsTheNamesThatTheCodeKnows() throws IOException {
        var printed = printed();
        var approved = Files.readString(RULES);
        if (!approved.endsWith(printed)) {
            Files.writeString(Path.of("target/requestclock.received.md"), printed);
        }

        assertThat(approved)
                .as("its end; what the code says is in app/target/requestclock.received.md")
                .endsWith(printed);
    }

    @Test
    void namesOnlyClassesThatAreThere() throws IOException {
        var missing = new TreeSet<String>();
        var names = NAMED.matcher(Files.readString(RULES));
        while (names.find()) {
            if (places(names.group(1)).noneMatch(Files::exists)) {
                missing.add(names.group(1));
            }
        }

        assertThat(missing).isEmpty();
    }

    private static Stream<Path> places(String name) {
        var module = "java/org/gongkai/opengov/requestclock/";
        return Stream.of("main/" + module, "test/" + module, "test/" + module + "web/")
                .map(it -> Path.of("src/" + it + name + ".java"));
    }

    private static String printed() {
        var text = new StringBuilder("## Events (事件)\n\n");
        Arrays.stream(EventType.values())
                .forEach(it -> text.append("- `").append(it.slug()).append("`\n"));
        text.append("\n## Breaches (违反期限规定)\n\n| Code | Article |\n|---|---|\n");
        Arrays.stream(Breach.Kind.values())
                .forEach(it -> row(text, it.code(), it.ofFeeRules(), it.article()));
        text.append("\n## Remarks (提示)\n\n| Code | Article |\n|---|---|\n");
        Arrays.stream(Remark.Kind.values())
                .forEach(it -> row(text, it.code(), it.ofFeeRules(), it.article()));
        text.append("\n## What cannot be (不可能发生)\n\n");
        Arrays.stream(ImpossibleEvent.Why.values())
                .forEach(it -> text.append("- `").append(it.code()).append("`\n"));
        return text.toString();
    }

    private static void row(StringBuilder text, String code, boolean ofFeeRules, String article) {
        text.append("| `").append(code).append("` | ");
        text.append(ofFeeRules ? "信息处理费管理办法" : "条例").append(" art. ").append(article);
        text.append(" |\n");
    }
}
