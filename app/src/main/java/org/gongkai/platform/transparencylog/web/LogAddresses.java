package org.gongkai.platform.transparencylog.web;

import java.util.stream.Stream;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where the log is read and the verifier handed out (日志公开地址): the log grows by the minute. */
@Component
class LogAddresses implements PublicAddresses {

    @Override
    public Stream<PublicAddress> all() {
        return Stream.of(
                PublicAddress.of("/log", Kind.ASKED), PublicAddress.of("/verify", Kind.ASKED));
    }
}
