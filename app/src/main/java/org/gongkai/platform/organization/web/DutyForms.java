package org.gongkai.platform.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkai.platform.organization.DutyEntry;
import org.gongkai.platform.organization.OrganizationDesk;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saying whose topic something is (职责登记表单). */
@Controller
@RequestMapping("/desk/organization/duties/new")
class DutyForms {
    private static final String PAGE = "/desk/organization/duties";

    private final OrganizationDesk desk;
    private final Assembly assembly;
    private final Choices choices;
    private final Forms forms;

    DutyForms(OrganizationDesk desk, Assembly assembly, Choices choices, Forms forms) {
        this.desk = desk;
        this.assembly = assembly;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping
    String form(
            @RequestParam @Nullable String topic,
            @RequestParam @Nullable String section,
            Actor actor,
            Model model) {
        var today = assembly.today().toString();
        return page(new DutyEntry(topic, section, today), actor, model);
    }

    @PostMapping
    String assign(
            @ModelAttribute DutyEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.assignDuty(actor, entry);
                    return Done.at(PAGE, "duty-assigned");
                },
                () -> page(entry, actor, model));
    }

    private String page(DutyEntry entry, Actor actor, Model model) {
        var fields =
                List.of(
                        FormField.line("topic", entry.topic()).withHint(),
                        FormField.choice(
                                "section", entry.section(), choices.sections(actor.agency())),
                        FormField.day("from", entry.from()));
        return new FormPage("duty", "", PAGE + "/new", PAGE, fields).show(model);
    }
}
