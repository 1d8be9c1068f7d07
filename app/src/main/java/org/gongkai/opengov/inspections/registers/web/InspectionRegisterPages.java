package org.gongkai.opengov.inspections.registers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.registers.Register;
import org.gongkai.opengov.inspections.registers.RegisterChange;
import org.gongkai.opengov.inspections.registers.RegisterDesk;
import org.gongkai.opengov.inspections.registers.RegisterEntry;
import org.gongkai.opengov.inspections.registers.RegisterField;
import org.gongkai.opengov.inspections.registers.RegisterFilter.Standing;
import org.gongkai.opengov.inspections.registers.RegisterStep;
import org.gongkai.opengov.inspections.registers.RegisterWords;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.RegionCode;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Fact;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The registers of inspections, each entry with its history, and the forms (一单两库页面). */
@Controller
@RequestMapping("/desk/inspections/{register:items|units|officers|recusals}")
class InspectionRegisterPages {
    private static final int PER_PAGE = 30;

    private final RegisterDesk desk;
    private final RegisterForm form;
    private final RegisterTabs tabs;
    private final RegisterWords words;
    private final Organization organization;
    private final ChineseDates dates;
    private final Forms forms;
    private final Wording wording;

    InspectionRegisterPages(
            RegisterDesk desk,
            RegisterForm form,
            RegisterTabs tabs,
            RegisterWords words,
            Organization organization,
            ChineseDates dates,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.form = form;
        this.tabs = tabs;
        this.words = words;
        this.organization = organization;
        this.dates = dates;
        this.forms = forms;
        this.wording = wording;
    }

    /** A select above the list. */
    public record Filter(String key, String label, List<Choice> options, String value) {}

    /** A line of the list: the cells as shown, the first as a link. */
    public record Line(long id, List<String> cells, boolean ended) {}

    /** A change in words. */
    public record Changed(
            String when, String what, @Nullable String reason, List<Difference> fields) {}

    /** A field before and after, in words. */
    public record Difference(String label, String before, String after) {}

    @GetMapping
    String list(
            Actor actor,
            @PathVariable String register,
            @RequestParam Map<String, String> given,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        var of = named(register);
        var query = new RegisterQuery(of, given);
        var filter = query.filter();
        var total = desk.count(actor, of, filter);
        var pages = Pages.of(page, total, PER_PAGE, query::page);
        var found = desk.page(actor, of, filter, (pages.number() - 1) * PER_PAGE, PER_PAGE);
        frame(actor, of, model);
        model.addAttribute("done", said(done));
        model.addAttribute("heads", of.shown().stream().map(it -> words.label(of, it)).toList());
        model.addAttribute("lines", found.stream().map(it -> line(of, it)).toList());
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("filters", filters(actor, of, query));
        model.addAttribute("q", query.of("q"));
        model.addAttribute("narrowed", query.any());
        model.addAttribute("csv", query.file("export.csv"));
        model.addAttribute("xlsx", query.file("export.xlsx"));
        return "inspections/registers/list";
    }

    @GetMapping("/new")
    String blank(Actor actor, @PathVariable String register, Model model) {
        InspectionRights.mustKeep(actor);
        model.addAttribute("problems", Problems.none());
        return blank(actor, named(register), Map.of(), "", model);
    }

    @PostMapping
    String enter(
            Actor actor,
            @PathVariable String register,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        var of = named(register);
        var typed = RegisterForm.sent(of, sent);
        var note = Objects.requireNonNullElse(sent.getFirst("note-apart"), "");
        return forms.send(
                model,
                response,
                () ->
                        "redirect:"
                                + address(of)
                                + "/"
                                + desk.enter(actor, of, typed, note)
                                + "?done=entered",
                () -> blank(actor, of, typed, note, model));
    }

