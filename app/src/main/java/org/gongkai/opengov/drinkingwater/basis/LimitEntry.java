package org.gongkai.opengov.drinkingwater.basis;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.drinkingwater.Amendment;
import org.gongkai.opengov.drinkingwater.ItemNames;
import org.gongkai.opengov.drinkingwater.Limits;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.WaterBody;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.WaterStandard;
import org.gongkai.opengov.drinkingwater.WaterStandards;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Other limits than the printed ones as typed (限值调整登记表).
 *
 * @param typed by field: {@code standard}, {@code item}, {@code waterBody}, a limit each for {@code
 *     I} to {@code V} or one {@code limit}, {@code document}, {@code documentNumber}, {@code from},
 *     {@code until}, {@code reason}
 */
public record LimitEntry(Map<String, String> typed) {
    /** The limits that may be typed. */
    public static final List<String> LIMITS = List.of("I", "II", "III", "IV", "V", "limit");

    /** What may be typed, in the order of the form. */
    public static final List<String> FIELDS =
            List.of(
                    "standard",
                    "item",
                    "waterBody",
                    "I",
                    "II",
                    "III",
                    "IV",
                    "V",
                    "limit",
                    "document",
                    "documentNumber",
                    "from",
                    "until",
                    "reason");

    private static final int SHORT = 60;
    private static final int LONG = 200;
    private static final String NUMBER = "[0-9]{1,9}(\\.[0-9]{1,9})?";

    public LimitEntry {
        typed = Map.copyOf(typed);
    }

    /** What a version says, as it would be typed; the reason is asked for anew. */
    public static LimitEntry of(LimitOverride it) {
        var typed = new LinkedHashMap<String, String>();
        var body = it.row().body();
        typed.put("standard", it.row().standard());
        typed.put("item", it.row().item());
        typed.put("waterBody", body == null ? "" : body.name().toLowerCase(java.util.Locale.ROOT));
        for (var each : LIMITS) {
            var limit = it.limits().get(each);
            typed.put(each, limit == null ? "" : limit.toPlainString());
        }
        typed.put("document", it.amendment().document());
        typed.put("documentNumber", it.amendment().number());
        typed.put("from", it.from().toString());
        typed.put("until", Objects.toString(it.until(), ""));
        return new LimitEntry(typed);
    }

