package org.gongkai.opengov.redaction.web;

import org.gongkai.opengov.redaction.RedactionDesk;
import org.gongkai.opengov.redaction.RedactionDesk.JobView;
import org.gongkai.opengov.redaction.ReleasedCopy;
import org.gongkai.platform.files.FileResponse;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pictures of pages, released copies and their lists of grounds (区分处理下载). */
@Controller
@RequestMapping("/desk/redactions/{id}")
class RedactionDownloads {
    private final RedactionDesk desk;
    private final Organization organization;
    private final Wording wording;

    RedactionDownloads(RedactionDesk desk, Organization organization, Wording wording) {
        this.desk = desk;
        this.organization = organization;
        this.wording = wording;
    }

    @GetMapping("/pages/{page}/marked.png")
    ResponseEntity<byte[]> marked(Actor actor, @PathVariable long id, @PathVariable int page) {
        return png(desk.picture(actor, id, page, false));
    }

    @GetMapping("/pages/{page}/released.png")
    ResponseEntity<byte[]> released(Actor actor, @PathVariable long id, @PathVariable int page) {
        return png(desk.picture(actor, id, page, true));
    }

    private static ResponseEntity<byte[]> png(byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    @GetMapping("/original")
    ResponseEntity<Resource> original(Actor actor, @PathVariable long id) {
        var source = desk.original(actor, id).job().source();
        return FileResponse.download(source, desk.content(source));
    }

    @GetMapping("/copies/{copy}/file")
    ResponseEntity<Resource> copy(Actor actor, @PathVariable long id, @PathVariable long copy) {
        var file = desk.copy(actor, id, copy);
        return FileResponse.download(file, desk.content(file));
    }

    @GetMapping("/copies/{copy}/list")
    String list(Actor actor, @PathVariable long id, @PathVariable long copy, Model model) {
        var view = desk.one(actor, id);
        model.addAttribute("job", view.job());
        model.addAttribute("copy", found(view, copy));
        model.addAttribute("agency", organization.agency(view.job().agency()));
        return "redaction/grounds";
    }

    @GetMapping("/copies/{copy}/list.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable long id, @PathVariable long copy) {
        return paper(
                desk.listOfGrounds(actor, id, copy).pdf(), MediaKind.PDF, id + "-" + copy + ".pdf");
    }

    @GetMapping("/copies/{copy}/list.docx")
    ResponseEntity<byte[]> docx(Actor actor, @PathVariable long id, @PathVariable long copy) {
        return paper(
                desk.listOfGrounds(actor, id, copy).docx(),
                MediaKind.DOCX,
                id + "-" + copy + ".docx");
    }

    private static ResponseEntity<byte[]> paper(byte[] bytes, MediaKind kind, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.mediaType()))
                .header("Content-Disposition", "attachment; filename=\"grounds-" + name + "\"")
                .body(bytes);
    }

    @GetMapping("/copies/{copy}/list.csv")
    ResponseEntity<byte[]> csv(Actor actor, @PathVariable long id, @PathVariable long copy) {
        var view = desk.one(actor, id);
        var table = CsvTable.of((Object[]) wording.say("redaction.list.csv-head").split(",", -1));
        for (var part : found(view, copy).parts()) {
            table.row(
                    part.mark(),
                    part.page(),
                    wording.say(part.words() ? "redaction.kind.words" : "redaction.kind.area"),
                    part.places(),
                    part.signs(),
                    wording.say("redaction.ground." + part.basis().ground().name()),
                    part.basis().law(),
                    part.basis().reason());
        }
        return table.file(view.job().number() + ".csv");
    }

    private static ReleasedCopy found(JobView view, long copy) {
        return view.copies().stream()
                .filter(it -> it.id() == copy && it.sha256() != null)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
