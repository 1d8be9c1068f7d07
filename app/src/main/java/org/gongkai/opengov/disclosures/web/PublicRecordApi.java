package org.gongkai.opengov.disclosures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicChanges;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was withdrawn, restored and corrected, and the earlier editions (撤回与更正登记接口). */
@RestController
@RequestMapping("/api/v1/public")
class PublicRecordApi {
    private final PublicChanges changes;
    private final PublicRegister register;

    PublicRecordApi(PublicChanges changes, PublicRegister register) {
        this.changes = changes;
        this.register = register;
    }

    /** A line of the register; the title only while the document is public. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String what,
            String indexNumber,
            Instant at,
            @Nullable String title,
            String reason,
            @Nullable String legalBasis,
            @Nullable Integer edition) {
        static Line of(PublicChanges.Change change) {
            return new Line(
                    change.what().name().toLowerCase(Locale.ROOT),
                    change.indexNumber().toString(),
                    change.at(),
                    change.title(),
                    change.reason(),
                    change.legalBasis(),
                    change.edition());
        }
    }

    /** One edition of a public document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            String indexNumber,
            int number,
            Instant publishedAt,
            String sha256,
            @Nullable String correctionNote,
            String title,
            String bodyHtml,
            Map<String, String> fields,
            List<AttachedFile> attachments) {}

    @GetMapping("/register")
    Items<Line> register(Paging paging) {
        int skip = paging.skip();
        return Items.of(
                        changes.newest(skip, paging.fetch()),
                        paging,
                        last -> Cursor.at(skip + paging.limit()))
                .map(Line::of);
    }

    @GetMapping("/documents/{prefix}/{yearSeq}/editions/{number}")
    Whole edition(
            @PathVariable String prefix, @PathVariable String yearSeq, @PathVariable int number) {
        var asked = IndexNumber.parse(prefix + "/" + yearSeq).orElseThrow(Refusal::notFound);
        if (!(register.at(asked) instanceof PublicAnswer.Found found)) {
            throw Refusal.notFound();
        }
        var document = found.document();
        var told =
                document.editions().stream()
                        .filter(it -> it.number() == number)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        var content =
                register.edition(document.listing().id(), number).orElseThrow(Refusal::notFound);
        return new Whole(
                asked.toString(),
                number,
                told.publishedAt(),
                told.sha256(),
                told.correctionNote(),
                content.title(),
                content.bodyHtml(),
                content.fields(),
                content.attachments());
    }
}
