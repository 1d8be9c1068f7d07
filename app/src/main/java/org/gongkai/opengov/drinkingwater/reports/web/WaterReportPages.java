package org.gongkai.opengov.drinkingwater.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.drinkingwater.reports.ReportDesk;
import org.gongkai.opengov.drinkingwater.reports.ReportDesk.BoardMonth;
import org.gongkai.opengov.drinkingwater.reports.ReportPeriod;
import org.gongkai.opengov.drinkingwater.reports.ReportWords;
import org.gongkai.opengov.drinkingwater.reports.WatchedMonth.Stage;
import org.gongkai.opengov.drinkingwater.results.web.WaterResultWords;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reports of months, quarters and years, and what is due of each month (水质状况报告页面). */
@Controller
@RequestMapping("/desk/water/reports")
class WaterReportPages {
    private static final int MONTHS = 12;
    private static final MediaType DOCX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final ReportDesk desk;
    private final WaterReportWords words;
    private final WaterResultWords resultWords;
    private final Forms forms;
    private final Wording wording;

    WaterReportPages(
            ReportDesk desk,
            WaterReportWords words,
            WaterResultWords resultWords,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.words = words;
        this.resultWords = resultWords;
        this.forms = forms;
        this.wording = wording;
    }

    /** The words of a report as typed. */
    public record Typed(
            @Nullable String introduction,
            @Nullable String remark,
            @Nullable String note,
            @Nullable Integer version) {
        ReportWords words() {
            return new ReportWords(text(introduction), text(remark));
        }

        static String text(@Nullable String typed) {
            return Objects.requireNonNullElse(typed, "");
        }
    }

    @GetMapping
    String list(Actor actor, @RequestParam(defaultValue = "") String until, Model model) {
        var last = until.isEmpty() ? desk.thisMonth() : month(until);
        var months = desk.board(actor, last.minusMonths(MONTHS - 1), last);
        model.addAttribute("months", months);
        model.addAttribute("summaries", summaries(last));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("last", last);
        model.addAttribute("earlier", last.minusMonths(MONTHS));
        model.addAttribute(
                "later", last.isBefore(desk.thisMonth()) ? last.plusMonths(MONTHS) : null);
        model.addAttribute("words", words);
        model.addAttribute("resultWords", resultWords);
        return "drinkingwater/reports";
    }

    /** The quarters and years that have begun in the months shown, the newest first. */
    private List<ReportPeriod> summaries(YearMonth last) {
        var periods = new LinkedHashSet<ReportPeriod>();
        for (var month = last;
                month.isAfter(last.minusMonths(MONTHS));
                month = month.minusMonths(1)) {
            ReportPeriod.parse(month.getYear() + "-Q" + ((month.getMonthValue() - 1) / 3 + 1))
                    .ifPresent(periods::add);
        }
        for (var year : List.of(last.getYear(), last.getYear() - 1)) {
            ReportPeriod.parse(Integer.toString(year)).ifPresent(periods::add);
        }
        return periods.stream().filter(it -> !it.last().isAfter(desk.thisMonth())).toList();
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @RequestParam(defaultValue = "") String until) {
        var last = until.isEmpty() ? desk.thisMonth() : month(until);
        var table =
                CsvTable.of(
                        (Object[]) wording.say("drinkingwater.reports.csv-head").split(",", -1));
        for (var it : desk.board(actor, last.minusMonths(MONTHS - 1), last)) {
            table.row(
                    it.watched().month(),
                    due(it, Stage.SAMPLING),
                    due(it, Stage.RESULTS),
                    due(it, Stage.REPORT),
                    due(it, Stage.PUBLICATION),
                    words.state(it.report()),
                    words.standing(it.standing()),
                    it.standing().release() == null ? "" : it.standing().release().indexNumber(),
                    it.standing().reason());
        }
        return table.file("water-reports-" + last + ".csv");
    }

    private String due(BoardMonth it, Stage stage) {
        var watched = it.watched().at(stage);
        return wording.say(
                "drinkingwater.reports.level-until",
                words.level(watched),
                watched.due().toString());
    }

