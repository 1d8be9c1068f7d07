package org.gongkai.opengov.drinkingwater.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.opengov.drinkingwater.reports.Disagreement.Rule;
import org.gongkai.opengov.drinkingwater.reports.ReportText.Kind;
import org.gongkai.opengov.drinkingwater.reports.ReportText.Part;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Holds a report against its figures (报告自检): text, table and data agree, or each place that does
 * not is named (environment facts 4.4 [D]). Pure: the same report and figures give the same answer.
 *
 * <p>A report is compared part by part with what the figures say. Besides, what it claims of each
 * source is read out of its sentences and worked out anew, so that not even the program's own
 * sentence passes with a wrong multiple.
 */
final class ReportCheck {
    private static final Pattern MONTH = Pattern.compile("(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月");

    private final ReportPeriod period;
    private final ReportText wanted;
    private final List<Disagreement> found = new ArrayList<>();

    private ReportCheck(ReportPeriod period, ReportText wanted) {
        this.period = period;
        this.wanted = wanted;
    }

    /**
     * What disagrees; empty if everything agrees.
     *
     * @param wanted the report as the figures write it now
     * @param sources what the sentences claim is held against these
     */
    static List<Disagreement> of(
            ReportPeriod period,
            ReportText wanted,
            List<SourceMonth> sources,
            String title,
            String bodyHtml) {
        var check = new ReportCheck(period, wanted);
        check.title(title);
        var blocks = read(bodyHtml);
        sources.forEach(it -> check.claims(it, blocks));
        check.parts(blocks);
        return List.copyOf(check.found);
    }

    /** A block of a body: a heading, a paragraph, a table. */
    private record Block(String text, List<List<String>> rows) {
        boolean says(Part part) {
            return part.kind() == Kind.TABLE ? rows.equals(part.rows()) : saysText(part.text());
        }

        boolean saysText(String other) {
            return rows.isEmpty() && plain(text).equals(plain(other));
        }
    }

    /** Spaces do not matter, words do. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u3000]+", "");
    }

    private static List<Block> read(String bodyHtml) {
        var blocks = new ArrayList<Block>();
        for (var element : Jsoup.parseBodyFragment(bodyHtml).body().children()) {
            blocks(element, blocks);
        }
        return blocks;
    }

    private static void blocks(Element element, List<Block> blocks) {
        if (element.is("table")) {
            blocks.add(
                    new Block(
                            "",
                            element.select("tr").stream()
                                    .map(row -> row.select("th, td").eachText())
                                    .toList()));
        } else if (element.is("div, section, blockquote, ul, ol, figure")
                && !element.children().isEmpty()) {
            element.children().forEach(it -> blocks(it, blocks));
        } else if (!element.text().isBlank()) {
            blocks.add(new Block(element.text().strip(), List.of()));
        }
    }

    private void title(String title) {
        if (plain(title).equals(plain(wanted.title()))) {
            return;
        }
        found.add(
                new Disagreement(
                        otherMonth(title) ? Rule.MONTH : Rule.TITLE, title, title, wanted.title()));
    }

    private boolean otherMonth(String text) {
        return MONTH.matcher(text)
                .results()
                .anyMatch(
                        it ->
                                period.months().stream()
                                        .noneMatch(
                                                of ->
                                                        of.getYear()
                                                                        == Integer.parseInt(
                                                                                it.group(1))
                                                                && of.getMonthValue()
                                                                        == Integer.parseInt(
                                                                                it.group(2))));
    }

    /** What the report claims of a source in its chapter, worked out anew. */
    private void claims(SourceMonth source, List<Block> blocks) {
        var name = source.source().facts().name();
        blocks.stream()
                .skip(chapter(name, blocks))
                .filter(it -> plain(it.text()).startsWith(plain(name) + "："))
                .findFirst()
                .ifPresent(it -> found.addAll(SourceClaim.check(source, it.text())));
    }

