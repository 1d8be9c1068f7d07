package org.gongkai.opengov.drinkingwater.results.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.results.LaboratoryImport;
import org.gongkai.opengov.drinkingwater.results.LaboratoryImportDesk;
import org.gongkai.opengov.drinkingwater.results.SamplingDesk;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The files of laboratories, each with what it would do and what is wrong (监测数据导入页面). */
@Controller
@RequestMapping("/desk/water/imports")
class LaboratoryImportPages {
    private static final int PER_PAGE = 30;

    private final LaboratoryImportDesk desk;
    private final SamplingDesk samplings;
    private final WaterResultWords words;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    LaboratoryImportPages(
            LaboratoryImportDesk desk,
            SamplingDesk samplings,
            WaterResultWords words,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.samplings = samplings;
        this.words = words;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        model.addAttribute("problems", Problems.none());
        return listPage(actor, before, model);
    }

    @PostMapping
    String begin(
            Actor actor,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:/desk/water/imports/" + begun(desk, actor, file),
                () -> listPage(actor, Long.MAX_VALUE, model));
    }

    static long begun(LaboratoryImportDesk desk, Actor actor, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "drinkingwater.imports.problem.no-file");
        }
        try (var content = file.getInputStream()) {
            return desk.begin(actor, file.getOriginalFilename(), content);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, id, Set.of(), "", false, model);
    }

    @PostMapping("/{id}/steps/take")
    String take(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        var confirmed = Set.copyOf(sent.getOrDefault("confirmed", List.of()));
        var reason = sent.toSingleValueMap().getOrDefault("reason", "");
        var leaveOut = sent.containsKey("leaveOut");
        return forms.send(
                model,
                response,
                () -> {
                    desk.take(
                            actor,
                            id,
                            new LaboratoryImportDesk.Confirmation(leaveOut, confirmed, reason));
                    return "redirect:/desk/water/imports/" + id;
                },
                () -> page(actor, id, confirmed, reason, leaveOut, model));
    }

    @PostMapping("/{id}/steps/cancel")
    String cancel(Actor actor, @PathVariable long id) {
        desk.cancel(actor, id);
        return "redirect:/desk/water/imports";
    }

    private String listPage(Actor actor, long before, Model model) {
        var files = desk.list(actor, before, PER_PAGE + 1);
        model.addAttribute("files", files.stream().limit(PER_PAGE).toList());
        model.addAttribute(
                "more",
                files.size() > PER_PAGE
                        ? "/desk/water/imports?before=" + files.get(PER_PAGE - 1).id()
                        : null);
        model.addAttribute("people", organization);
        model.addAttribute("enters", samplings.enters(actor));
        return "drinkingwater/imports";
    }

    private String page(
            Actor actor,
            long id,
            Set<String> confirmed,
            String reason,
            boolean leaveOut,
            Model model) {
        var preview = desk.preview(actor, id);
        model.addAttribute("preview", preview);
        model.addAttribute("file", preview.file());
        model.addAttribute(
                "open",
                preview.file().state() == LaboratoryImport.State.READ && samplings.enters(actor));
        model.addAttribute("people", organization);
        model.addAttribute("words", words);
        model.addAttribute("confirmed", confirmed);
        model.addAttribute("reason", reason);
        model.addAttribute("leaveOut", leaveOut);
        model.addAttribute("heading", wording.say("drinkingwater.imports.title", id));
        return "drinkingwater/import";
    }
}
