package org.gongkai.opengov.inspections.draws.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.gongkai.opengov.inspections.draws.CertificatePace;
import org.gongkai.opengov.inspections.draws.Certificates;
import org.gongkai.opengov.inspections.draws.VisitDesk;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Certificates of visits (抽查凭证): at the door by the sign or the code on the officers' paper, and
 * that paper for the keeper. Nothing is kept by browsers and proxies, and no other site learns the
 * address.
 */
@Controller
class CertificatePages {
    private static final String ADDRESS = "/draws/certificate";
    private static final String CODE = "/{code:[a-z0-9]{20}}";

    private final Certificates certificates;
    private final CertificatePace pace;
    private final VisitDesk desk;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;
    private final ChineseDates dates;

    CertificatePages(
            Certificates certificates,
            CertificatePace pace,
            VisitDesk desk,
            Organization organization,
            Forms forms,
            Wording wording,
            ChineseDates dates) {
        this.certificates = certificates;
        this.pace = pace;
        this.desk = desk;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
        this.dates = dates;
    }

    @GetMapping(ADDRESS)
    String ask(Model model) {
        model.addAttribute("problems", Problems.none());
        return codePage("", model);
    }

    /** What was typed; the certificate then has its own address, as if the sign had been read. */
    @PostMapping(ADDRESS)
    String read(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        apart(response);
        return forms.send(
                model,
                response,
                () -> {
                    pace.take(request.getRemoteAddr());
                    return "redirect:" + ADDRESS + "/" + certificates.typed(code);
                },
                () -> codePage(code, model));
    }

    @GetMapping(ADDRESS + CODE)
    String page(@PathVariable String code, Model model, HttpServletResponse response) {
        apart(response);
        var shown = certificates.byCode(code);
        var draw = shown.story().draw();
        model.addAttribute("shown", shown);
        model.addAttribute("story", shown.story());
        model.addAttribute("draw", draw);
        model.addAttribute("agency", organization.agency(draw.agency()));
        var announced = draw.announcement();
        var standing = "inspections.draw.certificate.standing." + shown.standing().name();
        model.addAttribute(
                "standing",
                wording.say(
                        standing,
                        shown.story().agency(),
                        draw.seq(),
                        dates.day(announced.checkFrom()),
                        dates.day(announced.checkTo())));
        model.addAttribute("meaning", wording.say(standing + ".text"));
        crumbs(model);
        return "inspections/draws/certificate";
    }

    @GetMapping(
            value = ADDRESS + CODE + "/certificate.json",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> file(@PathVariable String code, HttpServletResponse response) {
        apart(response);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"certificate.json\"")
                .body(certificates.fileByCode(code).write());
    }

    /** Visits are counted from 1 where people read them. */
    @GetMapping(DrawPages.ADDRESS + "/{seq}/visits/{number:[1-9]\\d{0,7}}/certificate.pdf")
    ResponseEntity<byte[]> paper(Actor actor, @PathVariable long seq, @PathVariable int number) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"certificate-" + seq + "-" + number + ".pdf\"")
                .body(desk.paper(actor, seq, number - 1));
    }

    private String codePage(String code, Model model) {
        model.addAttribute("code", code);
        crumbs(model);
        return "inspections/draws/certificate-code";
    }

    private static void apart(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private void crumbs(Model model) {
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("inspections.draw.home"), "/"),
                        new Crumb(wording.say("inspections.draw.public.title"), "/draws"),
                        new Crumb(wording.say("inspections.draw.certificate.title"), null)));
    }
}
