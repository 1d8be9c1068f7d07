package org.gongkai.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Texts of the pages: none missing, none left over, all plain Chinese")
class MessageKeyTests {
    private static final Path SOURCES = Path.of("src/main");
    private static final Path MESSAGES = SOURCES.resolve("resources/messages");

    /** Anything quoted that looks like a key or the beginning or end of one. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<![\\w.-])\\.?[A-Za-z][A-Za-z0-9-]*(\\.[A-Za-z0-9_-]+)*\\.?(?![\\w])");

    private static final Pattern USED_IN_TEMPLATE = Pattern.compile("#\\{([a-z][\\w.-]*)");
    private static final Pattern REGISTER =
            Pattern.compile("[^\\w.]register\\(\\s*\\d+,\\s*\"([\\w.-]+)\"");
    private static final Pattern QUOTED =
            Pattern.compile("\"([^\"\\\\\\n]*)\"|'([^'\\\\\\n]*)'|#\\{([a-z][\\w.-]*)");

    private final Map<String, String> texts = texts();
    private final Set<String> tokens = tokens();

    @Test
    void noneIsMissingInTemplates() throws IOException {
        var missing = new TreeSet<String>();
        for (var template : TemplateTextTests.templates()) {
            var match = USED_IN_TEMPLATE.matcher(Files.readString(template));
            while (match.find()) {
                if (!texts.containsKey(match.group(1))) {
                    missing.add(template.getFileName() + ": " + match.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void eachRegisterSaysWhatItIsFor() throws IOException {
        var missing = new TreeSet<String>();
        for (var source : files(SOURCES.resolve("java"), ".java")) {
            var match = REGISTER.matcher(Files.readString(source));
            while (match.find()) {
                if (!texts.containsKey(match.group(1) + ".about")) {
                    missing.add(source.getFileName() + ": " + match.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noneIsLeftOver() {
        assertThat(texts.keySet().stream().filter(it -> !used(it)).toList()).isEmpty();
    }

    @Test
    void noneIsSaidTwice() throws IOException {
        var seen = new TreeMap<String, String>();
        var twice = new ArrayList<String>();
        for (var file : files(MESSAGES, ".properties")) {
            for (var line : Files.readAllLines(file)) {
                var key = line.contains("=") ? line.substring(0, line.indexOf('=')) : "";
                if (!key.isBlank() && seen.put(key, file.getFileName().toString()) != null) {
                    twice.add(file.getFileName() + ": " + key);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void allAreCalmAndSaySomething() {
        var wrong =
                texts.entrySet().stream()
                        .filter(
                                it ->
                                        it.getValue().isBlank()
                                                || it.getValue().matches("(?s).*[！!].*")
                                                || it.getValue().contains("操作成功"))
                        .map(Map.Entry::getKey)
                        .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void noFileHoldsAReplacementCharacter() throws IOException {
        var broken = new ArrayList<Path>();
        for (var ending : List.of(".properties", ".html", ".java", ".css", ".sql", ".yaml")) {
            for (var file : files(SOURCES, ending)) {
                if (Files.readString(file).indexOf(0xFFFD) >= 0) {
                    broken.add(file);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aKeyNobodyNamesIsFoundOut() {
        assertThat(used("portal.nobody.names-this")).isFalse();
        assertThat(used("components.editor.bold.sign")).isTrue();
    }

    /**
     * Named whole, or put together from a beginning that ends in a dot or a hyphen, from a whole
     * key and an ending, or around a middle, as in {@code "portal.field." + key}, {@code messageKey
     * + ".about"} and {@code module + ".audit." + act}.
     */
    private boolean used(String key) {
        if (tokens.contains(key)) {
            return true;
        }
        for (var at = key.indexOf('.'); at >= 0; at = key.indexOf('.', at + 1)) {
            var beginning = key.substring(0, at);
            var ending = key.substring(at);
            if (tokens.contains(beginning + ".") && beginning.contains(".")
                    || tokens.contains(ending) && used(beginning)) {
                return true;
            }
        }
        return tokens.contains(key.substring(0, key.indexOf('.')) + ".")
                || tokens.stream().anyMatch(it -> it.matches(".+\\..+-") && key.startsWith(it))
                || aroundAMiddle(key);
    }

    /**
     * {@code accounts.audit.opened} from the action {@code accounts.opened} and {@code ".audit"}.
     */
    private boolean aroundAMiddle(String key) {
        var parts = key.split("\\.", 3);
        return parts.length == 3
                && (tokens.contains("." + parts[1]) || tokens.contains("." + parts[1] + "."))
                && tokens.contains(parts[0] + "." + parts[2]);
    }

    private static Set<String> tokens() {
        var found = new TreeSet<String>();
        for (var file :
                Stream.of(".java", ".html").flatMap(it -> files(SOURCES, it).stream()).toList()) {
            var quoted = QUOTED.matcher(read(file));
            while (quoted.find()) {
                var text =
                        Stream.of(quoted.group(1), quoted.group(2), quoted.group(3))
                                .filter(it -> it != null)
                                .collect(Collectors.joining());
                var token = TOKEN.matcher(text);
                while (token.find()) {
                    found.add(token.group());
                }
            }
        }
        return found;
    }

    private static Map<String, String> texts() {
        var all = new TreeMap<String, String>();
        for (var file : files(MESSAGES, ".properties")) {
            try {
                var properties = new Properties();
                properties.load(new StringReader(read(file)));
                properties.forEach((key, value) -> all.put(key.toString(), value.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
