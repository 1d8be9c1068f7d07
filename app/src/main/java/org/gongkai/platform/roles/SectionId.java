package org.gongkai.platform.roles;

/** A section or subordinate unit (科室、基层单位), by number. */
public record SectionId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
