package org.gongkai.opengov.drinkingwater.basis;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * That an agency laid something down (评价依据登记).
 *
 * @param number of the agency's decisions, from 1
 * @param by null for the demo agency's
 */
public record Decision(int number, @Nullable PersonId by, Instant at) {}
