package org.gongkai.opengov.drinkingwater.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.NotJudged;
import org.gongkai.opengov.drinkingwater.PassRate;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.reports.ReportText.Part;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.results.WaterMonth;
import org.gongkai.opengov.drinkingwater.web.ExplainedItems;
import org.gongkai.platform.organization.RegionCode;

/**
 * Writes the report of a month from its figures (月度水质状况报告), in the layout that cities use: what was
 * monitored, by what it is judged, what was found, and the annex (environment facts 4.4).
 */
final class MonthReport {
    private static final String KEY = "drinkingwater.reports.text.";

    private final Sentences words;
    private final WaterMonth month;
    private final List<SourceMonth> sources;

    private MonthReport(Sentences words, WaterMonth month) {
        this.words = words;
        this.month = month;
        this.sources = month.lines().stream().map(WaterMonth.Line::now).toList();
    }

    /** The report of a city. */
    static ReportText of(Sentences words, String city, WaterMonth month, ReportWords typed) {
        return new MonthReport(words, month).write(city, typed);
    }

    private ReportText write(String city, ReportWords typed) {
        var parts = new ArrayList<Part>();
        parts.addAll(typed(typed.introduction(), "introduction"));
        parts.add(heading("chapter.monitoring"));
        parts.add(subheading("chapter.points"));
        points(parts, city);
        parts.add(subheading("chapter.items"));
        bothKinds(parts, this::items);
        parts.add(heading("chapter.method"));
        bothKinds(parts, this::method);
        amended(parts);
        if (sources.stream().anyMatch(it -> it.over().stream().anyMatch(MonthReport::byNature))) {
            parts.add(Part.paragraph(say("chapter.method"), say("method.background")));
        }
        parts.add(heading("chapter.results"));
        rates(parts);
        results(parts);
        parts.addAll(typed(typed.remark(), "remark"));
        parts.add(heading("chapter.annex"));
        parts.add(Part.table(say("place.annex"), annex()));
        return new ReportText(say("title", year(), month.month().getMonthValue(), city), parts);
    }

    private List<Part> typed(String text, String place) {
        return ReportWords.paragraphs(text).stream()
                .map(it -> Part.paragraph(say("place." + place), it))
                .toList();
    }

    private void points(List<Part> parts, String city) {
        var groups = new ArrayList<String>();
        for (var surface : List.of(true, false)) {
            var of = of(surface);
            if (!of.isEmpty()) {
                groups.add(say("group", kind(surface), of.size(), names(of)));
            }
        }
        parts.add(
                Part.paragraph(
                        say("chapter.points"),
                        say(
                                "points",
                                year(),
                                month.month().getMonthValue(),
                                city,
                                sources.size(),
                                String.join("；", groups))));
        var points =
                sources.stream()
                        .filter(it -> !it.source().facts().point().isEmpty())
                        .map(it -> say("point", name(it), it.source().facts().point()))
                        .toList();
        if (!points.isEmpty()) {
            parts.add(
                    Part.paragraph(
                            say("chapter.points"), say("sampled-at", String.join("；", points))));
        }
    }

    /** A paragraph for each kind of water that there is. */
    private void bothKinds(
            List<Part> parts, java.util.function.BiConsumer<List<Part>, Boolean> one) {
        for (var surface : List.of(true, false)) {
            if (!of(surface).isEmpty()) {
                one.accept(parts, surface);
            }
        }
    }

    /** The list of a month and that of a full analysis are told apart. */
    private void items(List<Part> parts, boolean surface) {
        of(surface).stream()
                .filter(SourceMonth::monitored)
                .collect(Collectors.groupingBy(SourceMonth::wanted))
                .entrySet()
                .stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(
                        it ->
                                parts.add(
                                        Part.paragraph(
                                                say("chapter.items"),
                                                say(
                                                        surface ? "items.surface" : "items.ground",
                                                        names(it.getValue()),
                                                        it.getValue()
                                                                .getFirst()
                                                                .evaluation()
                                                                .standard()
                                                                .title(),
                                                        it.getKey()))));
    }

    private void method(List<Part> parts, boolean surface) {
        var one = of(surface).getFirst();
        var targets =
                of(surface).stream()
                        .map(it -> it.source().facts().target())
                        .distinct()
                        .sorted()
                        .map(WaterClass::text)
                        .collect(Collectors.joining("、"));
        parts.add(
                Part.paragraph(
                        say("chapter.method"),
                        say(
                                surface ? "method.surface" : "method.ground",
                                one.evaluation().standard().title(),
                                targets)));
    }

