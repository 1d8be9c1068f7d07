package org.gongkai.opengov.inspections.registers;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.registers.RegisterPublishing.Currency;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Registers that say something else than what is public of them (名录更新公开待办): on the keeper's start
 * page.
 */
@Component
@Order(42)
class RegisterWork implements WorklistSource {
    private final RegisterPublishing publishing;
    private final Wording wording;

    RegisterWork(RegisterPublishing publishing, Wording wording) {
        this.publishing = publishing;
        this.wording = wording;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        return InspectionRights.keeps(actor)
                ? Arrays.stream(Register.values())
                        .filter(RegisterPublishing::isPublished)
                        .map(it -> publishing.currency(actor, it))
                        .filter(it -> it.changedOn() != null)
                        .map(this::item)
                        .toList()
                : List.of();
    }

    private WorkItem item(Currency it) {
        var slug = it.register().slug();
        return new WorkItem(
                "inspections.publication.owed",
                List.of(
                        wording.say("inspections.tab." + slug),
                        Objects.requireNonNull(it.changedOn())),
                "/desk/inspections/" + slug + "/publication",
                it.due(),
                null,
                false);
    }
}
