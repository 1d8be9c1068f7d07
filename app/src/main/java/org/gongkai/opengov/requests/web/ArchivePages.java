package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.opengov.requests.archive.ArchiveDesk;
import org.gongkai.opengov.requests.archive.ArchiveEntry;
import org.gongkai.opengov.requests.archive.ArchivePackage;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
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

/** The file of a request to print and to put away (案卷与归档). */
@Controller
@RequestMapping("/desk/requests/{id}/archive")
class ArchivePages {
    static final MediaType ZIP = MediaType.valueOf("application/zip");

    private final ArchiveDesk archive;
    private final RequestDesk desk;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    ArchivePages(
            ArchiveDesk archive,
            RequestDesk desk,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.archive = archive;
        this.desk = desk;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    /** A package that left, in words. */
    public record Left(ArchiveDesk.Earlier earlier, String by) {}

    @GetMapping
    String look(Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, id, "left-out", "", model);
    }

    @PostMapping
    Object export(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String identity,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "zip") String as,
            Model model,
            HttpServletResponse response) {
        var made = new AtomicReference<ArchivePackage>();
        var view =
                forms.send(
                        model,
                        response,
                        () -> {
                            made.set(
                                    archive.export(
                                            actor, id, new ArchiveEntry(identity, word, reason)));
                            return "";
                        },
                        () -> page(actor, id, identity, reason, model));
        var file = made.get();
        return file == null ? view : file(file, as);
    }

    static ResponseEntity<byte[]> file(ArchivePackage file, String as) {
        var pdf = as.equals("pdf");
        return ResponseEntity.ok()
                .contentType(pdf ? MediaType.APPLICATION_PDF : ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + file.name() + (pdf ? ".pdf" : ".zip") + "\"")
                .body(pdf ? file.pdf() : file.zip());
    }

    private String page(Actor actor, long id, String identity, String reason, Model model) {
        if (!RequestRights.distributes(actor)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.archive.who");
        }
        model.addAttribute("request", desk.one(actor, id).request());
        model.addAttribute(
                "lines",
                archive.earlier(actor, id).stream()
                        .map(it -> new Left(it, organization.person(it.by()).name()))
                        .toList());
        model.addAttribute(
                "identities",
                List.of("left-out", "sealed").stream()
                        .map(
                                it ->
                                        new Choice(
                                                it,
                                                wording.say("requests.archive.identity." + it),
                                                wording.say(
                                                        "requests.archive.identity.about." + it)))
                        .toList());
        model.addAttribute("identity", identity);
        model.addAttribute("reason", reason);
        return "requests/archive";
    }
}
