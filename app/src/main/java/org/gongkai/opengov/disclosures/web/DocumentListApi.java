package org.gongkai.opengov.disclosures.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.Document;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentFilter;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/**
 * The list of documents for programs (文件台账接口), narrowed like the page. A document that changes
 * while somebody reads on moves to the front and is neither skipped nor told twice behind.
 */
@RestController
class DocumentListApi {
    private static final String NOT_KNOWN = "-";
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final DocumentDesk desk;
    private final DocumentQueries queries;
    private final Organization organization;
    private final Columns columns;

    DocumentListApi(
            DocumentDesk desk,
            DocumentQueries queries,
            Organization organization,
            Columns columns) {
        this.desk = desk;
        this.queries = queries;
        this.organization = organization;
        this.columns = columns;
    }

    /** A line of the list; section and column by their keys. */
    record DocumentLine(
            String id,
            String state,
            @Nullable String awaiting,
            int version,
            String kind,
            String title,
            @Nullable String section,
            @Nullable String column,
            @Nullable LocalDate formedOn,
            boolean emergency,
            Instant changedAt) {}

    @GetMapping("/api/v1/documents")
    Items<DocumentLine> list(Actor actor, @ModelAttribute DocumentQuery query, Paging paging) {
        var after = paging.cursor(4).map(DocumentListApi::place).orElse(null);
        var filter = queries.filter(actor, query).after(after, paging.fetch());
        var sections =
                organization.allSections(actor.agency()).stream()
                        .collect(Collectors.toMap(Section::id, Section::key));
        var keys =
                columns.tree(actor.agency()).stream()
                        .collect(Collectors.toMap(SiteColumn::id, SiteColumn::key));
        return Items.of(desk.list(actor, filter), paging, DocumentListApi::cursor)
                .map(it -> line(it, sections, keys));
    }

    private static DocumentLine line(
            Document document, Map<SectionId, String> sections, Map<ColumnId, String> columns) {
        var awaiting = document.awaiting();
        return new DocumentLine(
                document.id().toString(),
                document.state().slug(),
                awaiting == null ? null : DocumentAnswer.slug(awaiting),
                document.version(),
                document.kind().slug(),
                document.title(),
                sections.get(document.section()),
                columns.get(document.column()),
                document.formedOn(),
                document.emergency(),
                document.changedAt());
    }

    private static Cursor cursor(Document last) {
        var formedOn = last.formedOn();
        return Cursor.at(
                last.emergency(),
                formedOn == null ? NOT_KNOWN : formedOn,
                last.changedAt(),
                last.id());
    }

    private static DocumentFilter.Place place(Cursor cursor) {
        try {
            var formedOn =
                    cursor.text(1).equals(NOT_KNOWN) ? null : LocalDate.parse(cursor.text(1));
            var changedAt = Instant.parse(cursor.text(2));
            checkYear(changedAt.atOffset(ZoneOffset.UTC).getYear());
            if (formedOn != null) {
                checkYear(formedOn.getYear());
            }
            return new DocumentFilter.Place(
                    Boolean.parseBoolean(cursor.text(0)),
                    formedOn,
                    changedAt,
                    new DocumentId(UUID.fromString(cursor.text(3))));
        } catch (DateTimeException | IllegalArgumentException forged) {
            throw Refusal.invalid("after", "api.paging.after");
        }
    }

    private static void checkYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("no document is from the year " + year);
        }
    }
}
