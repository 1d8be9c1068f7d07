package org.gongkai.opengov.requests.papers.web;

import org.gongkai.opengov.requests.papers.LetterOwner;
import org.gongkai.opengov.requests.papers.LetterPapers;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.roles.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The papers of letters of corrections and complaints (更正、投诉文书下载). */
@Controller
@RequestMapping("/desk/request-claims/{id}/letters/{letter}")
class ClaimLetterDownloads {
    private final LetterPapers papers;

    ClaimLetterDownloads(LetterPapers papers) {
        this.papers = papers;
    }

    @GetMapping("/letter.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable long id, @PathVariable long letter) {
        return LetterDownloads.saved(
                papers.letter(actor, LetterOwner.claim(id), letter, true),
                MediaKind.PDF,
                "letter-" + letter);
    }

    @GetMapping("/letter.docx")
    ResponseEntity<byte[]> docx(Actor actor, @PathVariable long id, @PathVariable long letter) {
        return LetterDownloads.saved(
                papers.letter(actor, LetterOwner.claim(id), letter, false),
                MediaKind.DOCX,
                "letter-" + letter);
    }

    @GetMapping("/large.pdf")
    ResponseEntity<byte[]> large(Actor actor, @PathVariable long id, @PathVariable long letter) {
        return LetterDownloads.saved(
                papers.large(actor, LetterOwner.claim(id), letter),
                MediaKind.PDF,
                "large-" + letter);
    }

    @GetMapping("/receipt.pdf")
    ResponseEntity<byte[]> receipt(Actor actor, @PathVariable long id, @PathVariable long letter) {
        return LetterDownloads.saved(
                papers.receipt(actor, LetterOwner.claim(id), letter).pdf(),
                MediaKind.PDF,
                "receipt-" + letter);
    }

    @GetMapping("/receipt.docx")
    ResponseEntity<byte[]> receiptDocx(
            Actor actor, @PathVariable long id, @PathVariable long letter) {
        return LetterDownloads.saved(
                papers.receipt(actor, LetterOwner.claim(id), letter).docx(),
                MediaKind.DOCX,
                "receipt-" + letter);
    }

    @GetMapping("/cover/{form}.pdf")
    ResponseEntity<byte[]> cover(
            Actor actor,
            @PathVariable long id,
            @PathVariable long letter,
            @PathVariable String form) {
        return LetterDownloads.saved(
                papers.cover(actor, LetterOwner.claim(id), letter, LetterDownloads.coverForm(form)),
                MediaKind.PDF,
                form + "-" + letter);
    }
}
