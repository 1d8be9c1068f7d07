package org.gongkai.opengov.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.opengov.requests.ClaimIntake;
import org.gongkai.opengov.requests.ReceiptPaper;
import org.gongkai.opengov.requests.RequestIntake;
import org.gongkai.opengov.requests.papers.ApplicantLetters;
import org.gongkai.opengov.requests.papers.LetterOwner;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Papers that whoever asked takes along (申请人文书下载), in usual and in large print (大字版), 条例 art. 43;
 * number and secret come with every question.
 */
@Controller
class ApplicantPapers {
    private final RequestIntake intake;
    private final ClaimIntake claims;
    private final ReceiptPaper receipts;
    private final ApplicantLetters letters;

    ApplicantPapers(
            RequestIntake intake,
            ClaimIntake claims,
            ReceiptPaper receipts,
            ApplicantLetters letters) {
        this.intake = intake;
        this.claims = claims;
        this.receipts = receipts;
        this.letters = letters;
    }

    @PostMapping("/requests/track/receipt")
    ResponseEntity<byte[]> receipt(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "false") boolean large,
            HttpServletRequest request) {
        var followed = intake.follow(number, secret, request.getRemoteAddr());
        return pdf(
                receipts.of(followed, secret.strip(), large),
                followed.request().number() + (large ? "-receipt-large" : "-receipt"));
    }

    /** A letter that was sent. */
    @PostMapping("/requests/track/letters/{letter}")
    ResponseEntity<byte[]> letter(
            @PathVariable long letter,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "false") boolean large,
            HttpServletRequest request) {
        var origin = request.getRemoteAddr();
        var it = intake.follow(number, secret, origin).request();
        var owner = LetterOwner.request(it.id());
        return pdf(
                large
                        ? letters.large(
                                owner,
                                it.agency(),
                                letter,
                                intake.name(number, secret, origin).orElseThrow(Refusal::notFound))
                        : letters.pdf(owner, letter),
                it.number() + "-" + letter);
    }

    /** A letter of a correction or complaint that was sent. */
    @PostMapping("/requests/claim/letters/{letter}")
    ResponseEntity<byte[]> claimLetter(
            @PathVariable long letter,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "false") boolean large,
            HttpServletRequest request) {
        var origin = request.getRemoteAddr();
        var it = claims.follow(number, secret, origin).claim();
        var owner = LetterOwner.claim(it.id());
        return pdf(
                large
                        ? letters.large(
                                owner,
                                it.agency(),
                                letter,
                                claims.name(number, secret, origin).orElseThrow(Refusal::notFound))
                        : letters.pdf(owner, letter),
                it.number() + "-" + letter);
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
