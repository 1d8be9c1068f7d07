package org.gongkai.opengov.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.opengov.projects.ProjectPeople.PROJECTS;
import static org.gongkai.opengov.projects.ProjectPeople.PUBLIC;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Key points 二.3; 《政府信息公开条例》 arts. 14–16, 20 (5), (10), 26. */
@DemoAgencyTest
@DisplayName(
        "What was talked about is public after landing, with consent, screened; what art. 20 names always")
class ProjectGatesTests {
    @LocalServerPort int port;
    @Autowired TestClock clock;

    private ProjectPeople at;

    @BeforeEach
    void open() {
        at = new ProjectPeople(port);
    }

    @Test
    void letsTalksOutWhenAllThreeGatesAreOpen() {
        var id = at.landed();
        at.consented(id, "approach", "talks");
        var entry = at.talks(id);
        at.screen("secrecy", id, entry, "open", "trade-secret").expect(200);
        assertThat(at.standing(id, entry)).isEqualTo("ready");

        var index = at.published(id, entry);

        var one = at.people.reader().get(PUBLIC + "/" + id).expect(200);
        assertThat(one.text("/entries/0/indexNumber")).isEqualTo(index);
        assertThat(one.text("/entries/0/fields/0/value")).isEqualTo("再生水用途");
        assertThat(one.at("/entries/0/fields/1/value").isNull()).isTrue();
        assertThat(one.text("/entries/0/fields/1/outcome")).isEqualTo("trade-secret");
        assertThat(one.text("/project/investor")).isEqualTo("测试投资方");
        assertThat(one.body()).doesNotContain("九角八分");
        for (var path : List.of("/projects/" + id, "/d/" + index)) {
            var page = DeskClient.at(port).open(path).expect(200).text();
            assertThat(page).contains("再生水用途", "商业秘密").doesNotContain("九角八分");
        }
        assertThat(at.standing(id, entry)).isEqualTo("public");
        at.draft(id, entry).expect(409);
    }

    @Test
    void keepsTalksOfAProjectThatHasNotLanded() {
        var id = at.entered();
        at.consented(id, "approach", "talks");
        var entry = at.talks(id);
        at.screen("secrecy", id, entry, "open", "open").expect(200);

        assertThat(at.draft(id, entry).expect(409).body()).contains("还没有落地");
        assertThat(at.standing(id, entry)).isEqualTo("not-landed");
        at.people.reader().get(PUBLIC + "/" + id).expect(404);
        DeskClient.at(port).open("/projects/" + id).expect(404);

        at.land(id).expect(201);
        at.draft(id, entry).expect(201);
    }

    @Test
    void keepsTalksWithoutAConsentThatCoversThem() {
        var id = at.landed();
        var entry = at.talks(id);
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        assertThat(at.draft(id, entry).expect(409).body()).contains("没有投资方的有效同意");

        at.consented(id, "landing", "talks");
        at.draft(id, entry).expect(409);
        at.consented(id, "approach", "agreement,support");
        at.draft(id, entry).expect(409);
        assertThat(at.standing(id, entry)).isEqualTo("no-consent");

        at.consented(id, "approach,landing", "talks");
        at.draft(id, entry).expect(201);
    }

    @Test
    void keepsWhatASecondPersonHasNotScreenedFieldByField() {
        var id = at.landed();
        at.consented(id, "approach", "talks");
        var entry = at.talks(id);
        at.draft(id, entry).expect(409);
        at.screen("secrecy", id, entry, "open").expect(200);
        assertThat(at.draft(id, entry).expect(409).body()).contains("没有筛查");

        assertThat(
                        at.screen("approval-clerk", id, entry, "open", "open")
                                .expectProblem(403, "not-allowed")
                                .body())
                .contains("另一个人");
        at.screen("clerk2", id, entry, "open", "open").expectProblem(403, "not-allowed");
        at.screen("approval-head", id, entry, "open", "open").expect(200);
        at.draft(id, entry).expect(201);

        at.people
                .as("approval-clerk")
                .put(at.at(id, entry), Map.of("title", "另一次会谈", "reason", "标题有误"))
                .expect(200);
        assertThat(at.standing(id, entry)).isEqualTo("unscreened");
        at.draft(id, entry).expect(409);
    }

