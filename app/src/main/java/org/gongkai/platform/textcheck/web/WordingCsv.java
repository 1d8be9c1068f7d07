package org.gongkai.platform.textcheck.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.textcheck.WordingDesk;
import org.gongkai.platform.textcheck.persistence.WordingRules;
import org.gongkai.platform.textcheck.wording.RuleKind;
import org.springframework.stereotype.Component;

/** The lists as a table to take away and bring back (词表导出与导入), RFC 4180. */
@Component
class WordingCsv {
    private static final List<String> COLUMNS =
            List.of("kind", "subject", "right", "exceptions", "note");

    private final Wording wording;

    WordingCsv(Wording wording) {
        this.wording = wording;
    }

    String write(List<WordingRules.Row> lines) {
        var csv = new StringBuilder("\uFEFF");
        row(csv, COLUMNS.stream().map(it -> wording.say("textcheck.list." + it)).toList());
        for (var line : lines) {
            row(
                    csv,
                    List.of(
                            name(line.rule().kind()),
                            line.rule().subject(),
                            line.rule().right(),
                            String.join("；", line.rule().exceptions()),
                            line.note()));
        }
        return csv.toString();
    }

    private String name(RuleKind kind) {
        return wording.say("textcheck.kind." + kind);
    }

    private static void row(StringBuilder csv, List<String> cells) {
        for (var index = 0; index < cells.size(); index++) {
            csv.append(index == 0 ? "" : ",").append('"');
            csv.append(harmless(cells.get(index)).replace("\"", "\"\"")).append('"');
        }
        csv.append("\r\n");
    }

    /** A cell that a spreadsheet would run as a formula is made plain text. */
    private static String harmless(String cell) {
        return cell.matches("(?s)[=+@\\t\\r-].*") ? "'" + cell : cell;
    }

    List<WordingDesk.Draft> read(String csv) {
        List<WordingDesk.Draft> drafts = new ArrayList<>();
        var rows = rows(csv);
        for (var index = 1; index < rows.size(); index++) {
            var cells = new ArrayList<>(rows.get(index));
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            while (cells.size() < COLUMNS.size()) {
                cells.add("");
            }
            var line = index + 1;
            var kind =
                    Arrays.stream(RuleKind.values())
                            .filter(it -> name(it).equals(cells.getFirst().strip()))
                            .findFirst()
                            .orElseThrow(
                                    () -> Refusal.invalid("file", "textcheck.import.row", line));
            drafts.add(
                    new WordingDesk.Draft(
                            kind,
                            plain(cells.get(1)),
                            plain(cells.get(2)),
                            WordingForm.exceptionsOf(cells.get(3)),
                            plain(cells.get(4))));
        }
        return drafts;
    }

    private static String plain(String cell) {
        return cell.matches("(?s)'[=+@-].*") ? cell.substring(1) : cell.strip();
    }

    static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < csv.length(); at++) {
            var sign = csv.charAt(at);
            if (quoted && sign == '"' && at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && sign == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && sign == '\n') {
                row.add(cell.toString());
                rows.add(row);
                row = new ArrayList<>();
                cell.setLength(0);
            } else if (quoted || sign != '\r') {
                cell.append(sign);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
