package org.gongkai.opengov.inspections;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.inspections.LocalRules.Level;
import org.gongkai.opengov.inspections.LocalRules.Ratio;
import org.gongkai.opengov.inspections.LocalRules.Span;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;

/**
 * An edition of the local rules as typed (实施细则登记).
 *
 * @param typed by field: {@code from}, {@code source}, {@code level}, {@code ratio-key}, {@code
 *     span-key} and so on for each class, {@code perOfficer}, {@code risk-A} to {@code risk-D},
 *     {@code yearlyCap}, {@code recusalReasons} with a line each, {@code yearsAfterWork}, {@code
 *     seats}, {@code samePair}
 */
public record LocalRulesEntry(Map<String, String> typed) {
    private static final int LONGEST = 300;
    private static final int MANY = 1_000;
    private static final int MOST_SEATS = 8;

    public LocalRulesEntry {
        typed = Map.copyOf(typed);
    }

    /** What an edition says, as it would be typed. */
    public static LocalRulesEntry of(LocalRules rules) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("from", rules.from().toString());
        typed.put("source", rules.source());
        typed.put("level", slug(rules.level()));
        for (var each : SupervisionClass.values()) {
            typed.put("ratio-" + each.slug(), Integer.toString(rules.ratio(each).percent()));
            typed.put("span-" + each.slug(), slug(rules.ratio(each).span()));
        }
        typed.put("perOfficer", Integer.toString(rules.perOfficer()));
        for (var each : RiskClass.values()) {
            typed.put("risk-" + each, Integer.toString(rules.risk().getOrDefault(each, 100)));
        }
        typed.put("yearlyCap", Integer.toString(rules.yearlyCap()));
        typed.put(
                "recusalReasons",
                String.join(
                        "\n",
                        Arrays.stream(RecusalReason.values())
                                .filter(rules.recusalReasons()::contains)
                                .map(RecusalReason::slug)
                                .toList()));
        typed.put("yearsAfterWork", Integer.toString(rules.yearsAfterWork()));
        typed.put("seats", Integer.toString(rules.seats()));
        typed.put("samePair", Integer.toString(rules.samePair()));
        return new LocalRulesEntry(typed);
    }

    /** What was typed into a field; empty for nothing. */
    public String of(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** The same, line by line. */
    public List<String> lines(String field) {
        return Arrays.asList(of(field).split("\n"));
    }

    /** The rules, or a refusal that names each field that is wrong. */
    LocalRules checked() {
        var problems = new ArrayList<FieldProblem>();
        var from = day(problems);
        var source = of("source");
        if (source.isEmpty()) {
            problems.add(FieldProblem.of("source", "inspections.problem.required"));
        }
        if (source.length() > LONGEST) {
            problems.add(FieldProblem.of("source", "inspections.problem.too-long", LONGEST));
        }
        var level = choice(Level.values(), "level", problems).orElse(Level.CITY);
        var ratios = new EnumMap<SupervisionClass, Ratio>(SupervisionClass.class);
        for (var each : SupervisionClass.values()) {
            var percent = number("ratio-" + each.slug(), 0, 100, problems);
            var span = choice(Span.values(), "span-" + each.slug(), problems).orElse(Span.YEAR);
            ratios.put(each, new Ratio(percent, span));
        }
        var risk = new EnumMap<RiskClass, Integer>(RiskClass.class);
        for (var each : RiskClass.values()) {
            risk.put(each, number("risk-" + each, 1, MANY, problems));
        }
        var rules =
                new LocalRules(
                        from,
                        source,
                        level,
                        ratios,
                        number("perOfficer", 0, MANY, problems),
                        risk,
                        number("yearlyCap", 1, MANY, problems),
                        reasons(problems),
                        number("yearsAfterWork", 0, 50, problems),
                        number("seats", LocalRules.FEWEST_SEATS, MOST_SEATS, problems),
                        number("samePair", 1, MANY, problems));
        if (!problems.isEmpty()) {
            throw Refusal.invalid(List.copyOf(problems));
        }
        return rules;
    }

    private LocalDate day(List<FieldProblem> problems) {
        try {
            return LocalDate.parse(of("from"));
        } catch (DateTimeException noDay) {
            problems.add(FieldProblem.of("from", "inspections.problem.day", of("from")));
            return LocalDate.EPOCH;
        }
    }

    private int number(String field, int least, int most, List<FieldProblem> problems) {
        var text = of(field);
        var number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            problems.add(FieldProblem.of(field, "inspections.problem.range", least, most));
            return least;
        }
        return number;
    }

    private <E extends Enum<E>> Optional<E> choice(
            E[] all, String field, List<FieldProblem> problems) {
        var found = Arrays.stream(all).filter(it -> slug(it).equals(of(field))).findFirst();
        if (found.isEmpty()) {
            problems.add(FieldProblem.of(field, "inspections.problem.filter"));
        }
        return found;
    }

    private EnumSet<RecusalReason> reasons(List<FieldProblem> problems) {
        var reasons = EnumSet.noneOf(RecusalReason.class);
        lines("recusalReasons").stream()
                .flatMap(it -> RecusalReason.named(it).stream())
                .forEach(reasons::add);
        if (reasons.isEmpty()) {
            problems.add(FieldProblem.of("recusalReasons", "inspections.problem.required"));
        }
        return reasons;
    }

    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
