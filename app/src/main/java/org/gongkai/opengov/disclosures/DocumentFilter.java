package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a desk list shows (台账筛选). What was purged has no line.
 *
 * @param states empty for all
 * @param sections empty for all sections of the agency
 * @param awaiting only those that wait for one of these levels; empty for any
 */
public record DocumentFilter(
        AgencyId agency,
        Set<DocumentState> states,
        Set<SectionId> sections,
        Set<ReviewLevel> awaiting,
        Subject subject,
        Part part) {

    /**
     * What the documents are about (筛选内容); null or empty does not filter.
     *
     * @param columns the branch of a column, see {@code Columns.branch}
     * @param writer somebody who wrote in it
     * @param year in which the information was formed, or the document begun while that is unknown
     * @param words part of the title, or a whole index number
     */
    public record Subject(
            Set<ColumnId> columns,
            @Nullable PersonId writer,
            @Nullable DocumentKind kind,
            @Nullable Integer year,
            @Nullable String words) {

        /** Anything. */
        public static final Subject ANY = new Subject(Set.of(), null, null, null, null);
    }

    /** Which part of the list: after a place or behind so many, at most so many. */
    public record Part(@Nullable Place after, int skip, int limit) {}

    /**
     * A place in the list: the last document shown, by what the lists are ordered by.
     *
     * @param formedOn null where that is not known yet
     */
    public record Place(
            boolean emergency, @Nullable LocalDate formedOn, Instant changedAt, DocumentId id) {}

    /** All documents of an agency, the first page. */
    public static DocumentFilter of(AgencyId agency) {
        return new DocumentFilter(
                agency, Set.of(), Set.of(), Set.of(), Subject.ANY, new Part(null, 0, 50));
    }

    /** The same with these states only. */
    public DocumentFilter in(Set<DocumentState> wanted) {
        return new DocumentFilter(agency, wanted, sections, awaiting, subject, part);
    }

    /** The same for these sections only. */
    public DocumentFilter of(Set<SectionId> wanted) {
        return new DocumentFilter(agency, states, wanted, awaiting, subject, part);
    }

    /** The same waiting for these levels only. */
    public DocumentFilter awaiting(Set<ReviewLevel> wanted) {
        return new DocumentFilter(agency, states, sections, wanted, subject, part);
    }

    /** The same about this only. */
    public DocumentFilter about(Subject wanted) {
        return new DocumentFilter(agency, states, sections, awaiting, wanted, part);
    }

    /** The same, this part of the list. */
    public DocumentFilter page(int newSkip, int newLimit) {
        return new DocumentFilter(
                agency, states, sections, awaiting, subject, new Part(null, newSkip, newLimit));
    }

    /** The same, what comes after a place. */
    public DocumentFilter after(@Nullable Place place, int newLimit) {
        return new DocumentFilter(
                agency, states, sections, awaiting, subject, new Part(place, 0, newLimit));
    }

    /** A filter that lets nothing through. */
    DocumentFilter nothing() {
        return of(Set.of(new SectionId(-1)));
    }

    /** SQL text with named parameters; the text has no value of the caller in it. */
    record Query(String sql, Map<String, Object> parameters) {}

    Query query() {
        var parameters = parameters();
        var after = part.after();
        if (after != null) {
            parameters.put("after", moment(after.changedAt()));
            parameters.put("id", after.id().value());
            parameters.put("emergency", after.emergency());
            parameters.put("formed", after.formedOn());
        }
        parameters.put("skip", part.skip());
        parameters.put("limit", part.limit());
        return new Query(
                "SELECT * FROM document"
                        + where()
                        + when(after != null, isWaiting() ? BEHIND_WAITING : BEHIND_CHANGED)
                        + order()
                        + " OFFSET :skip LIMIT :limit",
                parameters);
    }

    Query countQuery() {
        return new Query("SELECT count(*) FROM document" + where(), parameters());
    }

    /**
     * Newest change first; what waits for signatures as it is to be signed: the emergency path,
     * then what was formed earliest, whose clock of 条例 art. 26 has run longest.
     */
    private String order() {
        return isWaiting()
                ? " ORDER BY NOT emergency, coalesce(formed_on, 'infinity'), changed_at, id"
                : " ORDER BY changed_at DESC, id";
    }

    private boolean isWaiting() {
        return !awaiting.isEmpty() || states.equals(Set.of(DocumentState.IN_REVIEW));
    }

    private String where() {
        return " WHERE agency_id = :agency AND state <> 'PURGED'"
                + when(!states.isEmpty(), "state IN (:states)")
                + when(!sections.isEmpty(), "section_id IN (:sections)")
                + when(!awaiting.isEmpty(), "awaiting_level IN (:awaiting)")
                + when(!subject.columns().isEmpty(), "column_id IN (:columns)")
                + when(
                        subject.writer() != null,
                        "id IN (SELECT document_id FROM drafter WHERE person_id = :writer)")
                + when(subject.kind() != null, "kind = :kind")
                + when(subject.year() != null, YEAR + " = :year")
                + when(
                        !words().isEmpty(),
                        "(position(lower(:words) IN lower(title)) > 0 OR id IN (SELECT document_id"
                                + " FROM index_number WHERE prefix || '/' || year || '-' ||"
                                + " lpad(sequence::text, 5, '0') = :words))");
    }

    /** The year of a document, see {@link Subject#year}. */
    static final String YEAR =
            "extract(year FROM coalesce(formed_on, (created_at AT TIME ZONE 'Asia/Shanghai')::date))";

    private static final String BEHIND_WAITING =
            "(NOT emergency, coalesce(formed_on, 'infinity'), changed_at, id)"
                    + " > (NOT :emergency, coalesce(:formed::date, 'infinity'), :after, :id)";
    private static final String BEHIND_CHANGED =
            "(changed_at <= :after AND (changed_at < :after OR id > :id))";

    private static String when(boolean asked, String condition) {
        return asked ? " AND " + condition : "";
    }

    private String words() {
        return subject.words() == null ? "" : subject.words().strip();
    }

    private Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("agency", agency.value());
        parameters.put("states", states.stream().map(Enum::name).collect(Collectors.toSet()));
        parameters.put("sections", sections.stream().map(SectionId::value).toList());
        parameters.put("awaiting", awaiting.stream().map(Enum::name).toList());
        parameters.put("columns", subject.columns().stream().map(ColumnId::value).toList());
        parameters.put("writer", subject.writer() == null ? 0 : subject.writer().value());
        parameters.put("kind", subject.kind() == null ? "" : subject.kind().name());
        parameters.put("year", subject.year() == null ? 0 : subject.year());
        parameters.put("words", words());
        return parameters;
    }
}
