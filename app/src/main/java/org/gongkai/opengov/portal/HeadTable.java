package org.gongkai.opengov.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.disclosures.DocumentContent;
import org.gongkai.opengov.disclosures.DocumentField;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.portal.Sheet.HeadField;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The table at the head of a document (信息要素): 索引号, 发布日期, 发布机构, 责任部门, 名称 as on the city's platform,
 * then the fields of its kind.
 */
@Component
class HeadTable {
    private final PublicRegister register;
    private final Organization organization;
    private final ChineseDates dates;
    private final OutwardLinks outward;

    HeadTable(
            PublicRegister register,
            Organization organization,
            ChineseDates dates,
            OutwardLinks outward) {
        this.register = register;
        this.organization = organization;
        this.dates = dates;
        this.outward = outward;
    }

    /** The head of this document. */
    List<HeadField> of(PublicDocument document) {
        var listing = document.listing();
        var content = document.content();
        var head = new ArrayList<HeadField>();
        head.add(plain("index-number", listing.indexNumber().toString()));
        head.add(plain("published", dates.brief(listing.publishedAt())));
        head.add(plain("agency", organization.agency(listing.agency()).name()));
        head.add(plain("section", organization.section(listing.section()).name()));
        head.add(new HeadField("portal.field.title", listing.title(), null, true));
        for (var field : listing.kind().publicFields()) {
            var value = content.field(field.key());
            if (value != null) {
                head.add(field(field, value));
            }
        }
        if (content.source() != null
                && !content.source().own()
                && content.source().name() != null) {
            head.add(
                    new HeadField(
                            "portal.field.source",
                            content.source().name(),
                            address(content, listing.indexNumber().path()),
                            false));
        }
        return head;
    }

    /** Where the source is read; out of government by way of the notice. */
    private @Nullable String address(DocumentContent content, String path) {
        var source = content.source();
        var url = source == null ? null : source.url();
        return url == null ? null : outward.through(url, content, path);
    }

    private HeadField field(DocumentField field, String value) {
        var key = "portal.field." + field.key();
        return switch (field.type()) {
            case DATE -> new HeadField(key, dates.plain(LocalDate.parse(value)), null, false);
            case REFERENCE -> reference(key, value);
            case TEXT, DOCUMENT_NUMBER, CHOICE ->
                    new HeadField(key, value, null, value.length() > 24);
        };
    }

    /** A reference by index number becomes a link with the title, while that document is public. */
    private HeadField reference(String key, String value) {
        var number = IndexNumber.parse(value);
        if (number.isPresent() && register.at(number.get()) instanceof PublicAnswer.Found found) {
            return new HeadField(
                    key, found.document().listing().title(), number.get().path(), true);
        }
        return new HeadField(key, value, null, true);
    }

    private static HeadField plain(String name, String value) {
        return new HeadField("portal.field." + name, value, null, false);
    }
}
