package org.gongkai.opengov.columns.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.gongkai.opengov.columns.ColumnChange;
import org.gongkai.opengov.columns.ColumnDesk;
import org.gongkai.opengov.columns.ColumnStanding;
import org.gongkai.opengov.columns.ColumnUpdates;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Fact;
import org.gongkai.platform.pages.Happening;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The tree of columns with how well each is kept up, and each column (栏目台账、栏目页). */
@Controller
class ColumnPages {
    static final String PAGE = "/desk/columns";

    private final Columns columns;
    private final ColumnUpdates updates;
    private final ColumnDesk desk;
    private final Organization organization;
    private final Wording wording;
    private final ChineseDates dates;

    ColumnPages(
            Columns columns,
            ColumnUpdates updates,
            ColumnDesk desk,
            Organization organization,
            Wording wording,
            ChineseDates dates) {
        this.columns = columns;
        this.updates = updates;
        this.desk = desk;
        this.organization = organization;
        this.wording = wording;
        this.dates = dates;
    }

    /** Which part of the tree is shown. */
    private enum Show {
        OPEN(it -> it.column().isOpen()),
        LATE(ColumnStanding::overdue),
        RETIRED(it -> !it.column().isOpen());

        private final Predicate<ColumnStanding> shown;

        Show(Predicate<ColumnStanding> shown) {
            this.shown = shown;
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A line of the tree. */
    public record Line(
            SiteColumn column,
            int depth,
            @Nullable String section,
            @Nullable LocalDate newest,
            @Nullable LocalDate due,
            boolean overdue,
            String state) {}

    @GetMapping(PAGE)
    String list(Actor actor, @RequestParam(defaultValue = "open") String show, Model model) {
        var chosen = named(show);
        var all = updates.of(actor.agency());
        model.addAttribute("lines", lines(all, chosen));
        model.addAttribute("none", all.isEmpty());
        model.addAttribute("show", chosen.slug());
        model.addAttribute("tabs", tabs(all, chosen));
        model.addAttribute("keeps", actor.has(Role.DISCLOSURE_OFFICE));
        return "columns/list";
    }

    @GetMapping(PAGE + ".csv")
    ResponseEntity<byte[]> export(Actor actor, @RequestParam(defaultValue = "open") String show) {
        var table = CsvTable.of((Object[]) wording.say("columns.list.csv-head").split(","));
        lines(updates.of(actor.agency()), named(show))
                .forEach(
                        it ->
                                table.row(
                                        it.column().name(),
                                        it.column().path(),
                                        it.column().kind(),
                                        it.section(),
                                        it.column().updateDays(),
                                        it.newest(),
                                        it.due(),
                                        wording.say("columns.state." + it.state())));
        return table.file("columns.csv");
    }

    @GetMapping(PAGE + "/{key}")
    String show(
            Actor actor,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        var column = columns.find(actor.agency(), key).orElseThrow(Refusal::notFound);
        var standing =
                updates.of(actor.agency()).stream()
                        .filter(it -> it.column().id().equals(column.id()))
                        .findFirst()
                        .orElseThrow();
        model.addAttribute("column", column);
        model.addAttribute("path", columns.pathTo(column.id()));
        model.addAttribute("standing", line(standing));
        model.addAttribute("reach", desk.reach(actor, column.id()));
        model.addAttribute("facts", facts(column, standing));
        model.addAttribute(
                "changes", columns.changes(column.id()).stream().map(this::happened).toList());
        model.addAttribute("keeps", actor.has(Role.DISCLOSURE_OFFICE));
        model.addAttribute("said", said(done));
        return "columns/column";
    }

    private List<Line> lines(List<ColumnStanding> all, Show chosen) {
        return all.stream().filter(chosen.shown).map(this::line).toList();
    }

    private List<Tab> tabs(List<ColumnStanding> all, Show chosen) {
        return Arrays.stream(Show.values())
                .map(
                        it ->
                                new Tab(
                                        wording.say("columns.show." + it.slug()),
                                        PAGE + "?show=" + it.slug(),
                                        it == chosen,
                                        all.stream().filter(it.shown).count()))
                .toList();
    }

    private static Show named(String slug) {
        return Arrays.stream(Show.values())
                .filter(it -> it.slug().equals(slug))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Line line(ColumnStanding it) {
        return new Line(
                it.column(),
                it.depth(),
                section(it.column()),
                it.newest(),
                it.due(),
                it.overdue(),
                state(it));
    }

    private static String state(ColumnStanding it) {
        if (!it.column().isOpen()) {
            return it.column().mergedInto() == null ? "retired" : "merged";
        }
        if (it.overdue()) {
            return "late";
        }
        if (it.newest() == null) {
            return "empty";
        }
        return it.due() == null ? "free" : "in-time";
    }

    private List<Fact> facts(SiteColumn column, ColumnStanding standing) {
        var facts = new ArrayList<Fact>();
        var section = section(column);
        facts.add(fact("kind", column.kind()));
        facts.add(fact("description", column.description()));
        facts.add(fact("keywords", column.keywords()));
        facts.add(fact("section", section == null ? wording.say("columns.no-section") : section));
        facts.add(fact("update", rule(column)));
        facts.add(fact("newest", written(standing.newest(), "columns.no-items")));
        if (standing.due() != null) {
            facts.add(fact("due", dates.day(standing.due())));
        }
        return facts;
    }

    private Fact fact(String name, String value) {
        return Fact.of(wording.say("columns.fact." + name), value);
    }

    private String rule(SiteColumn column) {
        return column.updateDays() == null
                ? wording.say("columns.no-rule")
                : wording.say("columns.rule", column.updateDays());
    }

    private String written(@Nullable LocalDate day, String otherwise) {
        return day == null ? wording.say(otherwise) : dates.day(day);
    }

    private @Nullable String section(SiteColumn column) {
        return column.section() == null ? null : organization.section(column.section()).name();
    }

    private Happening happened(ColumnChange change) {
        var by = change.by() == null ? "" : organization.person(change.by()).name();
        var what = wording.say("columns.change." + change.what());
        var note =
                change.before() == null || change.before().equals(change.after())
                        ? change.after()
                        : wording.say("columns.change.from-to", change.before(), change.after());
        return new Happening(
                dates.moment(change.at()),
                by.isEmpty() ? what : wording.say("columns.change.by", what, by),
                note,
                false);
    }

    private @Nullable String said(@Nullable String done) {
        return done != null && done.matches("created|changed|merged|retired")
                ? wording.say("columns.done." + done)
                : null;
    }
}
