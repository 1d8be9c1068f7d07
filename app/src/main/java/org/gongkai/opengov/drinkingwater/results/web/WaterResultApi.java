package org.gongkai.opengov.drinkingwater.results.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.PassRate;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.results.ReportedValue;
import org.gongkai.opengov.drinkingwater.results.SampleEntry;
import org.gongkai.opengov.drinkingwater.results.Sampling;
import org.gongkai.opengov.drinkingwater.results.SamplingDesk;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.results.WaterMonth;
import org.gongkai.opengov.drinkingwater.web.EvaluationAnswer;
import org.gongkai.opengov.drinkingwater.web.ExplainedItems;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Results and verdicts by month over the API (监测结果接口). */
@RestController
@RequestMapping("/api/v1/water/months/{month}")
class WaterResultApi {
    private final SamplingDesk desk;
    private final ExplainedItems explained;

    WaterResultApi(SamplingDesk desk, ExplainedItems explained) {
        this.desk = desk;
        this.explained = explained;
    }

    /** A share: what passes, of what was judged, in percent. */
    record Rate(BigDecimal passing, BigDecimal judged, @Nullable BigDecimal percent) {
        static Rate of(PassRate rate) {
            return new Rate(rate.passing(), rate.judged(), rate.percent().orElse(null));
        }
    }

    /** A source in the month, compared. */
    record Line(
            long source,
            String name,
            boolean monitored,
            @Nullable Integer version,
            @JsonProperty("class") @Nullable String waterClass,
            String target,
            @Nullable Boolean met,
            List<String> over,
            boolean overOnlyByBackground,
            int wanted,
            List<String> missing,
            @Nullable BigDecimal intake,
            @Nullable String sinceLastMonth,
            @Nullable String sinceLastYear) {
        static Line of(WaterMonth.Line line) {
            var now = line.now();
            return new Line(
                    now.source().id(),
                    now.source().facts().name(),
                    now.monitored(),
                    now.sampling() == null ? null : now.sampling().number(),
                    now.verdict().waterClass().map(WaterClass::text).orElse(null),
                    now.source().facts().target().text(),
                    now.verdict().met().orElse(null),
                    now.over().stream().map(it -> it.item().name()).toList(),
                    now.verdict().onlyBackground(),
                    now.wanted(),
                    now.missing().stream().map(MonitoredItem::name).toList(),
                    now.intake().orElse(null),
                    line.sinceLastMonth().map(it -> it.text()).orElse(null),
                    line.sinceLastYear().map(it -> it.text()).orElse(null));
        }
    }

    /** All sources of a month. */
    record MonthAnswer(
            String month,
            Rate bySources,
            @Nullable Rate byVolume,
            @Nullable Rate bySourcesApart,
            @Nullable Rate byVolumeApart,
            List<Line> sources) {}

    /** A version of the results. */
    record Version(
            int version,
            boolean full,
            @Nullable LocalDate sampledOn,
            String laboratory,
            @Nullable BigDecimal intake,
            List<ReportedValue> values,
            String origin,
            @Nullable Long importId,
            String reason,
            List<String> confirmed,
            Instant at) {
        static Version of(Sampling it) {
            return new Version(
                    it.number(),
                    it.full(),
                    it.sampledOn(),
                    it.laboratory(),
                    it.intake(),
                    it.values(),
                    it.origin().name().toLowerCase(java.util.Locale.ROOT),
                    it.importId(),
                    it.reason(),
                    it.confirmed(),
                    it.at());
        }
    }

    /** A source in a month. */
    record SourceAnswer(
            long source,
            String name,
            String month,
            EvaluationAnswer verdict,
            int wanted,
            List<String> missing,
            List<String> doubts,
            List<Version> versions) {}

    /** A value to be kept. */
    record ValueInput(@Nullable String item, @Nullable String value, @Nullable String unit) {}

    /** Results to be kept. */
    record ResultInput(
            @Nullable Boolean full,
            @Nullable String sampledOn,
            @Nullable String laboratory,
            @Nullable BigDecimal intake,
            @Nullable List<@Nullable ValueInput> values,
            @Nullable String reason,
            @Nullable Set<@Nullable String> confirmed) {

        SampleEntry entry() {
            var typed = new ArrayList<SampleEntry.Typed>();
            for (var each : values == null ? List.<@Nullable ValueInput>of() : values) {
                var field = "values[" + typed.size() + "]";
                typed.add(
                        each == null
                                ? new SampleEntry.Typed(field, "", "null", "")
                                : new SampleEntry.Typed(
                                        field,
                                        text(each.item()),
                                        text(each.value()),
                                        text(each.unit())));
            }
            return new SampleEntry(
                    Boolean.TRUE.equals(full),
                    text(sampledOn),
                    text(laboratory),
                    intake == null ? "" : intake.toPlainString(),
                    typed,
                    text(reason),
                    keys(confirmed));
        }

        static Set<String> keys(@Nullable Set<@Nullable String> sent) {
            var keys = new HashSet<String>();
            for (var each : sent == null ? Set.<@Nullable String>of() : sent) {
                if (each != null) {
                    keys.add(each);
                }
            }
            return keys;
        }

        private static String text(@Nullable String sent) {
            return Objects.requireNonNullElse(sent, "");
        }
    }

    @GetMapping
    MonthAnswer month(Actor actor, @PathVariable String month) {
        var read = desk.month(actor, WaterMonthPages.month(month));
        return new MonthAnswer(
                read.month().toString(),
                Rate.of(read.bySources()),
                read.byVolume().map(Rate::of).orElse(null),
                read.bySourcesApart().map(Rate::of).orElse(null),
                read.byVolumeApart().map(Rate::of).orElse(null),
                read.lines().stream().map(Line::of).toList());
    }

    @GetMapping("/sources/{id}")
    ResponseEntity<SourceAnswer> source(
            Actor actor, @PathVariable String month, @PathVariable long id) {
        var view = desk.source(actor, id, WaterMonthPages.month(month));
        var version = view.versions().isEmpty() ? 0 : view.versions().getFirst().number();
        return ResponseEntity.ok().eTag(IfMatch.etag(version)).body(answer(view));
    }

    @PutMapping("/sources/{id}")
    ResponseEntity<SourceAnswer> keep(
            Actor actor,
            @PathVariable String month,
            @PathVariable long id,
            @RequestBody ResultInput input,
            IfMatch expected) {
        desk.keep(
                actor,
                id,
                WaterMonthPages.month(month),
                input.entry(),
                Sampling.Origin.API,
                expected.version());
        return source(actor, month, id);
    }

    private SourceAnswer answer(SamplingDesk.SourceView view) {
        SourceMonth month = view.month();
        return new SourceAnswer(
                month.source().id(),
                month.source().facts().name(),
                month.month().toString(),
                EvaluationAnswer.of(month.verdict(), month.evaluation(), explained),
                month.wanted(),
                month.missing().stream().map(MonitoredItem::name).toList(),
                view.doubts().stream().map(desk::say).toList(),
                view.versions().stream().map(Version::of).toList());
    }
}
