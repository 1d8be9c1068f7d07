package org.gongkai.opengov.requests.letters;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known for a letter (文书要素), field by field; a blank value is as good as none. */
public record LetterFacts(Map<LetterField, String> values) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);

    public LetterFacts {
        values = Map.copyOf(values);
    }

    /** Nothing yet. */
    public static LetterFacts none() {
        return new LetterFacts(Map.of());
    }

    /** The same with one more; null and blank leave it as it is. */
    public LetterFacts with(LetterField field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        var more = new EnumMap<LetterField, String>(LetterField.class);
        more.putAll(values);
        more.put(field, value.strip());
        return new LetterFacts(more);
    }

    /** The same with a day, as official papers write it. */
    public LetterFacts with(LetterField field, @Nullable LocalDate day) {
        return day == null ? this : with(field, written(day));
    }

    /** The same with all of those; theirs win. */
    public LetterFacts with(LetterFacts others) {
        var more = new EnumMap<LetterField, String>(LetterField.class);
        more.putAll(values);
        more.putAll(others.values);
        return new LetterFacts(more);
    }

    /** What is known of a field. */
    public Optional<String> find(LetterField field) {
        return Optional.ofNullable(values.get(field));
    }

    /** {@code 2021年7月12日}, as official papers write it. */
    public static String written(LocalDate day) {
        return DAY.format(day);
    }
}