    @GetMapping("/{period}")
    String one(
            Actor actor,
            @PathVariable String period,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done",
                done.isEmpty()
                        ? null
                        : wording.find("drinkingwater.reports.done." + done).orElse(null));
        return page(actor, period, null, "", model);
    }

    @GetMapping("/{period}/report.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable String period) {
        var of = period(period);
        return file(desk.print(actor, of).pdf(), MediaType.APPLICATION_PDF, of + ".pdf");
    }

    @GetMapping("/{period}/report.docx")
    ResponseEntity<byte[]> docx(Actor actor, @PathVariable String period) {
        var of = period(period);
        return file(desk.print(actor, of).docx(), DOCX, of + ".docx");
    }

    @PostMapping("/{period}")
    String draft(
            Actor actor,
            @PathVariable String period,
            @ModelAttribute("typed") Typed typed,
            Model model,
            HttpServletResponse response) {
        return send(
                actor,
                period,
                typed,
                model,
                response,
                () -> desk.draft(actor, period(period), typed.words()),
                "drafted");
    }

    @PostMapping("/{period}/steps/rewrite")
    String rewrite(
            Actor actor,
            @PathVariable String period,
            @ModelAttribute("typed") Typed typed,
            Model model,
            HttpServletResponse response) {
        return send(
                actor,
                period,
                typed,
                model,
                response,
                () -> desk.rewrite(actor, period(period), typed.words(), typed.version()),
                "rewritten");
    }

    @PostMapping("/{period}/steps/correct")
    String correct(
            Actor actor,
            @PathVariable String period,
            @ModelAttribute("typed") Typed typed,
            Model model,
            HttpServletResponse response) {
        return send(
                actor,
                period,
                typed,
                model,
                response,
                () -> desk.correct(actor, period(period), typed.words(), Typed.text(typed.note())),
                "corrected");
    }

    @PostMapping("/{period}/reason")
    String explain(
            Actor actor,
            @PathVariable String period,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.explain(actor, month(period), reason);
                    return "redirect:/desk/water/reports/" + period + "?done=explained";
                },
                () -> page(actor, period, null, reason, model));
    }

    private String send(
            Actor actor,
            String period,
            Typed typed,
            Model model,
            HttpServletResponse response,
            Runnable work,
            String done) {
        return forms.send(
                model,
                response,
                () -> {
                    work.run();
                    return "redirect:/desk/water/reports/" + period(period) + "?done=" + done;
                },
                () -> page(actor, period, typed, "", model));
    }

    private String page(
            Actor actor, String period, @Nullable Typed typed, String reason, Model model) {
        var view = desk.view(actor, period(period));
        var report = view.report();
        model.addAttribute("view", view);
        model.addAttribute("report", report);
        model.addAttribute("opens", report != null && desk.opens(actor, report));
        model.addAttribute("board", view.board());
        model.addAttribute(
                "month",
                view.board() == null || view.months().isEmpty() ? null : view.months().getFirst());
        model.addAttribute("stages", Stage.values());
        model.addAttribute("step", step(actor, view));
        model.addAttribute("keeps", desk.keeps(actor));
        model.addAttribute(
                "typed",
                typed == null
                        ? new Typed(view.words().introduction(), view.words().remark(), "", null)
                        : typed);
        model.addAttribute(
                "reason",
                reason.isEmpty()
                                && view.board() != null
                                && view.board().standing().release() == null
                        ? view.board().standing().reason()
                        : reason);
        model.addAttribute("words", words);
        model.addAttribute("resultWords", resultWords);
        return "drinkingwater/report";
    }

    /** What the one form of the page does: write, write again, correct, or nothing. */
    private @Nullable String step(Actor actor, ReportDesk.ReportView view) {
        if (!desk.writes(actor)) {
            return null;
        }
        var report = view.report();
        if (report == null) {
            return "draft";
        }
        return switch (report.state()) {
            case PUBLISHED, WITHDRAWN -> "correct";
            case DISCARDED, KEPT, PURGED -> null;
            default -> "rewrite";
        };
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("water-report-" + name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    static ReportPeriod period(String text) {
        return ReportPeriod.parse(text).orElseThrow(Refusal::notFound);
    }

    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException noMonth) {
            throw Refusal.notFound();
        }
    }
}
