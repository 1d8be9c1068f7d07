package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.opengov.requests.MessageDesk;
import org.gongkai.opengov.requests.NoticeDesk;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What office and applicant wrote to each other, and what was sent by e-mail and SMS (往来与通知). */
@Controller
@RequestMapping("/desk/requests/{id}")
class MessagePages {
    private final MessageDesk messages;
    private final NoticeDesk notices;
    private final RequestDesk requests;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    MessagePages(
            MessageDesk messages,
            NoticeDesk notices,
            RequestDesk requests,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.messages = messages;
        this.notices = notices;
        this.requests = requests;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping("/messages")
    String messages(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done",
                switch (done) {
                    case "written" -> wording.say("requests.message.desk.written");
                    case "again" -> wording.say("requests.notice.desk.again-done");
                    case "otherwise" -> wording.say("requests.notice.desk.otherwise-done");
                    default -> null;
                });
        return page(actor, id, "", model);
    }

    @PostMapping("/messages")
    String write(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String message,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    messages.write(actor, id, message);
                    return back(id, "written");
                },
                () -> page(actor, id, message, model));
    }

    @PostMapping("/notices/{notice}/again")
    String again(
            Actor actor,
            @PathVariable long id,
            @PathVariable long notice,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    notices.again(actor, id, notice);
                    return back(id, "again");
                },
                () -> page(actor, id, "", model));
    }

    @PostMapping("/notices/{notice}/told-otherwise")
    String toldOtherwise(
            Actor actor,
            @PathVariable long id,
            @PathVariable long notice,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    notices.toldOtherwise(actor, id, notice);
                    return back(id, "otherwise");
                },
                () -> page(actor, id, "", model));
    }

    private static String back(long id, String done) {
        return "redirect:/desk/requests/" + id + "/messages?done=" + done;
    }

    private String page(Actor actor, long id, String typed, Model model) {
        model.addAttribute("request", requests.one(actor, id).request());
        model.addAttribute("messages", messages.of(actor, id));
        model.addAttribute("notices", notices.of(actor, id));
        model.addAttribute("people", organization);
        model.addAttribute("writes", RequestRights.takesIn(actor));
        model.addAttribute("typed", typed);
        return "requests/messages";
    }
}
