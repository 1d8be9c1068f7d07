package org.gongkai.platform.draw.web;

import java.util.stream.Stream;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where draws are checked (核验页面地址); the form needs the program. */
@Component
class DrawAddresses implements PublicAddresses {

    @Override
    public Stream<PublicAddress> all() {
        return Stream.of(PublicAddress.of("/draws/check", Kind.ASKED));
    }
}
