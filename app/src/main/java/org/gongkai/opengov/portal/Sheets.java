package org.gongkai.opengov.portal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.opengov.disclosures.CommentPeriod;
import org.gongkai.opengov.disclosures.CommentPeriod.Standing;
import org.gongkai.opengov.disclosures.Consultations;
import org.gongkai.opengov.disclosures.DocumentContent;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.ImportedOrigin;
import org.gongkai.opengov.disclosures.PlanRegister;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.PublicRelations;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Difference;
import org.gongkai.platform.pages.FileLink;
import org.gongkai.platform.pages.WideTables;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a document (信息页) from what the public register says. */
@Component
class Sheets {
    private final PublicRegister register;
    private final Organization organization;
    private final HeadTable head;
    private final PublicRelations relations;
    private final PlanRegister plans;
    private final Consultations consultations;
    private final ChineseDates dates;
    private final WideTables tables;
    private final OutwardLinks outward;
    private final Wording wording;

    Sheets(
            PublicRegister register,
            Organization organization,
            HeadTable head,
            PublicRelations relations,
            PlanRegister plans,
            Consultations consultations,
            ChineseDates dates,
            WideTables tables,
            OutwardLinks outward,
            Wording wording) {
        this.register = register;
        this.organization = organization;
        this.head = head;
        this.relations = relations;
        this.plans = plans;
        this.consultations = consultations;
        this.dates = dates;
        this.tables = tables;
        this.outward = outward;
        this.wording = wording;
    }

    /** One edition compared with the one before it; the first stands alone. */
    record EditionSheet(
            int number, String when, @Nullable String note, @Nullable Difference difference) {}

    /** The page of a document. */
    Sheet of(PublicDocument document) {
        var listing = document.listing();
        var agency = organization.agency(listing.agency()).name();
        return new Sheet(
                document,
                agency,
                source(document.content().source(), agency),
                head(document),
                ValidityTag.of(document.validity()),
                CommentPeriod.in(document.content().publicFields()).map(this::notice).orElse(null),
                tables.boxed(outward.led(document.content(), listing.indexNumber().path())),
                files(document),
                editions(document),
                related(document),
                listing.indexNumber().path());
    }

    private List<Sheet.HeadField> head(PublicDocument document) {
        var fields = new ArrayList<>(head.of(document));
        var origin = document.origin();
        if (origin != null) {
            fields.add(new Sheet.HeadField("portal.field.imported", imported(origin), null, true));
        }
        if (document.listing().kind() == DocumentKind.PLAN) {
            fields.add(
                    new Sheet.HeadField(
                            "portal.plans.standing",
                            wording.say(
                                    "portal.standing." + plans.standing(document.content()).name()),
                            null,
                            false));
        }
        return fields;
    }

    private Sheet.CommentNotice notice(CommentPeriod period) {
        var standing = consultations.standing(period);
        return new Sheet.CommentNotice(
                "portal.comments." + standing.name(),
                dates.day(period.from()),
                dates.day(period.until()),
                period.how(),
                standing == Standing.OPEN ? "good" : "");
    }

    /** What readers are told of a document that stood at an old site before. */
    private String imported(ImportedOrigin origin) {
        var said =
                wording.say(
                        "portal.document.imported",
                        dates.brief(origin.importedAt()),
                        origin.sourceName());
        var number = origin.oldIndexNumber();
        var address = origin.oldAddress();
        return said
                + (number == null ? "" : wording.say("portal.document.imported.number", number))
                + (address == null ? "" : wording.say("portal.document.imported.address", address));
    }

    private List<Sheet.Related> related(PublicDocument document) {
        return relations.of(document.listing().id()).entrySet().stream()
                .map(
                        it ->
                                new Sheet.Related(
                                        "portal.relation." + it.getKey().name(), it.getValue()))
                .toList();
    }

    /** One edition of a public document; empty if there was no such edition. */
    Optional<EditionSheet> edition(PublicDocument document, int number) {
        var id = document.listing().id();
        var told = document.editions().stream().filter(it -> it.number() == number).findFirst();
        var content = register.edition(id, number);
        if (told.isEmpty() || content.isEmpty()) {
            return Optional.empty();
        }
        var difference =
                register.edition(id, number - 1)
                        .map(it -> Difference.between(texts(it), texts(content.get())))
                        .orElse(null);
        return Optional.of(
                new EditionSheet(
                        number,
                        dates.moment(told.get().publishedAt()),
                        told.get().correctionNote(),
                        difference));
    }

    private List<Sheet.EditionLine> editions(PublicDocument document) {
        var lines = new ArrayList<Sheet.EditionLine>();
        var path = document.listing().indexNumber().path();
        for (var it : document.editions()) {
            lines.add(
                    new Sheet.EditionLine(
                            it.number(),
                            dates.moment(it.publishedAt()),
                            it.correctionNote(),
                            it.number() == 1 ? null : path + "/editions/" + it.number()));
        }
        Collections.reverse(lines);
        return lines;
    }

    private String source(@Nullable Source source, String agency) {
        return source == null || source.own() || source.name() == null ? agency : source.name();
    }

    private static List<FileLink> files(PublicDocument document) {
        var path = document.listing().indexNumber().path();
        var files = document.content().attachments();
        return IntStream.range(0, files.size())
                .mapToObj(it -> Readings.link(path, it + 1, files.get(it)))
                .toList();
    }

    /**
     * What readers see of an edition, line by line: a correction of a date or of a file is told
     * too.
     */
    private List<String> texts(DocumentContent content) {
        var texts = new ArrayList<String>();
        texts.add(content.title());
        for (var field : content.kind().publicFields()) {
            var value = content.field(field.key());
            if (value != null) {
                texts.add(
                        wording.say(
                                "portal.edition.field",
                                wording.say("portal.field." + field.key()),
                                value));
            }
        }
        texts.addAll(PaperBody.paragraphs(content.bodyHtml()));
        content.attachments()
                .forEach(
                        it ->
                                texts.add(
                                        wording.say(
                                                "portal.edition.file",
                                                it.name(),
                                                it.sha256().substring(0, 16))));
        return texts;
    }
}
