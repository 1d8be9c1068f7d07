package org.gongkai.opengov.inspections.figures.web;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.opengov.inspections.figures.PublicFigures;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where the figures of inspections are public (抽查公示统计地址). */
@Component
class PublicFigureAddresses implements PublicAddresses {
    private final PublicFigures figures;
    private final Organization organization;

    PublicFigureAddresses(PublicFigures figures, Organization organization) {
        this.figures = figures;
        this.organization = organization;
    }

    @Override
    public Stream<PublicAddress> all() {
        return Stream.concat(
                Stream.of(PublicAddress.of(PublicFigurePages.ADDRESS, Kind.PAGE)),
                organization.agencies().stream().flatMap(this::of));
    }

    private Stream<PublicAddress> of(Agency agency) {
        return Stream.concat(
                Stream.of(
                        PublicAddress.of(
                                PublicFigurePages.ADDRESS + "?agency=" + agency.key(), Kind.PAGE)),
                figures.years(agency).stream().flatMap(it -> of(agency, it)));
    }

    private Stream<PublicAddress> of(Agency agency, int year) {
        return Stream.concat(
                Stream.of(PublicAddress.of(PublicFigurePages.address(agency, year), Kind.PAGE)),
                Stream.of("public", "in-time", "late")
                        .flatMap(it -> pages(agency, year, it))
                        .map(it -> PublicAddress.of(it, Kind.VIEW)));
    }

    private Stream<String> pages(Agency agency, int year, String figure) {
        var first = PublicFigurePages.behind(agency, year, figure);
        var pages =
                (figures.cases(agency, year, figure).size() - 1) / PublicFigurePages.PER_PAGE + 1;
        return Stream.concat(
                Stream.of(first),
                IntStream.rangeClosed(2, pages).mapToObj(it -> first + "&page=" + it));
    }
}
