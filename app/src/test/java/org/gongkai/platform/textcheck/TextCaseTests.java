package org.gongkai.platform.textcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongkai.platform.textcheck.wording.RuleKind;
import org.gongkai.platform.textcheck.wording.WordingLists;
import org.gongkai.platform.textcheck.wording.WordingRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Machine reading — the table of true and false cases")
class TextCaseTests {
    private static final Path CASES = Path.of("src/test/resources/textcheck/text-cases.tsv");
    private static final Path PAIRS =
            Path.of("src/main/resources/db/migration/textcheck/V2__load_common_errors.sql");
    private static final LocalDate DAY = LocalDate.parse("2021-07-30");

    private record Case(String code, boolean expected, String text) {}

    private static final class Score {
        int right;
        int wanted;
        int falseAlarms;
        int harmless;
    }

    static WordingLists shippedLists() throws IOException {
        List<WordingRule> rules = new ArrayList<>();
        var line = Pattern.compile("\\('([^']+)', '([^']+)', '([^']*)'\\)");
        line.matcher(Files.readString(PAIRS))
                .results()
                .forEach(
                        it ->
                                rules.add(
                                        new WordingRule(
                                                RuleKind.WORDING,
                                                it.group(1),
                                                it.group(2),
                                                it.group(3).isEmpty()
                                                        ? List.of()
                                                        : List.of(it.group(3).split("；")))));
        assertThat(rules).hasSize(105);
        rules.add(contact("0951-6888123"));
        rules.add(contact("ycsthjj@163.com"));
        return new WordingLists(rules);
    }

    private static WordingRule contact(String written) {
        return new WordingRule(RuleKind.OFFICIAL_CONTACT, written, "", List.of());
    }

    @Test
    void findsWhatItMustAndRaisesFewFalseAlarms() throws IOException {
        var lists = shippedLists();
        var scores = new TreeMap<String, Score>();
        List<String> wrong = new ArrayList<>();
        var cases = cases();
        for (var each : cases) {
            var reading =
                    new TextReading(
                            lists, DAY, List.of(), it -> true, new FindingIds(new byte[32]));
            reading.read(ReviewText.of("标题", each.text()));
            var found = reading.findings().stream().anyMatch(it -> it.code().equals(each.code()));
            var score = scores.computeIfAbsent(each.code(), it -> new Score());
            if (each.expected()) {
                score.wanted++;
                score.right += found ? 1 : 0;
            } else {
                score.harmless++;
                score.falseAlarms += found ? 1 : 0;
            }
            if (found != each.expected()) {
                wrong.add(
                        (each.expected() ? "missed " : "false alarm ")
                                + each.code()
                                + ": "
                                + each.text());
            }
        }
        print(scores, wrong, cases.size());

        assertThat(cases).hasSizeGreaterThanOrEqualTo(150);
        assertThat(wrong).isEmpty();
    }

    private static void print(TreeMap<String, Score> scores, List<String> wrong, int cases) {
        System.out.printf(
                "Text cases: %d%n%-30s %10s %14s%n", cases, "code", "recall", "false alarms");
        scores.forEach(
                (code, it) ->
                        System.out.printf(
                                "%-30s %4d/%-5d %7d/%-6d%n",
                                code, it.right, it.wanted, it.falseAlarms, it.harmless));
        wrong.forEach(System.out::println);
    }

    private static List<Case> cases() throws IOException {
        return Files.readAllLines(CASES, StandardCharsets.UTF_8).stream()
                .filter(it -> !it.startsWith("#") && !it.isBlank())
                .map(TextCaseTests::readCase)
                .toList();
    }

    private static Case readCase(String line) {
        var parts = line.split("\t", 2);
        var text =
                Pattern.compile("\\\\u([0-9a-f]{4})")
                        .matcher(parts[1])
                        .replaceAll(it -> Character.toString(Integer.parseInt(it.group(1), 16)));
        var expected = !parts[0].startsWith("-");
        return new Case(expected ? parts[0] : parts[0].substring(1), expected, text);
    }
}
