package org.gongkai.opengov.drinkingwater.reports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.opengov.drinkingwater.PassRate;
import org.gongkai.opengov.drinkingwater.reports.ReportText.Part;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.results.WaterMonth;

/**
 * Writes the report of a quarter or a year (季报、年报) from the months that are public: how many times
 * each source was judged and passed, what was over, and a table of sources and months.
 */
final class SummaryReport {
    private static final String KEY = "drinkingwater.reports.text.";

    private final Sentences words;
    private final ReportPeriod period;
    private final Map<Long, TreeMap<YearMonth, SourceMonth>> sources = new LinkedHashMap<>();

    private SummaryReport(Sentences words, ReportPeriod period, List<WaterMonth> months) {
        this.words = words;
        this.period = period;
        for (var month : months) {
            for (var line : month.lines()) {
                var it = line.now();
                sources.computeIfAbsent(it.source().id(), _ -> new TreeMap<>())
                        .put(month.month(), it);
            }
        }
    }

    /** The report of a city; a month that is not public has no line in it and is named. */
    static ReportText of(
            Sentences words,
            String city,
            ReportPeriod period,
            List<WaterMonth> months,
            ReportWords typed) {
        return new SummaryReport(words, period, months).write(city, months, typed);
    }

    private ReportText write(String city, List<WaterMonth> months, ReportWords typed) {
        var parts = new ArrayList<Part>();
        parts.addAll(typed(typed.introduction(), "introduction"));
        parts.add(Part.heading(say("chapter.monitoring")));
        parts.add(
                Part.paragraph(
                        say("chapter.monitoring"),
                        say("summary.monitoring", name(), city, sources.size(), months.size())));
        var lacking =
                period.months().stream()
                        .filter(it -> months.stream().noneMatch(of -> of.month().equals(it)))
                        .map(this::month)
                        .toList();
        if (!lacking.isEmpty()) {
            parts.add(
                    Part.paragraph(
                            say("chapter.monitoring"),
                            say("summary.lacking", String.join("、", lacking))));
        }
        parts.add(Part.heading(say("chapter.method")));
        parts.add(Part.paragraph(say("chapter.method"), say("summary.method")));
        parts.add(Part.heading(say("chapter.results")));
        parts.add(Part.paragraph(say("place.rates"), rates()));
        sources.values()
                .forEach(
                        it ->
                                parts.add(
                                        Part.paragraph(
                                                say("place.source", nameOf(it)), sentence(it))));
        parts.addAll(typed(typed.remark(), "remark"));
        parts.add(Part.heading(say("chapter.annex")));
        parts.add(Part.table(say("place.annex"), table()));
        return new ReportText(say("summary.title", name(), city), parts);
    }

    private List<Part> typed(String text, String place) {
        return ReportWords.paragraphs(text).stream()
                .map(it -> Part.paragraph(say("place." + place), it))
                .toList();
    }

    private String rates() {
        var all = sources.values().stream().flatMap(it -> it.values().stream()).toList();
        var bySources = PassRate.bySources(rated(all));
        var text =
                bySources
                        .percent()
                        .map(
                                it ->
                                        say(
                                                "summary.rates",
                                                MonthReport.plain(bySources.judged()),
                                                MonthReport.plain(bySources.passing()),
                                                it))
                        .orElseGet(() -> say("summary.no-rates"));
        var volume =
                PassRate.byVolume(rated(all))
                        .filter(it -> it.percent().isPresent())
                        .map(
                                it ->
                                        say(
                                                "rates.volume",
                                                MonthReport.plain(it.judged()),
                                                MonthReport.plain(it.passing()),
                                                it.percent().orElseThrow()))
                        .orElse("");
        var apart =
                PassRate.withoutSetApart(rated(all))
                        .map(
                                it ->
                                        MonthReport.apart(
                                                words,
                                                setApart(all),
                                                PassRate.bySources(it),
                                                PassRate.byVolume(it)))
                        .orElse("");
        return text + volume + apart + "。";
    }

    private static String setApart(List<SourceMonth> all) {
        return all.stream()
                .filter(SourceMonth::setApart)
                .map(it -> it.source().facts().name())
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private String sentence(TreeMap<YearMonth, SourceMonth> of) {
        var judged = of.values().stream().filter(it -> it.verdict().met().isPresent()).toList();
        var over =
                judged.stream()
                        .filter(it -> !it.verdict().met().orElseThrow())
                        .map(
                                it ->
                                        say(
                                                "summary.over-in",
                                                month(it.month()),
                                                MonthReport.overs(words, it)))
                        .toList();
        var passed = judged.size() - over.size();
        return over.isEmpty()
                ? say("summary.source", nameOf(of), judged.size(), passed)
                : say(
                        "summary.source-over",
                        nameOf(of),
                        judged.size(),
                        passed,
                        over.size(),
                        String.join("；", over));
    }

    /** Sources down, months across, rates at the end of both. */
    private List<List<String>> table() {
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<String>();
        head.add(say("summary.head.source"));
        period.months().forEach(it -> head.add(say("summary.head.month", it.getMonthValue())));
        head.add(say("summary.head.rate"));
        rows.add(head);
        for (var of : sources.values()) {
            var row = new ArrayList<String>();
            row.add(nameOf(of));
            for (var month : period.months()) {
                var it = of.get(month);
                row.add(it == null ? "—" : cell(it));
            }
            row.add(rate(List.copyOf(of.values())));
            rows.add(row);
        }
        var last = new ArrayList<String>();
        last.add(say("summary.head.rate"));
        for (var month : period.months()) {
            last.add(
                    rate(
                            sources.values().stream()
                                    .filter(it -> it.containsKey(month))
                                    .map(it -> it.get(month))
                                    .toList()));
        }
        last.add(rate(sources.values().stream().flatMap(it -> it.values().stream()).toList()));
        rows.add(last);
        return rows;
    }

    private String cell(SourceMonth it) {
        var standing = MonthReport.standing(words, it);
        return it.verdict()
                .waterClass()
                .map(of -> say("summary.cell", standing, of.text()))
                .orElse(standing);
    }

    private String rate(List<SourceMonth> of) {
        return PassRate.bySources(rated(of)).percent().map(it -> it + "%").orElse("—");
    }

    private static List<PassRate.Source> rated(List<SourceMonth> of) {
        return of.stream().map(SourceMonth::rated).toList();
    }

    private static String nameOf(TreeMap<YearMonth, SourceMonth> of) {
        return of.lastEntry().getValue().source().facts().name();
    }

    private String month(YearMonth it) {
        return say("summary.month", it.getYear(), it.getMonthValue());
    }

    private String name() {
        var year = period.first().getYear();
        return period.kind() == ReportPeriod.Kind.QUARTER
                ? say("summary.quarter", year, say("summary.quarter." + period.quarter()))
                : say("summary.year", year);
    }

    private String say(String key, Object... arguments) {
        return words.say(KEY + key, arguments);
    }
}
