package org.gongkai.opengov.drinkingwater.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.Conversion;
import org.gongkai.opengov.drinkingwater.Evaluation;
import org.gongkai.opengov.drinkingwater.ItemNames;
import org.gongkai.opengov.drinkingwater.LaboratoryUnit;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.Reading;
import org.gongkai.opengov.drinkingwater.WaterBody;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.WaterStandard;
import org.gongkai.opengov.drinkingwater.WaterStandards;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Values of one sample, as somebody sends them (评价请求).
 *
 * @param standard its code, e.g. {@code GB3838-2002}
 * @param waterBody {@code river} or {@code lake}; not asked for groundwater
 * @param use {@code drinking-source} where people drink it
 * @param target class, I to V; III if none is given
 * @param temperature in ℃
 */
record EvaluationInput(
        @Nullable String standard,
        @Nullable String waterBody,
        @Nullable String use,
        @Nullable String target,
        @Nullable BigDecimal temperature,
        @Nullable List<@Nullable Value> values) {
    private static final int MOST_VALUES = 1000;
    private static final int LONGEST = 60;
    private static final String DRINKING = "drinking-source";

    /** One value, as text, so that {@code 0.0003L} stays itself. */
    record Value(@Nullable String item, @Nullable String value, @Nullable String unit) {}

    /**
     * What is asked.
     *
     * @throws Refusal naming the fields that are wrong
     */
    Evaluation evaluation() {
        var problems = new ArrayList<FieldProblem>();
        var cited = WaterStandards.cited(Objects.requireNonNullElse(standard, ""));
        if (cited.isEmpty()) {
            problems.add(
                    FieldProblem.of(
                            "standard",
                            "drinkingwater.problem.standard",
                            String.join(
                                    "、",
                                    WaterStandards.shipped().stream()
                                            .map(WaterStandard::code)
                                            .toList())));
        }
        var body = cited.flatMap(this::body);
        if (cited.isPresent() && body.isEmpty()) {
            problems.add(FieldProblem.of("waterBody", "drinkingwater.problem.water-body"));
        }
        if (use != null && !use.equals(DRINKING)) {
            problems.add(FieldProblem.of("use", "drinkingwater.problem.use"));
        }
        var wanted = target == null ? Optional.of(WaterClass.III) : WaterClass.of(target);
        if (wanted.isEmpty() || wanted.get() == WaterClass.WORSE_THAN_V) {
            problems.add(FieldProblem.of("target", "drinkingwater.problem.target"));
        }
        if (values == null || values.isEmpty() || values.size() > MOST_VALUES) {
            problems.add(FieldProblem.of("values", "drinkingwater.problem.values", MOST_VALUES));
        }
        if (temperature != null
                && (temperature.compareTo(new BigDecimal(-5)) < 0
                        || temperature.compareTo(new BigDecimal(60)) > 0)) {
            problems.add(FieldProblem.of("temperature", "drinkingwater.problem.temperature"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new Evaluation(
                cited.orElseThrow(),
                body.orElseThrow(),
                DRINKING.equals(use),
                wanted.orElseThrow(),
                temperature);
    }

    private Optional<WaterBody> body(WaterStandard cited) {
        if (cited.kind() == WaterStandard.Kind.GROUND) {
            return Optional.of(WaterBody.GROUNDWATER);
        }
        return switch (Objects.requireNonNullElse(waterBody, "")) {
            case "river" -> Optional.of(WaterBody.RIVER);
            case "lake" -> Optional.of(WaterBody.LAKE);
            default -> Optional.empty();
        };
    }

    /**
     * The readings, in the units of their limits.
     *
     * @throws Refusal naming each that cannot be read, with the nearest names or the units known
     */
    List<Evaluation.Sampled> sampled(Evaluation evaluation) {
        var problems = new ArrayList<FieldProblem>();
        var sampled = new ArrayList<Evaluation.Sampled>();
        var at = 0;
        for (var each : Objects.requireNonNull(values)) {
            var field = "values[" + at++ + "]";
            if (each == null) {
                problems.add(FieldProblem.of(field, "drinkingwater.problem.empty"));
            } else {
                new One(each, field, evaluation, problems).read().ifPresent(sampled::add);
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return sampled;
    }

    private record One(
            Value value, String field, Evaluation evaluation, List<FieldProblem> problems) {

        Optional<Evaluation.Sampled> read() {
            var item = item();
            var reading = reading();
            var conversion = item.flatMap(this::conversion);
            return item.isPresent() && reading.isPresent() && conversion.isPresent()
                    ? Optional.of(
                            new Evaluation.Sampled(item.get(), reading.get().in(conversion.get())))
                    : Optional.empty();
        }

        private Optional<MonitoredItem> item() {
            var name = Objects.requireNonNullElse(value.item, "").strip();
            var found = ItemNames.find(evaluation.standard(), name, evaluation.water());
            if (found.isEmpty()) {
                var nearest = ItemNames.nearest(evaluation.standard(), name);
                problems.add(
                        nearest.isEmpty()
                                ? FieldProblem.of(
                                        field + ".item",
                                        "drinkingwater.problem.unknown-item",
                                        shown(name))
                                : FieldProblem.of(
                                        field + ".item",
                                        "drinkingwater.problem.item",
                                        shown(name),
                                        String.join("、", nearest)));
            }
            return found;
        }

        private Optional<Reading> reading() {
            var text = Objects.requireNonNullElse(value.value, "");
            var found = text.length() > LONGEST ? Optional.<Reading>empty() : Reading.of(text);
            if (found.isEmpty()) {
                problems.add(
                        FieldProblem.of(
                                field + ".value", "drinkingwater.problem.value", shown(text)));
            }
            return found;
        }

        private Optional<Conversion> conversion(MonitoredItem item) {
            if (value.unit == null) {
                return Optional.of(Conversion.NONE);
            }
            var wanted = LaboratoryUnit.of(item.unit()).orElseThrow();
            var found =
                    value.unit.length() > LONGEST
                            ? Optional.<Conversion>empty()
                            : LaboratoryUnit.of(value.unit).flatMap(it -> it.to(wanted));
            if (found.isEmpty()) {
                problems.add(
                        FieldProblem.of(
                                field + ".unit",
                                "drinkingwater.problem.unit",
                                shown(value.unit),
                                item.name(),
                                String.join("、", wanted.alternatives())));
            }
            return found;
        }

        private static String shown(String typed) {
            return typed.length() > LONGEST ? typed.substring(0, LONGEST) + "…" : typed;
        }
    }
}
