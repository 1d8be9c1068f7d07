package org.gongkai.opengov.drinkingwater.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.results.WaterMonth;
import org.gongkai.opengov.drinkingwater.results.WaterTerms;

/**
 * What of a month is done, near its last day or late (月度督办): samples, results, report, publication.
 * A pure function of the month, the terms and the day.
 */
public record WatchedMonth(YearMonth month, List<Watched> stages) {
    public WatchedMonth {
        stages = List.copyOf(stages);
    }

    /** What has to be done, in its order. */
    public enum Stage {
        /** 采样. */
        SAMPLING,
        /** 监测结果. */
        RESULTS,
        /** 报告送审. */
        REPORT,
        /** 公开. */
        PUBLICATION;

        /** As in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands. */
    public enum Level {
        /** 已完成. */
        DONE,
        /** 未到期. */
        RUNNING,
        /** 临近: amber. */
        NEAR,
        /** 逾期: red. */
        LATE;

        /** As in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A stage.
     *
     * @param due the last day in time
     * @param open the sources that it waits for; empty for report and publication
     */
    public record Watched(Stage stage, LocalDate due, Level level, List<String> open) {
        public Watched {
            open = List.copyOf(open);
        }
    }

    /**
     * How a month stands on a day.
     *
     * @param sent whether its report has gone to review
     * @param released whether it is public
     */
    static WatchedMonth of(
            WaterMonth month, WaterTerms terms, boolean sent, boolean released, LocalDate today) {
        var at = month.month();
        var open =
                month.lines().stream()
                        .map(WaterMonth.Line::now)
                        .filter(it -> it.sampling() == null)
                        .map(WatchedMonth::name)
                        .toList();
        return new WatchedMonth(
                at,
                List.of(
                        sampling(terms.samplingDue(at), open, today),
                        watched(Stage.RESULTS, terms.resultsDue(at), open.isEmpty(), open, today),
                        watched(
                                Stage.REPORT,
                                terms.reportDue(at),
                                sent || released,
                                List.of(),
                                today),
                        watched(
                                Stage.PUBLICATION,
                                terms.publicationDue(at),
                                released,
                                List.of(),
                                today)));
    }

    /**
     * That samples were taken is only known when the laboratory reports: without a word after the
     * last day somebody asks, and nobody is late yet (ADR 0276).
     */
    private static Watched sampling(LocalDate due, List<String> open, LocalDate today) {
        var level = open.isEmpty() ? Level.DONE : today.isAfter(due) ? Level.NEAR : Level.RUNNING;
        return new Watched(Stage.SAMPLING, due, level, open);
    }

    private static Watched watched(
            Stage stage, LocalDate due, boolean done, List<String> open, LocalDate today) {
        var level =
                done
                        ? Level.DONE
                        : today.isAfter(due)
                                ? Level.LATE
                                : WaterTerms.isNear(due, today) ? Level.NEAR : Level.RUNNING;
        return new Watched(stage, due, level, open);
    }

    private static String name(SourceMonth it) {
        return it.source().facts().name();
    }

    /** How a stage stands. */
    public Watched at(Stage stage) {
        return stages.stream().filter(it -> it.stage() == stage).findFirst().orElseThrow();
    }
}
