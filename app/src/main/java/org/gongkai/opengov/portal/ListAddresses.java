package org.gongkai.opengov.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicFilter.Facet;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.PublicStamps;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.gongkai.platform.pages.Stamps;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where the lists of the columns are (栏目列表地址): every page of each, whole and narrowed by one thing.
 * Lists narrowed by several things at once are too many to be named; they are found by asking.
 */
@Component
class ListAddresses implements PublicAddresses {
    private final PortalSite site;
    private final Columns columns;
    private final Organization organization;
    private final PublicRegister register;
    private final PublicStamps stamps;

    ListAddresses(
            PortalSite site,
            Columns columns,
            Organization organization,
            PublicRegister register,
            PublicStamps stamps) {
        this.site = site;
        this.columns = columns;
        this.organization = organization;
        this.register = register;
        this.stamps = stamps;
    }

    @Override
    public Stream<PublicAddress> all() {
        var known = stamps.ofColumns();
        return site.tree().columns().stream()
                .filter(it -> it.mergedInto() == null)
                .flatMap(it -> Stream.concat(lists(it, known), moved(it)));
    }

    @Override
    public String shared() {
        return Stamps.of(site.site(), site.tree().columns());
    }

    private Stream<PublicAddress> lists(SiteColumn column, Map<ColumnId, String> known) {
        var branch = columns.branch(column.id());
        var filter = PublicFilter.of(column.agency()).in(branch);
        var stamp = PublicStamps.ofBranch(branch, known);
        var whole = pages(column, null, null, register.count(filter));
        var narrowed =
                Stream.of(Facet.values())
                        .flatMap(
                                facet ->
                                        choices(facet, filter).entrySet().stream()
                                                .flatMap(
                                                        it ->
                                                                pages(
                                                                        column,
                                                                        parameter(facet),
                                                                        it.getKey(),
                                                                        it.getValue())));
        return Stream.concat(
                Stream.concat(whole, narrowed).map(it -> it.stamped(stamp)),
                Stream.of("/feed.xml", "/rss.xml")
                        .map(it -> PublicAddress.of(column.path() + it, Kind.FEED).stamped(stamp)));
    }

    /** Former addresses: its own, and those of columns that were merged into it. */
    private Stream<PublicAddress> moved(SiteColumn column) {
        return columns.addresses(column.id()).stream()
                .filter(it -> !it.equals(column.path()))
                .map(it -> PublicAddress.of(it, Kind.MOVED).stamped(column.path()));
    }

    private static Stream<PublicAddress> pages(
            SiteColumn column, @Nullable String parameter, @Nullable String choice, long total) {
        var filters = new LinkedHashMap<String, @Nullable Object>();
        if (parameter != null) {
            filters.put(parameter, choice);
        }
        var narrowing = new Narrowing(column.path(), filters);
        var last =
                (int)
                        Math.max(
                                1,
                                (total + PublicColumnPages.PER_PAGE - 1)
                                        / PublicColumnPages.PER_PAGE);
        return IntStream.rangeClosed(1, last)
                .mapToObj(
                        it ->
                                PublicAddress.of(
                                        narrowing.page(it),
                                        parameter == null && it == 1 ? Kind.PAGE : Kind.VIEW));
    }

    private static String parameter(Facet facet) {
        return switch (facet) {
            case YEAR -> "year";
            case KIND -> "kind";
            case SECTION -> "section";
        };
    }

    /** As addresses name the choices; how many documents each shows. */
    private Map<String, Long> choices(Facet facet, PublicFilter filter) {
        var choices = new LinkedHashMap<String, Long>();
        var sections = facet == Facet.SECTION ? sectionKeys() : Map.<String, String>of();
        register.counts(filter, facet)
                .forEach(
                        (value, count) -> {
                            var name =
                                    switch (facet) {
                                        case YEAR -> value;
                                        case KIND -> DocumentKind.valueOf(value).slug();
                                        case SECTION -> sections.get(value);
                                    };
                            if (name != null) {
                                choices.merge(name, count, Long::sum);
                            }
                        });
        return choices;
    }

    private Map<String, String> sectionKeys() {
        var keys = new LinkedHashMap<String, String>();
        for (var agency : organization.agencies()) {
            for (Section it : organization.allSections(agency.id())) {
                SectionId id = it.id();
                keys.put(id.toString(), it.key());
            }
        }
        return keys;
    }
}