    /** Each item that was held against another limit than the printed one, once. */
    private void amended(List<Part> parts) {
        sources.stream()
                .flatMap(it -> it.verdict().items().stream())
                .map(ItemVerdict::item)
                .flatMap(
                        item ->
                                item.amendment().stream()
                                        .map(
                                                it ->
                                                        say(
                                                                "method.amended",
                                                                item.name(),
                                                                words.say(
                                                                        "drinkingwater.limits.by",
                                                                        it.basis(),
                                                                        it.from().toString()))))
                .distinct()
                .forEach(it -> parts.add(Part.paragraph(say("chapter.method"), it)));
    }

    private void rates(List<Part> parts) {
        var bySources = month.bySources();
        var text = new StringBuilder();
        bySources
                .percent()
                .ifPresentOrElse(
                        it ->
                                text.append(
                                        say(
                                                "rates",
                                                sources.size(),
                                                plain(bySources.judged()),
                                                plain(bySources.passing()),
                                                it)),
                        () -> text.append(say("rates.none", sources.size())));
        month.byVolume()
                .filter(it -> it.percent().isPresent())
                .ifPresent(it -> text.append(say("rates.volume", volume(it))));
        month.bySourcesApart()
                .ifPresent(
                        it ->
                                text.append(
                                        apart(
                                                words,
                                                names(month.setApart()),
                                                it,
                                                month.byVolumeApart())));
        parts.add(Part.paragraph(say("place.rates"), text.append('。').toString()));
    }

    /** The rates without the sources that are set apart, after those of all. */
    static String apart(
            Sentences words, String names, PassRate bySources, Optional<PassRate> byVolume) {
        return bySources
                .percent()
                .map(
                        it ->
                                words.say(
                                                KEY + "rates.apart",
                                                names,
                                                plain(bySources.judged()),
                                                plain(bySources.passing()),
                                                it)
                                        + byVolume.flatMap(PassRate::percent)
                                                .map(
                                                        of ->
                                                                words.say(
                                                                        KEY + "rates.apart.volume",
                                                                        of))
                                                .orElse(""))
                .orElseGet(() -> words.say(KEY + "rates.apart.none", names));
    }

    private Object[] volume(PassRate it) {
        return new Object[] {plain(it.judged()), plain(it.passing()), it.percent().orElseThrow()};
    }

    private void results(List<Part> parts) {
        var number = 0;
        for (var surface : List.of(true, false)) {
            var of = of(surface);
            if (!of.isEmpty()) {
                parts.add(
                        Part.subheading(
                                say("result-group", say("number." + ++number), kind(surface))));
                of.forEach(
                        it ->
                                parts.add(
                                        Part.paragraph(
                                                say("place.source", name(it)), sentence(it))));
            }
        }
    }

    /** A sentence for a source: all met, or each item that is over, and exactly the rest. */
    private String sentence(SourceMonth it) {
        if (!it.monitored()) {
            return it.sampling() == null
                    ? say("source.nothing", name(it))
                    : say("source.not-monitored", name(it), it.sampling().reason());
        }
        var over = it.over();
        var text = new StringBuilder();
        text.append(say("source.items", name(it), monitored(it), it.judged()));
        if (it.judged() == 0) {
            text.append(say("source.not-judged"));
        } else if (over.isEmpty()) {
            text.append(say("source.met", it.source().facts().target().text()));
        } else {
            over.forEach(item -> text.append(over(item)));
            var rest = it.judged() - over.size();
            if (rest > 0) {
                text.append(say("source.rest", rest, it.source().facts().target().text()));
            }
        }
        it.verdict().waterClass().ifPresent(of -> text.append(say("source.class", of.text())));
        text.append(notJudged(it, "reference", why -> why != NotJudged.DETECTION_LIMIT));
        text.append(notJudged(it, "undecided", why -> why == NotJudged.DETECTION_LIMIT));
        if (!it.missing().isEmpty()) {
            text.append(
                    say(
                            "source.missing",
                            it.missing().size(),
                            it.missing().stream()
                                    .map(MonitoredItem::name)
                                    .collect(Collectors.joining("、"))));
        }
        return text.append(say("source.end", standing(words, it))).toString();
    }

