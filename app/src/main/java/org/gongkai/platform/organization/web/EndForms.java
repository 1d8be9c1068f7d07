package org.gongkai.platform.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkai.platform.organization.CoverDesk;
import org.gongkai.platform.organization.EndEntry;
import org.gongkai.platform.organization.LeadingGroupDesk;
import org.gongkai.platform.organization.OrganizationDesk;
import org.gongkai.platform.organization.StaffDesk;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Ending a role, a cover, a duty or a membership (终止表单): all ask for the last day only. */
@Controller
@RequestMapping("/desk/organization/{what:grants|covers|duties|members}/{id}/end")
class EndForms {
    private final StaffDesk staff;
    private final CoverDesk covers;
    private final OrganizationDesk desk;
    private final LeadingGroupDesk group;
    private final Assembly assembly;
    private final Forms forms;

    EndForms(
            StaffDesk staff,
            CoverDesk covers,
            OrganizationDesk desk,
            LeadingGroupDesk group,
            Assembly assembly,
            Forms forms) {
        this.staff = staff;
        this.covers = covers;
        this.desk = desk;
        this.group = group;
        this.assembly = assembly;
        this.forms = forms;
    }

    @GetMapping
    String form(@PathVariable String what, @PathVariable long id, Model model) {
        return page(what, id, new EndEntry(assembly.today().toString()), model);
    }

    @PostMapping
    String end(
            @PathVariable String what,
            @PathVariable long id,
            @ModelAttribute EndEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    end(what, id, entry, actor);
                    return Done.at(back(what), "ended");
                },
                () -> page(what, id, entry, model));
    }

    private void end(String what, long id, EndEntry entry, Actor actor) {
        switch (what) {
            case "grants" -> staff.endRole(actor, id, entry);
            case "covers" -> covers.endCover(actor, id, entry);
            case "duties" -> desk.endDuty(actor, id, entry);
            case "members" -> group.endMember(actor, id, entry);
            default -> throw Refusal.notFound();
        }
    }

    private static String back(String what) {
        return switch (what) {
            case "covers" -> "/desk/organization/covers";
            case "duties" -> "/desk/organization/duties";
            case "members" -> "/desk/organization/leading-group";
            default -> "/desk/organization";
        };
    }

    private static String page(String what, long id, EndEntry entry, Model model) {
        var fields = List.of(FormField.day("lastDay", entry.lastDay()));
        var action = "/desk/organization/" + what + "/" + id + "/end";
        return new FormPage("end-" + what, "", action, back(what), fields).show(model);
    }
}
