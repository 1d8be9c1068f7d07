package org.gongkai.platform.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.platform.commitments.Path;

/** Changes of single fields of a JSON value, for tests that want each of them refused. */
final class Mutations {
    private Mutations() {}

    /** Where something can be changed: each member and element, down to the leaves. */
    static List<Path> places(Object value) {
        var places = new ArrayList<Path>();
        collect(value, Path.ROOT, places);
        return places;
    }

    /**
     * The whole value, each time with another change at this place: altered, retyped, gone,
     * doubled.
     */
    static List<Object> at(Object whole, Path place) {
        var before = get(whole, place);
        var changed = new ArrayList<Object>();
        for (var other : others(before)) {
            changed.add(with(whole, place, other));
        }
        changed.add(without(whole, place));
        return changed;
    }

    static Object get(Object whole, Path place) {
        if (place.parent() == null) {
            return whole;
        }
        var holder = get(whole, place.parent());
        return holder instanceof Map<?, ?> map
                ? map.get(place.step())
                : ((List<?>) holder).get((Integer) place.step());
    }

    private static List<Object> others(Object value) {
        return switch (value) {
            case Long number -> List.of(number + 1, number == 0 ? 2L : -number, "x");
            case Boolean truth -> List.of(!truth, 1L);
            case String text ->
                    List.of(changedFirst(text), text + "0", text.isEmpty() ? "x" : "", 7L);
            case List<?> list -> List.of(twice(list), "x");
            case Map<?, ?> map -> List.of(more(map), 7L);
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    /** Another first digit, so that hexadecimal stays such. */
    private static String changedFirst(String text) {
        return text.isEmpty()
                ? "y"
                : (text.charAt(0) == '1' ? '2' : '1')
                        + text.substring(text.offsetByCodePoints(0, 1));
    }

    private static Object twice(List<?> list) {
        var longer = new ArrayList<Object>(list);
        longer.add(list.isEmpty() ? "x" : list.getLast());
        return longer;
    }

    private static Object more(Map<?, ?> map) {
        var larger = new TreeMap<Object, Object>(map);
        larger.put("zz", 1L);
        return larger;
    }

    private static Object with(Object whole, Path place, Object value) {
        if (place.parent() == null) {
            return value;
        }
        var holder = copy(get(whole, place.parent()));
        if (holder instanceof Map<?, ?>) {
            asMap(holder).put((String) place.step(), value);
        } else {
            asList(holder).set((Integer) place.step(), value);
        }
        return with(whole, place.parent(), holder);
    }

    private static Object without(Object whole, Path place) {
        if (place.parent() == null) {
            return Map.of();
        }
        var holder = copy(get(whole, place.parent()));
        if (holder instanceof Map<?, ?>) {
            asMap(holder).remove((String) place.step());
        } else {
            asList(holder).remove((int) (Integer) place.step());
        }
        return with(whole, place.parent(), holder);
    }

    private static Object copy(Object value) {
        return value instanceof Map<?, ?>
                ? new TreeMap<>(asMap(value))
                : new ArrayList<>(asList(value));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> asList(Object value) {
        return (List<Object>) value;
    }

    private static void collect(Object value, Path path, List<Path> places) {
        if (path.parent() != null) {
            places.add(path);
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> collect(each, path.at((String) key), places));
        } else if (value instanceof List<?> list) {
            for (var at = 0; at < list.size(); at++) {
                collect(list.get(at), path.at(at), places);
            }
        }
    }
}
