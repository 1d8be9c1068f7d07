package org.gongkai.opengov.columns.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.ColumnStanding;
import org.gongkai.opengov.columns.ColumnUpdates;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be chosen in the forms of columns (栏目表单选项). */
@Component
class ColumnChoices {
    private static final String STEP_IN = "　";

    private final Columns columns;
    private final ColumnUpdates updates;
    private final Organization organization;
    private final Clock clock;

    ColumnChoices(Columns columns, ColumnUpdates updates, Organization organization, Clock clock) {
        this.columns = columns;
        this.updates = updates;
        this.organization = organization;
        this.clock = clock;
    }

    /** The open columns below which this one may stand: all but its own branch. */
    List<Choice> parents(Actor actor, @Nullable ColumnId of) {
        var own = of == null ? List.<ColumnId>of() : List.copyOf(columns.branch(of));
        return updates.of(actor.agency()).stream()
                .filter(it -> it.column().isOpen() && !own.contains(it.column().id()))
                .map(ColumnChoices::indented)
                .toList();
    }

    /** The sections that exist today. */
    List<Choice> sections(Actor actor) {
        return organization.sectionsOn(actor.agency(), LocalDate.now(clock)).stream()
                .map(it -> Choice.of(it.key(), it.name()))
                .toList();
    }

    private static Choice indented(ColumnStanding it) {
        return Choice.of(it.column().key(), STEP_IN.repeat(it.depth()) + it.column().name());
    }
}
