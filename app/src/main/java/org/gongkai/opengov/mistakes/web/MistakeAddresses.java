package org.gongkai.opengov.mistakes.web;

import java.util.stream.Stream;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where readers report a mistake and look for the answer (找错页面地址). */
@Component
class MistakeAddresses implements PublicAddresses {

    @Override
    public Stream<PublicAddress> all() {
        return Stream.of(PublicAddress.of("/mistakes", Kind.ASKED));
    }
}
