package org.gongkai.opengov.disclosures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.textcheck.Finding;
import org.gongkai.platform.textcheck.ReviewText;
import org.gongkai.platform.textcheck.Severity;
import org.gongkai.platform.textcheck.TextCheck;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Machine reading before people read (机器初审): what is found in a document's content. */
@Component
class Reading {
    private final TextCheck check;
    private final FileStore files;
    private final Reviews reviews;
    private final Wording wording;

    Reading(TextCheck check, FileStore files, Reviews reviews, Wording wording) {
        this.check = check;
        this.files = files;
        this.reviews = reviews;
        this.wording = wording;
    }

    /** All that was found, the gravest first. */
    List<Finding> findings(AgencyId agency, DocumentContent content) {
        return check.check(textOf(agency, content));
    }

    /** What goes on record of the findings: personal data covered. */
    static String written(List<Finding> findings) {
        record Line(String id, String code, String severity, String field, String quote) {}
        return JsonMapper.shared()
                .writeValueAsString(
                        findings.stream()
                                .map(
                                        it ->
                                                new Line(
                                                        it.id(),
                                                        it.code(),
                                                        it.severity().name(),
                                                        it.where().field(),
                                                        it.maskedQuote()))
                                .toList());
    }

    /** The blocking findings that nobody has let pass. */
    List<Finding> open(DocumentId id, List<Finding> findings) {
        var passed = reviews.overriddenIds(id);
        return findings.stream()
                .filter(it -> it.severity() == Severity.BLOCKING)
                .filter(it -> !passed.contains(it.id()))
                .toList();
    }

    /** Pictures of the body have no name of their own that anybody knows. */
    private String nameOf(int number, StoredFile image) {
        return wording.say("disclosures.image.name", number, image.kind().extension());
    }

    private ReviewText textOf(AgencyId agency, DocumentContent content) {
        Map<String, String> fields = new LinkedHashMap<>(content.fields());
        Optional.ofNullable(content.legalGround()).ifPresent(it -> fields.put("legalGround", it));
        Optional.ofNullable(content.correctionNote())
                .ifPresent(it -> fields.put("correctionNote", it));
        Optional.ofNullable(content.source())
                .map(Source::name)
                .ifPresent(it -> fields.put("source", it));
        var attachments = new ArrayList<ReviewText.Attachment>();
        for (var each : content.attachments()) {
            files.find(each.sha256(), each.name())
                    .ifPresent(it -> attachments.add(new ReviewText.Attachment(it.safeName(), it)));
        }
        for (var number = 1; number <= content.images().size(); number++) {
            var place = number;
            var image = content.images().get(number - 1);
            files.find(image.sha256(), image.sha256())
                    .ifPresent(
                            it ->
                                    attachments.add(
                                            new ReviewText.Attachment(nameOf(place, it), it)));
        }
        return new ReviewText(
                content.title(), content.bodyHtml(), fields, attachments, Optional.of(agency));
    }
}