    private String over(ItemVerdict item) {
        var value = withUnit(ExplainedItems.written(item.judged()), item);
        var limit = item.item().limits().most(item.target());
        return overLimit(item, value, limit)
                + item.background()
                        .map(
                                it ->
                                        say(
                                                "source.background",
                                                words.say(
                                                        "drinkingwater.background." + it.told(),
                                                        it.cause(),
                                                        it.basis())))
                        .orElse("");
    }

    private String overLimit(ItemVerdict item, String value, Optional<BigDecimal> limit) {
        return item.multiple().isPresent() && limit.isPresent()
                ? say(
                        "source.over",
                        item.item().name(),
                        value,
                        withUnit(limit.get().toPlainString(), item),
                        item.multiple().get().toPlainString())
                : say(
                        "source.over-without",
                        item.item().name(),
                        value,
                        withUnit(item.limit().orElse(""), item));
    }

    private String notJudged(SourceMonth it, String key, Predicate<NotJudged> which) {
        var items =
                it.verdict().items().stream()
                        .filter(
                                item ->
                                        item.notJudged()
                                                .filter(why -> why != NotJudged.NOT_MONITORED)
                                                .filter(which)
                                                .isPresent())
                        .map(item -> item.item().name())
                        .toList();
        return items.isEmpty() ? "" : say("source." + key, items.size(), String.join("、", items));
    }

    private List<List<String>> annex() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(say("annex.head").split(",")));
        for (var it : sources) {
            var facts = it.source().facts();
            var sampled = it.sampling() == null ? null : it.sampling().sampledOn();
            rows.add(
                    List.of(
                            Integer.toString(rows.size()),
                            facts.name(),
                            new RegionCode(facts.district()).regionName(),
                            words.say("drinkingwater.sources.kind." + facts.kind().slug()),
                            sampled == null ? month.month().toString() : sampled.toString(),
                            it.verdict().waterClass().map(WaterClass::text).orElse("—"),
                            standing(words, it),
                            overs(words, it),
                            it.intake().map(MonthReport::plain).orElse("—")));
        }
        return rows;
    }

    /** What is over its limit, each with its multiple: 总硬度（0.04）; a dash where nothing is. */
    static String overs(Sentences words, SourceMonth it) {
        return it.over().isEmpty()
                ? "—"
                : it.over().stream()
                        .map(item -> over(words, item))
                        .collect(Collectors.joining("、"));
    }

    private static String over(Sentences words, ItemVerdict item) {
        var suffix = byNature(item) ? ".background" : "";
        return item.multiple()
                .map(
                        it ->
                                words.say(
                                        KEY + "annex.over" + suffix,
                                        item.item().name(),
                                        it.toPlainString()))
                .orElseGet(
                        () -> words.say(KEY + "annex.over-without" + suffix, item.item().name()));
    }

    private static boolean byNature(ItemVerdict item) {
        return item.background().isPresent();
    }

    /** 达标, 未达标, 未评价, 未监测. */
    static String standing(Sentences words, SourceMonth it) {
        if (!it.monitored()) {
            return words.say(KEY + "standing.not-monitored");
        }
        return words.say(
                KEY
                        + "standing."
                        + it.verdict().met().map(met -> met ? "met" : "over").orElse("not-judged"));
    }

    private static long monitored(SourceMonth it) {
        return it.verdict().items().stream()
                .filter(item -> !item.notJudged().equals(Optional.of(NotJudged.NOT_MONITORED)))
                .count();
    }

    private List<SourceMonth> of(boolean surface) {
        return sources.stream()
                .filter(it -> it.source().facts().kind().surface() == surface)
                .toList();
    }

    private static String names(List<SourceMonth> of) {
        return of.stream().map(MonthReport::name).collect(Collectors.joining("、"));
    }

    private static String name(SourceMonth it) {
        return it.source().facts().name();
    }

    private String kind(boolean surface) {
        return say(surface ? "kind.surface" : "kind.ground");
    }

    private Part heading(String key) {
        return Part.heading(say(key));
    }

    private Part subheading(String key) {
        return Part.subheading(say(key));
    }

    private String year() {
        return Integer.toString(month.month().getYear());
    }

    private String say(String key, Object... arguments) {
        return words.say(KEY + key, arguments);
    }

    private static String withUnit(String text, ItemVerdict item) {
        var unit = item.item().unit();
        return unit.isEmpty() || unit.equals("dimensionless") ? text : text + " " + unit;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
