package org.gongkai.opengov.requests.papers.web;

import java.util.Arrays;
import java.util.Locale;
import org.gongkai.opengov.requests.papers.LetterOwner;
import org.gongkai.opengov.requests.papers.LetterPapers;
import org.gongkai.platform.files.FileResponse;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.letters.AddressedCover;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Letters, proofs of delivery, envelopes and labels (文书下载). */
@Controller
@RequestMapping("/desk/requests/{id}/letters/{letter}")
class LetterDownloads {
    private final LetterPapers papers;

    LetterDownloads(LetterPapers papers) {
        this.papers = papers;
    }

    @GetMapping("/letter.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable long id, @PathVariable long letter) {
        return saved(
                papers.letter(actor, LetterOwner.request(id), letter, true),
                MediaKind.PDF,
                "letter-" + letter);
    }

    @GetMapping("/letter.docx")
    ResponseEntity<byte[]> docx(Actor actor, @PathVariable long id, @PathVariable long letter) {
        return saved(
                papers.letter(actor, LetterOwner.request(id), letter, false),
                MediaKind.DOCX,
                "letter-" + letter);
    }

    @GetMapping("/large.pdf")
    ResponseEntity<byte[]> large(Actor actor, @PathVariable long id, @PathVariable long letter) {
        return saved(
                papers.large(actor, LetterOwner.request(id), letter),
                MediaKind.PDF,
                "large-" + letter);
    }

    @GetMapping("/receipt.pdf")
    ResponseEntity<byte[]> receipt(Actor actor, @PathVariable long id, @PathVariable long letter) {
        return saved(
                papers.receipt(actor, LetterOwner.request(id), letter).pdf(),
                MediaKind.PDF,
                "receipt-" + letter);
    }

    @GetMapping("/receipt.docx")
    ResponseEntity<byte[]> receiptDocx(
            Actor actor, @PathVariable long id, @PathVariable long letter) {
        return saved(
                papers.receipt(actor, LetterOwner.request(id), letter).docx(),
                MediaKind.DOCX,
                "receipt-" + letter);
    }

    @GetMapping("/reply-form.pdf")
    ResponseEntity<byte[]> replyForm(
            Actor actor, @PathVariable long id, @PathVariable long letter) {
        return saved(papers.replyForm(actor, id, letter).pdf(), MediaKind.PDF, "form-" + letter);
    }

    @GetMapping("/cover/{form}.pdf")
    ResponseEntity<byte[]> cover(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @PathVariable String form) {
        var asked = coverForm(form);
        return saved(
                papers.cover(actor, LetterOwner.request(id), letter, asked),
                MediaKind.PDF,
                form + "-" + letter);
    }

    @GetMapping("/enclosures/{place}")
    ResponseEntity<Resource> enclosure(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @PathVariable int place) {
        var file = papers.enclosure(actor, id, letter, place);
        return FileResponse.download(file, papers.content(file));
    }

    /** An envelope or a label by its name in addresses. */
    static AddressedCover.Form coverForm(String name) {
        return Arrays.stream(AddressedCover.Form.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Names somebody: kept by nobody on the way. */
    static ResponseEntity<byte[]> saved(byte[] bytes, MediaKind kind, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + name + "." + kind.extension() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
