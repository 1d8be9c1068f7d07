package org.gongkai.opengov.drinkingwater.results;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.gongkai.opengov.drinkingwater.sources.WaterRights;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Months whose results are not all here (缺测待办): a line for each, for the section's clerks from the
 * 20th on, for its head from the day after the last.
 */
@Component
@Order(44)
class MissingResultWork implements WorklistSource {
    private static final int MONTHS = 12;

    private final SamplingDesk desk;
    private final WaterRights rights;

    MissingResultWork(SamplingDesk desk, WaterRights rights) {
        this.desk = desk;
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
        return desk.months(actor, now.minusMonths(MONTHS - 1), now).stream()
                .filter(
                        it ->
                                clerk && ResultTerm.isReminded(it.month(), today)
                                        || ResultTerm.isLate(it.month(), today))
                .filter(it -> it.unexplained() > 0)
                .map(
                        it ->
                                new WorkItem(
                                        "drinkingwater.work.results",
                                        List.of(
                                                Integer.toString(it.month().getYear()),
                                                it.month().getMonthValue(),
                                                it.unexplained()),
                                        "/desk/water/months/" + it.month(),
                                        ResultTerm.lastDay(it.month()),
                                        section.orElse(null),
                                        false))
                .toList();
    }
}
