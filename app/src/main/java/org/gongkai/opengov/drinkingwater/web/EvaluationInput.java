package org.gongkai.opengov.drinkingwater.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.Conversion;
import org.gongkai.opengov.drinkingwater.Evaluation;
import org.gongkai.opengov.drinkingwater.ItemNames;
import org.gongkai.opengov.drinkingwater.LaboratoryUnit;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
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
 * @param background items that are over by nature alone
 */
record EvaluationInput(
        @Nullable String standard,
        @Nullable String waterBody,
        @Nullable String use,
        @Nullable String target,
        @Nullable BigDecimal temperature,
        @Nullable List<@Nullable Value> values,
        @Nullable List<@Nullable Background> background) {
    private static final int MOST_VALUES = 1000;
    private static final int LONGEST = 60;
    private static final int LONGEST_WORDS = 200;
    private static final String DRINKING = "drinking-source";

    /** One value, as text, so that {@code 0.0003L} stays itself. */
    record Value(@Nullable String item, @Nullable String value, @Nullable String unit) {}

    /** An item that is over by nature alone: why, and by which paper. */
    record Background(
            @Nullable String item,
            @Nullable String cause,
            @Nullable String document,
            @Nullable String number) {}

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
        var asked =
                new Evaluation(
                        cited.orElseThrow(),
                        body.orElseThrow(),
                        DRINKING.equals(use),
                        wanted.orElseThrow(),
                        temperature);
        return asked.knowing(backgrounds(asked));
    }

    private Map<String, NaturalBackground> backgrounds(Evaluation asked) {
        var problems = new ArrayList<FieldProblem>();
        var found = new HashMap<String, NaturalBackground>();
        var sent = background == null ? List.<@Nullable Background>of() : background;
        if (sent.size() > MOST_VALUES) {
            throw Refusal.invalid("background", "drinkingwater.problem.values", MOST_VALUES);
        }
        for (var at = 0; at < sent.size(); at++) {
            var each = sent.get(at);
            var field = "background[" + at + "]";
            if (each == null) {
                problems.add(FieldProblem.of(field, "drinkingwater.problem.empty"));
                continue;
            }
            var nature =
                    new NaturalBackground(text(each.cause), text(each.document), text(each.number));
            if (nature.cause().length() > LONGEST_WORDS
                    || nature.basis().length() > LONGEST_WORDS) {
                problems.add(
                        FieldProblem.of(
                                field, "drinkingwater.sources.problem.too-long", LONGEST_WORDS));
            }
            item(text(each.item), field, asked, problems)
                    .ifPresent(it -> found.put(it.name(), nature));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return found;
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** The item called so; a problem with the nearest names where none is. */
    private static Optional<MonitoredItem> item(
            String name, String field, Evaluation evaluation, List<FieldProblem> problems) {
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

    private static String shown(String typed) {
        return typed.length() > LONGEST ? typed.substring(0, LONGEST) + "…" : typed;
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
            var item =
                    item(
                            Objects.requireNonNullElse(value.item, "").strip(),
                            field,
                            evaluation,
                            problems);
            var reading = reading();
            var conversion = item.flatMap(this::conversion);
            return item.isPresent() && reading.isPresent() && conversion.isPresent()
                    ? Optional.of(
                            new Evaluation.Sampled(item.get(), reading.get().in(conversion.get())))
                    : Optional.empty();
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
    }
}
