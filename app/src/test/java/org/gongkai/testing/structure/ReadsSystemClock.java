package org.gongkai.testing.structure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.Supplier;

/** Breaks the rule of the clock in four ways, so that the rule is seen to fail. */
public class ReadsSystemClock {
    Supplier<LocalDate> byReference() {
        return LocalDate::now;
    }

    Instant byCall() {
        return Instant.now();
    }

    LocalDate withZone() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    Date byOldDate() {
        return new Date();
    }
}
