package org.gongkai.platform.accounts;

import java.time.Duration;
import java.time.Instant;
import org.gongkai.platform.roles.PersonId;

/**
 * Somebody signed in (会话): at the desk by a cookie, at the API by a token.
 *
 * @param device what the browser or program says of itself
 * @param address where it came from
 */
public record Session(
        long id,
        AccountId account,
        PersonId person,
        Channel channel,
        String device,
        String address,
        Instant openedAt,
        Instant lastUsedAt,
        Instant expiresAt) {

    /** What people call the browser. */
    public String deviceName() {
        return DeviceName.of(device);
    }

    /** Where somebody signed in. */
    public enum Channel {
        /** 工作台. */
        DESK(Duration.ofHours(4)),
        /** 接口. */
        API(Duration.ofHours(12));

        private final Duration idle;

        Channel(Duration idle) {
            this.idle = idle;
        }

        /** After so long without use it has ended. */
        Duration idle() {
            return idle;
        }
    }

    /** After so long it has ended in any case. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** Whether it still counts at this moment. */
    boolean open(Instant now) {
        return now.isBefore(expiresAt) && now.isBefore(lastUsedAt.plus(channel.idle()));
    }
}
