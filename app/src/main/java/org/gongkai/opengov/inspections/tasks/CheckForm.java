package org.gongkai.opengov.inspections.tasks;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The check form of an item (检查表), one of its versions. A record keeps the version it was written
 * on.
 *
 * @param id null for the form that stands where an item has none of its own
 * @param validFrom from which day of inspection on
 */
public record CheckForm(
        @Nullable Long id, long item, int version, LocalDate validFrom, List<Question> questions) {
    static final int MOST = 80;

    public CheckForm {
        questions = List.copyOf(questions);
        var keys = new HashSet<String>();
        questions.forEach(
                it -> {
                    if (!keys.add(it.key())) {
                        throw new IllegalArgumentException("Two questions " + it.key());
                    }
                });
    }

    /** The form for items that have none of their own: what every record has to say. */
    public static CheckForm plain(long item) {
        return new CheckForm(null, item, 0, LocalDate.MIN, List.of());
    }
}
