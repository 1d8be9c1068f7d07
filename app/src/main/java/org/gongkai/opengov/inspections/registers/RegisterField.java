package org.gongkai.opengov.inspections.registers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A field of a register (登记字段), the same in the form, the file, the API and the history. Its value
 * is text: days as 2026-01-31, choices by the name of the constant, lists with a line each.
 *
 * @param key its name in the API and of its label, {@code inspections.field.<key>}
 * @param column its column of the table
 * @param longest most signs, of each line where it is a list
 * @param otherwise what an empty one stands for; empty for nothing
 * @param choices what can be chosen, by constant and term
 */
public record RegisterField(
        String key,
        String column,
        Kind kind,
        boolean required,
        int longest,
        String otherwise,
        List<Option> choices) {
    private static final int SHORT = 200;
    private static final int LONG = 2_000;

    public RegisterField {
        choices = List.copyOf(choices);
    }

    /** A choice: the constant, the name in the API, the rule's word. */
    public record Option(String name, String slug, String term) {}

    /** What a field holds. */
    public enum Kind {
        /** A line of text. */
        TEXT,
        /** Text of several lines. */
        LONG_TEXT,
        /** A day. */
        DAY,
        /** A number from 1. */
        NUMBER,
        /** One of several. */
        CHOICE,
        /** Some of several. */
        CHOICES,
        /** Words of one's own. */
        WORDS,
        /** 统一社会信用代码, GB 32100. */
        CREDIT_CODE,
        /** 行政区划代码, GB/T 2260. */
        REGION,
        /** 行业代码, GB/T 4754. */
        INDUSTRY,
        /** Industries by their first digits. */
        INDUSTRIES,
        /** A unit, by its code; kept as its id. */
        UNIT,
        /** An officer, by the certificate; kept as their id. */
        OFFICER,
        /** A person of the agency, by key or name; kept as their id. */
        PERSON;

        /** Whether the value has a line for each part. */
        public boolean isList() {
            return this == CHOICES || this == WORDS || this == INDUSTRIES;
        }

        /** The value, as the database takes it from text. */
        String written(String from) {
            return switch (this) {
                case DAY -> "CAST(nullif(" + from + ", '') AS date)";
                case NUMBER -> "CAST(" + from + " AS smallint)";
                case UNIT, OFFICER, PERSON -> "CAST(nullif(" + from + ", '') AS bigint)";
                case CHOICES, WORDS, INDUSTRIES -> "string_to_array(" + from + ", E'\\n')";
                default -> from;
            };
        }

        /** What a reference is typed as: code or certificate; empty for what is no reference. */
        String typed(String column) {
            return switch (this) {
                case UNIT ->
                        "(SELECT u.credit_code || CASE WHEN u.site > 1 THEN '-' || u.site ELSE '' END"
                                + " FROM inspection_unit u WHERE u.id = r."
                                + column
                                + ")";
                case OFFICER ->
                        "(SELECT o.certificate FROM inspection_officer o WHERE o.id = r."
                                + column
                                + ")";
                default -> "''";
            };
        }

        /** The name of what is referred to; empty for what is no reference. */
        String named(String column) {
            return switch (this) {
                case UNIT -> "(SELECT u.name FROM inspection_unit u WHERE u.id = r." + column + ")";
                case OFFICER ->
                        "(SELECT o.name FROM inspection_officer o WHERE o.id = r." + column + ")";
                default -> "''";
            };
        }

        /** The value as text, as the database gives it. */
        String read(String column) {
            return switch (this) {
                case DAY -> "coalesce(to_char(" + column + ", 'YYYY-MM-DD'), '')";
                case NUMBER, UNIT, OFFICER, PERSON -> "coalesce(" + column + "::text, '')";
                case CHOICES, WORDS, INDUSTRIES -> "array_to_string(" + column + ", E'\\n')";
                default -> column;
            };
        }
    }

    static RegisterField text(String key) {
        return of(key, Kind.TEXT, SHORT);
    }

    static RegisterField longText(String key) {
        return of(key, Kind.LONG_TEXT, LONG);
    }

    static RegisterField of(String key, Kind kind) {
        return of(key, kind, SHORT);
    }

    private static RegisterField of(String key, Kind kind, int longest) {
        return new RegisterField(key, column(key), kind, false, longest, "", List.of());
    }

    static <E extends Enum<E>> RegisterField choice(
            String key, E[] all, Function<E, String> slug, Function<E, String> term) {
        return of(key, Kind.CHOICE).among(options(all, slug, term));
    }

    static <E extends Enum<E>> RegisterField choices(
            String key, E[] all, Function<E, String> slug, Function<E, String> term) {
        return of(key, Kind.CHOICES).among(options(all, slug, term));
    }

    /** The same, which must be there. */
    RegisterField must() {
        return new RegisterField(key, column, kind, true, longest, otherwise, choices);
    }

    /** The same; an empty one stands for this. */
    RegisterField or(Object value) {
        return new RegisterField(key, column, kind, required, longest, value.toString(), choices);
    }

    private RegisterField among(List<Option> options) {
        return new RegisterField(key, column, kind, required, longest, otherwise, options);
    }

    private static <E extends Enum<E>> List<Option> options(
            E[] all, Function<E, String> slug, Function<E, String> term) {
        return Arrays.stream(all)
                .map(it -> new Option(it.name(), slug.apply(it), term.apply(it)))
                .toList();
    }

    /** {@code creditCode} is {@code credit_code}. */
    private static String column(String key) {
        return key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
