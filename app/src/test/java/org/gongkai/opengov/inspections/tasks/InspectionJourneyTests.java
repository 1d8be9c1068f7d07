package org.gongkai.opengov.inspections.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.inspections.VisitsDrawn;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.Role;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.SectionWork;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.files.ImageSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DemoAgencyTest
@DisplayName("An inspection (检查): from a cause or a draw to its public result")
class InspectionJourneyTests {
    private static final String UNIT = "91640122MA7XD0158Y";
    private static final List<String> OFFICERS = List.of("宁A-样例-0001", "宁A-样例-0002");

    @LocalServerPort int port;
    @Autowired ApplicationContext program;
    @Autowired JdbcClient database;
    @Autowired TestClock clock;
    @Autowired TransactionTemplate transaction;

    private DemoPeople people;
    private ApiClient keeper;
    private ApiClient officer;

    @BeforeEach
    void people() {
        people = DemoPeople.at(port);
        keeper = people.as("keeper");
        officer = people.as("officer");
    }

    @Test
    void outsideThePlanNeedsACauseAReasonTwoOfficersAndALeader() {
        var noReason = proposal(OFFICERS);
        noReason.put("reason", " ");
        keeper.post("/api/v1/inspections/tasks", noReason).expect(422);
        keeper.post("/api/v1/inspections/tasks", proposal(List.of("宁A-样例-0001"))).expect(422);
        var drawn = proposal(OFFICERS);
        drawn.put("source", "drawn");
        keeper.post("/api/v1/inspections/tasks", drawn).expect(422);
        officer.post("/api/v1/inspections/tasks", proposal(OFFICERS)).expect(403);

        var id = proposed();
        step(keeper, id, "approve", Map.of()).expect(403);
        save(officer, id, 0, false, Map.of()).expect(409);
        step(people.as("leader2"), id, "refuse", Map.of()).expect(422);
        var refused =
                step(people.as("leader2"), id, "refuse", Map.of("words", "线索已办结")).expect(200);

        assertThat(refused.text("/state")).isEqualTo("refused");
        assertThat(refused.at("/allowedSteps").isEmpty()).isTrue();
    }

    @Test
    void isRecordedOnceHoweverOftenItIsSentAndKeepsWhatCameLater() {
        var id = approved();
        var client = UUID.randomUUID().toString();
        var some = Map.of("arrived", List.of("2021-07-30T08:10"), "answer.permit", List.of("yes"));
        var first = send(officer, id, client, 0, false, some).expect(200);
        var again = send(officer, id, client, 0, false, some).expect(200);
        assertThat(first.text("/number")).isEqualTo("1");
        assertThat(again.text("/number")).isEqualTo("1");
        send(officer, id, client, 0, false, Map.of("arrived", List.of("2021-07-30T08:20")))
                .expect(409);

        // The colleague wrote on the older record: kept beside, nothing overwritten.
        var beside = save(people.as("officer2"), id, 0, false, Map.of("findings", List.of("另一份")));
        assertThat(beside.expect(200).at("/beside").asBoolean()).isTrue();
        var record = officer.get("/api/v1/inspections/tasks/" + id + "/record").expect(200);
        assertThat(record.text("/content/arrived")).isEqualTo("2021-07-30T08:10");
        assertThat(record.text("/beside/0/content/findings")).isEqualTo("另一份");

        var wrong = new HashMap<String, List<String>>(complete());
        wrong.put("answer.cod", List.of("很高"));
        wrong.put("signatures", List.of("高志强\n王五"));
        var refused = save(officer, id, 1, true, wrong).expect(422);
        assertThat(refused.body()).contains("answer.cod", "王五", "answer.outlet");

        photo(officer, id, "outlet");
        var picture =
                officer.get("/api/v1/inspections/tasks/" + id + "/record").text("/photos/0/id");
        var shown =
                DeskClient.at(port)
                        .signIn("officer2", DemoPeople.PASSWORD)
                        .download("/desk/inspections/field/" + id + "/photos/" + picture);
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        var done = save(officer, id, 1, true, complete()).expect(200);
        assertThat(done.at("/finished").asBoolean()).isTrue();
        var task = officer.get("/api/v1/inspections/tasks/" + id).expect(200);
        assertThat(task.text("/state")).isEqualTo("checked");
        assertThat(task.body()).contains("08:10", "enter", "leave", "give-notice");
        assertThat(save(officer, id, 2, false, Map.of()).expect(200).at("/beside").asBoolean())
                .isTrue();
    }

