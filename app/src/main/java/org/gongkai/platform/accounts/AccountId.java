package org.gongkai.platform.accounts;

/** An account (账号), by number. */
public record AccountId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
