package org.gongkai.platform.draw.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.gongkai.platform.draw.DrawVerification;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** How anybody checks a draw, and doing it here (抽取结果核验). */
@Controller
class DrawCheckPages {
    private static final String ADDRESS = "/draws/check";

    private final DrawChecks checks;
    private final DrawWords words;
    private final Forms forms;
    private final Wording wording;

    DrawCheckPages(DrawChecks checks, DrawWords words, Forms forms, Wording wording) {
        this.checks = checks;
        this.words = words;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping(ADDRESS)
    String page(Model model) {
        model.addAttribute("problems", Problems.none());
        return page(null, model);
    }

    @PostMapping(ADDRESS)
    String check(
            @RequestParam MultipartFile bundle,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("problems", Problems.none());
        return forms.send(
                model,
                response,
                () -> page(verification(bundle, request.getRemoteAddr()), model),
                () -> page(null, model));
    }

    private DrawVerification verification(MultipartFile bundle, String origin) {
        if (bundle.isEmpty()) {
            throw Refusal.invalid("bundle", "draw.check.no-file");
        }
        try (var text = bundle.getInputStream()) {
            return checks.check(text, origin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(@Nullable DrawVerification verification, Model model) {
        model.addAttribute("verification", verification);
        var refused = verification == null ? null : verification.refused();
        if (refused != null) {
            model.addAttribute("reason", words.fault(refused.fault()));
            model.addAttribute("part", words.part(refused.path()));
        }
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("draw.check.home"), "/"),
                        new Crumb(wording.say("draw.check.title"), null)));
        return "draw/check";
    }
}
