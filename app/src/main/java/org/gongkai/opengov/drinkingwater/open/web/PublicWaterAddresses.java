package org.gongkai.opengov.drinkingwater.open.web;

import java.time.YearMonth;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.opengov.drinkingwater.open.OpenMonth;
import org.gongkai.opengov.drinkingwater.open.OpenWater;
import org.gongkai.opengov.drinkingwater.open.WaterItem;
import org.gongkai.opengov.drinkingwater.open.WaterItems;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where the water of sources is public (水源水质地址). */
@Component
class PublicWaterAddresses implements PublicAddresses {
    private static final String ROOT = OpenWaterPages.ADDRESS;

    private final OpenWater water;

    PublicWaterAddresses(OpenWater water) {
        this.water = water;
    }

    @Override
    public Stream<PublicAddress> all() {
        var agencies = water.agencies();
        return Stream.of(
                        items(),
                        agencies.stream().limit(1).flatMap(it -> of(it, "")),
                        agencies.stream().skip(1).flatMap(it -> of(it, "agency=" + it.key())),
                        agencies.stream().flatMap(this::sources))
                .flatMap(it -> it);
    }

    @Override
    public Stream<String> fixed() {
        return Stream.of(ROOT, ROOT + "/months", WaterItemPages.ADDRESS);
    }

    /** The widget has headers of its own, so that the program itself answers for it. */
    private static Stream<PublicAddress> items() {
        return Stream.of(
                PublicAddress.of(ROOT + "/widget", Kind.ASKED),
                PublicAddress.of(WaterItemPages.ADDRESS, Kind.PAGE),
                PublicAddress.of(WaterItemPages.ADDRESS + ".csv", Kind.FILE),
                PublicAddress.of(WaterItemPages.ADDRESS + ".xlsx", Kind.FILE));
    }

    /** The pages of an agency, with its key or without. */
    private Stream<PublicAddress> of(Agency agency, String query) {
        var kind = query.isEmpty() ? Kind.PAGE : Kind.VIEW;
        var months = water.months(agency);
        var lists =
                Stream.of(
                        views(
                                ROOT,
                                query,
                                kind,
                                water.newestSummary(agency)
                                        .map(it -> it.sources().size())
                                        .orElse(0),
                                OpenWaterPages.SOURCES_AT_ONCE),
                        views(
                                ROOT + "/months",
                                query,
                                kind,
                                months.size(),
                                OpenWaterPages.MONTHS_A_PAGE),
                        Stream.of(address(ROOT + "/feed.xml", query, Kind.FEED)),
                        files(ROOT + "/data", query),
                        WaterItems.all().stream()
                                .map(WaterItem::key)
                                .map(
                                        it ->
                                                address(
                                                        WaterItemPages.ADDRESS + "/" + it,
                                                        query,
                                                        kind)));
        return Stream.concat(
                lists.flatMap(it -> it), months.stream().flatMap(it -> month(it, query, kind)));
    }

    private static Stream<PublicAddress> month(OpenMonth month, String query, Kind kind) {
        var address = ROOT + "/months/" + month.month();
        return month.released()
                ? Stream.concat(
                        views(
                                address,
                                query,
                                kind,
                                month.sources().size(),
                                OpenWaterPages.SOURCES_IN_FULL),
                        files(address + "/data", query))
                : Stream.of(address(address, query, kind));
    }

    private Stream<PublicAddress> sources(Agency agency) {
        var months = water.months(agency);
        if (months.isEmpty()) {
            return Stream.empty();
        }
        var years =
                months.stream()
                        .filter(OpenMonth::released)
                        .map(OpenMonth::month)
                        .map(YearMonth::getYear)
                        .distinct()
                        .toList();
        return months.stream()
                .flatMap(it -> it.sources().stream())
                .map(it -> it.source())
                .distinct()
                .flatMap(
                        id -> {
                            var address = WaterSourceHistoryPages.ADDRESS + "/" + id;
                            return Stream.of(
                                            Stream.of(PublicAddress.of(address, Kind.PAGE)),
                                            years.stream()
                                                    .map(
                                                            it ->
                                                                    PublicAddress.of(
                                                                            address + "?year=" + it,
                                                                            Kind.VIEW)),
                                            water.wholeSource(id).items().stream()
                                                    .map(
                                                            it ->
                                                                    PublicAddress.of(
                                                                            address + "/items/"
                                                                                    + it.key(),
                                                                            Kind.VIEW)),
                                            files(address + "/data", ""))
                                    .flatMap(it -> it);
                        });
    }

    private static Stream<PublicAddress> files(String address, String query) {
        return Stream.of(".csv", ".json", ".xlsx")
                .map(it -> address(address + it, query, Kind.FILE));
    }

    private static Stream<PublicAddress> views(
            String address, String query, Kind kind, int total, int perPage) {
        var more = query.isEmpty() ? "" : query + "&";
        return Stream.concat(
                Stream.of(address(address, query, kind)),
                IntStream.rangeClosed(2, (total + perPage - 1) / perPage)
                        .mapToObj(it -> address(address, more + "page=" + it, Kind.VIEW)));
    }

    private static PublicAddress address(String path, String query, Kind kind) {
        return PublicAddress.of(query.isEmpty() ? path : path + "?" + query, kind);
    }
}
