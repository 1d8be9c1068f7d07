package org.gongkai.opengov.pushing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The platform's word that it has done what it was asked (回执).
 *
 * @param number its own number of the receipt
 * @param externalNumber its own index number of the document; kept beside ours
 * @param receivedAt when, by its clock
 */
public record Receipt(String number, @Nullable String externalNumber, Instant receivedAt) {}
