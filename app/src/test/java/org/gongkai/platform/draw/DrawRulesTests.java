package org.gongkai.platform.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/rules/draw.md says what the code says")
class DrawRulesTests {
    private static final Path RULES = Path.of("../docs/rules/draw.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");

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
        return Stream.of("main", "test")
                .flatMap(
                        it ->
                                Stream.of(
                                        it + "/java/org/gongkai/platform/draw/",
                                        it + "/java/org/gongkai/platform/draw/web/"))
                .map(it -> Path.of("src/" + it + name + ".java"));
    }
}
