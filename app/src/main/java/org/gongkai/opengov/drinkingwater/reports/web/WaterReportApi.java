package org.gongkai.opengov.drinkingwater.reports.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.disclosures.Document;
import org.gongkai.opengov.drinkingwater.reports.Disagreement;
import org.gongkai.opengov.drinkingwater.reports.MonthStanding;
import org.gongkai.opengov.drinkingwater.reports.Release;
import org.gongkai.opengov.drinkingwater.reports.ReportDesk;
import org.gongkai.opengov.drinkingwater.reports.ReportDesk.BoardMonth;
import org.gongkai.opengov.drinkingwater.reports.ReportPeriod;
import org.gongkai.opengov.drinkingwater.reports.ReportWords;
import org.gongkai.opengov.drinkingwater.reports.WatchedMonth.Stage;
import org.gongkai.opengov.drinkingwater.reports.WatchedMonth.Watched;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports on water over the API (水质状况报告接口). */
@RestController
@RequestMapping("/api/v1/water/reports")
class WaterReportApi {
    private static final int MONTHS = 12;

    private final ReportDesk desk;
    private final WaterReportWords words;

    WaterReportApi(ReportDesk desk, WaterReportWords words) {
        this.desk = desk;
        this.words = words;
    }

    /** What is due of a month. */
    record StageAnswer(String stage, LocalDate due, String level, List<String> open) {
        static StageAnswer of(Watched it) {
            return new StageAnswer(it.stage().slug(), it.due(), it.level().slug(), it.open());
        }
    }

    /** What is public of a month. */
    record ReleaseAnswer(
            String indexNumber,
            int edition,
            Instant publishedAt,
            Instant since,
            List<Release.Correction> corrections) {
        static @Nullable ReleaseAnswer of(@Nullable Release it) {
            return it == null
                    ? null
                    : new ReleaseAnswer(
                            it.indexNumber().toString(),
                            it.edition(),
                            it.publishedAt(),
                            it.since(),
                            it.corrections());
        }
    }

    /** A month on the board. */
    record MonthAnswer(
            String month,
            List<StageAnswer> stages,
            String standing,
            @Nullable ReleaseAnswer release,
            String reason,
            @Nullable String document,
            @Nullable String state) {
        static MonthAnswer of(BoardMonth it) {
            return new MonthAnswer(
                    it.watched().month().toString(),
                    Arrays.stream(Stage.values())
                            .map(stage -> StageAnswer.of(it.watched().at(stage)))
                            .toList(),
                    wordFor(it.standing()),
                    ReleaseAnswer.of(it.standing().release()),
                    it.standing().reason(),
                    idOf(it.report()),
                    stateOf(it.report()));
        }
    }

    /** Where a report does not agree with its figures. */
    record DisagreementAnswer(
            String rule, String place, String found, String wanted, String sentence) {}

    /** A report. */
    record ReportAnswer(
            String period,
            String title,
            String bodyHtml,
            String introduction,
            String remark,
            @Nullable String document,
            @Nullable String state,
            List<DisagreementAnswer> disagreements,
            @Nullable MonthAnswer month) {}

    /** What people write into a report. */
    record ReportInput(
            @Nullable String period,
            @Nullable String introduction,
            @Nullable String remark,
            @Nullable String note) {
        ReportWords words() {
            return new ReportWords(
                    Objects.requireNonNullElse(introduction, ""),
                    Objects.requireNonNullElse(remark, ""));
        }
    }

    /** Why a month is not public. */
    record ReasonInput(@Nullable String reason) {}

    @GetMapping
    Items<MonthAnswer> list(Actor actor, @RequestParam(defaultValue = "") String until) {
        var last = until.isEmpty() ? desk.thisMonth() : WaterReportPages.month(until);
        return Items.whole(
                desk.board(actor, last.minusMonths(MONTHS - 1), last).stream()
                        .map(MonthAnswer::of)
                        .toList());
    }

    @GetMapping("/{period}")
    ReportAnswer read(Actor actor, @PathVariable String period) {
        return answer(actor, WaterReportPages.period(period));
    }

    @PostMapping
    ResponseEntity<ReportAnswer> draft(Actor actor, @RequestBody ReportInput input) {
        var period =
                ReportPeriod.parse(Objects.requireNonNullElse(input.period(), ""))
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "period", "drinkingwater.reports.problem.period"));
        desk.draft(actor, period, input.words());
        return ResponseEntity.status(HttpStatus.CREATED).body(answer(actor, period));
    }

    @PostMapping("/{period}/steps/{step}")
    ReportAnswer step(
            Actor actor,
            @PathVariable String period,
            @PathVariable String step,
            @RequestBody ReportInput input) {
        var of = WaterReportPages.period(period);
        switch (step) {
            case "rewrite" -> desk.rewrite(actor, of, input.words(), null);
            case "correct" ->
                    desk.correct(
                            actor, of, input.words(), Objects.requireNonNullElse(input.note(), ""));
            default -> throw Refusal.notFound();
        }
        return answer(actor, of);
    }

    @PutMapping("/{period}/reason")
    ReportAnswer explain(Actor actor, @PathVariable String period, @RequestBody ReasonInput input) {
        YearMonth month = WaterReportPages.month(period);
        desk.explain(actor, month, Objects.requireNonNullElse(input.reason(), ""));
        return answer(actor, ReportPeriod.of(month));
    }

    private ReportAnswer answer(Actor actor, ReportPeriod period) {
        var view = desk.view(actor, period);
        return new ReportAnswer(
                period.toString(),
                view.text().title(),
                view.text().html(),
                view.words().introduction(),
                view.words().remark(),
                idOf(view.report()),
                stateOf(view.report()),
                view.disagreements().stream().map(this::disagreement).toList(),
                view.board() == null ? null : MonthAnswer.of(view.board()));
    }

    private DisagreementAnswer disagreement(Disagreement it) {
        return new DisagreementAnswer(
                it.rule().slug(), it.place(), it.found(), it.wanted(), words.sentence(it));
    }

    private static String wordFor(MonthStanding it) {
        return it.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String idOf(@Nullable Document document) {
        return document == null ? null : document.id().toString();
    }

    private static @Nullable String stateOf(@Nullable Document document) {
        return document == null ? null : document.state().slug();
    }
}
