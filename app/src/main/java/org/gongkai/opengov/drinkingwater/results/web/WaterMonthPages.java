package org.gongkai.opengov.drinkingwater.results.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.results.SamplingDesk;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.results.WaterMonth;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.opengov.drinkingwater.sources.web.WaterSourceWords;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The months of all sources, one month, and a source in a month (月度水质页面). */
@Controller
@RequestMapping("/desk/water")
class WaterMonthPages {
    private static final int MONTHS = 12;
    private static final int PER_PAGE = 30;

    private final SamplingDesk desk;
    private final WaterResultWords words;
    private final WaterSourceWords sourceWords;
    private final Wording wording;

    WaterMonthPages(
            SamplingDesk desk,
            WaterResultWords words,
            WaterSourceWords sourceWords,
            Wording wording) {
        this.desk = desk;
        this.words = words;
        this.sourceWords = sourceWords;
        this.wording = wording;
    }

    /** A source with its months, the newest first. */
    public record Row(WaterSource source, Map<YearMonth, SourceMonth> months) {}

    @GetMapping
    String board(
            Actor actor,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var last = until.isEmpty() ? desk.thisMonth() : month(until);
        var months = desk.months(actor, last.minusMonths(MONTHS - 1), last);
        var rows = rows(months);
        var pages =
                Pages.of(
                        page,
                        rows.size(),
                        PER_PAGE,
                        it -> "/desk/water?until=" + last + "&page=" + it);
        var first = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("months", months);
        model.addAttribute("rows", rows.subList(first, Math.min(rows.size(), first + PER_PAGE)));
        model.addAttribute("pages", pages);
        model.addAttribute("earlier", last.minusMonths(MONTHS));
        model.addAttribute(
                "later", last.isBefore(desk.thisMonth()) ? last.plusMonths(MONTHS) : null);
        model.addAttribute("enters", desk.enters(actor));
        return words(model, "drinkingwater/board");
    }

    private static List<Row> rows(List<WaterMonth> months) {
        var rows = new LinkedHashMap<Long, Row>();
        for (var month : months) {
            for (var line : month.lines()) {
                rows.computeIfAbsent(
                                line.now().source().id(),
                                _ -> new Row(line.now().source(), new LinkedHashMap<>()))
                        .months()
                        .put(month.month(), line.now());
            }
        }
        return rows.values().stream()
                .sorted(java.util.Comparator.comparing((Row it) -> it.source().id()))
                .toList();
    }

    @GetMapping("/months/{month}")
    String month(
            Actor actor,
            @PathVariable String month,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var read = desk.month(actor, month(month));
        var pages =
                Pages.of(
                        page,
                        read.lines().size(),
                        PER_PAGE,
                        it -> "/desk/water/months/" + read.month() + "?page=" + it);
        var first = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("month", read);
        model.addAttribute(
                "lines",
                read.lines().subList(first, Math.min(read.lines().size(), first + PER_PAGE)));
        model.addAttribute("pages", pages);
        model.addAttribute("volume", read.byVolume().orElse(null));
        model.addAttribute("apart", read.bySourcesApart().orElse(null));
        model.addAttribute("volumeApart", read.byVolumeApart().orElse(null));
        model.addAttribute("enters", desk.enters(actor));
        return words(model, "drinkingwater/month");
    }

    @GetMapping("/months/{month}/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @PathVariable String month) {
        var read = desk.month(actor, month(month));
        var table =
                CsvTable.of(
                        (Object[]) wording.say("drinkingwater.results.csv-head").split(",", -1));
        for (var line : read.lines()) {
            var now = line.now();
            var facts = now.source().facts();
            table.row(
                    facts.name(),
                    sourceWords.district(facts.district()),
                    sourceWords.kind(facts.kind()),
                    read.month(),
                    words.waterClass(now),
                    words.standing(now),
                    words.over(now),
                    words.intake(now),
                    words.coverage(now),
                    words.change(line.sinceLastMonth()),
                    words.change(line.sinceLastYear()));
        }
        return table.file("water-" + read.month() + ".csv");
    }

    @GetMapping("/months/{month}/sources/{id}")
    String source(
            Actor actor,
            @PathVariable String month,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        var view = desk.source(actor, id, month(month));
        model.addAttribute("view", view);
        model.addAttribute("it", view.month());
        model.addAttribute("items", ordered(view.month()));
        model.addAttribute("doubts", view.doubts().stream().map(desk::say).toList());
        model.addAttribute("enters", desk.enters(actor));
        model.addAttribute(
                "done",
                done.isEmpty()
                        ? null
                        : wording.find("drinkingwater.results.done." + done).orElse(null));
        return words(model, "drinkingwater/source-month");
    }

    /** What is over its limit comes first, then the order of the standard. */
    private static List<ItemVerdict> ordered(SourceMonth month) {
        return month.verdict().items().stream()
                .sorted(
                        java.util.Comparator.comparing((ItemVerdict it) -> !it.over())
                                .thenComparing(it -> it.item().table())
                                .thenComparing(it -> it.item().place()))
                .toList();
    }

    private String words(Model model, String template) {
        model.addAttribute("words", words);
        model.addAttribute("sourceWords", sourceWords);
        return template;
    }

    /** A month out of an address. */
    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException noMonth) {
            throw Refusal.notFound();
        }
    }
}
