package org.gongkai.opengov.remediation.web;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.opengov.remediation.PublicRemediation;
import org.gongkai.opengov.remediation.RemediationDesk;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where projects are public (整治项目公开地址); narrowed lists follow from what is asked. */
@Component
class PublicRemediationAddresses implements PublicAddresses {
    private final PublicRemediation remediation;
    private final Organization organization;

    PublicRemediationAddresses(PublicRemediation remediation, Organization organization) {
        this.remediation = remediation;
        this.organization = organization;
    }

    @Override
    public Stream<PublicAddress> all() {
        return Stream.concat(
                Stream.of(
                        PublicAddress.of(PublicRemediationPages.ADDRESS, Kind.PAGE),
                        file(PublicRemediationPages.ADDRESS + "/list.csv"),
                        file(PublicRemediationPages.ADDRESS + "/list.json"),
                        file(PublicRemediationPages.ADDRESS + "/list.xlsx")),
                organization.agencies().stream().flatMap(this::of));
    }

    private Stream<PublicAddress> of(Agency agency) {
        var projects = remediation.list(agency, RemediationDesk.Filter.ALL);
        var list = PublicRemediationPages.ADDRESS + "?agency=" + agency.key();
        var pages = (projects.size() - 1) / PublicRemediationPages.PER_PAGE + 1;
        var views =
                IntStream.rangeClosed(2, pages)
                        .boxed()
                        .flatMap(
                                it ->
                                        Stream.of(
                                                list + "&page=" + it,
                                                PublicRemediationPages.ADDRESS + "?page=" + it))
                        .map(it -> PublicAddress.of(it, Kind.VIEW));
        var files =
                Stream.of("csv", "json", "xlsx")
                        .map(
                                it ->
                                        PublicRemediationPages.ADDRESS
                                                + "/list."
                                                + it
                                                + "?agency="
                                                + agency.key())
                        .map(PublicRemediationAddresses::file);
        return Stream.of(
                        Stream.of(PublicAddress.of(list, Kind.PAGE)),
                        views,
                        files,
                        projects.stream().flatMap(PublicRemediationAddresses::of))
                .flatMap(it -> it);
    }

    private static Stream<PublicAddress> of(PublicRemediation.View project) {
        return Stream.concat(
                Stream.of(PublicAddress.of(project.address(), Kind.PAGE)),
                project.content().pictures().stream()
                        .map(it -> file(project.address() + "/pictures/" + it.file())));
    }

    private static PublicAddress file(String address) {
        return PublicAddress.of(address, Kind.FILE);
    }
}
