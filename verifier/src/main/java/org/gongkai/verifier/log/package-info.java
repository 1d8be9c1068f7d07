/**
 * The log (透明日志), {@code govlog/1}: signed notes, checkpoints, proofs, leaves, and the witness who
 * cosigns what has only grown.
 */
@NullMarked
package org.gongkai.verifier.log;

import org.jspecify.annotations.NullMarked;
