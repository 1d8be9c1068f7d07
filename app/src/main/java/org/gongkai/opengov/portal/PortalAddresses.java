package org.gongkai.opengov.portal;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.CommentPeriod;
import org.gongkai.opengov.disclosures.Consultations;
import org.gongkai.opengov.disclosures.NormativeRegister;
import org.gongkai.opengov.disclosures.PlanRegister;
import org.gongkai.opengov.disclosures.PlanStanding;
import org.gongkai.opengov.disclosures.PublicChanges;
import org.gongkai.opengov.disclosures.Validity;
import org.gongkai.platform.pages.PageHead;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/**
 * Where the portal's own pages are (门户页面地址): home, columns, registers with their tables, site maps.
 */
@Component
class PortalAddresses implements PublicAddresses {
    private static final List<String> PAGES =
            List.of("/", "/columns", SiteMapPage.PATH, "/accessibility");
    private static final List<String> REGISTERS =
            List.of("/register", NormativePages.PATH, PlanPages.PATH, ConsultationPages.PATH);

    private final SiteMapParts parts;
    private final PublicChanges changes;
    private final NormativeRegister normative;
    private final PlanRegister plans;
    private final Consultations consultations;

    PortalAddresses(
            SiteMapParts parts,
            PublicChanges changes,
            NormativeRegister normative,
            PlanRegister plans,
            Consultations consultations) {
        this.parts = parts;
        this.changes = changes;
        this.normative = normative;
        this.plans = plans;
        this.consultations = consultations;
    }

    @Override
    public Stream<PublicAddress> all() {
        return Stream.of(
                        pages(),
                        views("/register", changes.count(), RegisterPage.PER_PAGE),
                        narrowed(
                                NormativePages.PATH,
                                "validity",
                                Validity.values(),
                                normative.all().stream().map(it -> it.validity()).toList(),
                                NormativePages.PER_PAGE),
                        narrowed(
                                PlanPages.PATH,
                                "standing",
                                PlanStanding.values(),
                                plans.all().stream().map(it -> it.standing()).toList(),
                                PlanPages.PER_PAGE),
                        narrowed(
                                ConsultationPages.PATH,
                                "standing",
                                CommentPeriod.Standing.values(),
                                consultations.all().stream().map(it -> it.standing()).toList(),
                                ConsultationPages.PER_PAGE),
                        feeds(),
                        machines())
                .flatMap(it -> it);
    }

    @Override
    public Stream<String> fixed() {
        return Stream.concat(PAGES.stream(), REGISTERS.stream());
    }

    private static Stream<PublicAddress> pages() {
        return Stream.concat(
                PAGES.stream().map(it -> PublicAddress.of(it, Kind.PAGE)),
                Stream.of(PublicAddress.of("/search", Kind.ASKED)));
    }

    private static Stream<PublicAddress> feeds() {
        return Stream.concat(
                Stream.of(PageHead.ATOM, PageHead.RSS).map(it -> PublicAddress.of(it, Kind.FEED)),
                Stream.of(PublicAddress.of(PageHead.CARD, Kind.FILE)));
    }

    private Stream<PublicAddress> machines() {
        return Stream.concat(
                        Stream.of(
                                "/robots.txt",
                                "/sitemap.xml",
                                "/catalog.ttl",
                                "/catalog.rdf",
                                "/catalog.jsonld"),
                        Stream.concat(
                                        Stream.of("pages", "news"),
                                        parts.all().stream().map(SitePeriod::name))
                                .map(it -> "/sitemap/" + it + ".xml"))
                .map(it -> PublicAddress.of(it, Kind.MACHINE));
    }

    /** A register, whole and by each value its lines may have, with a table of each. */
    private static <V extends Enum<V>> Stream<PublicAddress> narrowed(
            String path, String parameter, V[] choices, List<V> lines, int perPage) {
        return Stream.concat(
                list(path, "", lines.size(), perPage),
                Stream.of(choices)
                        .flatMap(
                                it ->
                                        list(
                                                path,
                                                "?" + parameter + "=" + slug(it),
                                                lines.stream().filter(it::equals).count(),
                                                perPage)));
    }

    private static Stream<PublicAddress> list(String path, String filter, long total, int perPage) {
        return Stream.concat(
                views(path + filter, total, perPage),
                Stream.of(PublicAddress.of(path + ".csv" + filter, Kind.FILE)));
    }

    private static Stream<PublicAddress> views(String list, long total, int perPage) {
        var more = list.contains("?") ? "&page=" : "?page=";
        return Stream.concat(
                Stream.of(PublicAddress.of(list, list.contains("?") ? Kind.VIEW : Kind.PAGE)),
                IntStream.rangeClosed(2, (int) ((total + perPage - 1) / perPage))
                        .mapToObj(it -> PublicAddress.of(list + more + it, Kind.VIEW)));
    }

    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
