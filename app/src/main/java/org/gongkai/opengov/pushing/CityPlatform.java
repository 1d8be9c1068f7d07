package org.gongkai.opengov.pushing;

import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * The city's platform as a way to reach it (市级平台接口): over HTTP, or by files where no network is.
 */
interface CityPlatform {

    /** Delivers one message; what goes wrong is an answer, not an exception. */
    Delivery deliver(PushMessage message);

    /** Longer than this no delivery takes. */
    Duration longest();

    /** Fetches receipts that came by themselves: the key of the push, and what was said of it. */
    default void fetchReceipts(BiConsumer<String, Delivery> found) {}
}
