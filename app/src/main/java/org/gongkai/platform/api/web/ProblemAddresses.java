package org.gongkai.platform.api.web;

import java.util.Arrays;
import java.util.stream.Stream;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.gongkai.platform.refusals.RefusalKind;
import org.springframework.stereotype.Component;

/** Where the problem types (错误类型) are explained. */
@Component
class ProblemAddresses implements PublicAddresses {

    @Override
    public Stream<PublicAddress> all() {
        var pages =
                Stream.concat(
                        Stream.of("/problems"),
                        Arrays.stream(RefusalKind.values()).map(it -> "/problems/" + it.slug()));
        return Stream.concat(
                pages.map(it -> PublicAddress.of(it, Kind.PAGE)),
                Stream.of(PublicAddress.of("/api", Kind.ASKED)));
    }
}
