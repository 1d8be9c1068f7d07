package org.gongkai.opengov.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where the pages of the sections are (科室主页地址). */
@Component
class SectionAddresses implements PublicAddresses {
    private final PortalSite site;
    private final Organization organization;
    private final Clock clock;

    SectionAddresses(PortalSite site, Organization organization, Clock clock) {
        this.site = site;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public Stream<PublicAddress> all() {
        return site.agency().stream()
                .flatMap(it -> organization.sectionsOn(it.id(), LocalDate.now(clock)).stream())
                .map(it -> PublicAddress.of("/sections/" + it.key(), Kind.PAGE));
    }
}
