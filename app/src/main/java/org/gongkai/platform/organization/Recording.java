package org.gongkai.platform.organization;

import java.sql.Timestamp;
import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * When an entry was written and by whom (登记时间与登记人).
 *
 * @param person null for what the program itself loads
 */
record Recording(Instant moment, @Nullable PersonId person) {

    Timestamp at() {
        return Timestamp.from(moment);
    }

    @Nullable Long by() {
        return person == null ? null : person.value();
    }
}
