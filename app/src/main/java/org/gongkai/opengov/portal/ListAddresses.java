package org.gongkai.opengov.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicFilter.Facet;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.PublicStamps;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.gongkai.platform.pages.Stamps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where the lists of the columns and the catalogue are (栏目列表和公开目录地址): every page of each, whole,
 * from its other end and narrowed by one thing, and whole or narrowed as files. Lists narrowed by
 * several things at once are too many to be named; they are found by asking.
 */
@Component
class ListAddresses implements PublicAddresses {
    private final PortalSite site;
    private final Columns columns;
    private final PublicRegister register;
    private final ListChoices choices;
    private final PublicStamps stamps;

    ListAddresses(
            PortalSite site,
            Columns columns,
            PublicRegister register,
            ListChoices choices,
            PublicStamps stamps) {
        this.site = site;
        this.columns = columns;
        this.register = register;
        this.choices = choices;
        this.stamps = stamps;
    }

    /** A list: its page, its files, what it shows and by what it is narrowed. */
    private record Listed(
            String path,
            String files,
            PublicFilter filter,
            Agency agency,
            List<Facet> facets,
            int perPage) {}

    @Override
    public Stream<PublicAddress> all() {
        var known = stamps.ofColumns();
        return Stream.concat(
                site.agency().stream().flatMap(this::catalogue),
                site.agencies().stream()
                        .flatMap(
                                agency ->
                                        site.tree(agency).columns().stream()
                                                .filter(it -> it.mergedInto() == null)
                                                .flatMap(it -> of(it, agency, known))));
    }

    @Override
    public Stream<String> fixed() {
        return Stream.concat(
                site.agency().stream().map(it -> CataloguePages.PATH),
                site.agencies().stream()
                        .flatMap(it -> site.tree(it).open().stream())
                        .map(SiteColumn::path));
    }

    @Override
    public String shared() {
        return Stamps.of(
                site.site(), site.agencies().stream().map(it -> site.tree(it).columns()).toList());
    }

    private Stream<PublicAddress> catalogue(Agency agency) {
        return addresses(
                new Listed(
                        CataloguePages.PATH,
                        CataloguePages.PATH,
                        PublicFilter.of(agency.id()),
                        agency,
                        ListChoices.OVER_COLUMNS,
                        CataloguePages.PER_PAGE),
                null);
    }

    private Stream<PublicAddress> of(
            SiteColumn column, Agency agency, Map<ColumnId, String> known) {
        var branch = columns.branch(column.id());
        var stamp = PublicStamps.ofBranch(branch, known);
        var listed =
                new Listed(
                        column.path(),
                        column.path() + "/list",
                        PublicFilter.of(column.agency()).in(branch),
                        agency,
                        ListChoices.IN_COLUMN,
                        PublicColumnPages.PER_PAGE);
        var feeds =
                Stream.of("/feed.xml", "/rss.xml")
                        .map(it -> PublicAddress.of(column.path() + it, Kind.FEED).stamped(stamp));
        return Stream.of(addresses(listed, stamp), feeds, moved(column)).flatMap(it -> it);
    }

    /** What is shown by validity changes with the day, so that one has to look. */
    private Stream<PublicAddress> addresses(Listed listed, @Nullable String stamp) {
        var total = register.count(listed.filter());
        var whole =
                Stream.concat(
                        pages(listed, null, null, total), pages(listed, "order", "oldest", total));
        var files =
                Stream.of(ListFiles.Format.values())
                        .map(it -> PublicAddress.of(listed.files() + "." + it.ending(), Kind.FILE));
        var narrowed =
                listed.facets().stream()
                        .flatMap(
                                it ->
                                        narrowed(listed, it)
                                                .map(
                                                        page ->
                                                                it == Facet.VALIDITY
                                                                        ? page
                                                                        : stamped(page, stamp)));
        return Stream.concat(Stream.concat(whole, files).map(it -> stamped(it, stamp)), narrowed);
    }

    /** Its pages, and what is narrowed in the same way as files to take along. */
    private Stream<PublicAddress> narrowed(Listed listed, Facet facet) {
        var parameter = ListChoices.parameter(facet);
        return choices.choices(facet, listed.filter(), listed.agency().id()).stream()
                .flatMap(
                        it ->
                                Stream.concat(
                                        pages(listed, parameter, it.value(), it.count()),
                                        files(listed, parameter, it.value())));
    }

    private static Stream<PublicAddress> files(Listed listed, String parameter, String choice) {
        var filters = new LinkedHashMap<String, @Nullable Object>();
        filters.put(parameter, choice);
        return new Narrowing(listed.path(), filters)
                .downloads(listed.files()).stream()
                        .map(it -> PublicAddress.of(it.address(), Kind.FILE));
    }

    private static PublicAddress stamped(PublicAddress address, @Nullable String stamp) {
        return stamp == null ? address : address.stamped(stamp);
    }

    /** Former addresses: its own, and those of columns that were merged into it. */
    private Stream<PublicAddress> moved(SiteColumn column) {
        return columns.addresses(column.id()).stream()
                .filter(it -> !it.equals(column.path()))
                .map(it -> PublicAddress.of(it, Kind.MOVED).stamped(column.path()));
    }

    private static Stream<PublicAddress> pages(
            Listed listed, @Nullable String parameter, @Nullable String choice, long total) {
        var filters = new LinkedHashMap<String, @Nullable Object>();
        if (parameter != null) {
            filters.put(parameter, choice);
        }
        var narrowing = new Narrowing(listed.path(), filters);
        var last = (int) Math.max(1, (total + listed.perPage() - 1) / listed.perPage());
        return IntStream.rangeClosed(1, last)
                .mapToObj(
                        it ->
                                PublicAddress.of(
                                        narrowing.page(it),
                                        parameter == null && it == 1 ? Kind.PAGE : Kind.VIEW));
    }
}