    private String blank(
            Actor actor, Register of, Map<String, String> typed, String note, Model model) {
        frame(actor, of, model);
        model.addAttribute("heading", wording.say("inspections.form.new." + of.slug()));
        model.addAttribute("action", address(of));
        model.addAttribute("version", null);
        model.addAttribute("fields", form.lines(actor, of, typed));
        model.addAttribute("noteApart", of == Register.RECUSAL ? note : null);
        model.addAttribute("reason", null);
        return "inspections/registers/form";
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable String register,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute("done", said(done));
        return page(actor, named(register), id, new Typed("", "", "", ""), model);
    }

    /** What was typed into the form of a step. */
    public record Typed(String step, String on, String reason, String into) {}

    @GetMapping("/{id}/change")
    String change(Actor actor, @PathVariable String register, @PathVariable long id, Model model) {
        var of = named(register);
        var whole = desk.one(actor, of, id);
        if (!whole.allowed().contains(RegisterStep.CHANGE)) {
            throw Refusal.notPossibleNow(List.of(), "inspections.refusal.ended");
        }
        model.addAttribute("problems", Problems.none());
        return change(
                actor,
                whole.entry(),
                form.typed(whole.entry()),
                "",
                whole.entry().version(),
                model);
    }

    @PostMapping("/{id}/change")
    String change(
            Actor actor,
            @PathVariable String register,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "why", defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        var of = named(register);
        var typed = RegisterForm.sent(of, sent);
        return forms.send(
                model,
                response,
                () -> {
                    desk.change(actor, of, id, version, typed, reason);
                    return "redirect:" + address(of) + "/" + id + "?done=changed";
                },
                () -> {
                    // A recusal has a reason of its own among its fields.
                    if (of != Register.RECUSAL) {
                        var problems =
                                (Problems) Objects.requireNonNull(model.getAttribute("problems"));
                        model.addAttribute("problems", problems.moved("reason", "why"));
                    }
                    var entry = desk.one(actor, of, id).entry();
                    return change(actor, entry, typed, reason, version, model);
                });
    }

    private String change(
            Actor actor,
            RegisterEntry entry,
            Map<String, String> typed,
            String reason,
            @Nullable Long version,
            Model model) {
        frame(actor, entry.register(), model);
        model.addAttribute("heading", wording.say("inspections.form.change", entry.title()));
        model.addAttribute("action", address(entry.register()) + "/" + entry.id() + "/change");
        model.addAttribute("version", version);
        model.addAttribute("fields", form.lines(actor, entry.register(), typed));
        model.addAttribute("noteApart", null);
        model.addAttribute("reason", reason);
        return "inspections/registers/form";
    }

    @PostMapping("/{id}/end")
    String end(
            Actor actor,
            @PathVariable String register,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        var of = named(register);
        return forms.send(
                model,
                response,
                () -> {
                    desk.end(actor, of, id, version, on, reason);
                    return "redirect:" + address(of) + "/" + id + "?done=ended";
                },
                () -> page(actor, of, id, new Typed("end", on, reason, ""), model));
    }

    @PostMapping("/{id}/merge")
    String merge(
            Actor actor,
            @PathVariable String register,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        var of = named(register);
        if (of != Register.UNIT) {
            throw Refusal.notFound();
        }
        return forms.send(
                model,
                response,
                () -> {
                    desk.merge(actor, id, version, into, on, reason);
                    return "redirect:" + address(of) + "/" + id + "?done=merged";
                },
                () -> {
                    var problems =
                            (Problems) Objects.requireNonNull(model.getAttribute("problems"));
                    model.addAttribute(
                            "problems",
                            problems.moved("on", "merge-on").moved("reason", "merge-reason"));
                    return page(actor, of, id, new Typed("merge", on, reason, into), model);
                });
    }

