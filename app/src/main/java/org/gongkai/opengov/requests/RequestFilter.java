package org.gongkai.opengov.requests;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.opengov.requests.DaysLeft.Range;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are listed (查询条件). Everything but the words is a column of the case and stands in
 * an index; no clock is read for a list.
 *
 * @param stage null for any
 * @param open true for those that wait for an answer, false for the others, null for both
 * @param left null for any
 * @param channel null for any
 * @param words a number, or words of what is asked, noted and written; null for any
 * @param sections null for all, and for those that no section has yet
 * @param withOffice only what no section has
 * @param unassigned beside that of the sections what no section has
 * @param holders null for anybody and nobody
 * @param order null for the usual one
 */
public record RequestFilter(
        @Nullable RequestStage stage,
        @Nullable Boolean open,
        @Nullable DaysLeft left,
        @Nullable IntakeChannel channel,
        @Nullable String words,
        @Nullable Set<SectionId> sections,
        boolean withOffice,
        boolean unassigned,
        @Nullable Set<PersonId> holders,
        @Nullable RequestOrder order) {
    public RequestFilter {
        sections = sections == null ? null : Set.copyOf(sections);
        holders = holders == null ? null : Set.copyOf(holders);
        words = words == null || words.isBlank() ? null : words.strip();
    }

    /** Everything. */
    public static final RequestFilter ALL =
            new RequestFilter(null, null, null, null, null, null, false, false, null, null);

    /** Everything that waits for an answer. */
    public static RequestFilter waiting() {
        return ALL.thatAre(true);
    }

    /** The same of these sections alone. */
    public RequestFilter within(Set<SectionId> these) {
        var both = new HashSet<>(these);
        if (sections != null) {
            both.retainAll(sections);
        }
        return new RequestFilter(
                stage, open, left, channel, words, both, withOffice, unassigned, holders, order);
    }

    /** The same, as far as no section has it. */
    public RequestFilter withTheOffice() {
        return new RequestFilter(
                stage, open, left, channel, words, sections, true, unassigned, holders, order);
    }

    /** The same, and what no section has. */
    public RequestFilter orUnassigned() {
        return new RequestFilter(
                stage, open, left, channel, words, sections, withOffice, true, holders, order);
    }

    /** The same, held by one of these. */
    public RequestFilter heldBy(Set<PersonId> these) {
        var both = new HashSet<>(these);
        if (holders != null) {
            both.retainAll(holders);
        }
        return new RequestFilter(
                stage, open, left, channel, words, sections, withOffice, unassigned, both, order);
    }

    /** The same in this stage. */
    public RequestFilter in(@Nullable RequestStage other) {
        return new RequestFilter(
                other,
                open,
                left,
                channel,
                words,
                sections,
                withOffice,
                unassigned,
                holders,
                order);
    }

    /** The same that came by this channel. */
    public RequestFilter by(@Nullable IntakeChannel other) {
        return new RequestFilter(
                stage, open, left, other, words, sections, withOffice, unassigned, holders, order);
    }

    /** The same with these words in it. */
    public RequestFilter about(@Nullable String other) {
        return new RequestFilter(
                stage,
                open,
                left,
                channel,
                other,
                sections,
                withOffice,
                unassigned,
                holders,
                order);
    }

    /** The same that wait for an answer, or do not. */
    public RequestFilter thatAre(@Nullable Boolean waiting) {
        return new RequestFilter(
                stage,
                waiting,
                left,
                channel,
                words,
                sections,
                withOffice,
                unassigned,
                holders,
                order);
    }

    /** The same with so many days left. */
    public RequestFilter due(@Nullable DaysLeft other) {
        return new RequestFilter(
                stage,
                open,
                other,
                channel,
                words,
                sections,
                withOffice,
                unassigned,
                holders,
                order);
    }

    /** The same in this order. */
    public RequestFilter sorted(@Nullable RequestOrder other) {
        return new RequestFilter(
                stage,
                open,
                left,
                channel,
                words,
                sections,
                withOffice,
                unassigned,
                holders,
                other);
    }

    boolean openAlone() {
        return Boolean.TRUE.equals(open) || left != null || stage != null && stage.isOpen();
    }

    RequestOrder shownIn() {
        return order != null ? order : openAlone() ? RequestOrder.DUE : RequestOrder.NEWEST;
    }

    String where(@Nullable Range due) {
        return " WHERE agency_id = :agency"
                + (stage == null ? "" : " AND stage = :stage")
                + (openAlone()
                        ? " AND answered_on IS NULL"
                        : Boolean.FALSE.equals(open) ? " AND answered_on IS NOT NULL" : "")
                + (due == null ? "" : due.isUnknown() ? " AND due IS NULL" : between(due))
                + (channel == null ? "" : " AND channel = :channel")
                + (words == null ? "" : found(FoldedText.terms(words)))
                + (withOffice ? " AND section_id IS NULL" : "")
                + ofSections()
                + among("holder_id", "holders", holders);
    }

    /** By pairs from the index, and each part as a whole; a single sign stands in no pair. */
    private static String found(List<String> terms) {
        if (terms.isEmpty()) {
            return "";
        }
        var sql = new StringBuilder(" AND id IN (SELECT case_id FROM request_text WHERE true");
        if (!pairs(terms).isEmpty()) {
            sql.append(" AND pairs @> string_to_array(:pairs, E'\\n')");
        }
        for (var at = 0; at < terms.size(); at++) {
            sql.append(" AND position(:term").append(at).append(" IN folded) > 0");
        }
        return sql.append(')').toString();
    }

    private static String pairs(List<String> terms) {
        var pairs = FoldedText.pairs("");
        terms.forEach(it -> pairs.addAll(FoldedText.pairs(it)));
        return FoldedText.joined(pairs);
    }

    private static String between(Range due) {
        return (due.from() == null ? "" : " AND due >= :from")
                + (due.to() == null ? "" : " AND due <= :to");
    }

    private String ofSections() {
        var theirs = among("section_id", "sections", sections);
        return unassigned && !theirs.isEmpty()
                ? " AND (section_id IS NULL OR" + theirs.substring(" AND".length()) + ")"
                : theirs;
    }

    /** Of none is nothing, of null is not asked. */
    private static String among(String column, String name, @Nullable Set<?> these) {
        if (these == null) {
            return "";
        }
        return these.isEmpty() ? " AND false" : " AND " + column + " IN (:" + name + ")";
    }

    Map<String, Object> parameters(AgencyId agency, @Nullable Range due) {
        var parameters = new HashMap<String, Object>();
        parameters.put("agency", agency.value());
        put(parameters, "stage", stage == null ? null : stage.name());
        put(parameters, "from", due == null ? null : due.from());
        put(parameters, "to", due == null ? null : due.to());
        put(parameters, "channel", channel == null ? null : channel.name());
        if (words != null) {
            var terms = FoldedText.terms(words);
            var pairs = pairs(terms);
            put(parameters, "pairs", pairs.isEmpty() ? null : pairs);
            for (var at = 0; at < terms.size(); at++) {
                put(parameters, "term" + at, terms.get(at));
            }
        }
        put(parameters, "sections", sections == null ? null : numbers(sections));
        put(parameters, "holders", holders == null ? null : people(holders));
        return parameters;
    }

    private static List<Long> numbers(Set<SectionId> sections) {
        return sections.stream().map(SectionId::value).toList();
    }

    private static List<Long> people(Set<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
