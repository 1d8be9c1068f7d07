package org.gongkai.platform.roles;

/** A person (人员), by number. */
public record PersonId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
