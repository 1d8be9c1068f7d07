package org.gongkai.platform.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkai.platform.organization.CoverDesk;
import org.gongkai.platform.organization.CoverEntry;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** “I am away”: naming a deputy, for oneself or for somebody else (外出代行表单). */
@Controller
@RequestMapping("/desk/organization/covers/new")
class CoverForms {
    private final CoverDesk desk;
    private final Organization organization;
    private final Assembly assembly;
    private final Choices choices;
    private final Forms forms;

    CoverForms(
            CoverDesk desk,
            Organization organization,
            Assembly assembly,
            Choices choices,
            Forms forms) {
        this.desk = desk;
        this.organization = organization;
        this.assembly = assembly;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping
    String form(@RequestParam @Nullable String absent, Actor actor, Model model) {
        var person = absent(absent, actor);
        var all = desk.coverableRoles(person.id()).stream().map(Role::name).toList();
        return page(
                person, new CoverEntry(person.key(), null, all, null, null, null), actor, model);
    }

    @PostMapping
    String nameDeputy(
            @ModelAttribute CoverEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        var person = absent(entry.absent(), actor);
        return forms.send(
                model,
                response,
                () -> {
                    desk.nameDeputy(actor, entry);
                    var page = "/desk/organization/people/" + person.key();
                    return Done.at(page, "deputy-named");
                },
                () -> page(person, entry, actor, model));
    }

    private Person absent(@Nullable String key, Actor actor) {
        return key == null || key.isBlank()
                ? organization.person(actor.person())
                : assembly.person(actor.agency(), key);
    }

    private String page(Person absent, CoverEntry entry, Actor actor, Model model) {
        var others =
                choices.people(actor.agency()).stream()
                        .filter(it -> !it.value().equals(absent.key()))
                        .toList();
        var fields =
                List.of(
                        FormField.hidden("absent", absent.key()),
                        FormField.some(
                                "roles",
                                entry.roles(),
                                choices.roles(desk.coverableRoles(absent.id()))),
                        FormField.choice("deputy", entry.deputy(), others).withHint(),
                        FormField.day("from", entry.from()),
                        FormField.day("to", entry.to()),
                        FormField.line("reason", entry.reason()));
        return new FormPage(
                        "cover",
                        absent.name(),
                        "/desk/organization/covers/new",
                        "/desk/organization/people/" + absent.key(),
                        fields)
                .show(model);
    }
}
