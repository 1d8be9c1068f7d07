package org.gongkai.opengov.portal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.DocumentContent;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.Validities;
import org.gongkai.opengov.disclosures.Validity;
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
    private final Validities validities;
    private final ChineseDates dates;

    Lines(PublicRegister register, Columns columns, Validities validities, ChineseDates dates) {
        this.register = register;
        this.columns = columns;
        this.validities = validities;
        this.dates = dates;
    }

    /** Lines of one column's list. */
    List<Line> inColumn(List<PublicListing> listings) {
        var valid = validities.of(listings);
        return listings.stream().map(it -> line(it, null, valid)).toList();
    }

    /** Lines of a list over several columns. */
    List<Line> withColumn(List<PublicListing> listings) {
        var names = names(listings);
        var valid = validities.of(listings);
        return listings.stream().map(it -> line(it, names.get(it.column()), valid)).toList();
    }

    /** Lines of what was found; what has just been withdrawn is left out. */
    List<Line> found(List<SearchHit> hits) {
        var listings = register.findAll(hits.stream().map(Lines::id).toList());
        var names = names(listings.values());
        var valid = validities.of(listings.values());
        var contents = register.contents(inAttachments(hits));
        return hits.stream()
                .flatMap(
                        hit ->
                                Optional.ofNullable(listings.get(id(hit))).stream()
                                        .map(it -> line(it, names.get(it.column()), valid))
                                        .map(it -> found(hit, it, contents.get(id(hit)))))
                .toList();
    }

    private static DocumentId id(SearchHit hit) {
        return new DocumentId(UUID.fromString(hit.id()));
    }

    private Map<ColumnId, String> names(Collection<PublicListing> listings) {
        var names = new HashMap<ColumnId, String>();
        listings.stream()
                .map(PublicListing::agency)
                .distinct()
                .forEach(it -> names.putAll(new ColumnTree(columns.tree(it)).names()));
        return names;
    }

    /** The documents of which an attachment was found. */
    private static List<DocumentId> inAttachments(List<SearchHit> hits) {
        return hits.stream().filter(it -> it.attachment() != null).map(Lines::id).toList();
    }

    private static Line found(SearchHit hit, Line plain, @Nullable DocumentContent content) {
        var name = hit.attachment();
        var reading =
                name == null || content == null
                        ? null
                        : Readings.address(plain.address(), content.attachments(), name);
        return new Line(
                hit.title(),
                plain.address(),
                plain.day(),
                hit.snippet().pieces(),
                name,
                reading,
                plain.column(),
                plain.documentNumber(),
                plain.validity());
    }

    private Line line(
            PublicListing listing, @Nullable String column, Map<DocumentId, Validity> validities) {
        return new Line(
                List.of(new MarkedText(listing.title(), false)),
                listing.indexNumber().path(),
                dates.brief(listing.publishedAt()),
                List.of(),
                null,
                null,
                column,
                listing.documentNumber(),
                ValidityTag.of(validities.get(listing.id())));
    }
}
