package org.gongkai.opengov.portal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.Article20Item;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicFilter.Facet;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.Validity;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pages.FilterGroup;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.stereotype.Component;

/**
 * What a list of documents can be narrowed by (筛选): year, kind, validity, section, item of 条例 art.
 * 20, and the column where it has several; each choice with the number it would show.
 */
@Component
class ListChoices {
    /** What a column's list is narrowed by, in the order of the page. */
    static final List<Facet> IN_COLUMN =
            List.of(Facet.YEAR, Facet.KIND, Facet.VALIDITY, Facet.ITEM, Facet.SECTION);

    /** What a list over all columns is narrowed by. */
    static final List<Facet> OVER_COLUMNS =
            Stream.concat(Stream.of(Facet.COLUMN), IN_COLUMN.stream()).toList();

    private final PublicRegister register;
    private final Columns columns;
    private final Organization organization;
    private final Wording wording;

    ListChoices(
            PublicRegister register, Columns columns, Organization organization, Wording wording) {
        this.register = register;
        this.columns = columns;
        this.organization = organization;
        this.wording = wording;
    }

    /** A choice as addresses name it, as readers do, and how many documents it shows. */
    record Counted(String value, String name, long count) {}

    /**
     * What is shown of an agency's documents in these columns; of all columns if there are none.
     */
    PublicFilter filter(AgencyId agency, Set<ColumnId> branch, ListQuestion asked) {
        return new PublicFilter(
                agency,
                branch,
                asked.documentKind(),
                asked.yearAsked(),
                asked.section() == null ? null : section(agency, asked.section()).id(),
                asked.itemAsked(),
                asked.validityAsked());
    }

    /** The same over all columns, or those below the one asked for. */
    PublicFilter filter(AgencyId agency, ListQuestion asked) {
        var column = asked.column();
        return filter(agency, column == null ? Set.of() : branch(agency, column), asked);
    }

    /**
     * The groups beside a list: those where one of the choices is set or would leave something out.
     */
    List<FilterGroup> groups(
            List<Facet> facets, PublicFilter filter, AgencyId agency, Narrowing narrowing) {
        return facets.stream()
                .map(it -> group(it, filter, agency, narrowing))
                .filter(ListChoices::leavesAChoice)
                .toList();
    }

    /** The name of a facet in addresses. */
    static String parameter(Facet facet) {
        return facet.name().toLowerCase(Locale.ROOT);
    }

    /** What there is to choose, in the order to be shown. */
    List<Counted> choices(Facet facet, PublicFilter filter, AgencyId agency) {
        var counts = register.counts(filter, facet);
        return switch (facet) {
            case YEAR -> years(counts);
            case KIND -> kinds(counts);
            case VALIDITY -> validities(counts);
            case ITEM -> items(counts);
            case SECTION -> sections(counts, agency);
            case COLUMN -> columns(counts, agency);
        };
    }

    private static boolean leavesAChoice(FilterGroup group) {
        var all = group.choices().getFirst().count();
        return group.choices().stream().skip(1).anyMatch(it -> it.chosen() || it.count() < all);
    }

    private FilterGroup group(
            Facet facet, PublicFilter filter, AgencyId agency, Narrowing narrowing) {
        var counts = new LinkedHashMap<String, Long>();
        var names = new HashMap<String, String>();
        for (var it : choices(facet, filter, agency)) {
            counts.put(it.value(), it.count());
            names.put(it.value(), it.name());
        }
        return narrowing.group(
                wording.say("portal.filter." + parameter(facet)),
                wording.say("portal.filter.all"),
                parameter(facet),
                register.count(filter.without(facet)),
                counts,
                it -> names.getOrDefault(it, it));
    }

    private List<Counted> years(Map<String, Long> counts) {
        var newestFirst = new TreeMap<String, Long>(Comparator.reverseOrder());
        newestFirst.putAll(counts);
        return newestFirst.entrySet().stream()
                .map(
                        it ->
                                new Counted(
                                        it.getKey(),
                                        wording.say("portal.year", it.getKey()),
                                        it.getValue()))
                .toList();
    }

    private static List<Counted> kinds(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(
                        it -> {
                            var kind = DocumentKind.valueOf(it.getKey());
                            return new Counted(kind.slug(), kind.term(), it.getValue());
                        })
                .toList();
    }

    private List<Counted> validities(Map<String, Long> counts) {
        return Stream.of(Validity.values())
                .filter(it -> counts.containsKey(it.name()))
                .map(
                        it ->
                                new Counted(
                                        ListQuestion.slug(it),
                                        wording.say("portal.validity." + it.name()),
                                        counts.getOrDefault(it.name(), 0L)))
                .toList();
    }

    /** By the number in the article; documents that name none come last. */
    private List<Counted> items(Map<String, Long> counts) {
        return Stream.concat(
                        Stream.of(Article20Item.values()).map(it -> Integer.toString(it.number())),
                        Stream.of("0"))
                .filter(counts::containsKey)
                .map(
                        it ->
                                new Counted(
                                        it,
                                        wording.say("portal.item." + it),
                                        counts.getOrDefault(it, 0L)))
                .toList();
    }

    private List<Counted> sections(Map<String, Long> counts, AgencyId agency) {
        var sections = new HashMap<String, Section>();
        organization
                .allSections(agency)
                .forEach(it -> sections.put(Long.toString(it.id().value()), it));
        return counts.entrySet().stream()
                .flatMap(
                        it ->
                                Optional.ofNullable(sections.get(it.getKey())).stream()
                                        .map(
                                                section ->
                                                        new Counted(
                                                                section.key(),
                                                                section.name(),
                                                                it.getValue())))
                .toList();
    }

    /** The columns without columns below them, each with what was merged into it. */
    private List<Counted> columns(Map<String, Long> counts, AgencyId agency) {
        var tree = new ColumnTree(columns.tree(agency));
        return tree.open().stream()
                .filter(it -> tree.openBelow(it.id()).isEmpty())
                .map(it -> new Counted(it.key(), it.name(), held(tree.branch(it.id()), counts)))
                .filter(it -> it.count() > 0)
                .toList();
    }

    private static long held(Set<ColumnId> branch, Map<String, Long> counts) {
        return branch.stream()
                .mapToLong(it -> counts.getOrDefault(Long.toString(it.value()), 0L))
                .sum();
    }

    private Set<ColumnId> branch(AgencyId agency, String key) {
        return columns.atAddress(key)
                .filter(it -> it.agency().equals(agency))
                .map(SiteColumn::id)
                .map(columns::branch)
                .orElseThrow(Refusal::notFound);
    }

    private Section section(AgencyId agency, String key) {
        return organization.findSection(agency, key).orElseThrow(Refusal::notFound);
    }
}
