package org.gongkai.opengov.drinkingwater.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.opengov.drinkingwater.reports.WatchedMonth.Level;
import org.gongkai.opengov.drinkingwater.reports.WatchedMonth.Stage;
import org.gongkai.opengov.drinkingwater.sources.WaterRights;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Months whose report is to be sent for review or public (报告待办): the oldest of each, with how many
 * more there are, for the section's clerks some days before the last, for its head from the day
 * after.
 */
@Component
@Order(45)
class ReportWork implements WorklistSource {
    private static final int MONTHS = 12;

    private final WaterWatch watch;
    private final WaterRights rights;

    ReportWork(WaterWatch watch, WaterRights rights) {
        this.watch = watch;
        this.rights = rights;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        var section = rights.section(actor).map(Section::id);
        var clerk = section.filter(it -> actor.has(Role.CLERK, it)).isPresent();
        var head = section.filter(it -> actor.has(Role.SECTION_HEAD, it)).isPresent();
        if (!clerk && !head) {
            return List.of();
        }
        var now = YearMonth.from(today);
        var months = watch.begun(actor.agency(), now.minusMonths(MONTHS), now, today);
        return Stream.of(Stage.REPORT, Stage.PUBLICATION)
                .flatMap(it -> item(it, months, clerk, section.orElse(null)))
                .toList();
    }

    /** What waits for its report is not told a second time as not public. */
    private static Stream<WorkItem> item(
            Stage stage, List<WaterWatch.Line> months, boolean clerk, @Nullable SectionId section) {
        var open =
                months.stream()
                        .map(WaterWatch.Line::watched)
                        .filter(
                                it ->
                                        stage == Stage.REPORT
                                                || it.at(Stage.REPORT).level() == Level.DONE)
                        .filter(
                                it ->
                                        it.at(stage).level() == Level.LATE
                                                || clerk && it.at(stage).level() == Level.NEAR)
                        .toList();
        if (open.isEmpty()) {
            return Stream.empty();
        }
        var first = open.getFirst();
        return Stream.of(
                new WorkItem(
                        "drinkingwater.work." + stage.slug(),
                        List.of(
                                Integer.toString(first.month().getYear()),
                                first.month().getMonthValue(),
                                open.size()),
                        "/desk/water/reports/" + first.month(),
                        first.at(stage).due(),
                        section,
                        false));
    }
}
