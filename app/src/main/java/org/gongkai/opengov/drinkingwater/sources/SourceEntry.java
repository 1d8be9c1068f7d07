package org.gongkai.opengov.drinkingwater.sources;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A source as typed (水源登记).
 *
 * @param typed by field: {@code name}, {@code alsoCalled} with a line each, {@code kind}, {@code
 *     target}, {@code district}, {@code zones}, {@code point}, {@code intake}, {@code state},
 *     {@code replacedBy}, {@code from}, {@code reason}
 */
public record SourceEntry(Map<String, String> typed) {
    /** What may be typed, in the order of the form. */
    public static final List<String> FIELDS =
            List.of(
                    "name",
                    "alsoCalled",
                    "kind",
                    "target",
                    "district",
                    "zones",
                    "point",
                    "intake",
                    "state",
                    "replacedBy",
                    "from",
                    "reason");

    private static final int SHORT = 60;
    private static final int LONG = 500;
    private static final int MOST_NAMES = 20;
    private static final BigDecimal MOST_INTAKE = new BigDecimal("100000");

    public SourceEntry {
        typed = Map.copyOf(typed);
    }

    /** What a version says, as it would be typed. */
    public static SourceEntry of(WaterSource source) {
        var facts = source.facts();
        var typed = new LinkedHashMap<String, String>();
        typed.put("name", facts.name());
        typed.put("alsoCalled", String.join("\n", facts.alsoCalled()));
        typed.put("kind", facts.kind().slug());
        typed.put("target", facts.target().text());
        typed.put("district", facts.district());
        typed.put("zones", facts.zones());
        typed.put("point", facts.point());
        typed.put("intake", facts.intake() == null ? "" : facts.intake().toPlainString());
        typed.put("state", facts.state().slug());
        typed.put("replacedBy", Objects.toString(facts.replacedBy(), ""));
        typed.put("from", source.from().toString());
        typed.put("reason", source.reason());
        return new SourceEntry(typed);
    }

    /** What was typed into a field; empty for nothing. */
    public String of(String field) {
        return typed.getOrDefault(field, "").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    }

    /** What is meant, with the day from which it is so. */
    record Checked(SourceFacts facts, LocalDate from, String reason) {}

    /**
     * Holds it against the rest of the register.
     *
     * @param id of the source; null for a new one
     * @param others the register, as it stands
     * @param districts codes that may be chosen
     * @throws Refusal naming each field that is wrong
     */
    Checked checked(@Nullable Long id, List<WaterSource> others, Collection<String> districts) {
        return new Check(this, new ArrayList<>()).read(id, others, districts);
    }

    private record Check(SourceEntry entry, List<FieldProblem> problems) {

        Checked read(@Nullable Long id, List<WaterSource> others, Collection<String> districts) {
            var name = text("name", SHORT, true);
            var names = names();
            var rest = others.stream().filter(it -> !Objects.equals(it.id(), id)).toList();
            taken("name", List.of(name), rest);
            taken("alsoCalled", names, rest);
            var kind = chosen("kind", SourceKind.named(entry.of("kind")));
            var target =
                    chosen(
                            "target",
                            WaterClass.of(entry.of("target"))
                                    .filter(it -> it != WaterClass.WORSE_THAN_V));
            var district =
                    chosen(
                            "district",
                            Optional.of(entry.of("district")).filter(districts::contains));
            var state = chosen("state", SourceState.named(entry.of("state")));
            var replacedBy = replacedBy(state.orElse(null), rest);
            var intake = intake();
            var zones = text("zones", LONG, false);
            var point = text("point", LONG, false);
            var from = day();
            var reason = text("reason", LONG, id != null);
            if (!problems.isEmpty()) {
                throw Refusal.invalid(problems);
            }
            return new Checked(
                    new SourceFacts(
                            name,
                            names,
                            kind.orElseThrow(),
                            target.orElseThrow(),
                            district.orElseThrow(),
                            zones,
                            point,
                            intake,
                            state.orElseThrow(),
                            replacedBy),
                    from,
                    reason);
        }

        private List<String> names() {
            var names =
                    Arrays.stream(entry.of("alsoCalled").split("[\n、]"))
                            .map(String::strip)
                            .filter(it -> !it.isEmpty())
                            .distinct()
                            .toList();
            if (names.size() > MOST_NAMES || names.stream().anyMatch(it -> it.length() > SHORT)) {
                add("alsoCalled", "drinkingwater.sources.problem.names", MOST_NAMES, SHORT);
            }
            return names;
        }

        private void taken(String field, List<String> names, List<WaterSource> others) {
            for (var each : names) {
                others.stream()
                        .filter(it -> it.facts().isCalled(each))
                        .findFirst()
                        .ifPresent(
                                it ->
                                        add(
                                                field,
                                                "drinkingwater.sources.problem.taken",
                                                each,
                                                it.facts().name()));
            }
        }

        private @Nullable Long replacedBy(@Nullable SourceState state, List<WaterSource> others) {
            if (state != SourceState.REPLACED) {
                return null;
            }
            var other =
                    others.stream()
                            .filter(it -> Long.toString(it.id()).equals(entry.of("replacedBy")))
                            .findFirst();
            if (other.isEmpty()) {
                add("replacedBy", "drinkingwater.sources.problem.replaced-by");
            }
            return other.map(WaterSource::id).orElse(null);
        }

        private @Nullable BigDecimal intake() {
            var text = entry.of("intake");
            if (text.isEmpty()) {
                return null;
            }
            var number =
                    text.matches("[0-9]{1,6}(\\.[0-9]{1,4})?")
                            ? new BigDecimal(text)
                            : BigDecimal.ZERO;
            if (number.signum() <= 0 || number.compareTo(MOST_INTAKE) > 0) {
                add("intake", "drinkingwater.sources.problem.intake");
            }
            return number;
        }

        private LocalDate day() {
            try {
                return LocalDate.parse(entry.of("from"));
            } catch (DateTimeException noDay) {
                add("from", "drinkingwater.sources.problem.day");
                return LocalDate.EPOCH;
            }
        }

        private String text(String field, int longest, boolean wanted) {
            var text = entry.of(field);
            if (wanted && text.isEmpty()) {
                add(field, "drinkingwater.sources.problem.required");
            }
            if (text.length() > longest) {
                add(field, "drinkingwater.sources.problem.too-long", longest);
            }
            return text;
        }

        private <T> Optional<T> chosen(String field, Optional<T> found) {
            if (found.isEmpty()) {
                add(field, "drinkingwater.sources.problem.choose");
            }
            return found;
        }

        private void add(String field, String key, Object... arguments) {
            problems.add(FieldProblem.of(field, key, arguments));
        }
    }
}