    @Test
    void neverLetsOutAFieldThatWasMarkedASecret() {
        var id = at.landed();
        at.consented(id, "approach", "talks");
        var entry = at.talks(id);
        at.screen("secrecy", id, entry, "trade-secret", "state-secret").expect(200);

        assertThat(at.screen("secrecy", id, entry, "open").expect(422).body())
                .contains("was-secret");
        assertThat(at.standing(id, entry)).isEqualTo("withheld");
        assertThat(at.draft(id, entry).expect(409).body()).contains("没有可公开的内容");
        var read = at.people.as("approval-clerk").get(at.at(id, entry)).expect(200);
        assertThat(read.text("/fields/0/value")).isEqualTo("再生水用途");
        assertThat(read.text("/fields/1/value")).as("a state secret is not kept").isEmpty();

        at.people
                .as("approval-clerk")
                .put(
                        at.at(id, entry),
                        Map.of(
                                "fields",
                                List.of(Map.of("name", "内容", "value", "再生水用途")),
                                "reason",
                                "误判后重填"))
                .expect(200);
        at.screen("secrecy", id, entry, "open").expect(200);
        at.draft(id, entry).expect(201);
    }

    @Test
    void publishesWhatArticle20NamesWhateverTheInvestorSays() {
        var id = at.entered();
        var approval = at.written(id, "approval", "approved");
        at.screen("secrecy", id, approval, "open", "privacy").expect(200);
        at.published(id, approval);

        var one = at.people.reader().get(PUBLIC + "/" + id).expect(200);
        assertThat(one.text("/entries/0/kind")).isEqualTo("approved");
        assertThat(one.at("/entries/0/negotiation").asBoolean()).isFalse();
        assertThat(one.at("/project/investor").isNull()).isTrue();
        assertThat(one.text("/project/consent")).isEqualTo("none");
        assertThat(DeskClient.at(port).open("/projects/" + id).expect(200).text())
                .contains("第二十条第五项", "个人隐私", "前期阶段")
                .doesNotContain("测试投资方", "九角八分", "对接中");

        var closed = at.written(id, "eia", "eia");
        at.screen("secrecy", id, closed, "trade-secret", "privacy").expect(200);
        var more = at.people.reader().get(PUBLIC + "/" + id).expect(200);
        assertThat(more.text("/withheld/0/outcome")).isEqualTo("trade-secret");
        assertThat(more.text("/withheld/1/outcome")).isEqualTo("privacy");
        assertThat(more.at("/entries").size()).isEqualTo(1);
    }

    @Test
    void isNoWayRoundToCallTalksAnApproval() {
        var id = at.entered();
        var typed =
                Map.of(
                        "stage",
                        "approach",
                        "kind",
                        "approved",
                        "title",
                        "会谈",
                        "formedOn",
                        "2021-07-01",
                        "fields",
                        List.of(Map.of("name", "内容", "value", "某事")));

        assertThat(
                        at.people
                                .as("approval-clerk")
                                .post(PROJECTS + "/" + id + "/entries", typed)
                                .expect(422)
                                .body())
                .contains("对接信息");
    }

