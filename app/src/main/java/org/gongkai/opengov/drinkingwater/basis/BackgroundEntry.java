package org.gongkai.opengov.drinkingwater.basis;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.ItemNames;
import org.gongkai.opengov.drinkingwater.Limits;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A natural background as typed (天然本底登记表).
 *
 * @param typed by field: {@code source}, {@code item}, {@code cause}, {@code document}, {@code
 *     documentNumber}, {@code from}, {@code until}, {@code reason}
 */
public record BackgroundEntry(Map<String, String> typed) {
    /** What may be typed, in the order of the form. */
    public static final List<String> FIELDS =
            List.of(
                    "source",
                    "item",
                    "cause",
                    "document",
                    "documentNumber",
                    "from",
                    "until",
                    "reason");

    private static final int SHORT = 60;
    private static final int LONG = 200;

    public BackgroundEntry {
        typed = Map.copyOf(typed);
    }

    /** What a version says, as it would be typed; the reason is asked for anew. */
    public static BackgroundEntry of(Background it) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("source", Long.toString(it.source()));
        typed.put("item", it.item());
        typed.put("cause", it.nature().cause());
        typed.put("document", it.nature().document());
        typed.put("documentNumber", it.nature().number());
        typed.put("from", it.from().toString());
        typed.put("until", Objects.toString(it.until(), ""));
        return new BackgroundEntry(typed);
    }

    /** What was typed into a field, in one line; empty for nothing. */
    public String of(String field) {
        return typed.getOrDefault(field, "").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** What is meant. */
    record Checked(
            WaterSource source,
            String item,
            NaturalBackground nature,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {}

    /**
     * Holds it against the register.
     *
     * @param before what is changed; null for a new one
     * @param others the newest version of each of the agency's
     * @throws Refusal naming each field that is wrong
     */
    Checked checked(
            @Nullable Background before, List<Background> others, List<WaterSource> sources) {
        var problems = new ArrayList<FieldProblem>();
        var source =
                sources.stream()
                        .filter(it -> Long.toString(it.id()).equals(of("source")))
                        .findFirst();
        if (source.isEmpty()) {
            problems.add(FieldProblem.of("source", "drinkingwater.sources.problem.choose"));
        }
        var item = source.flatMap(this::item);
        if (source.isPresent() && item.isEmpty()) {
            problems.add(FieldProblem.of("item", "drinkingwater.background.problem.item"));
        }
        var nature =
                new NaturalBackground(
                        text("cause", LONG, true, problems),
                        text("document", LONG, true, problems),
                        text("documentNumber", SHORT, false, problems));
        var from = day("from", problems);
        var until = of("until").isEmpty() ? null : day("until", problems);
        var reason = text("reason", LONG, before != null, problems);
        if (problems.isEmpty() && until != null && until.isBefore(from)) {
            problems.add(FieldProblem.of("until", "drinkingwater.background.problem.until"));
        }
        if (problems.isEmpty()) {
            others.stream()
                    .filter(it -> before == null || it.id() != before.id())
                    .filter(it -> !it.withdrawn())
                    .filter(it -> it.source() == source.orElseThrow().id())
                    .filter(it -> it.item().equals(item.orElseThrow()))
                    .filter(it -> it.meets(from, until))
                    .findFirst()
                    .ifPresent(it -> problems.add(twice(it)));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new Checked(source.orElseThrow(), item.orElseThrow(), nature, from, until, reason);
    }

    private static FieldProblem twice(Background it) {
        return FieldProblem.of(
                "from",
                "drinkingwater.background.problem.twice",
                it.from().toString(),
                Objects.toString(it.until(), "—"));
    }

    /** Its name in the standard of the source, where that has a limit for it. */
    private Optional<String> item(WaterSource source) {
        var kind = source.facts().kind();
        return ItemNames.find(kind.standard(), of("item"), kind.water())
                .filter(it -> !(it.limits() instanceof Limits.None))
                .map(it -> it.name());
    }

    private LocalDate day(String field, List<FieldProblem> problems) {
        try {
            return LocalDate.parse(of(field));
        } catch (DateTimeException noDay) {
            problems.add(FieldProblem.of(field, "drinkingwater.sources.problem.day"));
            return LocalDate.EPOCH;
        }
    }

    private String text(String field, int longest, boolean wanted, List<FieldProblem> problems) {
        var text = of(field);
        if (wanted && text.isEmpty()) {
            problems.add(FieldProblem.of(field, "drinkingwater.sources.problem.required"));
        }
        if (text.length() > longest) {
            problems.add(FieldProblem.of(field, "drinkingwater.sources.problem.too-long", longest));
        }
        return text;
    }
}
