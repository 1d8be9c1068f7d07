package org.gongkai.platform.transparencylog;

import org.jspecify.annotations.Nullable;

/**
 * Somebody outside who confirms that the log only grows (见证人).
 *
 * @param key the public key, {@code name+id+base64}
 * @param address where {@code add-checkpoint} is called; null where requests are carried as files
 * @param seen the size of the largest head it has confirmed; 0 if none
 */
public record Witness(long id, String key, String name, @Nullable String address, long seen) {}
