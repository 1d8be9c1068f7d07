package org.gongkai.platform.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.organization.EndEntry;
import org.gongkai.platform.organization.GrantEntry;
import org.gongkai.platform.organization.PersonEntry;
import org.gongkai.platform.organization.StaffDesk;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding and changing people and giving them roles (人员和任职登记表单). */
@Controller
@RequestMapping("/desk/organization/people")
class PersonForms {
    private static final String PAGE = "/desk/organization/people/";

    private final StaffDesk desk;
    private final Assembly assembly;
    private final Choices choices;
    private final Forms forms;

    PersonForms(StaffDesk desk, Assembly assembly, Choices choices, Forms forms) {
        this.desk = desk;
        this.assembly = assembly;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping("/new")
    String newPerson(Actor actor, Model model) {
        var empty = new PersonEntry(null, null, null, null, "false", assembly.today().toString());
        return newPage(empty, actor, model);
    }

    @PostMapping("/new")
    String addPerson(
            @ModelAttribute PersonEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    var added = desk.addPerson(actor, actor.agency(), entry);
                    return Done.at(PAGE + added.key(), "person-added");
                },
                () -> newPage(entry, actor, model));
    }

    @GetMapping("/{key}/change")
    String change(@PathVariable String key, Actor actor, Model model) {
        var it = assembly.view(assembly.person(actor.agency(), key));
        var section = it.section() == null ? null : it.section().key();
        var entry =
                new PersonEntry(
                        key,
                        it.name(),
                        it.post(),
                        section,
                        Boolean.toString(it.named()),
                        assembly.today().toString());
        return changePage(key, it.version(), entry, actor, model);
    }

    @PostMapping("/{key}/change")
    String changePerson(
            @PathVariable String key,
            @RequestParam @Nullable Long version,
            @ModelAttribute PersonEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.changePerson(actor, key, version, entry);
                    return Done.at(PAGE + key, "person-changed");
                },
                () -> changePage(key, version, entry, actor, model));
    }

    @GetMapping("/{key}/leave")
    String leave(@PathVariable String key, Actor actor, Model model) {
        return leavePage(key, new EndEntry(assembly.today().toString()), actor, model);
    }

    @PostMapping("/{key}/leave")
    String endPerson(
            @PathVariable String key,
            @ModelAttribute EndEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.endPerson(actor, key, entry);
                    return Done.at(PAGE + key, "person-ended");
                },
                () -> leavePage(key, entry, actor, model));
    }

    @GetMapping("/{key}/grants/new")
    String newGrant(@PathVariable String key, Actor actor, Model model) {
        var today = assembly.today().toString();
        return grantPage(key, new GrantEntry(key, null, null, today, null), actor, model);
    }

    @PostMapping("/{key}/grants/new")
    String grant(
            @PathVariable String key,
            @ModelAttribute GrantEntry sent,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        var entry = new GrantEntry(key, sent.role(), sent.section(), sent.from(), sent.to());
        return forms.send(
                model,
                response,
                () -> {
                    desk.grant(actor, entry);
                    return Done.at(PAGE + key, "role-granted");
                },
                () -> grantPage(key, entry, actor, model));
    }

    private String newPage(PersonEntry entry, Actor actor, Model model) {
        var fields = new ArrayList<FormField>();
        fields.add(FormField.line("key", entry.key()).withHint());
        fields.addAll(fields(entry, actor));
        return new FormPage("person-new", "", PAGE + "new", "/desk/organization", fields)
                .show(model);
    }

    private String changePage(
            String key, @Nullable Long version, PersonEntry entry, Actor actor, Model model) {
        var fields = new ArrayList<FormField>();
        fields.add(FormField.hidden("version", version == null ? null : version.toString()));
        fields.addAll(fields(entry, actor));
        return FormPage.about(
                        "person-change", entry.name(), PAGE + key + "/change", PAGE + key, fields)
                .show(model);
    }

    private String leavePage(String key, EndEntry entry, Actor actor, Model model) {
        var person = assembly.person(actor.agency(), key);
        var fields = List.of(FormField.day("lastDay", entry.lastDay()));
        return new FormPage(
                        "person-leave", person.name(), PAGE + key + "/leave", PAGE + key, fields)
                .show(model);
    }

    private String grantPage(String key, GrantEntry entry, Actor actor, Model model) {
        var person = assembly.person(actor.agency(), key);
        var fields =
                List.of(
                        FormField.choice(
                                "role", entry.role(), choices.roles(List.of(Role.values()))),
                        FormField.choice(
                                        "section",
                                        entry.section(),
                                        choices.sections(actor.agency()))
                                .withHint(),
                        FormField.day("from", entry.from()),
                        FormField.day("to", entry.to()));
        return new FormPage("grant", person.name(), PAGE + key + "/grants/new", PAGE + key, fields)
                .show(model);
    }

    private List<FormField> fields(PersonEntry entry, Actor actor) {
        return List.of(
                FormField.line("name", entry.name()),
                FormField.line("post", entry.post()),
                FormField.choice("section", entry.section(), choices.sections(actor.agency())),
                FormField.choice("named", entry.named(), choices.yesOrNo()),
                FormField.day("from", entry.from()).withHint());
    }
}
