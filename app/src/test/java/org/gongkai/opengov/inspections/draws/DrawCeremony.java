package org.gongkai.opengov.inspections.draws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.TestClock;

/**
 * A draw of the demo agency, step by step over the API (演示抽取): announced on 30 July 2021 at nine,
 * 快乐8 at half past nine in the evening, drawn then.
 */
public final class DrawCeremony {
    /** The issue announced. */
    public static final String ISSUE = "2021201";

    /** When it is drawn. */
    public static final String AT = "2021-07-30T21:30:00+08:00";

    private static final String DRAWS = "/api/v1/inspections/draws";

    private final int port;
    private final TestClock clock;
    private DemoPeople people;
    private final Map<String, Object> announcement = new LinkedHashMap<>();
    private long seq;

    private DrawCeremony(int port, TestClock clock) {
        this.port = port;
        this.clock = clock;
        people = DemoPeople.at(port);
    }

    /** An open draw of so many key units for the daily inspection of polluters. */
    public static DrawCeremony open(int port, TestClock clock, int units) {
        var ceremony = new DrawCeremony(port, clock);
        ceremony.with("title", "重点排污单位抽查")
                .with("mode", "open")
                .with("outsidePlan", "上级部署的专项检查")
                .with("items", List.of("1"))
                .with("strata", List.of(Map.of("of", "key", "n", units)))
                .with("numbers", List.of(Map.of("game", "kl8", "issue", ISSUE, "at", AT)))
                .with("checkFrom", "2021-08-02")
                .with("checkTo", "2021-08-20");
        return ceremony;
    }

    /** An open draw of what the plan in force owes of this line in this quarter. */
    public static DrawCeremony planned(int port, TestClock clock, long line, int quarter) {
        var ceremony = open(port, clock, 1);
        List.of("outsidePlan", "items", "strata").forEach(ceremony.announcement::remove);
        return ceremony.with("line", line).with("quarter", quarter);
    }

    /** The same, sealed until the end of August. */
    public static DrawCeremony sealed(int port, TestClock clock, int units) {
        return open(port, clock, units).with("mode", "sealed").with("revealBy", "2021-08-31");
    }

    /** The same, whose printed numbers come out at another moment. */
    public DrawCeremony drawnAt(String moment) {
        return with("numbers", List.of(Map.of("game", "kl8", "issue", ISSUE, "at", moment)));
    }

    /** Goes on with these people, who are signed in already. */
    public DrawCeremony by(DemoPeople those) {
        people = those;
        return this;
    }

    /** With another value in the announcement. */
    public DrawCeremony with(String field, Object value) {
        announcement.put(field, value);
        return this;
    }

    /** What is announced. */
    public Map<String, Object> announcement() {
        return Map.copyOf(announcement);
    }

    public DrawCeremony announce() {
        seq = tryToAnnounce().expect(201).number("/seq");
        return this;
    }

    public ApiAnswer tryToAnnounce() {
        return keeper(DRAWS, announcement);
    }

    public DrawCeremony freeze() {
        step("freeze", Map.of()).expect(200);
        return this;
    }

    /** Types the numbers twice, once the evening has come. */
    public DrawCeremony numbers() {
        at("2021-07-30T21:40:00+08:00");
        type("keeper", ISSUE, numbersFrom(1)).expect(200);
        type("office", ISSUE, numbersFrom(1)).expect(200);
        return this;
    }

    public DrawCeremony draw() {
        step("draw", Map.of()).expect(200);
        return this;
    }

    /** As far as a result. */
    public DrawCeremony drawn() {
        return announce().freeze().numbers().draw();
    }

    /** Somebody types the numbers of this issue. */
    public ApiAnswer type(String who, String issue, List<Integer> numbers) {
        return people.as(who)
                .post(
                        path("source"),
                        Map.of("source", "kl8-1", "issue", issue, "groups", List.of(numbers)));
    }

    /** Twenty numbers in a row. */
    public static List<Integer> numbersFrom(int first) {
        var numbers = new ArrayList<Integer>();
        for (var at = 0; at < 20; at++) {
            numbers.add(first + at);
        }
        return numbers;
    }

    /** A step of the keeper's. */
    public ApiAnswer step(String step, Map<String, ?> body) {
        return keeper(path(step), body);
    }

    /** The draw as the keeper reads it. */
    public ApiAnswer read() {
        return people.as("keeper").get(DRAWS + "/" + seq).expect(200);
    }

    public String bundlePath() {
        return publicPath() + "/bundle.json";
    }

    public String publicPath() {
        return "/api/v1/public/draws/" + read().text("/agency") + "/" + seq;
    }

    public String path(String step) {
        return DRAWS + "/" + seq + "/" + step;
    }

    public long seq() {
        return seq;
    }

    public DemoPeople people() {
        return people;
    }

    /** Goes on at this moment; everybody signs in again. */
    public DrawCeremony at(String moment) {
        clock.set(moment);
        people = DemoPeople.at(port);
        return this;
    }

    private ApiAnswer keeper(String path, Object body) {
        return people.as("keeper").post(path, body);
    }
}
