package org.gongkai.opengov.inspections.draws.web;

import java.util.stream.Stream;
import org.gongkai.opengov.inspections.draws.DrawState;
import org.gongkai.opengov.inspections.draws.DrawStories;
import org.gongkai.opengov.inspections.draws.InspectionDraw;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where draws are public (抽取公示地址); witnesses and certificates are asked for by their codes. */
@Component
class PublicDrawAddresses implements PublicAddresses {
    private final DrawStories stories;
    private final Organization organization;

    PublicDrawAddresses(DrawStories stories, Organization organization) {
        this.stories = stories;
        this.organization = organization;
    }

    @Override
    public Stream<PublicAddress> all() {
        return Stream.concat(
                Stream.of(
                        PublicAddress.of("/draws", Kind.PAGE),
                        PublicAddress.of("/draws/statistics", Kind.PAGE),
                        PublicAddress.of("/draws/witness", Kind.ASKED),
                        PublicAddress.of("/draws/certificate", Kind.ASKED)),
                organization.agencies().stream().flatMap(this::of));
    }

    private Stream<PublicAddress> of(Agency agency) {
        return Stream.concat(
                Stream.of("/draws?agency=", "/draws/statistics?agency=")
                        .map(it -> PublicAddress.of(it + agency.key(), Kind.PAGE)),
                stories.list(agency.id(), Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                        .flatMap(it -> of(agency, it)));
    }

    private Stream<PublicAddress> of(Agency agency, InspectionDraw draw) {
        var address = "/draws/" + agency.key() + "/" + draw.seq();
        var all = Stream.of(PublicAddress.of(address, Kind.PAGE));
        if (wasFrozen(agency, draw)) {
            all = Stream.concat(all, files(address, "manifest.json"));
            if (draw.isSealed()) {
                all = Stream.concat(all, escrow(address));
            }
        }
        return draw.isOpenToAll()
                ? Stream.concat(all, files(address, "bundle.json", "openings.json"))
                : all;
    }

    /** What was frozen stays public when the draw is void afterwards. */
    private boolean wasFrozen(Agency agency, InspectionDraw draw) {
        return draw.state() == DrawState.VOID
                ? stories.of(agency.key(), draw.seq()).frozen() != null
                : draw.state().isFrozen();
    }

    private static Stream<PublicAddress> escrow(String address) {
        return Stream.concat(
                files(address, "escrow-1.bin", "escrow-2.bin", "escrow-3.bin"),
                Stream.of(PublicAddress.of(address + "/escrow", Kind.ASKED)));
    }

    private static Stream<PublicAddress> files(String address, String... names) {
        return Stream.of(names).map(it -> PublicAddress.of(address + "/" + it, Kind.FILE));
    }
}