    /** Where the chapter begins that has the sentence on this source. */
    private long chapter(String name, List<Block> blocks) {
        var heading =
                wanted.parts().stream()
                        .takeWhile(it -> !it.place().equals(name))
                        .filter(it -> it.kind() == Kind.HEADING)
                        .reduce((_, later) -> later);
        return heading.map(it -> blocks.stream().takeWhile(block -> !block.says(it)).count())
                .filter(it -> it < blocks.size())
                .orElse(0L);
    }

    /** Every part in its order, nothing more and nothing less. */
    private void parts(List<Block> blocks) {
        var parts = wanted.parts();
        var length = common(parts, blocks);
        var part = 0;
        var block = 0;
        var lost = new ArrayList<Part>();
        var strange = new ArrayList<Block>();
        while (part < parts.size() || block < blocks.size()) {
            if (part < parts.size()
                    && block < blocks.size()
                    && blocks.get(block).says(parts.get(part))) {
                settle(lost, strange);
                part++;
                block++;
            } else if (block < blocks.size()
                    && (part == parts.size()
                            || length[part][block + 1] >= length[part + 1][block])) {
                strange.add(blocks.get(block++));
            } else {
                lost.add(parts.get(part++));
            }
        }
        settle(lost, strange);
    }

    /** How many parts from here on are there in their order. */
    private static int[][] common(List<Part> parts, List<Block> blocks) {
        var length = new int[parts.size() + 1][blocks.size() + 1];
        for (var part = parts.size() - 1; part >= 0; part--) {
            for (var block = blocks.size() - 1; block >= 0; block--) {
                length[part][block] =
                        blocks.get(block).says(parts.get(part))
                                ? length[part + 1][block + 1] + 1
                                : Math.max(length[part + 1][block], length[part][block + 1]);
            }
        }
        return length;
    }

    /** What was found in a gap stands for what was wanted there, in order. */
    private void settle(List<Part> lost, List<Block> strange) {
        for (var at = 0; at < Math.max(lost.size(), strange.size()); at++) {
            if (at >= strange.size()) {
                add(Rule.MISSING, lost.get(at), "");
            } else if (at >= lost.size()) {
                var text = text(strange.get(at));
                found.add(
                        new Disagreement(
                                otherMonth(text) ? Rule.MONTH : Rule.ADDED, text, text, ""));
            } else {
                compare(lost.get(at), strange.get(at));
            }
        }
        lost.clear();
        strange.clear();
    }

    private void compare(Part part, Block block) {
        if (part.kind() == Kind.TABLE && !block.rows().isEmpty()) {
            cells(part, block.rows());
            return;
        }
        var text = text(block);
        if (found.stream().noneMatch(it -> it.place().equals(part.place()))) {
            add(otherMonth(text) ? Rule.MONTH : Rule.TEXT, part, text);
        }
    }

    private void cells(Part part, List<List<String>> rows) {
        var head = part.rows().getFirst();
        for (var row = 0; row < Math.max(rows.size(), part.rows().size()); row++) {
            if (row >= rows.size() || row >= part.rows().size()) {
                found.add(
                        new Disagreement(
                                Rule.TABLE,
                                part.place() + " " + row,
                                row < rows.size() ? String.join("、", rows.get(row)) : "",
                                row < part.rows().size()
                                        ? String.join("、", part.rows().get(row))
                                        : ""));
                continue;
            }
            for (var column = 0; column < head.size(); column++) {
                var wants = part.rows().get(row).get(column);
                var has = column < rows.get(row).size() ? rows.get(row).get(column) : "";
                if (!plain(has).equals(plain(wants))) {
                    found.add(
                            new Disagreement(
                                    Rule.TABLE,
                                    part.place()
                                            + " "
                                            + part.rows().get(row).get(Math.min(1, head.size() - 1))
                                            + " "
                                            + head.get(column),
                                    has,
                                    wants));
                }
            }
        }
    }

    private static String text(Block block) {
        return block.rows().isEmpty() ? block.text() : String.join("、", block.rows().getFirst());
    }

    private void add(Rule rule, Part part, String has) {
        found.add(
                new Disagreement(
                        rule,
                        part.place(),
                        has,
                        part.kind() == Kind.TABLE
                                ? String.join("、", part.rows().getFirst())
                                : part.text()));
    }
}
