package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are listed (查询条件).
 *
 * @param stage null for any
 * @param open true for those that wait for an answer, false for the others, null for both
 * @param dueBy the last day of the answer is this or earlier; null for any
 * @param late only what is past this day; null for any
 * @param channel null for any
 * @param words a number, or a part of what is asked; null for any
 * @param sections empty for all, and for those that no section has yet
 */
public record RequestFilter(
        @Nullable RequestStage stage,
        @Nullable Boolean open,
        @Nullable LocalDate dueBy,
        @Nullable LocalDate late,
        @Nullable IntakeChannel channel,
        @Nullable String words,
        Set<SectionId> sections) {
    public RequestFilter {
        sections = Set.copyOf(sections);
        words = words == null || words.isBlank() ? null : words.strip();
    }

    /** Everything. */
    public static final RequestFilter ALL =
            new RequestFilter(null, null, null, null, null, null, Set.of());

    /** Everything that waits for an answer. */
    public static RequestFilter waiting() {
        return new RequestFilter(null, true, null, null, null, null, Set.of());
    }

    /** The same for these sections alone. */
    public RequestFilter of(Set<SectionId> these) {
        return new RequestFilter(stage, open, dueBy, late, channel, words, these);
    }

    /** The same in this stage. */
    public RequestFilter in(@Nullable RequestStage other) {
        return new RequestFilter(other, open, dueBy, late, channel, words, sections);
    }

    /** The same, due by this day or late on it. */
    public RequestFilter due(@Nullable LocalDate by, @Nullable LocalDate lateOn) {
        return new RequestFilter(stage, open, by, lateOn, channel, words, sections);
    }

    boolean openAlone() {
        return Boolean.TRUE.equals(open) || stage != null && stage.isOpen();
    }

    String where() {
        return " WHERE agency_id = :agency"
                + (stage == null ? "" : " AND stage = :stage")
                + (open == null
                        ? ""
                        : open ? " AND answered_on IS NULL" : " AND answered_on IS NOT NULL")
                + (dueBy == null ? "" : " AND due <= :dueBy AND answered_on IS NULL")
                + (late == null ? "" : " AND due < :late AND answered_on IS NULL")
                + (channel == null ? "" : " AND channel = :channel")
                + (words == null
                        ? ""
                        : " AND (number = upper(:words) OR EXISTS (SELECT 1 FROM request_matter m"
                                + " WHERE m.case_id = request_case.id AND position(:words IN m.words) > 0))")
                + (sections.isEmpty() ? "" : " AND section_id IN (:sections)");
    }

    Map<String, Object> parameters(AgencyId agency) {
        var parameters = new HashMap<String, Object>();
        parameters.put("agency", agency.value());
        put(parameters, "stage", stage == null ? null : stage.name());
        put(parameters, "dueBy", dueBy);
        put(parameters, "late", late);
        put(parameters, "channel", channel == null ? null : channel.name());
        put(parameters, "words", words);
        if (!sections.isEmpty()) {
            parameters.put("sections", sections.stream().map(SectionId::value).toList());
        }
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
