package org.gongkai.verifier.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object as it was written: its members in their order, no name twice. */
public final class JsonObject {
    /** Up to so many members a walk along them is quicker than a table, and much smaller. */
    private static final int SMALL = 8;

    private final List<String> names = new ArrayList<>(4);
    private final List<Object> values = new ArrayList<>(4);
    private @Nullable Map<String, Integer> places;

    /**
     * Adds a member.
     *
     * @return false, and nothing is added, if the name is there already
     */
    public boolean add(String name, Object value) {
        if (placeOf(name) >= 0) {
            return false;
        }
        names.add(name);
        values.add(value);
        if (places != null) {
            places.put(name, names.size() - 1);
        } else if (names.size() > SMALL) {
            places = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                places.put(names.get(i), i);
            }
        }
        return true;
    }

    /** The value of a member, or null if there is none of this name. */
    public @Nullable Object get(String name) {
        int place = placeOf(name);
        return place < 0 ? null : values.get(place);
    }

    /** The names of the members, in the order of the text. */
    public List<String> names() {
        return Collections.unmodifiableList(names);
    }

    private int placeOf(String name) {
        if (places != null) {
            return places.getOrDefault(name, -1);
        }
        return names.indexOf(name);
    }
}
