package org.gongkai.opengov.disclosures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.PaperDesk;
import org.gongkai.opengov.disclosures.PaperScan;
import org.gongkai.platform.files.FileResponse;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page on which a form signed by hand is scanned in and confirmed (纸质签署页面). */
@Controller
@RequestMapping("/desk/documents/{id}/paper")
class PaperPages {
    private final PaperDesk paper;
    private final DocumentDesk desk;
    private final Organization organization;
    private final FileStore files;
    private final Forms forms;

    PaperPages(
            PaperDesk paper,
            DocumentDesk desk,
            Organization organization,
            FileStore files,
            Forms forms) {
        this.paper = paper;
        this.desk = desk;
        this.organization = organization;
        this.files = files;
        this.forms = forms;
    }

    @GetMapping
    String show(Actor actor, @PathVariable DocumentId id, Model model) {
        model.addAttribute("problems", Problems.none());
        return page(actor, id, model, "", "", "");
    }

    @PostMapping
    String scanIn(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String opinion,
            @RequestParam MultipartFile scan,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    paper.scanIn(actor, id, entry(actor, id, signer, opinion, scan));
                    return "redirect:/desk/documents/" + id + "/paper?done=scan-in";
                },
                () -> page(actor, id, model, signer, opinion, ""));
    }

    @PostMapping("/confirm")
    String confirm(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "false") boolean seen,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    if (!seen) {
                        throw Refusal.invalid("seen", "disclosures.paper.seen-needed");
                    }
                    paper.confirm(actor, id);
                    return "redirect:/desk/documents/" + id + "?done=confirm-paper";
                },
                () -> page(actor, id, model, "", "", ""));
    }

    @PostMapping("/reject")
    String reject(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    paper.reject(actor, id, reason);
                    return "redirect:/desk/documents/" + id + "/paper?done=reject-paper";
                },
                () -> page(actor, id, model, "", "", reason));
    }

    /** A scan, for those who may read the document. */
    @GetMapping("/{scan}/file")
    ResponseEntity<Resource> file(
            Actor actor, @PathVariable DocumentId id, @PathVariable long scan) {
        var found =
                paper.scans(actor, id).stream()
                        .filter(it -> it.id() == scan)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        var stored =
                files.find(found.scanSha256(), found.scanName()).orElseThrow(Refusal::notFound);
        return FileResponse.shown(stored, files.path(stored.sha256()));
    }

    private String page(
            Actor actor, DocumentId id, Model model, String signer, String opinion, String reason) {
        var view = desk.view(actor, id);
        var waiting = paper.waiting(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("document", view.document());
        model.addAttribute("waiting", waiting.orElse(null));
        model.addAttribute("picture", waiting.filter(this::isPicture).isPresent());
        model.addAttribute(
                "scans",
                paper.scans(actor, id).reversed().stream()
                        .filter(it -> it.outcome() != null)
                        .toList());
        model.addAttribute("signers", signers(actor, id));
        model.addAttribute("people", organization);
        model.addAttribute("signer", signer);
        model.addAttribute("opinion", opinion);
        model.addAttribute("reason", reason);
        return "disclosures/paper";
    }

    private boolean isPicture(PaperScan scan) {
        return files.find(scan.scanSha256(), scan.scanName())
                .filter(it -> it.kind().isImage())
                .isPresent();
    }

    private List<Choice> signers(Actor actor, DocumentId id) {
        return paper.signers(actor, id).stream()
                .filter(it -> !it.id().equals(actor.person()))
                .map(it -> new Choice(it.key(), it.name(), it.post()))
                .toList();
    }

    private PaperScan.Entry entry(
            Actor actor, DocumentId id, String signer, String opinion, MultipartFile scan) {
        var person = signer(actor, id, signer);
        if (scan.isEmpty()) {
            throw Refusal.invalid("scan", "disclosures.paper.no-file");
        }
        try (var content = scan.getInputStream()) {
            var name = Objects.requireNonNullElse(scan.getOriginalFilename(), "");
            var kept = files.put(content, name, UploadLimits.SCAN);
            return new PaperScan.Entry(person, opinion, kept.sha256(), kept.safeName());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private PersonId signer(Actor actor, DocumentId id, String key) {
        return paper.signers(actor, id).stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("signer", "disclosures.paper.choose-signer"))
                .id();
    }
}
