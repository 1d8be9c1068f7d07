package org.gongkai.opengov.requests;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A link by which one third party answers once (征求意见链接), 《政府信息公开条例》 art. 32.
 *
 * @param shown what the third party reads of the information that is asked for; it names nobody who
 *     asks
 * @param harm what disclosure may mean for the third party; null where nothing was said
 * @param endedAt when it was answered or replaced; null while it may be used
 */
public record OpinionLink(
        long id,
        long request,
        String party,
        String shown,
        @Nullable String harm,
        PersonId madeBy,
        Instant madeAt,
        @Nullable Instant endedAt) {}
