package org.gongkai.platform.calendar.web;

import java.util.stream.Stream;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where the deadline calculator (期限测算) is; what it answers depends on what is asked. */
@Component
class DeadlineAddresses implements PublicAddresses {

    @Override
    public Stream<PublicAddress> all() {
        return Stream.of(
                PublicAddress.of("/deadline", Kind.PAGE),
                PublicAddress.of("/deadline?workingDays=", Kind.ASKED),
                PublicAddress.of("/deadline/days.csv", Kind.ASKED));
    }
}
