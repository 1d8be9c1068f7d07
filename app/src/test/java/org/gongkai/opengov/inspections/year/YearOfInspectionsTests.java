package org.gongkai.opengov.inspections.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.draws.Holders;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddressBook;
import org.gongkai.platform.transparencylog.Sequencer;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskWindow;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * A year of inspections at an agency of its own (全年双随机抽查): four quarters, each drawn sealed and
 * revealed. The first quarter is held by hand on the pages, the others over the API.
 */
@DemoAgencyTest
@DisplayName("A year of inspections (全年抽查): 118 firms, eight officers, four sealed draws")
class YearOfInspectionsTests {
    private static final int YEAR = 2022;

    @LocalServerPort int port;
    @Autowired ApplicationContext program;
    @Autowired TestClock clock;

    @Test
    void isPlannedDrawnInspectedPublishedAndComputedAgainByAStranger() {
        clock.set("2022-01-10T09:00:00+08:00");
        var agency = YearAgency.open(program, port);
        var keeping = new Keeping(port);
        keeping.importTheUnits();
        agency.recuse(as(YearAgency.KEEPER));
        var plan = keeping.planTheYear(YEAR);
        keeping.approve(plan);
        reviewOverTheApi(keeping.draftPlan(plan).replaceAll(".*/", ""));
        var column = "/api/v1/public/documents?column=" + YearAgency.KEY + "-double-random";
        assertThat(DemoPeople.at(port).reader().get(column).expect(200).body())
                .contains("2022年度双随机抽查计划");
        try (var all = program.getBean(PublicAddressBook.class).all()) {
            assertThat(all.map(PublicAddress::address))
                    .contains("/c/" + YearAgency.KEY + "-double-random");
        }
        Holders.take(as(YearAgency.KEEPER));

        firstQuarter(keeping);
        quarter(LocalDate.of(YEAR, 5, 5));
        quarter(LocalDate.of(YEAR, 8, 1));
        quarter(LocalDate.of(YEAR, 10, 10));

        clock.set("2022-12-30T09:00:00+08:00");
        figuresOfTheYear();
        new Stranger(port).readsTheFigures(1);
    }

    private void firstQuarter(Keeping keeping) {
        var draws = draws(LocalDate.of(YEAR, 3, 1));
        var ceremony = draws.getFirst();
        var others = draws.subList(1, draws.size());
        var stranger = new Stranger(port);
        var room = new CeremonyInTheRoom(port, clock, ceremony);
        room.begin();
        others.forEach(it -> it.beginOverTheApi(DemoPeople.at(port)));
        room.end();
        others.forEach(it -> it.endOverTheApi(DemoPeople.at(port)));
        stranger.findsTheDrawSealed(ceremony);

        clock.set("2022-03-02T10:00:00+08:00");
        var first = task(ceremony, 1);
        program.getBean(Sequencer.class).turn();
        new Firm(port, first).checksTheVisit(Visits.team(first));
        Visits.recordOnTheTelephone(port, first, LocalDate.of(YEAR, 3, 2));
        fallsIll(keeping, ceremony, Visits.team(first).getFirst());
        closes(keeping, ceremony);

        clock.set("2022-03-10T10:00:00+08:00");
        draws.forEach(it -> inspectAll(it, LocalDate.of(YEAR, 3, 10)));
        clock.set("2022-03-25T10:00:00+08:00");
        var ended = ended();
        var forgotten = ended.getLast();
        publish(keeping, "第一季度抽查结果公示", ended.subList(0, ended.size() - 1));
        clock.set("2022-04-15T10:00:00+08:00");
        assertThat(result(forgotten).at("/timeliness").asString()).isEqualTo("overdue");
        keeping.reveal(ceremony);
        others.forEach(this::reveal);
        stranger.computesItAgain(ceremony);
        publish(keeping, "第一季度抽查结果补充公示", List.of(forgotten));
        assertThat(result(forgotten).at("/timeliness").asString()).isEqualTo("done-late");
        assertThat(result(ended.getFirst()).at("/timeliness").asString()).isEqualTo("in-time");
        draws.forEach(this::close);
    }

    /** The draws that the plan owes in the quarter of this day: one for each line. */
    private List<Ceremony> draws(LocalDate day) {
        return Keeping.LINES.stream().map(it -> new Ceremony(port, clock, it, day)).toList();
    }

    /** Nobody of the ill officer's visits stays with one officer alone. */
    private void fallsIll(Keeping keeping, Ceremony ceremony, String officer) {
        keeping.replaceTheIll(ceremony, officer, 1);
        var open = Visits.open(as(YearAgency.KEEPER), ceremony.seq());
        assertThat(open).hasSize(7);
        assertThat(open).allMatch(it -> Visits.team(it).size() == 2);
        assertThat(open).noneMatch(it -> Visits.team(it).contains(officer));
    }

    private void closes(Keeping keeping, Ceremony ceremony) {
        var visit = visits(ceremony).at("/items/1");
        var closed = visit.at("/unit/name").asString();
        var firm = new Firm(port, task(ceremony, 2));
        keeping.closeTheFirm(ceremony, 2, visit.at("/unit/id").asLong());
        var instead = visits(ceremony).at("/items/1/unit/name").asString();
        assertThat(instead).startsWith("样例·年度企业").isNotEqualTo(closed);
        firm.findsItselfReplaced();
        var next = task(ceremony, 2);
        program.getBean(Sequencer.class).turn();
        new Firm(port, next).checksTheVisit(Visits.team(next));
    }

