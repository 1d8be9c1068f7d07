package org.gongkai.opengov.columns.web;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.columns.ColumnDesk;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Creating, changing, moving, merging and retiring columns, with what follows from it (栏目维护表单). */
@Controller
class ColumnForms {
    private static final String NEW = "/desk/new-column";
    private static final String ONE = ColumnPages.PAGE + "/{key}";

    private final Columns columns;
    private final ColumnDesk desk;
    private final ColumnChoices choices;
    private final Organization organization;
    private final Forms forms;

    ColumnForms(
            Columns columns,
            ColumnDesk desk,
            ColumnChoices choices,
            Organization organization,
            Forms forms) {
        this.columns = columns;
        this.desk = desk;
        this.choices = choices;
        this.organization = organization;
        this.forms = forms;
    }

    @GetMapping(NEW)
    String create(
            Actor actor, @RequestParam(required = false) @Nullable String parent, Model model) {
        model.addAttribute("problems", Problems.none());
        return form(actor, null, ColumnForm.empty(parent), model);
    }

    @PostMapping(NEW)
    String create(
            Actor actor,
            @ModelAttribute("form") ColumnForm form,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> done(columns.column(desk.create(actor, form.input())), "created"),
                () -> form(actor, null, form, model));
    }

    @PostMapping(ColumnPages.PAGE + "/establish")
    String establish(Actor actor) {
        desk.establish(actor);
        return "redirect:" + ColumnPages.PAGE;
    }

    @GetMapping(ONE + "/change")
    String change(Actor actor, @PathVariable String key, Model model) {
        var column = named(actor, key);
        var parent = column.parent() == null ? "" : columns.column(column.parent()).key();
        var section = column.section() == null ? "" : organization.section(column.section()).key();
        model.addAttribute("problems", Problems.none());
        return form(actor, column, ColumnForm.of(column, parent, section), model);
    }

    @PostMapping(ONE + "/change")
    String change(
            Actor actor,
            @PathVariable String key,
            @ModelAttribute("form") ColumnForm form,
            Model model,
            HttpServletResponse response) {
        var column = named(actor, key);
        return forms.send(
                model,
                response,
                () -> {
                    desk.change(actor, column.id(), form.versionRead(), form.input());
                    return done(columns.column(column.id()), "changed");
                },
                () -> form(actor, column, form, model));
    }

    @GetMapping(ONE + "/merge")
    String merge(
            Actor actor,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String into,
            Model model) {
        model.addAttribute("problems", Problems.none());
        return mergePage(actor, named(actor, key), into, model);
    }

    @PostMapping(ONE + "/merge")
    String takeMerge(
            Actor actor,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String into,
            Model model,
            HttpServletResponse response) {
        var column = named(actor, key);
        return forms.send(
                model,
                response,
                () -> {
                    var target =
                            columns.find(actor.agency(), into)
                                    .orElseThrow(
                                            () ->
                                                    Refusal.invalid(
                                                            "into", "columns.field.merge-target"));
                    desk.merge(actor, column.id(), target.id());
                    return done(target, "merged");
                },
                () -> mergePage(actor, column, into, model));
    }

    @GetMapping(ONE + "/retire")
    String retire(Actor actor, @PathVariable String key, Model model) {
        model.addAttribute("problems", Problems.none());
        return retirePage(actor, named(actor, key), model);
    }

    @PostMapping(ONE + "/retire")
    String takeRetirement(
            Actor actor, @PathVariable String key, Model model, HttpServletResponse response) {
        var column = named(actor, key);
        return forms.send(
                model,
                response,
                () -> {
                    desk.retire(actor, column.id());
                    return done(column, "retired");
                },
                () -> retirePage(actor, column, model));
    }

    private String form(Actor actor, @Nullable SiteColumn column, ColumnForm form, Model model) {
        desk.mayKeep(actor);
        model.addAttribute("form", form);
        model.addAttribute("column", column);
        model.addAttribute("reach", column == null ? null : desk.reach(actor, column.id()));
        model.addAttribute("parents", choices.parents(actor, column == null ? null : column.id()));
        model.addAttribute("sections", choices.sections(actor));
        return "columns/form";
    }

    private String mergePage(Actor actor, SiteColumn column, String into, Model model) {
        desk.mayKeep(actor);
        var targets = desk.mergeTargets(actor, column.id());
        model.addAttribute("column", column);
        model.addAttribute("reach", desk.reach(actor, column.id()));
        model.addAttribute(
                "targets", targets.stream().map(it -> Choice.of(it.key(), it.name())).toList());
        model.addAttribute(
                "target",
                targets.stream().filter(it -> it.key().equals(into)).findFirst().orElse(null));
        model.addAttribute("into", into);
        return "columns/merge";
    }

    private String retirePage(Actor actor, SiteColumn column, Model model) {
        desk.mayKeep(actor);
        model.addAttribute("column", column);
        model.addAttribute("reach", desk.reach(actor, column.id()));
        return "columns/retire";
    }

    private SiteColumn named(Actor actor, String key) {
        return columns.find(actor.agency(), key).orElseThrow(Refusal::notFound);
    }

    private static String done(SiteColumn column, String what) {
        return "redirect:" + ColumnPages.PAGE + "/" + column.key() + "?done=" + what;
    }
}
