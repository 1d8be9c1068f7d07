package org.gongkai.platform.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DisplayName("Registers over the API")
@DemoAgencyTest
class OrganizationApiJourneyTests {
    private static final String PASSWORD = "gongkai-demo-2021";
    private static final Map<String, String> SECTION =
            Map.of("functions", "职能", "phone", "", "place", "", "displayOrder", "70");

    @LocalServerPort int port;

    private ApiClient operator;
    private ApiClient office;

    @BeforeEach
    void signIn() {
        operator = ApiClient.at(port).signIn("operator", PASSWORD);
        office = ApiClient.at(port).signIn("office", PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agencies",
                "/agencies/ycsthj",
                "/sections",
                "/sections?on=2020-01-01",
                "/sections/finance",
                "/people",
                "/people/clerk",
                "/grants",
                "/grants?person=leader",
                "/covers",
                "/duties?topic=水",
                "/leading-group",
                "/sections/monitoring/disclosure-list",
                "/public/organization",
                "/public/organization/leading-group",
                "/public/organization/lists/monitoring?agency=ycsthj"
            })
    void readEverythingAsDescribed(String path) {
        office.get("/api/v1" + path.replace("水", "%E6%B0%B4")).expect(200);
    }

    @Test
    void tellThePublicWithoutAToken() {
        var answer = ApiClient.at(port).get("/api/v1/public/organization").expect(200);

        assertThat(answer.text("/name")).isEqualTo("银川市生态环境局");
        assertThat(answer.text("/leaders/0/name")).isEqualTo("高建平");
        assertThat(answer.body()).doesNotContain("丁晓雯");
        ApiClient.at(port).get("/api/v1/people").expectProblem(401, "not-signed-in");
    }

    @Test
    void addRenameAndMergeASection() {
        var entry = with(SECTION, "key", "radiation", "kind", "SECTION", "name", "核与辐射安全科");
        var added = office.post("/api/v1/sections", entry).expect(201);
        var renamed = with(SECTION, "name", "辐射科");
        office.with("If-Match", added.etag())
                .put("/api/v1/sections/radiation", renamed)
                .expect(200);
        office.with("If-Match", added.etag())
                .put("/api/v1/sections/radiation", renamed)
                .expectProblem(412, "changed-meanwhile");
        office.post("/api/v1/duties", Map.of("topic", "电磁辐射", "section", "radiation")).expect(201);

        var closed =
                office.post(
                                "/api/v1/sections/radiation/closing",
                                Map.of(
                                        "lastDay",
                                        "2021-07-30",
                                        "successor",
                                        "approval",
                                        "reason",
                                        "机构改革"))
                        .expect(200);

        assertThat(closed.text("/successor/key")).isEqualTo("approval");
        assertThat(office.get("/api/v1/sections?on=2021-07-31").body()).doesNotContain("辐射科");
        assertThat(office.get("/api/v1/sections?on=2021-07-30").body()).contains("辐射科");
    }

    @Test
    void letSomebodyComeServeAndLeave() {
        var entry = with(SECTION, "key", "archive", "kind", "SECTION", "name", "档案科");
        office.post("/api/v1/sections", entry).expect(201);
        var person = Map.of("key", "newcomer", "name", "马静", "post", "科员", "section", "archive");
        operator.post("/api/v1/people", person).expect(201);
        var role = Map.of("person", "newcomer", "role", "CLERK", "section", "archive");
        operator.post("/api/v1/grants", role).expect(201);
        operator.post("/api/v1/grants", role).expectProblem(422, "invalid-input");
        office.put("/api/v1/sections/archive/openness-officer", Map.of("person", "newcomer"))
                .expect(200);

        operator.post("/api/v1/people/newcomer/departure", Map.of("lastDay", "2021-07-30"))
                .expect(200);

        var grants = operator.get("/api/v1/grants?person=newcomer").expect(200);
        assertThat(grants.text("/items/0/validTo")).isEqualTo("2021-07-30");
    }

    @Test
    void refuseWhoMayNot() {
        var clerk = ApiClient.at(port).signIn("clerk", PASSWORD);
        var role = Map.of("person", "clerk2", "role", "OPERATOR");

        clerk.post("/api/v1/grants", role).expectProblem(403, "not-allowed");
        office.post("/api/v1/grants", role).expectProblem(403, "not-allowed");
        clerk.put("/api/v1/sections/air/openness-officer", Map.of("person", "air-head"))
                .expectProblem(403, "not-allowed");
        clerk.post(
                        "/api/v1/covers",
                        Map.of(
                                "absent",
                                "head2",
                                "deputy",
                                "clerk",
                                "from",
                                "2021-08-02",
                                "to",
                                "2021-08-03",
                                "reason",
                                "x"))
                .expectProblem(403, "not-allowed");
    }

