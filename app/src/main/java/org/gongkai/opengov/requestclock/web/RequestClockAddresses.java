package org.gongkai.opengov.requestclock.web;

import java.util.stream.Stream;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where the calculators are (测算页面地址); what they answer depends on what is asked. */
@Component
class RequestClockAddresses implements PublicAddresses {

    @Override
    public Stream<PublicAddress> all() {
        return Stream.of(
                PublicAddress.of("/request-clock", Kind.PAGE),
                PublicAddress.of("/request-clock?received=", Kind.ASKED),
                PublicAddress.of("/request-fee", Kind.PAGE),
                PublicAddress.of("/request-fee?method=", Kind.ASKED));
    }
}
