package org.gongkai.opengov.inspections.draws.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkai.opengov.inspections.draws.DrawStories;
import org.gongkai.opengov.inspections.draws.RevealDesk;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
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

/**
 * Where holders of the escrow fetch their shares and, once the agency is late, reveal (托管人揭示), rule
 * C6: without an account and without anybody's consent.
 */
@Controller
@RequestMapping("/draws/{agency}/{seq:\\d{1,9}}")
class EscrowPages {
    private final DrawStories stories;
    private final RevealDesk reveals;
    private final Forms forms;
    private final Wording wording;

    EscrowPages(DrawStories stories, RevealDesk reveals, Forms forms, Wording wording) {
        this.stories = stories;
        this.reveals = reveals;
        this.forms = forms;
        this.wording = wording;
    }

    /** Closed with the holder's key: of use to nobody else. */
    @GetMapping("/escrow-{lacks:[123]}.bin")
    ResponseEntity<byte[]> share(
            @PathVariable String agency, @PathVariable long seq, @PathVariable int lacks) {
        var sealed =
                reveals.sealedShare(stories.agency(agency).id(), seq, lacks)
                        .orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("draw-" + seq + "-escrow-" + lacks + ".bin")
                                .build()
                                .toString())
                .body(sealed);
    }

    @GetMapping("/escrow")
    String page(
            @PathVariable String agency,
            @PathVariable long seq,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("problems", Problems.none());
        return page(agency, seq, "", "", model, response);
    }

    @PostMapping("/escrow")
    String reveal(
            @PathVariable String agency,
            @PathVariable long seq,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    reveals.revealByHolders(stories.agency(agency).id(), seq, one, other);
                    return "redirect:/draws/" + agency + "/" + seq;
                },
                () -> page(agency, seq, one, other, model, response));
    }

    private String page(
            String agency,
            long seq,
            String one,
            String other,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var story = stories.of(agency, seq);
        if (story.escrow().isEmpty()) {
            throw Refusal.notFound();
        }
        model.addAttribute("story", story);
        model.addAttribute("draw", story.draw());
        model.addAttribute("one", one);
        model.addAttribute("other", other);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("inspections.draw.home"), "/"),
                        new Crumb(wording.say("inspections.draw.public.title"), "/draws"),
                        new Crumb(
                                wording.say(
                                        "inspections.draw.one.title", seq, story.draw().title()),
                                story.address()),
                        new Crumb(wording.say("inspections.draw.escrow.title"), null)));
        return "inspections/draws/escrow";
    }
}
