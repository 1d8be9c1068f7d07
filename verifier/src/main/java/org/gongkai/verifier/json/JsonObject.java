package org.gongkai.verifier.json;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object as it was written: its members in their order, no name twice. */
public final class JsonObject {
    /** Up to so many members a walk along them is quicker than a table, and much smaller. */
    private static final int SMALL = 8;

    /** Name and value by turns: a bundle has millions of objects, most of two members. */
    private Object[] members = new Object[4];

    private int size;
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
        if (members.length == 2 * size) {
            members = Arrays.copyOf(members, 4 * size);
        }
        members[2 * size] = name;
        members[2 * size + 1] = value;
        size++;
        if (places != null) {
            places.put(name, size - 1);
        } else if (size > SMALL) {
            places = new HashMap<>();
            for (int i = 0; i < size; i++) {
                places.put(nameAt(i), i);
            }
        }
        return true;
    }

    /** The value of a member, or null if there is none of this name. */
    public @Nullable Object get(String name) {
        int place = placeOf(name);
        return place < 0 ? null : members[2 * place + 1];
    }

    /** The names of the members, in the order of the text. */
    public List<String> names() {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return nameAt(index);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private String nameAt(int place) {
        return (String) members[2 * place];
    }

    private int placeOf(String name) {
        if (places != null) {
            return places.getOrDefault(name, -1);
        }
        for (int i = 0; i < size; i++) {
            if (members[2 * i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