    private String page(Actor actor, Register of, long id, Typed typed, Model model) {
        var whole = desk.one(actor, of, id);
        var entry = whole.entry();
        frame(actor, of, model);
        model.addAttribute("entry", entry);
        model.addAttribute("facts", facts(entry));
        model.addAttribute("note", whole.note());
        model.addAttribute("allowed", whole.allowed().stream().map(RegisterStep::name).toList());
        model.addAttribute(
                "changes", whole.changes().stream().map(it -> changed(entry, it)).toList());
        var by = entry.createdBy();
        model.addAttribute(
                "begun",
                wording.say(
                        by == null ? "inspections.one.begun.program" : "inspections.one.begun",
                        dates.moment(entry.createdAt()),
                        by == null ? "" : organization.person(by).name()));
        model.addAttribute("typed", typed);
        return "inspections/registers/one";
    }

    private List<Fact> facts(RegisterEntry entry) {
        return entry.register().fields().stream()
                .map(it -> new Fact(words.label(entry.register(), it), fact(entry, it), null))
                .toList();
    }

    private String fact(RegisterEntry entry, RegisterField field) {
        var shown = words.shown(entry, field);
        return shown.isEmpty() ? wording.say("inspections.value.none") : shown;
    }

    private Changed changed(RegisterEntry entry, RegisterChange change) {
        var person = change.person();
        return new Changed(
                dates.moment(change.at()),
                person == null
                        ? wording.say("inspections.one.changed.program")
                        : organization.person(person).name(),
                change.reason().isEmpty() ? null : change.reason(),
                change.fields().entrySet().stream()
                        .map(
                                it ->
                                        new Difference(
                                                words.changed(entry.register(), it.getKey()),
                                                said(entry, it.getKey(), it.getValue().before()),
                                                said(entry, it.getKey(), it.getValue().after())))
                        .toList());
    }

    private String said(RegisterEntry entry, String key, String value) {
        return words.said(entry.agency(), entry.register(), key, value);
    }

    private Line line(Register of, RegisterEntry entry) {
        return new Line(
                entry.id(),
                of.shown().stream().map(it -> words.shown(entry, it)).toList(),
                entry.endedOn() != null);
    }

    private List<Filter> filters(Actor actor, Register of, RegisterQuery query) {
        var filters =
                of.filters().stream()
                        .map(
                                it ->
                                        new Filter(
                                                it.key(),
                                                words.label(of, it),
                                                options(actor, of, it),
                                                query.of(it.key())));
        var standing =
                new Filter(
                        "standing",
                        wording.say("inspections.list.standing"),
                        List.of(Standing.ENDED, Standing.ALL).stream()
                                .map(
                                        it ->
                                                Choice.of(
                                                        it.slug(),
                                                        wording.say(
                                                                "inspections.standing."
                                                                        + it.slug())))
                                .toList(),
                        query.of("standing"));
        return Stream.concat(filters, Stream.of(standing)).toList();
    }

    private List<Choice> options(Actor actor, Register of, RegisterField field) {
        return field.kind() == RegisterField.Kind.REGION
                ? desk.regions(actor, of).stream()
                        .map(
                                it ->
                                        Choice.of(
                                                it,
                                                RegionCode.isKnown(it)
                                                        ? new RegionCode(it).regionName()
                                                        : it))
                        .toList()
                : field.choices().stream().map(it -> Choice.of(it.slug(), it.term())).toList();
    }

    private void frame(Actor actor, Register of, Model model) {
        model.addAttribute("register", of.slug());
        model.addAttribute("address", address(of));
        model.addAttribute("tabs", tabs.of(actor, of.slug()));
        model.addAttribute("keeps", InspectionRights.keeps(actor));
    }

    private @Nullable String said(String done) {
        return done.matches("[a-z]{1,20}")
                ? wording.find("inspections.done." + done).orElse(null)
                : null;
    }

    private static String address(Register of) {
        return "/desk/inspections/" + of.slug();
    }

    private static Register named(String slug) {
        return Register.named(slug).orElseThrow(Refusal::notFound);
    }
}
