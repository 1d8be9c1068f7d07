package org.gongkai.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * A value that says something about a person (个人信息): the trail keeps a keyed hash of it and never
 * the value, so that a change can be seen and proved, and the person's data can still be erased.
 *
 * <p>Law: 个人信息保护法 arts. 4, 47.
 */
public record Personal(@Nullable Object value) {

    /** Marks a value. */
    public static Personal of(@Nullable Object value) {
        return new Personal(value);
    }

    @Override
    public String toString() {
        return "Personal";
    }
}
