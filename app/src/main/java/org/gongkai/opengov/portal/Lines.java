package org.gongkai.opengov.portal;

import java.util.List;
import java.util.UUID;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.search.MarkedText;
import org.gongkai.platform.search.SearchHit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes lines of lists (列表) from what is public. */
@Component
class Lines {
    private final PublicRegister register;
    private final Columns columns;
    private final ChineseDates dates;

    Lines(PublicRegister register, Columns columns, ChineseDates dates) {
        this.register = register;
        this.columns = columns;
        this.dates = dates;
    }

    /** Lines of one column's list. */
    List<Line> inColumn(List<PublicListing> listings) {
        return listings.stream().map(it -> line(it, null)).toList();
    }

    /** Lines of a list over several columns. */
    List<Line> withColumn(List<PublicListing> listings) {
        return listings.stream().map(it -> line(it, columns.column(it.column()).name())).toList();
    }

    /** Lines of what was found; what has just been withdrawn is left out. */
    List<Line> found(List<SearchHit> hits) {
        return hits.stream()
                .flatMap(
                        hit ->
                                register.find(new DocumentId(UUID.fromString(hit.id()))).stream()
                                        .map(it -> found(hit, it)))
                .toList();
    }

    private Line found(SearchHit hit, PublicListing listing) {
        var plain = line(listing, columns.column(listing.column()).name());
        return new Line(
                hit.title(),
                plain.address(),
                plain.day(),
                hit.snippet().pieces(),
                plain.column(),
                plain.documentNumber(),
                plain.validity());
    }

    private Line line(PublicListing listing, @Nullable String column) {
        return new Line(
                List.of(new MarkedText(listing.title(), false)),
                listing.indexNumber().path(),
                dates.brief(listing.publishedAt()),
                List.of(),
                column,
                listing.documentNumber(),
                validity(listing));
    }

    private @Nullable ValidityTag validity(PublicListing listing) {
        if (listing.kind() != DocumentKind.NORMATIVE_DOCUMENT) {
            return null;
        }
        return ValidityTag.of(
                register.document(listing.id()).map(PublicDocument::validity).orElse(null));
    }
}
