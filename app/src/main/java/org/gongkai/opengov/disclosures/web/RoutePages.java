package org.gongkai.opengov.disclosures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.ReviewLevel;
import org.gongkai.opengov.disclosures.ReviewRoute;
import org.gongkai.opengov.disclosures.RouteDesk;
import org.gongkai.opengov.disclosures.RouteDesk.Setting;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which the levels of review are set (审签流程页面). */
@Controller
@RequestMapping("/desk/review-routes")
class RoutePages {
    /** The agency's own levels, in addresses and in the API. */
    static final String ALL = "all";

    private static final Set<ReviewLevel> LEAST = Set.copyOf(ReviewRoute.least().levels());

    private final RouteDesk desk;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    RoutePages(RouteDesk desk, Organization organization, Forms forms, Wording wording) {
        this.desk = desk;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String show(Actor actor, @RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("settings", desk.settings(actor));
        model.addAttribute("signers", desk.signers(actor));
        model.addAttribute("people", organization);
        model.addAttribute("maySet", actor.has(Role.DISCLOSURE_OFFICE) || actor.has(Role.OPERATOR));
        model.addAttribute("done", done == null ? null : wording.say("disclosures.routes.done"));
        return "disclosures/routes";
    }

    @GetMapping("/{kind}")
    String edit(Actor actor, @PathVariable String kind, Model model) {
        var setting = desk.setting(actor, kindAt(kind));
        model.addAttribute("problems", Problems.none());
        return page(actor, setting, setting.own(), setting.levels(), model);
    }

    @PostMapping("/{kind}")
    String set(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean follow,
            @RequestParam(defaultValue = "") List<ReviewLevel> more,
            Model model,
            HttpServletResponse response) {
        var asked = kindAt(kind);
        var levels =
                Arrays.stream(ReviewLevel.values())
                        .filter(it -> LEAST.contains(it) || more.contains(it))
                        .toList();
        return forms.send(
                model,
                response,
                () -> {
                    if (follow && asked != null) {
                        desk.follow(actor, asked);
                    } else {
                        desk.set(actor, asked, levels);
                    }
                    return "redirect:/desk/review-routes?done=set";
                },
                () -> page(actor, desk.setting(actor, asked), !follow, levels, model));
    }

    private String page(
            Actor actor, Setting setting, boolean own, List<ReviewLevel> chosen, Model model) {
        var kind = setting.kind();
        model.addAttribute("setting", setting);
        model.addAttribute("address", kind == null ? ALL : kind.slug());
        model.addAttribute("follow", own ? "false" : "true");
        model.addAttribute("chosen", chosen.stream().map(Enum::name).toList());
        model.addAttribute("more", choices(actor));
        model.addAttribute("least", ReviewRoute.least().levels());
        model.addAttribute(
                "follows",
                Stream.of("true", "false")
                        .map(it -> Choice.of(it, wording.say("disclosures.routes.follow." + it)))
                        .toList());
        return "disclosures/route";
    }

    /** The levels that an agency may add, each with how many people could sign at it. */
    private List<Choice> choices(Actor actor) {
        var signers = desk.signers(actor);
        return Arrays.stream(ReviewLevel.values())
                .filter(it -> !LEAST.contains(it))
                .map(
                        it ->
                                new Choice(
                                        it.name(),
                                        wording.say("disclosures.level." + it.name()),
                                        hint(signers.getOrDefault(it, 0))))
                .toList();
    }

    private String hint(int signers) {
        return signers == 0
                ? wording.say("disclosures.routes.nobody")
                : wording.say("disclosures.routes.signers", signers);
    }

    /** The kind that an address names; null for the agency's own levels. */
    static @Nullable DocumentKind kindAt(String address) {
        return ALL.equals(address)
                ? null
                : DocumentKind.named(address).orElseThrow(Refusal::notFound);
    }
}
