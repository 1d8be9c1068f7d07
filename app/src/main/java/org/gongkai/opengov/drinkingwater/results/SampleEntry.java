package org.gongkai.opengov.drinkingwater.results;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.ItemNames;
import org.gongkai.opengov.drinkingwater.LaboratoryUnit;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.Reading;
import org.gongkai.opengov.drinkingwater.sources.SourceFacts;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The results of a source in a month as somebody enters them (监测结果录入).
 *
 * @param full whether it is the full analysis of the year
 * @param values none, or only empty ones, where nothing was monitored; then a reason is wanted
 * @param confirmed keys of doubts that were looked into
 */
public record SampleEntry(
        boolean full,
        String sampledOn,
        String laboratory,
        String intake,
        List<Typed> values,
        String reason,
        Set<String> confirmed) {
    private static final int MOST_VALUES = 300;
    private static final int LONGEST = 60;
    private static final int LONG = 500;

    public SampleEntry {
        values = List.copyOf(values);
        confirmed = Set.copyOf(confirmed);
    }

    /**
     * A value as typed.
     *
     * @param field what the form or the call names it
     * @param unit empty for the unit of the limit
     */
    public record Typed(String field, String item, String value, String unit) {}

    /** What is meant. */
    record Checked(
            @Nullable LocalDate sampledOn,
            String laboratory,
            @Nullable BigDecimal intake,
            List<ReportedValue> values,
            String reason) {}

    /**
     * Reads it.
     *
     * @throws Refusal naming each field that is wrong, with the nearest names or the units known
     */
    Checked checked(SourceFacts source, YearMonth month) {
        return new Check(this, source, new ArrayList<>()).read(month);
    }

    private record Check(SampleEntry entry, SourceFacts source, List<FieldProblem> problems) {

        Checked read(YearMonth month) {
            var on = sampledOn(month);
            var intake = intake();
            var values = values();
            longest("laboratory", entry.laboratory(), LONGEST);
            longest("reason", entry.reason(), LONG);
            if (values.isEmpty() && problems.isEmpty() && entry.reason().isBlank()) {
                add("reason", "drinkingwater.results.problem.why-nothing");
            }
            if (!problems.isEmpty()) {
                throw Refusal.invalid(problems);
            }
            return new Checked(
                    on, entry.laboratory().strip(), intake, values, entry.reason().strip());
        }

        private @Nullable LocalDate sampledOn(YearMonth month) {
            if (entry.sampledOn().isBlank()) {
                return null;
            }
            try {
                var day = LocalDate.parse(entry.sampledOn().strip());
                if (YearMonth.from(day).equals(month)) {
                    return day;
                }
            } catch (DateTimeException noDay) {
                // Said below.
            }
            add("sampledOn", "drinkingwater.results.problem.sampled-on", month.toString());
            return null;
        }

        private @Nullable BigDecimal intake() {
            var text = entry.intake().strip();
            if (text.isEmpty()) {
                return null;
            }
            if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,4})?")) {
                add("intake", "drinkingwater.sources.problem.intake");
                return null;
            }
            return new BigDecimal(text);
        }

        private List<ReportedValue> values() {
            if (entry.values().size() > MOST_VALUES) {
                add("values", "drinkingwater.problem.values", MOST_VALUES);
                return List.of();
            }
            var seen = new HashSet<String>();
            var values = new ArrayList<ReportedValue>();
            for (var each : entry.values()) {
                value(each, seen).ifPresent(values::add);
            }
            return values;
        }

        private Optional<ReportedValue> value(Typed typed, Set<String> seen) {
            var text = typed.value().strip();
            var reading = text.length() > LONGEST ? Optional.<Reading>empty() : Reading.of(text);
            if (reading.isEmpty()) {
                add(typed.field() + ".value", "drinkingwater.problem.value", shown(text));
                return Optional.empty();
            }
            if (reading.get() instanceof Reading.NotMonitored) {
                return Optional.empty();
            }
            var item = item(typed);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            var unit = typed.unit().isBlank() ? unitOf(item.get()) : typed.unit().strip();
            if (!convertible(unit, item.get())) {
                add(
                        typed.field() + ".unit",
                        "drinkingwater.problem.unit",
                        shown(unit),
                        item.get().name(),
                        String.join(
                                "、",
                                LaboratoryUnit.of(item.get().unit()).orElseThrow().alternatives()));
                return Optional.empty();
            }
            if (!seen.add(item.get().name())) {
                add(
                        typed.field() + ".item",
                        "drinkingwater.results.problem.twice",
                        item.get().name());
            }
            return Optional.of(new ReportedValue(item.get().name(), text, unit));
        }

        private Optional<MonitoredItem> item(Typed typed) {
            var kind = source.kind();
            var found = ItemNames.find(kind.standard(), typed.item().strip(), kind.water());
            if (found.isEmpty()) {
                var nearest = ItemNames.nearest(kind.standard(), typed.item());
                if (nearest.isEmpty()) {
                    add(
                            typed.field() + ".item",
                            "drinkingwater.problem.unknown-item",
                            shown(typed.item()));
                } else {
                    add(
                            typed.field() + ".item",
                            "drinkingwater.problem.item",
                            shown(typed.item()),
                            String.join("、", nearest));
                }
            }
            return found;
        }

        private static boolean convertible(String unit, MonitoredItem item) {
            var wanted = LaboratoryUnit.of(item.unit()).orElseThrow();
            return unit.length() <= LONGEST
                    && LaboratoryUnit.of(unit).flatMap(it -> it.to(wanted)).isPresent();
        }

        private void longest(String field, String text, int most) {
            if (text.strip().length() > most) {
                add(field, "drinkingwater.sources.problem.too-long", most);
            }
        }

        private void add(String field, String key, Object... arguments) {
            problems.add(FieldProblem.of(field, key, arguments));
        }

        private static String shown(String typed) {
            return typed.length() > LONGEST ? typed.substring(0, LONGEST) + "…" : typed;
        }
    }

    /** The unit of an item's limit; empty where it has none. */
    public static String unitOf(MonitoredItem item) {
        return item.unit().equals("dimensionless") ? "" : item.unit();
    }
}
