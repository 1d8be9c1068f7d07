package org.gongkai.opengov.requests.web;

import java.util.stream.Stream;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where people ask for information and follow what they asked (申请公开页面地址). */
@Component
class RequestAddresses implements PublicAddresses {

    @Override
    public Stream<PublicAddress> all() {
        return Stream.of(PublicAddress.of("/requests", Kind.ASKED));
    }
}
