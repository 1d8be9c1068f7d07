package org.gongkai.opengov.disclosures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.Assessment.Outcome;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.opengov.disclosures.PurgeDesk;
import org.gongkai.opengov.disclosures.Step;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One page for each step that needs a word of reason or a moment (办理页面). */
@Controller
@RequestMapping("/desk/documents/{id}/steps/{name}")
class StepPages {
    /** What each step asks for; the others need nothing but the word. */
    private static final Map<Step, List<String>> ASKED =
            Map.of(
                    Step.ASSESS, List.of("outcome", "reason", "next"),
                    Step.CORRECT, List.of("note"),
                    Step.WITHDRAW, List.of("reason", "legalBasis"),
                    Step.RESTORE, List.of("reason"),
                    Step.REOPEN, List.of("reason"),
                    Step.SCHEDULE, List.of("at"),
                    Step.PURGE, List.of("ground"));

    /** Signing, returning and saving have pages of their own. */
    private static final Set<Step> ELSEWHERE =
            Set.of(
                    Step.SIGN,
                    Step.RETURN,
                    Step.SAVE,
                    Step.OVERRIDE_FINDING,
                    Step.SCAN_IN,
                    Step.CONFIRM_PAPER,
                    Step.REJECT_PAPER);

    private final DocumentSteps steps;
    private final DocumentDesk desk;
    private final PurgeDesk purges;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;
    private final Clock clock;

    StepPages(
            DocumentSteps steps,
            DocumentDesk desk,
            PurgeDesk purges,
            Organization organization,
            Forms forms,
            Wording wording,
            Clock clock) {
        this.steps = steps;
        this.desk = desk;
        this.purges = purges;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable DocumentId id, @PathVariable String name, Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, id, step(name), model, Map.of());
    }

    @PostMapping
    String take(
            Actor actor,
            @PathVariable DocumentId id,
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        var step = step(name);
        var body = new HashMap<String, Object>();
        ASKED.getOrDefault(step, List.of()).forEach(it -> body.put(it, value(typed, it)));
        return forms.send(
                model,
                response,
                () -> {
                    if (step == Step.SCHEDULE) {
                        body.put("at", withOffset(String.valueOf(body.get("at"))));
                    }
                    steps.take(actor, id, name, body);
                    if (desk.readable(actor, id).state() == DocumentState.PURGED) {
                        return "redirect:/desk/purges?done=purged";
                    }
                    return step == Step.CORRECT
                            ? "redirect:/desk/documents/" + id + "/edit"
                            : "redirect:/desk/documents/" + id + "?done=" + step.slug();
                },
                () -> page(actor, id, step, model, typed.toSingleValueMap()));
    }

    private String page(
            Actor actor, DocumentId id, Step step, Model model, Map<String, String> typed) {
        var view = desk.view(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("document", view.document());
        model.addAttribute("step", step);
        model.addAttribute("asked", ASKED.getOrDefault(step, List.of()));
        model.addAttribute("typed", typed);
        model.addAttribute("outcomes", outcomes());
        if (step == Step.PURGE) {
            model.addAttribute("words", purges.words(actor, id));
            model.addAttribute("backups", purges.backupsWith(actor, id));
            model.addAttribute("people", organization);
        }
        return "disclosures/step";
    }

    private List<Choice> outcomes() {
        return Stream.of(Outcome.STAYS, Outcome.OPENS)
                .map(
                        it ->
                                Choice.of(
                                        it.slug(),
                                        wording.say("disclosures.ask.ASSESS.outcome." + it.slug())))
                .toList();
    }

    private static Step step(String name) {
        return Step.named(name)
                .filter(it -> !ELSEWHERE.contains(it))
                .orElseThrow(Refusal::notFound);
    }

    private String withOffset(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(clock.getZone()).toOffsetDateTime().toString();
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid("at", "disclosures.field.schedule");
        }
    }

    private static String value(MultiValueMap<String, String> typed, String name) {
        var value = typed.getFirst(name);
        return value == null ? "" : value;
    }
}
