package org.gongkai.platform.transparencylog;

import java.time.Instant;

/**
 * An entry of the log (日志条目).
 *
 * @param index its place, from 0
 * @param leaf its bytes as text, canonical JSON; what is hashed
 * @param declared when it is said to have happened, to the second
 * @param writer the module that wrote it
 */
public record Logged(long index, LeafKind kind, String leaf, Instant declared, String writer) {}