    @Test
    void refuseAnOfficerOfAnotherSection() {
        var answer =
                office.put("/api/v1/sections/air/openness-officer", Map.of("person", "soil-clerk"))
                        .expectProblem(422, "invalid-input");

        assertThat(answer.text("/errors/0/message")).isEqualTo("请选择在本科室工作的人员");
    }

    @Test
    void refuseCoverInThePastForOneselfAndByAChain() {
        cover("approval-head", "approval-head", "2021-08-02", "2021-08-03")
                .expectProblem(422, "invalid-input");
        cover("approval-head", "nature-head", "2021-07-29", "2021-08-03")
                .expectProblem(422, "invalid-input");
        cover("approval-head", "nature-head", "2021-08-03", "2021-08-02")
                .expectProblem(422, "invalid-input");
        cover("auditor", "nature-head", "2021-08-02", "2021-08-03")
                .expectProblem(409, "not-possible-in-this-state");

        var made = cover("approval-head", "nature-head", "2021-08-02", "2021-08-03").expect(201);
        cover("nature-head", "soil-head", "2021-08-03", "2021-08-04")
                .expectProblem(422, "invalid-input");

        office.post(
                        "/api/v1/covers/" + made.number("/items/0/id") + "/end",
                        Map.of("lastDay", "2021-08-01"))
                .expect(204);
        cover("nature-head", "soil-head", "2021-08-03", "2021-08-04").expect(201);
    }

    @Test
    void takeAgencyAndPrefixInBothForms() {
        var agency =
                new HashMap<>(
                        Map.of(
                                "name",
                                "银川市卫生健康委员会",
                                "shortName",
                                "市卫生健康委",
                                "region",
                                "640100",
                                "departmentCode",
                                "120",
                                "functions",
                                "职能",
                                "address",
                                "地址",
                                "officeHours",
                                "工作日",
                                "phone",
                                "0951-0000200",
                                "contact",
                                "wjw@example.org"));
        agency.put("key", "ycswjw");
        operator.post("/api/v1/agencies", agency).expect(201);

        var prefixes = "/api/v1/agencies/ycswjw/prefixes";
        operator.post(prefixes, Map.of("prefix", "640100—120", "from", "2021-01-01")).expect(201);
        operator.post(prefixes, Map.of("prefix", "11640100MB163606X8"))
                .expectProblem(422, "invalid-input");
        operator.post(prefixes, Map.of("prefix", "640100-113", "from", "2022-01-01"))
                .expectProblem(422, "invalid-input");
        var answer =
                operator.post(
                                prefixes,
                                Map.of("prefix", "11640100mb163606x7", "from", "2021-07-01"))
                        .expect(201);

        assertThat(answer.text("/prefixes/0/validTo")).isEqualTo("2021-06-30");
        assertThat(answer.text("/prefixes/1/prefix")).isEqualTo("11640100MB163606X7");
    }

    @Test
    void adoptAListOnlyFromTheNewestVersion() {
        var path = "/api/v1/sections/nature/disclosure-list";
        var line =
                Map.of(
                        "item",
                        "行政规范性文件",
                        "legalGround",
                        "《政府信息公开条例》第二十条第一项",
                        "article20Item",
                        "1",
                        "cadence",
                        "ON_EVENT",
                        "workingDays",
                        "20");
        var body = Map.of("note", "精简", "items", List.of(line));
        var read = office.get(path).expect(200);

        var adopted = office.with("If-Match", read.etag()).put(path, body).expect(200);

        assertThat(adopted.number("/version")).isEqualTo(2);
        office.with("If-Match", read.etag())
                .put(path, body)
                .expectProblem(412, "changed-meanwhile");
        office.put(path, Map.of("note", "重复", "items", List.of(line, line)))
                .expectProblem(422, "invalid-input");
    }

    private ApiAnswer cover(String absent, String deputy, String from, String to) {
        return office.post(
                "/api/v1/covers",
                Map.of("absent", absent, "deputy", deputy, "from", from, "to", to, "reason", "出差"));
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new HashMap<>(fields);
        for (var at = 0; at < more.length; at += 2) {
            all.put(more[at], more[at + 1]);
        }
        return all;
    }
}
