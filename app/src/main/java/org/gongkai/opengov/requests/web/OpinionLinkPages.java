package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import org.gongkai.opengov.requests.OpinionDesk;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.platform.letters.QrCode;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the office makes the link for a third party (第三方网上答复链接), and sees those there are. */
@Controller
@RequestMapping("/desk/requests/{id}/opinions")
class OpinionLinkPages {
    private final OpinionDesk desk;
    private final RequestDesk requests;
    private final Organization organization;
    private final Forms forms;

    OpinionLinkPages(
            OpinionDesk desk, RequestDesk requests, Organization organization, Forms forms) {
        this.desk = desk;
        this.requests = requests;
        this.organization = organization;
        this.forms = forms;
    }

    /** What was typed. */
    public record Typed(String party, String shown, String harm) {}

    @GetMapping
    String form(Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, id, new Typed("", "", ""), model);
    }

    @PostMapping
    String open(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String harm,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return forms.send(
                model,
                response,
                () -> {
                    var opened = desk.open(actor, id, party, shown, harm);
                    model.addAttribute("opened", opened);
                    model.addAttribute("qr", picture(opened.address()));
                    model.addAttribute("agency", organization.agency(actor.agency()));
                    model.addAttribute("request", requests.one(actor, id).request());
                    return "requests/opinion-link";
                },
                () -> page(actor, id, new Typed(party, shown, harm), model));
    }

    /**
     * The address as a code to be photographed; it holds the secret and has no address of its own.
     */
    private static String picture(String address) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(QrCode.png(address));
    }

    private String page(Actor actor, long id, Typed typed, Model model) {
        if (!OpinionDesk.opens(actor)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.opinion.refusal.office");
        }
        model.addAttribute("request", requests.one(actor, id).request());
        model.addAttribute(
                "parties",
                desk.waitingParties(actor, id).stream().map(it -> Choice.of(it, it)).toList());
        model.addAttribute("links", desk.links(actor, id));
        model.addAttribute("typed", typed);
        return "requests/opinion-links";
    }
}
