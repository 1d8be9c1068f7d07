package org.gongkai.opengov.requestclock.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gongkai.opengov.requestclock.ClockQuestion;
import org.gongkai.opengov.requestclock.EventInput;
import org.gongkai.opengov.requestclock.EventType;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.refusals.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the calculator of request clocks (测算表单), as it was typed: the arrival, and
 * the rows {@code type-1}, {@code date-1}, {@code detail-1} and so on. A row is added or taken away
 * by a button that sends the form, so that it needs no script.
 *
 * @param act {@code more}, {@code less-} with the row's number, or anything else to count
 */
record ClockForm(
        @Nullable String calendar,
        @Nullable String channel,
        @Nullable String received,
        @Nullable String asOf,
        List<Row> rows,
        String act) {

    /** The most rows of a page. */
    static final int MOST_ROWS = 40;

    private static final int FIRST_ROWS = 2;
    private static final String LESS = "less-";

    /** What happened later, one thing. */
    record Row(int number, String type, String date, String detail) {
        boolean blank() {
            return type.isBlank() && date.isBlank() && detail.isBlank();
        }

        /** As the reader of events takes it; {@code someone} names those asked without a name. */
        EventInput input(Function<EventType, @Nullable String> someone) {
            var kind = EventType.of(type.strip()).orElse(null);
            var name = kind == null ? null : someone.apply(kind);
            var given = detail.isBlank() ? name : detail;
            return new EventInput(type, date, null, given, detail, detail, detail);
        }
    }

    ClockForm {
        rows = List.copyOf(rows);
    }

    static ClockForm of(Map<String, String> typed) {
        int last =
                IntStream.rangeClosed(1, MOST_ROWS)
                        .filter(it -> typed.containsKey("type-" + it))
                        .max()
                        .orElse(0);
        var rows =
                IntStream.rangeClosed(1, last == 0 ? FIRST_ROWS : last)
                        .mapToObj(it -> row(it, typed))
                        .toList();
        return new ClockForm(
                        typed.get("calendar"),
                        typed.get("channel"),
                        typed.get("received"),
                        typed.get("asOf"),
                        rows,
                        typed.getOrDefault("do", ""))
                .changed();
    }

    /** Whether there is something to count, and not only a row to add or to take away. */
    boolean asked() {
        return (channel != null || received != null) && !changesRows();
    }

    boolean changesRows() {
        return act.equals("more") || act.startsWith(LESS);
    }

    /** Whether one more row fits. */
    public boolean mayGrow() {
        return rows.size() < MOST_ROWS;
    }

    /** Whether the folded part has something in it. */
    public boolean further() {
        return asOf != null && !asOf.isBlank();
    }

    ClockQuestion question(Function<EventType, @Nullable String> someone) {
        var inputs = new ArrayList<EventInput>();
        inputs.add(
                new EventInput(
                        EventType.RECEIVED.slug(), received, channel, null, null, null, null));
        filled().forEach(it -> inputs.add(it.input(someone)));
        return ClockQuestion.read(calendar, asOf, inputs);
    }

    /** What is wrong with an event, shown at the field of its row. */
    Problems atRows(Problems problems) {
        return new Problems(problems.all().stream().map(this::atRow).toList());
    }

    private FieldProblem atRow(FieldProblem problem) {
        var named = problem.field();
        if (!named.startsWith("events[")) {
            return problem;
        }
        int index = Integer.parseInt(named.substring(7, named.indexOf(']')));
        var field = named.substring(named.indexOf(']') + 1);
        return new FieldProblem(shownAt(index, field), problem.messageKey(), problem.arguments());
    }

    private String shownAt(int index, String field) {
        if (index == 0) {
            return field.equals(".channel") ? "channel" : "received";
        }
        int row = filled().get(index - 1).number();
        return switch (field) {
            case ".type", "" -> "type-" + row;
            case ".date" -> "date-" + row;
            default -> "detail-" + row;
        };
    }

    private List<Row> filled() {
        return rows.stream().filter(it -> !it.blank()).toList();
    }

    private ClockForm changed() {
        var kept = new ArrayList<>(rows);
        if (act.equals("more") && mayGrow()) {
            kept.add(new Row(rows.size() + 1, "", "", ""));
        }
        if (act.startsWith(LESS)) {
            kept.removeIf(it -> act.equals(LESS + it.number()));
        }
        var numbered =
                IntStream.range(0, kept.size())
                        .mapToObj(it -> renumbered(it + 1, kept.get(it)))
                        .toList();
        return new ClockForm(calendar, channel, received, asOf, numbered, act);
    }

    private static Row renumbered(int number, Row row) {
        return new Row(number, row.type(), row.date(), row.detail());
    }

    private static Row row(int number, Map<String, String> typed) {
        return new Row(
                number,
                typed.getOrDefault("type-" + number, ""),
                typed.getOrDefault("date-" + number, ""),
                typed.getOrDefault("detail-" + number, ""));
    }
}