    private void quarter(LocalDate day) {
        var draws = draws(day);
        var first = draws.getFirst();
        var morning = first.at(day, "09:00");
        draws.forEach(it -> it.beginOverTheApi(morning));
        var evening = first.at(day, "21:40");
        draws.forEach(it -> it.endOverTheApi(evening));
        var visiting = day.plusDays(10);
        first.at(visiting, "10:00");
        draws.forEach(it -> inspectAll(it, visiting));
        first.at(visiting.plusDays(7), "10:00");
        publishOverTheApi(first.title() + "等抽查结果公示");
        first.at(first.checkTo().plusDays(1), "09:00");
        draws.forEach(this::reveal);
        draws.forEach(new Stranger(port)::computesItAgainWithTheJar);
        draws.forEach(this::close);
    }

    private void reveal(Ceremony ceremony) {
        as(YearAgency.KEEPER).post(ceremony.step("reveal"), Map.of()).expect(200);
    }

    private void inspectAll(Ceremony ceremony, LocalDate on) {
        var people = DemoPeople.at(port);
        Visits.open(people.as(YearAgency.KEEPER), ceremony.seq())
                .forEach(it -> Visits.record(people, it, on));
        assertThat(Visits.open(people.as(YearAgency.KEEPER), ceremony.seq())).isEmpty();
    }

    private void publish(Keeping keeping, String title, List<Long> tasks) {
        keeping.review(keeping.draftResults(title, tasks));
    }

    private void publishOverTheApi(String title) {
        var people = DemoPeople.at(port);
        var document =
                people.as(YearAgency.KEEPER)
                        .post(
                                "/api/v1/inspections/results",
                                Map.of("tasks", ended(), "title", title))
                        .expect(201)
                        .text("/document");
        reviewOverTheApi(document);
    }

    private void reviewOverTheApi(String document) {
        var people = DemoPeople.at(port);
        people.step(YearAgency.KEEPER, document, "submit", Map.of()).expect(200);
        for (var signer : List.of(YearAgency.HEAD, YearAgency.SECRECY, YearAgency.LEADER)) {
            people.step(signer, document, "sign", signature(people, document)).expect(200);
        }
        people.step(YearAgency.OFFICE, document, "publish", Map.of()).expect(200);
    }

    private static Map<String, Object> signature(DemoPeople people, String document) {
        return DemoPeople.signature(
                people.as(YearAgency.OFFICE).get("/api/v1/documents/" + document).text("/sha256"));
    }

    /** Drawn is checked or skipped for a reason, and all of it is public. */
    private void close(Ceremony ceremony) {
        var closed =
                as(YearAgency.KEEPER)
                        .post(
                                "/api/v1/inspections/consistency/" + ceremony.seq() + "/close",
                                Map.of())
                        .expect(200);
        assertThat(closed.at("/holds").asBoolean()).isTrue();
    }

    private void figuresOfTheYear() {
        var figures = as(YearAgency.KEEPER).get("/api/v1/inspections/figures/" + YEAR).expect(200);
        assertThat(figures.number("/drawn")).isEqualTo(85);
        assertThat(figures.number("/checked")).isEqualTo(84);
        assertThat(figures.number("/skipped")).isEqualTo(1);
        assertThat(figures.number("/publication/late")).isEqualTo(1);
        assertThat(figures.number("/publication/overdue")).isZero();
        try (var keeper = DeskWindow.of(YearAgency.KEEPER, port)) {
            var page = keeper.open("/desk/inspections/figures?year=" + YEAR);
            Looked.pictured(page, "figures");
            page.navigate(page.url().replaceFirst("\\?.*", "/visits?year=2022&figure=late"));
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            Looked.pictured(page, "figures-late");
            assertThat(keeper.complaints()).isEmpty();
        }
    }

    /** What ended and is not public or drafted yet, by task. */
    private List<Long> ended() {
        var results = as(YearAgency.KEEPER).get("/api/v1/inspections/results?limit=200");
        var ended = new java.util.ArrayList<Long>();
        results.expect(200)
                .at("/items")
                .forEach(
                        it -> {
                            if (it.at("/openness").asString().equals("undrafted")) {
                                ended.add(it.at("/task").asLong());
                            }
                        });
        return ended;
    }

    private JsonNode result(long task) {
        for (var it :
                as(YearAgency.KEEPER).get("/api/v1/inspections/results?limit=200").at("/items")) {
            if (it.at("/task").asLong() == task) {
                return it;
            }
        }
        throw new AssertionError("No result of " + task);
    }

    private JsonNode task(Ceremony ceremony, int visit) {
        return Visits.open(as(YearAgency.KEEPER), ceremony.seq()).stream()
                .filter(it -> it.at("/visit").asInt() == visit)
                .findFirst()
                .orElseThrow();
    }

    private ApiAnswer visits(Ceremony ceremony) {
        return as(YearAgency.KEEPER).get(ceremony.step("visits")).expect(200);
    }

    private org.gongkai.testing.ApiClient as(String who) {
        return DemoPeople.at(port).as(who);
    }
}
