package org.gongkai.opengov.disclosures;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a desk list shows (台账筛选).
 *
 * @param states empty for all
 * @param sections empty for all sections of the agency
 * @param awaiting only those that wait for one of these levels; empty for any
 * @param words part of the title
 * @param skip how many to pass over
 * @param limit how many at most
 */
public record DocumentFilter(
        AgencyId agency,
        Set<DocumentState> states,
        Set<SectionId> sections,
        Set<ReviewLevel> awaiting,
        @Nullable DocumentKind kind,
        @Nullable String words,
        int skip,
        int limit) {

    /** All documents of an agency, the first page. */
    public static DocumentFilter of(AgencyId agency) {
        return new DocumentFilter(agency, Set.of(), Set.of(), Set.of(), null, null, 0, 50);
    }

    /** The same with these states only. */
    public DocumentFilter in(Set<DocumentState> wanted) {
        return new DocumentFilter(agency, wanted, sections, awaiting, kind, words, skip, limit);
    }

    /** The same for these sections only. */
    public DocumentFilter of(Set<SectionId> wanted) {
        return new DocumentFilter(agency, states, wanted, awaiting, kind, words, skip, limit);
    }

    /** The same waiting for these levels only. */
    public DocumentFilter awaiting(Set<ReviewLevel> wanted) {
        return new DocumentFilter(agency, states, sections, wanted, kind, words, skip, limit);
    }

    /** The same, this part of the list. */
    public DocumentFilter page(int newSkip, int newLimit) {
        return new DocumentFilter(
                agency, states, sections, awaiting, kind, words, newSkip, newLimit);
    }

    /** A filter that lets nothing through. */
    DocumentFilter nothing() {
        return of(Set.of(new SectionId(-1)));
    }

    /** SQL text with named parameters; the text has no value of the caller in it. */
    record Query(String sql, Map<String, Object> parameters) {}

    Query query() {
        var parameters = parameters();
        parameters.put("skip", skip);
        parameters.put("limit", limit);
        return new Query(
                "SELECT * FROM document" + where() + order() + " OFFSET :skip LIMIT :limit",
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
        boolean waiting = !awaiting.isEmpty() || states.equals(Set.of(DocumentState.IN_REVIEW));
        return waiting
                ? " ORDER BY emergency DESC, formed_on NULLS LAST, changed_at, id"
                : " ORDER BY changed_at DESC, id";
    }

    private String where() {
        return " WHERE agency_id = :agency"
                + (states.isEmpty() ? "" : " AND state IN (:states)")
                + (sections.isEmpty() ? "" : " AND section_id IN (:sections)")
                + (awaiting.isEmpty() ? "" : " AND awaiting_level IN (:awaiting)")
                + (kind == null ? "" : " AND kind = :kind")
                + (words == null || words.isBlank()
                        ? ""
                        : " AND position(lower(:words) IN lower(title)) > 0");
    }

    private Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("agency", agency.value());
        parameters.put("states", states.stream().map(Enum::name).collect(Collectors.toSet()));
        parameters.put("sections", sections.stream().map(SectionId::value).toList());
        parameters.put("awaiting", awaiting.stream().map(Enum::name).toList());
        parameters.put("kind", kind == null ? "" : kind.name());
        parameters.put("words", words == null ? "" : words.strip());
        return parameters;
    }
}
