package org.gongkai.platform.transparencylog.web;

import java.util.List;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.transparencylog.LogReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log for everybody (透明日志公开页): what it is, how it stands, and how to check it. */
@Controller
class PublicLogPages {
    private static final int PER_PAGE = 20;

    private final LogReading reading;
    private final VerifierFiles verifier;
    private final Wording wording;

    PublicLogPages(LogReading reading, VerifierFiles verifier, Wording wording) {
        this.reading = reading;
        this.verifier = verifier;
        this.wording = wording;
    }

    @GetMapping("/log")
    String page(@RequestParam(required = false) @Nullable String before, Model model) {
        var standing = reading.standing().orElse(null);
        var from = before(before, standing == null ? 0 : standing.size());
        var entries = reading.before(from, PER_PAGE);
        model.addAttribute("standing", standing);
        model.addAttribute("root", standing == null ? null : grouped(standing.root()));
        model.addAttribute("entries", entries);
        model.addAttribute(
                "older",
                entries.isEmpty() || entries.getLast().index() == 0
                        ? null
                        : "/log?before=" + entries.getLast().index());
        model.addAttribute("newest", before == null);
        model.addAttribute("verifier", verifier.all());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("transparencylog.home"), "/"),
                        new Crumb(wording.say("transparencylog.title"), null)));
        return "transparencylog/public";
    }

    private static long before(@Nullable String typed, long size) {
        return typed != null && typed.matches("\\d{1,15}")
                ? Math.min(Long.parseLong(typed), size)
                : size;
    }

    /** In groups of eight, so that it can be read aloud and compared. */
    static String grouped(String hex) {
        return hex.replaceAll("(.{8})(?!$)", "$1 ");
    }
}
