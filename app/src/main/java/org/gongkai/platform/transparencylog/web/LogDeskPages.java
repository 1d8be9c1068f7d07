package org.gongkai.platform.transparencylog.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.transparencylog.TransparencyLogDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log's desk (透明日志管理): witnesses, requests and answers, beacons, checks. */
@Controller
@RequestMapping("/desk/log")
class LogDeskPages {
    private static final String HERE = "/desk/log";
    private static final Set<String> DONE =
            Set.of("added", "removed", "quorum", "answered", "sound", "beat");

    private final TransparencyLogDesk desk;
    private final Forms forms;
    private final Wording wording;

    LogDeskPages(TransparencyLogDesk desk, Forms forms, Wording wording) {
        this.desk = desk;
        this.forms = forms;
        this.wording = wording;
    }

    /** What was typed, to be shown again. */
    record Typed(
            @Nullable String key,
            @Nullable String address,
            @Nullable String quorum,
            @Nullable String answer,
            @Nullable String beacon,
            @Nullable String round,
            @Nullable String value) {}

    @GetMapping
    String page(Actor actor, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done", DONE.contains(done) ? wording.say("transparencylog.done." + done) : null);
        return page(actor, new Typed(null, null, null, null, null, null, null), model);
    }

    @PostMapping("/witnesses")
    String add(Actor actor, Typed typed, Model model, HttpServletResponse response) {
        return send(
                actor,
                typed,
                model,
                response,
                () -> {
                    desk.addWitness(actor, text(typed.key()), text(typed.address()));
                    return "added";
                });
    }

    @PostMapping("/witnesses/{id}/remove")
    String remove(
            Actor actor,
            @PathVariable long id,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        return send(
                actor,
                typed,
                model,
                response,
                () -> {
                    desk.removeWitness(actor, id);
                    return "removed";
                });
    }

    @PostMapping("/quorum")
    String quorum(Actor actor, Typed typed, Model model, HttpServletResponse response) {
        return send(
                actor,
                typed,
                model,
                response,
                () -> {
                    desk.setQuorum(actor, number(text(typed.quorum())));
                    return "quorum";
                });
    }

    @GetMapping("/witnesses/{id}/request")
    ResponseEntity<byte[]> request(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long old) {
        var name = ContentDisposition.attachment().filename("add-checkpoint.txt").build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(desk.request(actor, id, old).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/witnesses/{id}/answer")
    String answer(
            Actor actor,
            @PathVariable long id,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("answering", id);
        return forms.send(
                model,
                response,
                () -> {
                    desk.answer(actor, id, text(typed.answer()));
                    return "redirect:" + HERE + "?done=answered";
                },
                () -> {
                    if (model.getAttribute("problems") instanceof Problems problems) {
                        model.addAttribute("problems", problems.moved("answer", "answer-" + id));
                    }
                    return page(actor, typed, model);
                });
    }

    @PostMapping("/check")
    String check(Actor actor) {
        return "redirect:" + HERE + (desk.check(actor).isEmpty() ? "?done=sound" : "");
    }

    @PostMapping("/beats")
    String beat(Actor actor, Typed typed, Model model, HttpServletResponse response) {
        return send(
                actor,
                typed,
                model,
                response,
                () -> {
                    desk.beat(
                            actor, text(typed.beacon()), text(typed.round()), text(typed.value()));
                    return "beat";
                });
    }

    /** Does what was asked and says which word tells that it is done. */
    private interface Work {
        String done();
    }

    private String send(
            Actor actor, Typed typed, Model model, HttpServletResponse response, Work work) {
        return forms.send(
                model,
                response,
                () -> "redirect:" + HERE + "?done=" + work.done(),
                () -> page(actor, typed, model));
    }

    private String page(Actor actor, Typed typed, Model model) {
        var overview = desk.overview(actor);
        model.addAttribute("overview", overview);
        model.addAttribute("standing", overview.standing().orElse(null));
        model.addAttribute(
                "root",
                overview.standing().map(it -> PublicLogPages.grouped(it.root())).orElse(null));
        model.addAttribute("mayChange", TransparencyLogDesk.mayChange(actor));
        model.addAttribute("typed", typed);
        return "transparencylog/desk";
    }

    private static int number(String text) {
        return text.strip().matches("\\d{1,3}") ? Integer.parseInt(text.strip()) : 0;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
