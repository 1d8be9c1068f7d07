package org.gongkai.platform.roles;

/** An agency (行政机关), by number. */
public record AgencyId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
