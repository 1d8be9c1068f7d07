package org.gongkai.platform.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkai.platform.organization.LeadingGroupDesk;
import org.gongkai.platform.organization.MeetingEntry;
import org.gongkai.platform.organization.MemberEntry;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The leading group at the desk (领导小组台账): members, meetings, decisions. */
@Controller
@RequestMapping("/desk/organization/leading-group")
class LeadingGroupPages {
    private static final String PAGE = "/desk/organization/leading-group";

    private final LeadingGroupDesk desk;
    private final Assembly assembly;
    private final Choices choices;
    private final Forms forms;

    LeadingGroupPages(LeadingGroupDesk desk, Assembly assembly, Choices choices, Forms forms) {
        this.desk = desk;
        this.assembly = assembly;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping
    String group(Actor actor, Model model) {
        model.addAttribute("members", assembly.members(actor.agency()));
        model.addAttribute("meetings", desk.meetings(actor.agency()));
        model.addAttribute("may", May.steps(actor, null));
        return "organization/leading-group";
    }

    @GetMapping("/members/new")
    String newMember(Actor actor, Model model) {
        var today = assembly.today().toString();
        return memberPage(new MemberEntry(null, null, today), actor, model);
    }

    @PostMapping("/members/new")
    String addMember(
            @ModelAttribute MemberEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.addMember(actor, entry);
                    return Done.at(PAGE, "member-added");
                },
                () -> memberPage(entry, actor, model));
    }

    @GetMapping("/meetings/new")
    String newMeeting(Model model) {
        return meetingPage(new MeetingEntry(null, null, null), model);
    }

    @PostMapping("/meetings/new")
    String recordMeeting(
            @ModelAttribute MeetingEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.recordMeeting(actor, entry);
                    return Done.at(PAGE, "meeting-recorded");
                },
                () -> meetingPage(entry, model));
    }

    private String memberPage(MemberEntry entry, Actor actor, Model model) {
        var fields =
                List.of(
                        FormField.choice("person", entry.person(), choices.people(actor.agency())),
                        FormField.choice("function", entry.function(), choices.functions()),
                        FormField.day("from", entry.from()));
        return new FormPage("member", "", PAGE + "/members/new", PAGE, fields).show(model);
    }

    private String meetingPage(MeetingEntry entry, Model model) {
        var fields =
                List.of(
                        FormField.day("heldOn", entry.heldOn()),
                        FormField.line("title", entry.title()),
                        FormField.paragraph("decisions", entry.decisions()).withHint());
        return new FormPage("meeting", "", PAGE + "/meetings/new", PAGE, fields).show(model);
    }
}
