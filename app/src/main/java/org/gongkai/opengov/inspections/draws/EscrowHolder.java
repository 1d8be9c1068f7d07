package org.gongkai.opengov.inspections.draws;

import java.time.Instant;

/**
 * Who keeps a share of each secret (托管人), such as the justice bureau, the archives, the discipline
 * office.
 *
 * @param publicKey as {@code openssl} writes it
 * @param fingerprint SHA-256 of the key, hexadecimal
 */
public record EscrowHolder(
        long id, String name, String publicKey, String fingerprint, Instant addedAt) {}