    @Test
    void takesBackAtOnceWhatRestedOnAConsentAndLeavesTheRest() {
        var id = at.landed();
        var consent = at.consented(id, "approach", "talks");
        var talks = at.talks(id);
        at.screen("secrecy", id, talks, "open", "trade-secret").expect(200);
        var statutory = at.written(id, "eia", "eia");
        at.screen("secrecy", id, statutory, "open", "trade-secret").expect(200);
        var index = at.published(id, talks);
        var other = at.published(id, statutory);
        DeskClient.at(port).open("/projects/" + id).expect(200);

        at.end(id, consent).expect(200);

        var one = at.people.reader().get(PUBLIC + "/" + id).expect(200);
        assertThat(one.at("/entries").size()).isEqualTo(1);
        assertThat(one.text("/entries/0/indexNumber")).isEqualTo(other);
        assertThat(one.text("/takenBack/0/why")).isEqualTo("consent-ended");
        assertThat(one.text("/takenBack/0/on")).isEqualTo("2021-07-30");
        assertThat(one.at("/project/investor").isNull()).isTrue();
        var page = DeskClient.at(port).open("/projects/" + id).expect(200).text();
        assertThat(page).contains("投资方撤回同意", "投资方已撤回同意").doesNotContain("经投资方同意公开", "测试投资方");
        assertThat(DeskClient.at(port).open("/d/" + index).expect(410).text()).contains("投资方撤回同意");
        DeskClient.at(port).open("/d/" + other).expect(200);
        at.end(id, consent).expect(409);

        assertThat(at.draft(id, talks).expect(409).body()).contains("没有投资方的有效同意");
        at.consented(id, "approach", "talks");
        var again = at.published(id, talks);
        assertThat(again).isNotEqualTo(index);
        assertThat(at.people.reader().get(PUBLIC + "/" + id).expect(200).at("/entries").size())
                .isEqualTo(2);
    }

    @Test
    void stopsADraftWhoseConsentEndedBeforeItWasPublished() {
        var id = at.landed();
        var consent = at.consented(id, "approach", "talks");
        var entry = at.talks(id);
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        var document = at.approved(id, entry);

        at.end(id, consent).expect(200);

        assertThat(at.publish(document).expect(409).body()).contains("不具备公开的前提");
        at.people.reader().get(PUBLIC + "/" + id).expect(404);
    }

    @Test
    void restoresNothingWhoseConsentHasEnded() {
        var id = at.landed();
        var consent = at.consented(id, "approach", "talks");
        var entry = at.talks(id);
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        var document = at.approved(id, entry);
        at.publish(document).expect(200);
        at.end(id, consent).expect(200);

        at.people.step("office", document, "restore", Map.of("reason", "再公开")).expect(409);
        at.people.reader().get(PUBLIC + "/" + id).expect(200);
    }

    @Test
    void publishesWhatWasScreenedAndNothingBesides() {
        var id = at.landed();
        at.consented(id, "approach", "talks");
        var entry = at.talks(id);
        at.screen("secrecy", id, entry, "open", "trade-secret").expect(200);
        var document = at.draft(id, entry).expect(201).text("/document");
        var read = at.people.as("approval-clerk").get("/api/v1/documents/" + document).expect(200);
        at.people
                .as("approval-clerk")
                .with("If-Match", read.etag())
                .put(
                        "/api/v1/documents/" + document,
                        Map.of(
                                "kind",
                                "general",
                                "title",
                                "会谈",
                                "column",
                                "重点项目",
                                "section",
                                "approval",
                                "bodyHtml",
                                "<p>报价每吨九角八分。</p>",
                                "attribute",
                                "主动公开",
                                "legalGround",
                                "《政府信息公开条例》第二十条第十项",
                                "article20Item",
                                10,
                                "source",
                                Map.of("own", true)))
                .expect(200);
        at.people.step("approval-clerk", document, "submit", Map.of()).expect(200);
        for (var signer : List.of("approval-head", "secrecy", "leader2")) {
            at.people.sign(signer, document).expect(200);
        }

        at.publish(document).expect(409);
    }

    @Test
    void takesBackWhatIsFoundToBeASecretAfterwards() {
        var id = at.entered();
        var entry = at.written(id, "construction", "carried-out");
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        var index = at.published(id, entry);

        at.screen("approval-head", id, entry, "open", "trade-secret").expect(200);

        DeskClient.at(port).open("/d/" + index).expect(410);
        var one = at.people.reader().get(PUBLIC + "/" + id).expect(200);
        assertThat(one.at("/entries").size()).isZero();
        assertThat(one.text("/takenBack/0/why")).isEqualTo("screened");
        assertThat(one.body()).doesNotContain("九角八分");
        assertThat(DeskClient.at(port).open("/projects/" + id).expect(200).text())
                .contains("复查认定", "现在没有公开的信息");
    }

