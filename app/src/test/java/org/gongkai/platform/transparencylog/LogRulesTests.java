package org.gongkai.platform.transparencylog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("docs/rules of the log and of commitments say what the code says")
class LogRulesTests {
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"transparencylog", "commitments"})
    void nameOnlyClassesThatAreThere(String module) throws IOException {
        var missing = new TreeSet<String>();
        var names = NAMED.matcher(Files.readString(Path.of("../docs/rules/" + module + ".md")));
        while (names.find()) {
            if (places(module, names.group(1)).noneMatch(Files::exists)) {
                missing.add(names.group(1));
            }
        }

        assertThat(missing).isEmpty();
    }

    private static Stream<Path> places(String module, String name) {
        return Stream.of(
                        "main/java/org/gongkai/platform/" + module + "/",
                        "main/java/org/gongkai/platform/" + module + "/web/",
                        "test/java/org/gongkai/platform/" + module + "/",
                        "test/java/org/gongkai/accessibility/")
                .map(it -> Path.of("src/" + it + name + ".java"));
    }
}
