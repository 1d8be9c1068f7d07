package org.gongkai.opengov.requests.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.gongkai.opengov.requests.Applicant;
import org.gongkai.opengov.requests.ProofDesk;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.archive.PaperPress.Page;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The sealed part of a package (密封件): who asks, and the pictures and scans that prove it, each
 * closed with AES-256 and opened by one word. That they are looked at is written down with the
 * reason.
 */
@Component
class SealedParts {
    private static final float MARGIN = 36;

    private final RequestDesk desk;
    private final ProofDesk proofs;
    private final PaperPress press;
    private final Wording wording;

    SealedParts(RequestDesk desk, ProofDesk proofs, PaperPress press, Wording wording) {
        this.desk = desk;
        this.proofs = proofs;
        this.press = press;
        this.wording = wording;
    }

    /**
     * A sealed paper.
     *
     * @param original what it was made of: the picture or scan as it was handed in; null for the
     *     page of identity
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Sealed(String name, String title, byte[] content, byte @Nullable [] original) {}

    /** All of it, closed with this word. */
    List<Sealed> of(Actor by, long id, @Nullable String reason, String word) {
        var applicant =
                desk.applicant(by, id, reason)
                        .orElseThrow(
                                () -> Refusal.notPossibleNow(List.of(), "requests.archive.erased"));
        var sealed = new ArrayList<Sealed>();
        sealed.add(
                new Sealed(
                        "identity-sealed.pdf",
                        say("requests.archive.identity"),
                        Bookmarks.sealed(press.print(page(applicant)), word),
                        null));
        for (var proof : proofs.of(by, id)) {
            var content = proofs.show(by, id, proof.id(), reason).content();
            sealed.add(
                    new Sealed(
                            "proof-%02d-sealed.pdf".formatted(sealed.size()),
                            say("requests.archive.proof." + proof.what().name()),
                            Bookmarks.sealed(
                                    proof.mediaType().equals("application/pdf")
                                            ? content
                                            : picture(content),
                                    word),
                            content));
        }
        return sealed;
    }

    private Page page(Applicant applicant) {
        var identity = applicant.identity();
        var contact = applicant.contact();
        var page = new Page(say("requests.archive.identity"));
        tell(page, "requests.ask.name", identity.name());
        tell(page, "requests.ask.representative", identity.representative());
        tell(
                page,
                "requests.ask.identity-kind",
                say("requests.identity." + identity.kind().name()));
        tell(page, "requests.ask.identity-number", identity.number());
        tell(page, "requests.ask.phone", contact.phone());
        tell(page, "requests.ask.email", contact.email());
        tell(page, "requests.ask.address", contact.address());
        var agent = applicant.agent();
        if (agent != null) {
            tell(page, "requests.ask.agent-name", agent.name());
            tell(page, "requests.ask.agent-number", agent.number());
            tell(page, "requests.ask.agent-phone", agent.phone());
            tell(page, "requests.ask.mandate", agent.mandate());
        }
        return page;
    }

    private void tell(Page page, String key, @Nullable String value) {
        if (value != null) {
            page.line(say("requests.archive.told", say(key), value));
        }
    }

    /** The picture on a page of its own, as large as the page allows. */
    private static byte[] picture(byte[] content) {
        try (var paper = new PDDocument();
                var written = new ByteArrayOutputStream()) {
            var image = PDImageXObject.createFromByteArray(paper, content, null);
            var page = new PDPage(PDRectangle.A4);
            paper.addPage(page);
            var width = PDRectangle.A4.getWidth() - 2 * MARGIN;
            var height = PDRectangle.A4.getHeight() - 2 * MARGIN;
            var scale = Math.min(width / image.getWidth(), height / image.getHeight());
            var across = image.getWidth() * scale;
            var down = image.getHeight() * scale;
            try (var drawing = new PDPageContentStream(paper, page)) {
                drawing.drawImage(
                        image,
                        (PDRectangle.A4.getWidth() - across) / 2,
                        (PDRectangle.A4.getHeight() - down) / 2,
                        across,
                        down);
            }
            paper.save(written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String say(String key, Object... arguments) {
        return wording.say(key, arguments);
    }
}