    @Test
    void showsTheCorrectedDocumentAloneAndLeadsToItFromTheOlder() {
        var id = at.entered();
        var entry = at.written(id, "construction", "carried-out");
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        var older = at.published(id, entry);
        at.people
                .as("approval-clerk")
                .put(
                        at.at(id, entry),
                        Map.of(
                                "fields",
                                List.of(Map.of("name", "内容", "value", "二期再生水管网")),
                                "reason",
                                "期次有误"))
                .expect(200);
        at.screen("secrecy", id, entry, "open").expect(200);
        DeskClient.at(port).open("/d/" + older).expect(200);

        var newer = at.published(id, entry);

        assertThat(DeskClient.at(port).open("/d/" + older).expect(410).text())
                .contains("内容已更正", newer)
                .doesNotContain("每吨九角八分");
        assertThat(DeskClient.at(port).open("/d/" + newer).expect(200).text()).contains("二期再生水管网");
        var one = at.people.reader().get(PUBLIC + "/" + id).expect(200);
        assertThat(one.at("/entries").size()).isEqualTo(1);
        assertThat(one.text("/entries/0/indexNumber")).isEqualTo(newer);
        assertThat(one.at("/takenBack")).as("a correction takes nothing back").isEmpty();
        assertThat(at.people.reader().get("/api/v1/public/documents?q=九角八分").body())
                .doesNotContain(older);
    }

    /** What somebody types of a project is public when a paper that tells it was signed. */
    @Test
    void tellsOfAProjectWhatReviewersSigned() {
        var id = at.entered();
        var entry = at.written(id, "construction", "carried-out");
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        at.published(id, entry);
        at.people
                .as("approval-clerk")
                .put(
                        "/api/v1/projects/" + id,
                        Map.of("importance", "正与某公司洽谈，拟投资5亿元", "reason", "补充"))
                .expect(200);

        var one = at.people.reader().get(PUBLIC + "/" + id).expect(200);
        assertThat(one.body()).doesNotContain("洽谈");
        assertThat(one.text("/project/importance")).isEqualTo("减少入河污染物");
        assertThat(one.text("/project/state")).isEqualTo("early");
        assertThat(DeskClient.at(port).open("/projects/" + id).expect(200).text())
                .contains("减少入河污染物")
                .doesNotContain("洽谈");
    }

    @Test
    void refusesAClassificationMarkInWhatIsToldOfAProject() {
        var project = ProjectPeople.project();
        project.put("importance", "密级：秘密★10年");

        at.people.as("approval-clerk").post("/api/v1/projects", project).expect(422);
    }

    @Test
    void bindsAConsentToTheInvestorWhoGaveIt() {
        var id = at.landed();
        var consent = at.consented(id, "approach", "talks");
        var other = Map.<String, Object>of("investor", "另一家投资方", "reason", "股权转让");
        at.people.as("approval-clerk").put("/api/v1/projects/" + id, other).expect(422);

        at.end(id, consent).expect(200);
        at.people.as("approval-clerk").put("/api/v1/projects/" + id, other).expect(200);

        var entry = at.talks(id);
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        assertThat(at.standing(id, entry)).isEqualTo("no-consent");
    }

    /** The version on the screener's page is not the one that the writer keeps meanwhile. */
    @Test
    void screensOnlyTheVersionThatTheScreenerSaw() {
        var id = at.entered();
        var entry = at.written(id, "construction", "carried-out");
        var screener = DeskClient.at(port).signIn("secrecy", DemoPeople.PASSWORD);
        var path = "/desk/projects/" + id + "/entries/" + entry;
        var seen = screener.open(path).expect(200);
        assertThat(seen.page().select("input[name=version]").val()).isEqualTo("1");
        rewritten(id, entry, Map.of("fields", List.of(Map.of("name", "价格条款", "value", "一亿元"))));

        screener.send(
                        path + "/screening",
                        Map.of("version", "1", "outcome-1", "open", "ground-1", ""))
                .expect(412);

        assertThat(at.standing(id, entry)).isEqualTo("unscreened");
    }

