package org.gongkai.opengov.columns;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the disclosure office does with columns (栏目维护): create, change, rename, move, merge, retire.
 *
 * <p>No public address ever dies: an old key leads on to the column that it became.
 */
@Service
@Transactional
public class ColumnDesk {
    private static final Set<ColumnWriting.Change> LEADS_ELSEWHERE =
            EnumSet.of(
                    ColumnWriting.Change.RENAMED,
                    ColumnWriting.Change.MOVED,
                    ColumnWriting.Change.MERGED);

    private final Columns columns;
    private final ColumnWriting writing;
    private final Organization organization;
    private final NewestItems items;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    ColumnDesk(
            Columns columns,
            ColumnWriting writing,
            Organization organization,
            NewestItems items,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.columns = columns;
        this.writing = writing;
        this.organization = organization;
        this.items = items;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Creates a column. */
    public ColumnId create(Actor actor, ColumnInput input) {
        mayKeep(actor);
        var prepared = prepared(actor.agency(), input, null);
        var id = writing.add(actor.agency(), prepared, false, clock.instant());
        recorded(actor, id, ColumnWriting.Change.CREATED, null);
        return id;
    }

    /** What hangs on a column, to be told before it is changed. */
    @Transactional(readOnly = true)
    public ColumnReach reach(Actor actor, ColumnId id) {
        var column = columns.column(id);
        if (!column.agency().equals(actor.agency())) {
            throw Refusal.notFound();
        }
        return new ColumnReach(
                columns.addresses(id), items.count(columns.branch(id)), openBelow(column));
    }

    /** The open columns into which this one can be merged, in display order. */
    @Transactional(readOnly = true)
    public List<SiteColumn> mergeTargets(Actor actor, ColumnId id) {
        var branch = columns.branch(id);
        return columns.tree(actor.agency()).stream()
                .filter(it -> it.isOpen() && !branch.contains(it.id()))
                .toList();
    }

    /**
     * Changes what is said of a column, its key (the old one leads on), its place and its rule.
     *
     * @param version of the column as it was read; null for any
     */
    public void change(Actor actor, ColumnId id, @Nullable Long version, ColumnInput input) {
        var before = own(actor, id);
        if (version != null && version != before.version()) {
            throw Refusal.stale(before.version(), "columns.refusal.stale");
        }
        var prepared = prepared(actor.agency(), input, before);
        writing.change(id, prepared, clock.instant());
        recorded(actor, id, kindOf(before, columns.column(id)), before);
    }

    /** Merges a column into another: its documents and its address go on there. */
    public void merge(Actor actor, ColumnId id, ColumnId into) {
        var before = own(actor, id);
        var target = columns.column(into);
        if (before.fixed()) {
            throw Refusal.notPossibleNow(List.of(), "columns.refusal.fixed", before.name());
        }
        if (!target.agency().equals(actor.agency())
                || !target.isOpen()
                || columns.branch(id).contains(into)) {
            throw Refusal.invalid("into", "columns.field.merge-target");
        }
        moveChildren(actor, id, into);
        writing.retire(id, into, clock.instant());
        recorded(actor, id, ColumnWriting.Change.MERGED, before);
    }

    /** Retires a column: nothing new is placed in it; what stands in it stays at its address. */
    public void retire(Actor actor, ColumnId id) {
        var before = own(actor, id);
        if (before.fixed()) {
            throw Refusal.notPossibleNow(List.of(), "columns.refusal.fixed", before.name());
        }
        if (!openBelow(before).isEmpty()) {
            throw Refusal.notPossibleNow(List.of(), "columns.refusal.children", before.name());
        }
        writing.retire(id, null, clock.instant());
        recorded(actor, id, ColumnWriting.Change.RETIRED, before);
    }

    /**
     * Sets up the fixed parts of the disclosure platform for an agency that has no columns yet.
     *
     * @param responsible sections by the key of the column, where they are known
     */
    public void establish(AgencyId agency, String keyPrefix, Map<String, SectionId> responsible) {
        if (!columns.tree(agency).isEmpty()) {
            return;
        }
        var ids = new LinkedHashMap<String, ColumnId>();
        for (var line : FixedColumns.read()) {
            var parent = line.parent().isEmpty() ? null : ids.get(line.parent());
            var id =
                    writing.add(
                            agency,
                            new PreparedColumn(
                                    keyPrefix + line.key(),
                                    parent,
                                    line.name(),
                                    line.kind(),
                                    line.description(),
                                    line.keywords(),
                                    responsible.get(line.key()),
                                    line.updateDays(),
                                    ids.size() * 10),
                            line.fixed(),
                            clock.instant());
            ids.put(line.key(), id);
        }
    }

    /** Sets up the fixed parts of the disclosure platform for the actor's agency, once. */
    public void establish(Actor actor) {
        mayKeep(actor);
        var agency = actor.agency();
        if (!columns.tree(agency).isEmpty()) {
            throw Refusal.notPossibleNow(List.of(), "columns.refusal.established");
        }
        var first = columns.atAddress(FixedColumns.read().getFirst().key()).isEmpty();
        establish(agency, first ? "" : organization.agency(agency).key() + "-", Map.of());
        columns.tree(agency)
                .forEach(it -> recorded(actor, it.id(), ColumnWriting.Change.CREATED, null));
    }

    private void moveChildren(Actor actor, ColumnId from, ColumnId to) {
        for (var child : columns.tree(actor.agency())) {
            if (from.equals(child.parent())) {
                writing.change(child.id(), PreparedColumn.of(child).under(to), clock.instant());
                recorded(actor, child.id(), ColumnWriting.Change.MOVED, child);
            }
        }
    }

    private List<SiteColumn> openBelow(SiteColumn column) {
        return columns.tree(column.agency()).stream()
                .filter(it -> column.id().equals(it.parent()) && it.isOpen())
                .toList();
    }

    private PreparedColumn prepared(
            AgencyId agency, ColumnInput input, @Nullable SiteColumn before) {
        var problems = new ArrayList<FieldProblem>();
        input.problems(problems);
        var parent =
                input.parent().isBlank()
                        ? null
                        : columns.find(agency, input.parent())
                                .filter(SiteColumn::isOpen)
                                .orElse(null);
        if (parent == null && !input.parent().isBlank()) {
            problems.add(FieldProblem.of("parent", "columns.field.unknown", input.parent()));
        }
        if (before != null && parent != null && columns.branch(before.id()).contains(parent.id())) {
            problems.add(FieldProblem.of("parent", "columns.field.own-branch"));
        }
        var section =
                input.section().isBlank()
                        ? null
                        : organization.findSection(agency, input.section()).orElse(null);
        if (section == null && !input.section().isBlank()) {
            problems.add(FieldProblem.of("section", "columns.field.unknown", input.section()));
        }
        if (writing.keyTaken(input.key(), before == null ? null : before.id())) {
            problems.add(FieldProblem.of("key", "columns.field.key-taken"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new PreparedColumn(
                input.key(),
                parent == null ? null : parent.id(),
                input.name().strip(),
                input.kind().strip(),
                input.description().strip(),
                input.keywords().strip(),
                section == null ? null : section.id(),
                input.updateDays(),
                input.position() == null ? 1000 : input.position());
    }

    private SiteColumn own(Actor actor, ColumnId id) {
        mayKeep(actor);
        var column = columns.locked(id);
        if (!column.agency().equals(actor.agency())) {
            throw Refusal.notFound();
        }
        if (!column.isOpen()) {
            throw Refusal.notPossibleNow(List.of(), "columns.refusal.retired", column.name());
        }
        return column;
    }

    private void recorded(
            Actor actor, ColumnId id, ColumnWriting.Change change, @Nullable SiteColumn before) {
        var after = columns.column(id);
        writing.record(id, change, before, after, actor.person(), clock.instant());
        audit.record(
                actor,
                "columns." + change.name().toLowerCase(Locale.ROOT),
                "column/" + after.key(),
                before == null ? Map.of() : facts(before),
                facts(after));
        if (LEADS_ELSEWHERE.contains(change)) {
            events.publishEvent(new ColumnMoved(id));
        }
    }

    private static ColumnWriting.Change kindOf(SiteColumn before, SiteColumn after) {
        if (!before.name().equals(after.name()) || !before.key().equals(after.key())) {
            return ColumnWriting.Change.RENAMED;
        }
        return Objects.equals(before.parent(), after.parent())
                ? ColumnWriting.Change.CHANGED
                : ColumnWriting.Change.MOVED;
    }

    private static Map<String, Object> facts(SiteColumn column) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("key", column.key());
        facts.put("name", column.name());
        facts.put("parent", column.parent() == null ? "" : column.parent().toString());
        return facts;
    }

    /** Refuses whoever does not keep the columns. */
    public void mayKeep(Actor actor) {
        if (!actor.has(Role.DISCLOSURE_OFFICE)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "columns.refusal.role");
        }
    }
}