    @Test
    void isPutRightLookedAtAgainAndHandedOver() {
        var id = approved();
        photo(officer, id, "outlet");
        var ordered = new HashMap<String, List<String>>(complete());
        ordered.put("result", List.of("ordered-to-correct"));
        save(officer, id, 0, true, ordered).expect(422);
        ordered.put("measures", List.of("order-to-correct", "open-case"));
        ordered.put("rectifyBy", List.of("2021-08-13"));
        save(officer, id, 0, true, ordered).expect(200);
        assertThat(officer.get("/api/v1/worklist").expect(200).body()).doesNotContain("复查改正情况");

        clock.set("2021-08-09T09:00:00+08:00");
        people();
        step(officer, id, "report-done", Map.of("on", "2021-08-06", "words", "已清洗滤网")).expect(200);
        var record = officer.get("/api/v1/inspections/tasks/" + id + "/record").expect(200);
        assertThat(record.text("/rectification/recheckBy")).isEqualTo("2021-08-20");
        step(officer, id, "recheck", Map.of("on", "2021-08-09", "words", "现场查看")).expect(422);
        step(officer, id, "recheck", Map.of("on", "2021-08-09", "passed", "yes", "words", "现场查看"))
                .expect(200);
        step(officer, id, "hand-over", Map.of("measure", "open-case")).expect(422);
        var handed =
                step(
                        officer,
                        id,
                        "hand-over",
                        Map.of(
                                "measure", "open-case",
                                "receiver", "执法支队法制科",
                                "paper", "银环移〔2021〕1号",
                                "on", "2021-08-09"));
        assertThat(handed.expect(200).body()).contains("银环移〔2021〕1号");
    }

    @Test
    void ofADrawIsSecretUntilItsDayAndEndsInAConsistentPublication() {
        long draw = 880_001;
        var officers = officerIds();
        tell(
                draw,
                "2021-08-02",
                new long[] {unit("91640181MA7XD01668"), unit("91640181MA7XD01743")},
                officers);
        var list = "/api/v1/inspections/tasks?draw=" + draw;
        assertThat(officer.get(list).expect(200).at("/items").isEmpty()).isTrue();
        assertThat(keeper.get(list).expect(200).at("/items").size()).isEqualTo(2);
        assertThat(keeper.get(list).body()).doesNotContain("样例·华源");
        var first = keeper.get(list).expect(200).text("/items/1/id");
        var second = keeper.get(list).expect(200).text("/items/0/id");
        officer.get("/api/v1/inspections/tasks/" + first).expect(404);
        keeper.get("/api/v1/inspections/tasks/" + first).expect(200);

        clock.set("2021-08-02T14:00:00+08:00");
        people();
        officer.get("/api/v1/inspections/tasks/" + first).expect(200);
        assertThat(
                        database.sql("SELECT count(*) FROM inspection_task_look WHERE task_id = ?")
                                .param(Long.valueOf(first))
                                .query(Long.class)
                                .single())
                .isGreaterThanOrEqualTo(2);
        photo(officer, first, "outlet");
        var done = new HashMap<String, List<String>>(complete());
        done.put("arrived", List.of("2021-08-02T09:00"));
        done.put("left", List.of("2021-08-02T10:00"));
        save(officer, first, 0, true, done).expect(200);

        var place = "/api/v1/inspections/consistency/" + draw;
        keeper.post(place + "/close", Map.of()).expect(409);
        step(keeper, second, "skip", Map.of("reason", "no-time", "words", "忙")).expect(422);
        step(keeper, second, "skip", Map.of("reason", "closed", "words", "已停业，附照片")).expect(200);
        keeper.post(place + "/close", Map.of()).expect(409);

        var drafted =
                keeper.post(
                                "/api/v1/inspections/results",
                                Map.of("tasks", List.of(Long.valueOf(first), Long.valueOf(second))))
                        .expect(201)
                        .text("/document");
        keeper.post("/api/v1/inspections/results", Map.of("tasks", List.of(Long.valueOf(first))))
                .expect(422);
        assertThat(result(first).text("/openness")).isEqualTo("drafted");
        publish(drafted);
        var publicText =
                people.reader().get("/api/v1/public/documents?column=double-random").expect(200);
        assertThat(publicText.body()).contains("检查结果公示");
        assertThat(result(first).text("/openness")).isEqualTo("public");
        assertThat(result(first).text("/timeliness")).isEqualTo("in-time");
        var closed = keeper.post(place + "/close", Map.of()).expect(200);
        assertThat(closed.text("/closedOn")).isEqualTo("2021-08-02");
        assertThat(closed.at("/holds").asBoolean()).isTrue();
        var desk = DeskClient.at(port).signIn("keeper", DemoPeople.PASSWORD);
        desk.open("/desk/inspections/consistency/" + draw).expect(200);
        var notice = desk.open("/desk/inspections/tasks/" + first + "/notice").expect(200);
        assertThat(notice.page().select("figure.qr img").attr("src"))
                .startsWith("data:image/png;base64,");
    }

    private void tell(long draw, String release, long[] units, List<Long> officers) {
        var agency = program.getBean(Organization.class).agencies().getFirst().id();
        var visits = new java.util.ArrayList<VisitsDrawn.Visit>();
        for (var unit : units) {
            visits.add(
                    new VisitsDrawn.Visit(
                            visits.size() + 1,
                            unit,
                            item(),
                            officers,
                            "/draws/certificate/abcdefghjkmnpqrstuvw",
                            null));
        }
        transaction.executeWithoutResult(
                _ ->
                        program.publishEvent(
                                new VisitsDrawn(
                                        agency,
                                        draw,
                                        true,
                                        java.time.LocalDate.parse(release),
                                        java.time.LocalDate.parse(release).plusDays(20),
                                        visits)));
    }