    @Test
    void takesBackAnOlderVersionThatSaysWhatIsASecretNow() {
        var id = at.entered();
        var entry = at.written(id, "construction", "carried-out");
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        var older = at.published(id, entry);
        rewritten(
                id,
                entry,
                Map.of(
                        "fields",
                        List.of(
                                Map.of("name", "内容", "value", "再生水管网"),
                                Map.of("name", "单价", "value", "每吨九角八分"))));

        at.screen("secrecy", id, entry, "open", "trade-secret").expect(200);

        DeskClient.at(port).open("/d/" + older).expect(410);
        assertThat(at.people.reader().get(PUBLIC + "/" + id).expect(200).body())
                .doesNotContain("九角八分");
    }

    @Test
    void takesBackWhatTurnsOutToBeOfTheNegotiation() {
        var id = at.entered();
        var entry = at.written(id, "construction", "carried-out");
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        var older = at.published(id, entry);

        rewritten(id, entry, Map.of("stage", "approach", "kind", "talks"));

        DeskClient.at(port).open("/d/" + older).expect(410);
        assertThat(at.people.reader().get(PUBLIC + "/" + id).expect(200).at("/entries")).isEmpty();
    }

    @Test
    void draftsOneDocumentOfAVersionAtATime() {
        var id = at.entered();
        var entry = at.written(id, "construction", "carried-out");
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        at.draft(id, entry).expect(201);

        at.draft(id, entry).expect(409);
    }

    private void rewritten(long id, long entry, Map<String, Object> what) {
        var sent = new HashMap<>(what);
        sent.put("reason", "填报有误");
        at.people.as("approval-clerk").put(at.at(id, entry), sent).expect(200);
    }

    @Test
    void correctsALandingWithItsReasonAndKeepsWhatWasRecorded() {
        var id = at.landed();
        var entry = at.written(id, "eia", "eia");
        at.screen("secrecy", id, entry, "open", "open").expect(200);
        at.published(id, entry);
        var landing = PROJECTS + "/" + id + "/landing";

        correct(landing, "2021-06-11", "投资合作协议", "", 1).expect(422);
        correct(landing, "2021-08-01", "投资合作协议", "还没到", 1).expect(422);
        correct(landing, "2021-06-11", "投资合作协议", "日期抄错", 1).expect(200);
        correct(landing, "2021-06-12", "投资合作协议", "日期抄错", 1).expect(412);
        at.people
                .as("clerk")
                .upload(landing + "/correction", "协议.pdf", ProjectPeople.pdf(), Map.of())
                .expect(403);

        var read = at.people.as("approval-clerk").get(PROJECTS + "/" + id).expect(200);
        assertThat(read.text("/project/landedOn")).isEqualTo("2021-06-11");
        assertThat(read.text("/landings/0/reason")).isEqualTo("日期抄错");
        assertThat(read.text("/landings/1/landedOn")).isEqualTo("2021-06-10");
        assertThat(DeskClient.at(port).open("/projects/" + id).expect(200).text())
                .contains("2021年6月11日", "2021年7月30日更正")
                .doesNotContain("2021年6月10日", "日期抄错");
        assertThat(
                        DeskClient.at(port)
                                .signIn("approval-clerk", DemoPeople.PASSWORD)
                                .download("/desk/projects/" + id + "/landing/file"))
                .startsWith('%', 'P', 'D', 'F');
        correct(PROJECTS + "/" + at.entered() + "/landing", "2021-06-12", "协议", "没有", 1)
                .expect(409);
    }

    private ApiAnswer correct(String landing, String on, String proof, String reason, int version) {
        return at.people
                .as("approval-clerk")
                .upload(
                        landing + "/correction",
                        "协议.pdf",
                        ProjectPeople.pdf(),
                        Map.of(
                                "landedOn",
                                on,
                                "proof",
                                proof,
                                "reason",
                                reason,
                                "version",
                                Integer.toString(version)));
    }

