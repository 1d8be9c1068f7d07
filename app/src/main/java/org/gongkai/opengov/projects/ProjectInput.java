package org.gongkai.opengov.projects;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;

/**
 * What was typed into a form of key projects (填报内容), by field; lists have a line for each.
 *
 * @param typed by the names of the API
 */
public record ProjectInput(Map<String, String> typed) {
    static final int SHORT = 100;
    static final int LONG = 2_000;
    static final int MOST_FIELDS = 40;

    public ProjectInput {
        typed = Map.copyOf(typed);
    }

    /** What was typed into a field; empty for nothing. */
    public String of(String field) {
        return typed.getOrDefault(field, "").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    }

    /** The lines of a field. */
    public List<String> lines(String field) {
        return of(field).lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    /** One thing an entry says. */
    record Said(String name, String value) {}

    /** Reads it, collecting everything that is wrong. */
    Check check() {
        return new Check(this, new ArrayList<>());
    }

    /** What was typed, read field by field; {@link #done} refuses with every problem at once. */
    record Check(ProjectInput input, List<FieldProblem> problems) {

        void done() {
            if (!problems.isEmpty()) {
                throw Refusal.invalid(problems);
            }
        }

        String text(String field, int longest) {
            var text = optional(field, longest);
            if (text.isEmpty()) {
                add(field, "projects.problem.required");
            }
            return text;
        }

        String optional(String field, int longest) {
            var text = input.of(field);
            if (text.length() > longest) {
                add(field, "projects.problem.too-long", longest);
            }
            return text;
        }

        LocalDate day(String field, LocalDate latest) {
            try {
                var day = LocalDate.parse(input.of(field));
                if (day.isAfter(latest) || day.isBefore(LocalDate.of(1990, 1, 1))) {
                    add(field, "projects.problem.day-to-come", latest);
                }
                return day;
            } catch (DateTimeException noDay) {
                add(field, "projects.problem.day");
                return LocalDate.EPOCH;
            }
        }

        String district(Collection<String> known) {
            var code = input.of("district");
            if (!known.contains(code)) {
                add("district", "projects.problem.choose");
            }
            return code;
        }

        <T> Optional<T> chosen(String field, Function<String, Optional<T>> named) {
            var found = named.apply(input.of(field));
            if (found.isEmpty()) {
                add(field, "projects.problem.choose");
            }
            return found;
        }

        <T extends Enum<T>> Set<T> several(
                String field, Class<T> of, Function<String, Optional<T>> named) {
            var found = EnumSet.noneOf(of);
            for (var each : input.lines(field)) {
                named.apply(each)
                        .ifPresentOrElse(found::add, () -> add(field, "projects.problem.choose"));
            }
            if (found.isEmpty()) {
                add(field, "projects.problem.choose-some");
            }
            return found;
        }

        /** 名称：内容, a line each. */
        List<Said> said() {
            var said = new ArrayList<Said>();
            var names = new LinkedHashSet<String>();
            for (var line : input.lines("fields")) {
                var parts = line.split("[：:]", 2);
                var name = parts[0].strip();
                if (parts.length < 2 || name.isEmpty() || parts[1].isBlank()) {
                    add("fields", "projects.problem.line", line);
                } else if (name.length() > SHORT || parts[1].length() > LONG) {
                    add("fields", "projects.problem.line-too-long", name, SHORT, LONG);
                } else if (!names.add(name)) {
                    add("fields", "projects.problem.line-twice", name);
                } else {
                    said.add(new Said(name, parts[1].strip()));
                }
            }
            if (input.lines("fields").isEmpty()) {
                add("fields", "projects.problem.no-line");
            } else if (said.size() > MOST_FIELDS) {
                add("fields", "projects.problem.too-many-lines", MOST_FIELDS);
            }
            return said;
        }

        void add(String field, String key, Object... arguments) {
            problems.add(FieldProblem.of(field, key, arguments));
        }
    }
}