    private void publish(String document) {
        var id = new DocumentId(UUID.fromString(document));
        var enforcement = SectionWork.of(program, "enforcement", "double-random");
        program.getBean(DraftingDesk.class).submit(enforcement.person("keeper"), id);
        List.of(Role.SECTION_HEAD, Role.SECRECY_REVIEWER, Role.DEPUTY_LEADER)
                .forEach(it -> enforcement.sign(enforcement.holder(it), id));
        program.getBean(PublishingDesk.class)
                .publish(enforcement.holder(Role.DISCLOSURE_OFFICE), id);
        assertThat(
                        program.getBean(DocumentDesk.class)
                                .view(enforcement.person("keeper"), id)
                                .copy()
                                .content()
                                .attachments())
                .hasSize(2);
    }

    private ResultOf result(String task) {
        var after = "";
        while (true) {
            var part = keeper.get("/api/v1/inspections/results?limit=200" + after).expect(200);
            for (var at = 0; at < part.at("/items").size(); at++) {
                if (part.text("/items/" + at + "/task").equals(task)) {
                    return new ResultOf(part, at);
                }
            }
            after = "&after=" + part.text("/next");
        }
    }

    private record ResultOf(ApiAnswer part, int at) {
        String text(String field) {
            return part.text("/items/" + at + field);
        }
    }

    private Map<String, Object> proposal(List<String> officers) {
        var typed = new HashMap<String, Object>();
        typed.put("source", "complaint");
        typed.put("unit", UNIT);
        typed.put("item", "1");
        typed.put("officers", officers);
        typed.put("reason", "热线反映夜间异味");
        typed.put("releaseOn", "2021-07-30");
        typed.put("dueOn", "2021-08-13");
        return typed;
    }

    private String proposed() {
        return keeper.post("/api/v1/inspections/tasks", proposal(OFFICERS)).expect(201).text("/id");
    }

    private String approved() {
        var id = proposed();
        step(people.as("leader2"), id, "approve", Map.of("words", "同意")).expect(200);
        return id;
    }

    static Map<String, List<String>> complete() {
        return Map.ofEntries(
                Map.entry("arrived", List.of("2021-07-30T08:10")),
                Map.entry("left", List.of("2021-07-30T08:50")),
                Map.entry("noticeGiven", List.of("yes")),
                Map.entry("certificatesShown", List.of("yes")),
                Map.entry("answer.permit", List.of("yes")),
                Map.entry("answer.facilities", List.of("yes")),
                Map.entry("answer.cod", List.of("21.5")),
                Map.entry("findings", List.of("设施运行正常，台账齐全。")),
                Map.entry("result", List.of("no-problem")),
                Map.entry("signatures", List.of("高志强\n苏婷")),
                Map.entry("presentName", List.of("王某")));
    }

    private static ApiAnswer step(
            ApiClient who, String id, String step, Map<String, String> typed) {
        return who.post("/api/v1/inspections/tasks/" + id + "/steps/" + step, typed);
    }

    private static ApiAnswer save(
            ApiClient who,
            String id,
            int base,
            boolean finished,
            Map<String, List<String>> fields) {
        return send(who, id, UUID.randomUUID().toString(), base, finished, fields);
    }

    private static ApiAnswer send(
            ApiClient who,
            String id,
            String client,
            int base,
            boolean finished,
            Map<String, List<String>> fields) {
        return who.post(
                "/api/v1/inspections/tasks/" + id + "/record",
                Map.of("clientId", client, "base", base, "finished", finished, "fields", fields));
    }

    private static void photo(ApiClient who, String id, String question) {
        var client = UUID.randomUUID().toString();
        var fields = Map.of("clientId", client, "question", question);
        var picture = ImageSamples.jpegWithExif(true);
        var path = "/api/v1/inspections/tasks/" + id + "/photos";
        var first = who.upload(path, "IMG_0001.jpg", picture, fields).expect(201);
        var again = who.upload(path, "IMG_0001.jpg", picture, fields).expect(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(first.text("/sha256")).isEqualTo(sha256(picture));
    }

    private static String sha256(byte[] content) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private long unit(String code) {
        return database.sql("SELECT id FROM inspection_unit WHERE credit_code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    private long item() {
        return database.sql("SELECT id FROM inspection_item WHERE number = '1' ORDER BY id LIMIT 1")
                .query(Long.class)
                .single();
    }

    private List<Long> officerIds() {
        return database.sql(
                        "SELECT id FROM inspection_officer WHERE certificate IN (:some) ORDER BY"
                                + " certificate")
                .param("some", OFFICERS)
                .query(Long.class)
                .list();
    }
}