    @Test
    void remindsWhoCanDoTheNextStep() {
        var id = at.landed();
        var entry = at.talks(id);
        var here = "/desk/projects/" + id + "/entries/" + entry;
        assertThat(work("approval-head")).contains(here);
        assertThat(work("approval-clerk")).doesNotContain(here);
        at.screen("approval-head", id, entry, "open", "open").expect(200);
        assertThat(work("approval-head")).doesNotContain(here);
        assertThat(work("approval-clerk")).contains(here);

        // Formed on Friday, 2 July 2021: with two days of Ningxia's festival, until Tuesday, 3
        // August.
        var statutory = at.written(id, "approval", "approved");
        var there = "/desk/projects/" + id + "/entries/" + statutory;
        clock.set("2021-08-03T09:00:00+08:00");
        assertThat(overdue(id, statutory)).isFalse();
        assertThat(work("approval-clerk")).doesNotContain(there);
        clock.set("2021-08-04T09:00:00+08:00");
        assertThat(overdue(id, statutory)).isTrue();
        assertThat(work("approval-clerk")).contains(there);
    }

    private boolean overdue(long id, long entry) {
        var auditor = DemoPeople.at(port).as("auditor");
        return auditor.get(at.at(id, entry)).expect(200).at("/overdue").asBoolean();
    }

    private String work(String who) {
        return DeskClient.at(port)
                .signIn(who, DemoPeople.PASSWORD)
                .open("/desk")
                .expect(200)
                .body();
    }

    @Test
    void isKeptByTheSectionWhoseDutyItIs() {
        var id = at.entered();
        for (var who : List.of("leader2", "office", "principal", "auditor", "secrecy")) {
            at.people.as(who).get(PROJECTS + "/" + id).expect(200);
            at.people
                    .as(who)
                    .post(PROJECTS, ProjectPeople.project())
                    .expectProblem(403, "not-allowed");
        }
        for (var who : List.of("clerk", "keeper", "leader", "operator")) {
            at.people.as(who).get(PROJECTS + "/" + id).expectProblem(403, "not-allowed");
        }
    }

    @Test
    void isInAStateAfterLandingOnlyWhenItHasLanded() {
        var id = at.entered();
        var path = PROJECTS + "/" + id;
        var begun = Map.of("state", "under-way", "from", "2021-07-01", "reason", "开工");
        at.people.as("approval-clerk").put(path, begun).expect(422);
        at.land(id).expect(201);
        at.land(id).expect(409);
        at.people.as("approval-clerk").with("If-Match", "\"1\"").put(path, begun).expect(412);
        var read = at.people.as("approval-clerk").put(path, begun).expect(200);
        assertThat(read.text("/project/state")).isEqualTo("under-way");
        assertThat(read.text("/project/landedOn")).isEqualTo("2021-06-10");
        at.people
                .as("approval-clerk")
                .put(path, Map.of("state", "approached", "from", "2021-07-02", "reason", "退回"))
                .expect(422);
    }

    @Test
    void wantsAPaperForLandingAndConsent() {
        var id = at.entered();
        var clerk = DeskClient.at(port).signIn("approval-clerk", DemoPeople.PASSWORD);
        clerk.open("/desk/projects/" + id + "/landing")
                .send(
                        "/desk/projects/" + id + "/landing",
                        Map.of("landedOn", "2021-06-10", "proof", "口头"))
                .expect(422);
        assertThat(clerk.text()).contains("请选择证明材料的文件");
        assertThat(clerk.page().select("input[name=proof]").val()).isEqualTo("口头");

        at.people
                .as("approval-clerk")
                .upload(
                        PROJECTS + "/" + id + "/consents",
                        "同意书.exe",
                        new byte[] {'M', 'Z', 0, 1},
                        Map.of(
                                "givenBy", "某人",
                                "givenOn", "2021-06-28",
                                "stages", "approach",
                                "kinds", "talks"))
                .expect(415);
        at.people
                .as("approval-clerk")
                .upload(
                        PROJECTS + "/" + id + "/consents",
                        "同意书.pdf",
                        ProjectPeople.pdf(),
                        Map.of(
                                "givenBy", "某人",
                                "givenOn", "2021-06-28",
                                "stages", "approach",
                                "kinds", "approved"))
                .expect(422);
    }
}
