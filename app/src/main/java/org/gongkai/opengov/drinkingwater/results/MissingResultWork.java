package org.gongkai.opengov.drinkingwater.results;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
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
 * Months whose results are not all here (缺测待办): a line for each, for the section's clerks some days
 * before the last, for its head from the day after it.
 */
@Component
@Order(44)
class MissingResultWork implements WorklistSource {
    private static final int MONTHS = 12;

    private final SamplingDesk desk;
    private final WaterRights rights;
    private final WaterTermsBook terms;

    MissingResultWork(SamplingDesk desk, WaterRights rights, WaterTermsBook terms) {
        this.desk = desk;
        this.rights = rights;
        this.terms = terms;
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
        var versions = terms.versions(actor.agency());
        return desk.months(actor, now.minusMonths(MONTHS - 1), now).stream()
                .filter(it -> it.unexplained() > 0)
                .flatMap(
                        it -> {
                            var due =
                                    WaterTermsBook.in(versions, it.month()).resultsDue(it.month());
                            return clerk && WaterTerms.isNear(due, today) || today.isAfter(due)
                                    ? Stream.of(item(it, due, section.orElse(null)))
                                    : Stream.empty();
                        })
                .toList();
    }

    private static WorkItem item(WaterMonth month, LocalDate due, @Nullable SectionId section) {
        return new WorkItem(
                "drinkingwater.work.results",
                List.of(
                        Integer.toString(month.month().getYear()),
                        month.month().getMonthValue(),
                        month.unexplained()),
                "/desk/water/months/" + month.month(),
                due,
                section,
                false);
    }
}
