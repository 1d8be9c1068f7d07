package org.gongkai.platform.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.organization.ClosingEntry;
import org.gongkai.platform.organization.OfficerEntry;
import org.gongkai.platform.organization.OrganizationDesk;
import org.gongkai.platform.organization.SectionEntry;
import org.gongkai.platform.organization.StaffDesk;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding, changing and closing sections, naming their officers (科室登记表单). */
@Controller
@RequestMapping("/desk/organization/sections")
class SectionForms {
    private static final String PAGE = "/desk/organization/sections/";

    private final OrganizationDesk desk;
    private final StaffDesk staff;
    private final Assembly assembly;
    private final Choices choices;
    private final Forms forms;

    SectionForms(
            OrganizationDesk desk,
            StaffDesk staff,
            Assembly assembly,
            Choices choices,
            Forms forms) {
        this.desk = desk;
        this.staff = staff;
        this.assembly = assembly;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping("/new")
    String newSection(Model model) {
        var empty = new SectionEntry(null, null, null, null, null, null, null, null);
        return newPage(empty, model);
    }

    @PostMapping("/new")
    String addSection(
            @ModelAttribute SectionEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    var added = desk.addSection(actor, entry);
                    return Done.at(PAGE + added.key(), "section-added");
                },
                () -> newPage(entry, model));
    }

    @GetMapping("/{key}/change")
    String change(@PathVariable String key, Actor actor, Model model) {
        var it = assembly.section(actor.agency(), key);
        var entry =
                new SectionEntry(
                        key,
                        it.kind().name(),
                        it.name(),
                        it.functions(),
                        it.phone(),
                        it.place(),
                        Integer.toString(it.displayOrder()),
                        assembly.today().toString());
        return changePage(key, it.version(), entry, model);
    }

    @PostMapping("/{key}/change")
    String changeSection(
            @PathVariable String key,
            @RequestParam @Nullable Long version,
            @ModelAttribute SectionEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.changeSection(actor, key, version, entry);
                    return Done.at(PAGE + key, "section-changed");
                },
                () -> changePage(key, version, entry, model));
    }

    @GetMapping("/{key}/close")
    String close(@PathVariable String key, Actor actor, Model model) {
        var today = assembly.today().toString();
        return closePage(key, new ClosingEntry(today, null, null), actor, model);
    }

    @PostMapping("/{key}/close")
    String closeSection(
            @PathVariable String key,
            @ModelAttribute ClosingEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.closeSection(actor, key, entry);
                    return Done.at(PAGE + key, "section-closed");
                },
                () -> closePage(key, entry, actor, model));
    }

    @GetMapping("/{key}/officer")
    String officer(@PathVariable String key, Actor actor, Model model) {
        var today = assembly.today().toString();
        return officerPage(key, new OfficerEntry(key, null, today), actor, model);
    }

    @PostMapping("/{key}/officer")
    String nameOfficer(
            @PathVariable String key,
            @RequestParam @Nullable String person,
            @RequestParam @Nullable String from,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        var entry = new OfficerEntry(key, person, from);
        return forms.send(
                model,
                response,
                () -> {
                    staff.nameOpennessOfficer(actor, entry);
                    return Done.at(PAGE + key, "officer-named");
                },
                () -> officerPage(key, entry, actor, model));
    }

    private String newPage(SectionEntry entry, Model model) {
        var fields = new ArrayList<FormField>();
        fields.add(FormField.choice("kind", entry.kind(), choices.kinds()));
        fields.add(FormField.line("key", entry.key()).withHint());
        fields.addAll(fields(entry));
        return new FormPage("section-new", "", PAGE + "new", "/desk/organization", fields)
                .show(model);
    }

    private String changePage(String key, @Nullable Long version, SectionEntry entry, Model model) {
        var fields = new ArrayList<FormField>();
        fields.add(FormField.hidden("version", version == null ? null : version.toString()));
        fields.addAll(fields(entry));
        return FormPage.about(
                        "section-change", entry.name(), PAGE + key + "/change", PAGE + key, fields)
                .show(model);
    }

    private String closePage(String key, ClosingEntry entry, Actor actor, Model model) {
        var section = assembly.section(actor.agency(), key);
        var others =
                choices.sections(actor.agency()).stream()
                        .filter(it -> !it.value().equals(key))
                        .toList();
        var fields =
                List.of(
                        FormField.day("lastDay", entry.lastDay()),
                        FormField.choice("successor", entry.successor(), others).withHint(),
                        FormField.line("reason", entry.reason()));
        return new FormPage(
                        "section-close", section.name(), PAGE + key + "/close", PAGE + key, fields)
                .show(model);
    }

    private String officerPage(String key, OfficerEntry entry, Actor actor, Model model) {
        var section = assembly.section(actor.agency(), key);
        var fields =
                List.of(
                        FormField.choice(
                                "person",
                                entry.person(),
                                choices.peopleOf(actor.agency(), section.id())),
                        FormField.day("from", entry.from()));
        return new FormPage("officer", section.name(), PAGE + key + "/officer", PAGE + key, fields)
                .show(model);
    }

    private static List<FormField> fields(SectionEntry entry) {
        return List.of(
                FormField.line("name", entry.name()),
                FormField.paragraph("functions", entry.functions()),
                FormField.line("phone", entry.phone()),
                FormField.line("place", entry.place()),
                FormField.line("displayOrder", entry.displayOrder()).withHint(),
                FormField.day("from", entry.from()).withHint());
    }
}
