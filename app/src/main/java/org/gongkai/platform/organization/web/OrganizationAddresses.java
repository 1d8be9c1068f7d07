package org.gongkai.platform.organization.web;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.gongkai.platform.pages.Stamps;
import org.springframework.stereotype.Component;

/** Where the public reads about each agency (机构概况): itself, its leading group, its lists. */
@Component
class OrganizationAddresses implements PublicAddresses {
    private final Organization organization;
    private final Assembly assembly;

    OrganizationAddresses(Organization organization, Assembly assembly) {
        this.organization = organization;
        this.assembly = assembly;
    }

    @Override
    public Stream<PublicAddress> all() {
        var agencies = organization.agencies();
        return Stream.concat(own(agencies), agencies.stream().flatMap(this::of))
                .map(it -> PublicAddress.of(it, Kind.PAGE));
    }

    /** The agency whose site it is stands at the short addresses as well. */
    private static Stream<String> own(List<Agency> agencies) {
        return agencies.isEmpty()
                ? Stream.empty()
                : Stream.of("/organization", "/organization/leading-group");
    }

    private Stream<String> of(Agency agency) {
        var whose = "?agency=" + agency.key();
        return Stream.concat(
                Stream.of("/organization" + whose, "/organization/leading-group" + whose),
                assembly.publicSections(agency.id()).stream()
                        .map(it -> "/organization/lists/" + it.key() + whose));
    }

    @Override
    public String shared() {
        var agencies = organization.agencies();
        var sections = agencies.stream().flatMap(it -> organization.allSections(it.id()).stream());
        return Stamps.of(agencies, sections.toList());
    }
}
