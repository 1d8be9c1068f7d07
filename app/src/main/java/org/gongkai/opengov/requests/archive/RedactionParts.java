package org.gongkai.opengov.requests.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.redaction.RedactionDesk;
import org.gongkai.opengov.redaction.Redactions;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was handed out in part (区分处理公开件), each with its list of grounds. What was withheld is not in
 * the file of the case; it stays where it is kept.
 */
@Component
@Order(3)
class RedactionParts implements CaseParts {
    private final Redactions redactions;
    private final RedactionDesk desk;
    private final Wording wording;

    RedactionParts(Redactions redactions, RedactionDesk desk, Wording wording) {
        this.redactions = redactions;
        this.desk = desk;
        this.wording = wording;
    }

    @Override
    public List<Part> of(Actor by, RequestView view) {
        var parts = new ArrayList<Part>();
        for (var job : redactions.ofCase(view.request().number())) {
            var released = redactions.disclosable(job.id());
            var grounds = redactions.listOfGrounds(job.id());
            if (released.isPresent() && grounds.isPresent()) {
                parts.add(
                        new Part(
                                Chapter.REDACTIONS,
                                wording.say("requests.archive.released", job.title()),
                                read(released.get())));
                parts.add(
                        new Part(
                                Chapter.REDACTIONS,
                                wording.say("requests.archive.grounds", job.title()),
                                grounds.get().pdf()));
            }
        }
        return parts;
    }

    private byte[] read(Redactions.Disclosable released) {
        try {
            return Files.readAllBytes(desk.content(released.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
