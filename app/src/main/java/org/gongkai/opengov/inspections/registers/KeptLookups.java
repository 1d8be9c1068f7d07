package org.gongkai.opengov.inspections.registers;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The same, each found once (对照缓存): for the rows of a file. */
final class KeptLookups implements Lookups {
    private static final int MOST = 100_000;

    private final Lookups found;
    private final Map<String, OptionalLong> units = new HashMap<>();
    private final Map<String, OptionalLong> officers = new HashMap<>();
    private final Map<String, OptionalLong> people = new HashMap<>();

    KeptLookups(Lookups found) {
        this.found = found;
    }

    @Override
    public OptionalLong unit(String code) {
        if (units.size() > MOST) {
            units.clear();
        }
        return units.computeIfAbsent(code, found::unit);
    }

    @Override
    public OptionalLong officer(String certificate) {
        return officers.computeIfAbsent(certificate, found::officer);
    }

    @Override
    public OptionalLong person(String keyOrName) {
        return people.computeIfAbsent(keyOrName, found::person);
    }
}
