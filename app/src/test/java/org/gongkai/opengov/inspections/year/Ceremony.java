package org.gongkai.opengov.inspections.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.TestClock;

/**
 * The draw of what the plan owes of one line in a quarter (计划内抽取), announced in the morning; 快乐8
 * comes out at half past nine in the evening, and the visits begin the day after.
 */
final class Ceremony {
    static final String DRAWS = "/api/v1/inspections/draws";

    private final int port;
    private final TestClock clock;
    private final String line;
    private final LocalDate day;

    /** Its number at the agency. */
    private long seq;

    Ceremony(int port, TestClock clock, String line, LocalDate day) {
        this.port = port;
        this.clock = clock;
        this.line = line;
        this.day = day;
    }

    /** The title of the line. */
    String line() {
        return line;
    }

    LocalDate day() {
        return day;
    }

    int quarter() {
        return (day.getMonthValue() + 2) / 3;
    }

    String title() {
        return "%d年第%s季度%s".formatted(day.getYear(), "一二三四".charAt(quarter() - 1), line);
    }

    String issue() {
        return "%d%03d".formatted(day.getYear(), day.getDayOfYear());
    }

    String evening() {
        return day + "T21:30";
    }

    LocalDate checkFrom() {
        return day.plusDays(1);
    }

    LocalDate checkTo() {
        return day.plusDays(30);
    }

    LocalDate revealBy() {
        return day.plusDays(45);
    }

    long seq() {
        return seq;
    }

    void numbered(long number) {
        seq = number;
    }

    /** Goes to this time of the day; who works then signs in anew. */
    DemoPeople at(LocalDate on, String time) {
        clock.set(on + "T" + time + ":00+08:00");
        return DemoPeople.at(port);
    }

    /** Twenty of eighty, other ones in each quarter. */
    List<Integer> numbers() {
        var numbers = new ArrayList<Integer>();
        for (var at = 0; at < 20; at++) {
            numbers.add(1 + at * 3 + day.getMonthValue());
        }
        return numbers;
    }

    /** The same as somebody types them. */
    String typed() {
        return String.join(" ", numbers().stream().map(String::valueOf).toList());
    }

    /** Announces and freezes over the API. */
    void beginOverTheApi(DemoPeople people) {
        var keeper = people.as(YearAgency.KEEPER);
        seq = keeper.post(DRAWS, announcement(keeper)).expect(201).number("/seq");
        keeper.post(step("freeze"), Map.of()).expect(200);
    }

    /** Types the numbers by keeper and office, and draws. */
    void endOverTheApi(DemoPeople people) {
        type(people, YearAgency.KEEPER).expect(200);
        type(people, YearAgency.OFFICE).expect(200);
        people.as(YearAgency.KEEPER).post(step("draw"), Map.of()).expect(200);
    }

    private ApiAnswer type(DemoPeople people, String who) {
        return people.as(who)
                .post(
                        step("source"),
                        Map.of("source", "kl8-1", "issue", issue(), "groups", List.of(numbers())));
    }

    private Map<String, Object> announcement(ApiClient keeper) {
        return Map.of(
                "line", due(keeper),
                "quarter", quarter(),
                "title", title(),
                "mode", "sealed",
                "numbers",
                        List.of(
                                Map.of(
                                        "game",
                                        "kl8",
                                        "issue",
                                        issue(),
                                        "at",
                                        evening() + ":00+08:00")),
                "checkFrom", checkFrom().toString(),
                "checkTo", checkTo().toString(),
                "revealBy", revealBy().toString());
    }

    /** The line's key, of what the plan owes now. */
    private long due(ApiClient keeper) {
        for (var it : keeper.get(DRAWS + "/due").expect(200).at("/items")) {
            if (it.at("/title").asString().equals(line) && it.at("/quarter").asInt() == quarter()) {
                return it.at("/line").asLong();
            }
        }
        throw new AssertionError("Not due: " + title());
    }

    String step(String name) {
        return DRAWS + "/" + seq + "/" + name;
    }
}
