package org.gongkai.platform.accounts;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody signs in (登录来源).
 *
 * @param device what the browser or program says of itself, cut to a line
 */
public record SignInOrigin(Session.Channel channel, String address, String device) {
    private static final int LINE = 200;

    /** From a request's address and its {@code User-Agent}. */
    public static SignInOrigin of(
            Session.Channel channel, String address, @Nullable String userAgent) {
        String device = userAgent == null ? "" : userAgent.replaceAll("\\p{Cntrl}", " ").strip();
        return new SignInOrigin(
                channel, address, device.substring(0, Math.min(device.length(), LINE)));
    }
}
