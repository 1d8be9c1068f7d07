package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.requests.AssignmentDesk;
import org.gongkai.opengov.requests.Chase;
import org.gongkai.opengov.requests.ChaseDesk;
import org.gongkai.opengov.requests.ChaseEntry;
import org.gongkai.opengov.requests.Holding;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who handles a request, and who was reminded of it (交办与催办). */
@Controller
@RequestMapping("/desk/requests/{id}")
class HandlingPages {
    private final RequestDesk desk;
    private final AssignmentDesk assignments;
    private final ChaseDesk chases;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    HandlingPages(
            RequestDesk desk,
            AssignmentDesk assignments,
            ChaseDesk chases,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.assignments = assignments;
        this.chases = chases;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    /** A reminder in words. */
    public record Reminded(
            Chase chase, String by, String to, @Nullable String answeredBy, boolean mine) {}

    /** That somebody was given the request, in words. */
    public record Given(Holding holding, String by, @Nullable String to, @Nullable String absent) {}

    /** What was typed. */
    public record Typed(
            @Nullable String holder,
            @Nullable String note,
            @Nullable String kind,
            @Nullable String to,
            @Nullable String words,
            @Nullable String answerBy,
            @Nullable String answer) {
        static Typed none() {
            return new Typed(null, null, "chase", null, null, null, null);
        }
    }

    @GetMapping("/handling")
    String handling(Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, id, Typed.none(), model);
    }

    @PostMapping("/holder")
    String give(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    assignments.assign(actor, id, holder, note);
                    return back(id);
                },
                () ->
                        page(
                                actor,
                                id,
                                new Typed(holder, note, "chase", null, null, null, null),
                                model));
    }

    @PostMapping("/chases")
    String chase(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String answerBy,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    chases.send(actor, id, new ChaseEntry(kind, to, words, answerBy));
                    return back(id);
                },
                () ->
                        page(
                                actor,
                                id,
                                new Typed(null, null, kind, to, words, answerBy, null),
                                model));
    }

    @PostMapping("/chases/{chase}/answer")
    String answer(
            Actor actor,
            @PathVariable long id,
            @PathVariable long chase,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    chases.answer(actor, id, chase, words);
                    return back(id);
                },
                () ->
                        page(
                                actor,
                                id,
                                new Typed(null, null, "chase", null, null, null, words),
                                model));
    }

    private static String back(long id) {
        return "redirect:/desk/requests/" + id + "/handling";
    }

    private String page(Actor actor, long id, Typed typed, Model model) {
        var request = desk.one(actor, id).request();
        model.addAttribute("request", request);
        model.addAttribute("typed", typed);
        model.addAttribute("holder", request.holder() == null ? null : name(request.holder()));
        model.addAttribute(
                "history",
                assignments.history(actor, id).reversed().stream().map(this::given).toList());
        model.addAttribute(
                "candidates",
                request.stage().isOpen()
                        ? choices(assignments.holdersFor(actor, request))
                        : List.of());
        model.addAttribute(
                "log",
                chases.log(actor, id).reversed().stream().map(it -> reminded(actor, it)).toList());
        var chasing = request.stage().isOpen() && chases.mayChase(actor, request);
        model.addAttribute("chasing", chasing);
        model.addAttribute(
                "kinds",
                Arrays.stream(Chase.Kind.values())
                        .map(
                                it ->
                                        new Choice(
                                                it.slug(),
                                                wording.say("requests.chase.kind." + it.name()),
                                                wording.say("requests.chase.about." + it.name())))
                        .toList());
        model.addAttribute(
                "groups",
                chasing
                        ? Arrays.stream(Chase.Kind.values())
                                .map(
                                        it ->
                                                new Group(
                                                        wording.say(
                                                                "requests.chase.group."
                                                                        + it.name()),
                                                        choices(chases.recipients(request, it))))
                                .toList()
                        : List.of());
        return "requests/handling";
    }

    /** People who can get the same kind of reminder. */
    public record Group(String label, List<Choice> choices) {}

    private static List<Choice> choices(List<Person> people) {
        return people.stream().map(it -> Choice.of(it.key(), it.name() + " " + it.post())).toList();
    }

    private Given given(Holding it) {
        return new Given(
                it,
                name(it.by()),
                it.holder() == null ? null : name(it.holder()),
                it.onBehalfOf() == null ? null : name(it.onBehalfOf()));
    }

    private Reminded reminded(Actor actor, Chase it) {
        var answer = it.answer();
        return new Reminded(
                it,
                name(it.by()),
                name(it.to()),
                answer == null ? null : name(answer.by()),
                answer == null && RequestRights.standsFor(actor).contains(it.to()));
    }

    private String name(PersonId person) {
        return organization.person(person).name();
    }
}