    /** What was typed into a field, in one line; empty for nothing. */
    public String of(String field) {
        return typed.getOrDefault(field, "").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** What is meant. */
    record Checked(
            LimitOverride.Row row,
            Map<String, BigDecimal> limits,
            Amendment amendment,
            @Nullable LocalDate until,
            String reason) {}

    /**
     * Holds it against the standards and the register.
     *
     * @param before what is changed; null for a new one
     * @param others the newest version of each of the agency's
     * @throws Refusal naming each field that is wrong
     */
    Checked checked(@Nullable LimitOverride before, List<LimitOverride> others) {
        return new Check(this, new ArrayList<>()).read(before, others);
    }

    private record Check(LimitEntry entry, List<FieldProblem> problems) {

        Checked read(@Nullable LimitOverride before, List<LimitOverride> others) {
            var standard = WaterStandards.cited(entry.of("standard"));
            if (standard.isEmpty()) {
                add("standard", "drinkingwater.sources.problem.choose");
            }
            var item = standard.flatMap(this::item);
            var limits = item.map(this::limits).orElseGet(Map::of);
            var document = text("document", LONG, true);
            var number = text("documentNumber", SHORT, false);
            var from = day("from");
            var until = entry.of("until").isEmpty() ? null : day("until");
            var reason = text("reason", LONG, before != null);
            if (problems.isEmpty() && until != null && until.isBefore(from)) {
                add("until", "drinkingwater.background.problem.until");
            }
            if (!problems.isEmpty()) {
                throw Refusal.invalid(problems);
            }
            var row = LimitOverride.Row.of(standard.orElseThrow(), item.orElseThrow());
            others.stream()
                    .filter(it -> before == null || it.id() != before.id())
                    .filter(it -> !it.withdrawn() && it.row().equals(row) && it.meets(from, until))
                    .findFirst()
                    .ifPresent(
                            it ->
                                    add(
                                            "from",
                                            "drinkingwater.limits.problem.twice",
                                            it.from().toString(),
                                            Objects.toString(it.until(), "—")));
            if (!problems.isEmpty()) {
                throw Refusal.invalid(problems);
            }
            return new Checked(row, limits, new Amendment(document, number, from), until, reason);
        }

        /** The row; where rows differ by the water, which one has to be said. */
        private Optional<MonitoredItem> item(WaterStandard standard) {
            var typed = entry.of("waterBody");
            var water =
                    standard.kind() == WaterStandard.Kind.GROUND
                            ? WaterBody.GROUNDWATER
                            : typed.equals("lake") ? WaterBody.LAKE : WaterBody.RIVER;
            var found = ItemNames.find(standard, entry.of("item"), water);
            if (found.isEmpty()) {
                add("item", "drinkingwater.limits.problem.item");
            }
            if (found.isPresent()) {
                var body = found.get().body();
                if (body != null && !body.name().equalsIgnoreCase(typed)) {
                    add("waterBody", "drinkingwater.limits.problem.water-body");
                }
            }
            return found;
        }

        private Map<String, BigDecimal> limits(MonitoredItem item) {
            var allowed = allowed(item.limits());
            if (allowed.isEmpty()) {
                add("item", "drinkingwater.limits.problem.no-number");
                return Map.of();
            }
            var limits = new LinkedHashMap<String, BigDecimal>();
            for (var field : LIMITS) {
                var typed = entry.of(field);
                if (typed.isEmpty()) {
                    continue;
                }
                if (!allowed.contains(field)) {
                    add(field, "drinkingwater.limits.problem.no-class");
                } else if (!typed.matches(NUMBER) || new BigDecimal(typed).signum() == 0) {
                    add(field, "drinkingwater.limits.problem.number");
                } else {
                    limits.put(field, new BigDecimal(typed));
                }
            }
            if (problems.isEmpty()
                    && LimitOverride.over(item.limits(), limits).equals(item.limits())) {
                add(allowed.contains("III") ? "III" : "limit", "drinkingwater.limits.problem.same");
            }
            if (problems.isEmpty() && !isLadder(LimitOverride.over(item.limits(), limits))) {
                add("III", "drinkingwater.limits.problem.order");
            }
            return limits;
        }

        private static Set<String> allowed(Limits limits) {
            return switch (limits) {
                case Limits.AtMost it -> {
                    var classes = names(it.limits());
                    if (it.bestIsNotDetected()) {
                        classes.add("I");
                    }
                    yield classes;
                }
                case Limits.AtLeast it -> names(it.limits());
                case Limits.ForDrinking _ -> Set.of(LimitOverride.ONE);
                case Limits.Within _, Limits.Bands _, Limits.Absent _, Limits.None _ -> Set.of();
            };
        }

        private static Set<String> names(Map<WaterClass, BigDecimal> limits) {
            return limits.keySet().stream().map(WaterClass::text).collect(Collectors.toSet());
        }

        /** No class allows what a worse one forbids. */
        private static boolean isLadder(Limits limits) {
            return switch (limits) {
                case Limits.AtMost it -> isSorted(it.limits(), Comparator.naturalOrder());
                case Limits.AtLeast it -> isSorted(it.limits(), Comparator.reverseOrder());
                default -> true;
            };
        }

        private static boolean isSorted(
                Map<WaterClass, BigDecimal> limits, Comparator<BigDecimal> order) {
            var inOrder =
                    WaterClass.inStandards().stream()
                            .flatMap(it -> Optional.ofNullable(limits.get(it)).stream())
                            .toList();
            return inOrder.stream().sorted(order).toList().equals(inOrder);
        }

        private LocalDate day(String field) {
            try {
                return LocalDate.parse(entry.of(field));
            } catch (DateTimeException noDay) {
                add(field, "drinkingwater.sources.problem.day");
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

        private void add(String field, String key, Object... arguments) {
            problems.add(FieldProblem.of(field, key, arguments));
        }
    }
}
