package org.gongkai.opengov.disclosures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.opengov.disclosures.CommentPeriod;
import org.gongkai.opengov.disclosures.Consultations;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.ImportedOrigin;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.opengov.disclosures.PublicEdition;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.PublicRelations;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.platform.search.LegalForce;
import org.gongkai.platform.search.Search;
import org.gongkai.platform.search.SearchQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is public, for programs (公开数据接口). */
@RestController
@RequestMapping("/api/v1/public/documents")
class PublicDocumentsApi {
    private final PublicRegister register;
    private final PublicRelations relations;
    private final Consultations consultations;
    private final Columns columns;
    private final Organization organization;
    private final Search search;
    private final Clock clock;

    PublicDocumentsApi(
            PublicRegister register,
            PublicRelations relations,
            Consultations consultations,
            Columns columns,
            Organization organization,
            Search search,
            Clock clock) {
        this.register = register;
        this.relations = relations;
        this.consultations = consultations;
        this.columns = columns;
        this.organization = organization;
        this.search = search;
        this.clock = clock;
    }

    /** A public document in a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String indexNumber,
            String title,
            String summary,
            String kind,
            String column,
            String section,
            String agency,
            @Nullable String documentNumber,
            @Nullable LocalDate formedOn,
            Instant publishedAt,
            Instant editedAt,
            String path) {}

    /** A whole public document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            Line document,
            String bodyHtml,
            Map<String, String> fields,
            List<AttachedFile> attachments,
            String sha256,
            @Nullable String validity,
            @Nullable Comments commentPeriod,
            List<PublicEdition> editions,
            List<Related> related,
            @Nullable ImportedOrigin imported) {}

    /** How long and in what way readers may comment, and whether they may today. */
    record Comments(LocalDate from, LocalDate until, String how, String standing) {}

    /** A document that belongs to it: how, and where it is. */
    record Related(String relation, String indexNumber, String title, String path) {}

    @GetMapping
    Items<Line> list(
            @RequestParam(required = false) @Nullable String column,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable String validity,
            @RequestParam(required = false) @Nullable Integer item,
            @RequestParam(required = false) @Nullable LocalDate since,
            @RequestParam(required = false) @Nullable LocalDate until,
            Paging paging) {
        var kindAsked = kind == null ? null : kindNamed(kind);
        var columnAsked = column == null ? Optional.<SiteColumn>empty() : columnNamed(column);
        boolean dated = validity != null || item != null || since != null || until != null;
        if (dated || q != null && !q.isBlank()) {
            var query =
                    SearchQuery.of(q == null ? "" : q)
                            .inColumn(columnAsked.map(SiteColumn::key).orElse(null))
                            .ofKind(kindAsked == null ? null : kindAsked.slug())
                            .ofYear(year)
                            .ofSection(section == null ? null : sectionKey(section))
                            .ofItem(item == null ? null : item.toString())
                            .inForce(
                                    validity == null ? null : force(validity), LocalDate.now(clock))
                            .published(since, until)
                            .behind(paging.after(), paging.limit());
            return searched(query);
        }
        var filter =
                new PublicFilter(
                        null,
                        columnAsked.map(it -> columns.branch(it.id())).orElse(Set.of()),
                        kindAsked,
                        year,
                        section == null ? null : sectionNamed(section));
        var after = paging.cursor(2).map(PublicDocumentsApi::place).orElse(null);
        var names = new Names();
        return Items.of(
                        register.list(filter, after, paging.fetch()),
                        paging,
                        last -> Cursor.at(last.publishedAt(), last.id()))
                .map(it -> line(it, names));
    }

    @GetMapping("/{prefix}/{yearSeq}")
    Whole read(@PathVariable String prefix, @PathVariable String yearSeq) {
        var number = IndexNumber.parse(prefix + "/" + yearSeq).orElseThrow(Refusal::notFound);
        return switch (register.at(number)) {
            case PublicAnswer.Found found -> whole(found.document());
            case PublicAnswer.Withdrawn gone ->
                    throw Refusal.of(
                            RefusalKind.WITHDRAWN,
                            "disclosures.refusal.withdrawn",
                            gone.reason(),
                            gone.legalBasis());
            case PublicAnswer.Purged gone ->
                    throw Refusal.of(RefusalKind.WITHDRAWN, "disclosures.refusal.purged");
            case PublicAnswer.Nothing nothing -> throw Refusal.notFound();
        };
    }

