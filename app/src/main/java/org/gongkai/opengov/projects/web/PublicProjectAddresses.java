package org.gongkai.opengov.projects.web;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.opengov.projects.PublicProjects;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where key projects are public (重点项目公开地址). */
@Component
class PublicProjectAddresses implements PublicAddresses {
    private static final String LIST = PublicProjectPages.ADDRESS;

    private final PublicProjects projects;

    PublicProjectAddresses(PublicProjects projects) {
        this.projects = projects;
    }

    @Override
    public Stream<PublicAddress> all() {
        var lines = projects.list(PublicProjects.Filter.ALL);
        var pages = (lines.size() - 1) / PublicProjectPages.PER_PAGE + 1;
        return Stream.of(
                        Stream.of(PublicAddress.of(LIST, Kind.PAGE)),
                        Stream.of("csv", "xlsx", "json")
                                .map(it -> PublicAddress.of(LIST + "/list." + it, Kind.FILE)),
                        IntStream.rangeClosed(2, pages)
                                .mapToObj(it -> PublicAddress.of(LIST + "?page=" + it, Kind.VIEW)),
                        lines.stream()
                                .map(it -> PublicAddress.of(LIST + "/" + it.number(), Kind.PAGE)))
                .flatMap(it -> it);
    }
}
