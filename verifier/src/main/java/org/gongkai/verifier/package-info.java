/**
 * The verifier (验证程序): recomputes a draw, checks a certificate and follows the log, from the
 * published specifications {@code vdraw/1} and {@code govlog/1} alone. It shares no code with the
 * program that draws, so that the two check each other.
 */
@NullMarked
package org.gongkai.verifier;

import org.jspecify.annotations.NullMarked;