    private Items<Line> searched(SearchQuery query) {
        var results = search.search(query);
        var names = new Names();
        var ids =
                results.hits().stream()
                        .map(it -> new DocumentId(UUID.fromString(it.id())))
                        .toList();
        var listings = register.findAll(ids);
        var lines =
                ids.stream()
                        .flatMap(it -> Optional.ofNullable(listings.get(it)).stream())
                        .map(it -> line(it, names))
                        .toList();
        return new Items<>(lines, results.next());
    }

    private Whole whole(PublicDocument document) {
        var content = document.content();
        return new Whole(
                line(document.listing(), new Names()),
                content.bodyHtml(),
                content.publicFields(),
                content.attachments(),
                document.sha256(),
                document.validity() == null ? null : DocumentAnswer.slug(document.validity()),
                CommentPeriod.in(content.publicFields()).map(this::comments).orElse(null),
                document.editions(),
                related(document.listing().id()),
                document.origin());
    }

    private Comments comments(CommentPeriod period) {
        return new Comments(
                period.from(),
                period.until(),
                period.how(),
                DocumentAnswer.slug(consultations.standing(period)));
    }

    private List<Related> related(DocumentId id) {
        return relations.of(id).entrySet().stream()
                .flatMap(
                        group ->
                                group.getValue().stream()
                                        .map(
                                                it ->
                                                        new Related(
                                                                DocumentAnswer.slug(group.getKey()),
                                                                it.indexNumber().toString(),
                                                                it.title(),
                                                                it.indexNumber().path())))
                .toList();
    }

    /** Names that one answer needs, each looked up once. */
    private final class Names {
        private final Map<ColumnId, String> keys = new HashMap<>();
        private final Map<SectionId, String> sections = new HashMap<>();
        private final Map<AgencyId, String> agencies = new HashMap<>();

        String column(ColumnId id) {
            return keys.computeIfAbsent(id, it -> columns.column(it).key());
        }

        String section(SectionId id) {
            return sections.computeIfAbsent(id, it -> organization.section(it).name());
        }

        String agency(AgencyId id) {
            return agencies.computeIfAbsent(id, it -> organization.agency(it).name());
        }
    }

    private static Line line(PublicListing listing, Names names) {
        return new Line(
                listing.indexNumber().toString(),
                listing.title(),
                listing.summary(),
                listing.kind().slug(),
                names.column(listing.column()),
                names.section(listing.section()),
                names.agency(listing.agency()),
                listing.documentNumber(),
                listing.formedOn(),
                listing.publishedAt(),
                listing.editedAt(),
                listing.indexNumber().path());
    }

    private Optional<SiteColumn> columnNamed(String name) {
        return Optional.of(
                columns.atAddress(name)
                        .or(
                                () ->
                                        organization.agencies().stream()
                                                .flatMap(it -> columns.find(it.id(), name).stream())
                                                .findFirst())
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "column", "disclosures.field.unknown", name)));
    }

    private SectionId sectionNamed(String name) {
        return organization.agencies().stream()
                .flatMap(it -> organization.findSection(it.id(), name).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("section", "disclosures.field.unknown", name))
                .id();
    }

    private String sectionKey(String name) {
        return organization.section(sectionNamed(name)).key();
    }

    private static LegalForce force(String name) {
        return LegalForce.named(name)
                .orElseThrow(() -> Refusal.invalid("validity", "disclosures.field.unknown", name));
    }

    private static DocumentKind kindNamed(String name) {
        return DocumentKind.named(name)
                .orElseThrow(() -> Refusal.invalid("kind", "disclosures.field.unknown", name));
    }

    private static PublicRegister.Place place(Cursor cursor) {
        try {
            var publishedAt = Instant.parse(cursor.text(0)).atOffset(ZoneOffset.UTC).toInstant();
            return new PublicRegister.Place(
                    publishedAt, new DocumentId(UUID.fromString(cursor.text(1))));
        } catch (DateTimeException | IllegalArgumentException forged) {
            throw Refusal.invalid("after", "api.paging.after");
        }
    }
}
