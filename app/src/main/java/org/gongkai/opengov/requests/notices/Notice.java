package org.gongkai.opengov.requests.notices;

import java.time.Instant;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * A notice to an applicant (通知).
 *
 * @param number of the request
 * @param tries how often it was tried
 * @param failure why the last try failed; null while none has
 */
public record Notice(
        long id,
        long request,
        AgencyId agency,
        String number,
        NoticeWay way,
        NoticeKind kind,
        NoticeState state,
        int tries,
        Instant madeAt,
        @Nullable Instant settledAt,
        @Nullable String failure) {}
