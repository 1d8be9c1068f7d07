package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Retention (保管期限) and erasing who asked (身份信息清除) — 个人信息保护法 arts. 19, 47")
class RetentionTests {
    private static final String NAME = "慕容秋水";
    private static final String PATH = "/api/v1/request-retention";

    @LocalServerPort int port;
    @Autowired JdbcClient database;

    private DemoPeople people;

    @BeforeEach
    void start() {
        people = DemoPeople.at(port);
    }

    @Test
    void erasesWhoAskedWhenTwoPeopleAgreeAndKeepsTheCase() {
        var id = answeredOn("2016-07-30", "保管期满的一件事");
        var number = people.as("office").get("/api/v1/requests/" + id).text("/number");
        var before = people.as("office").get("/api/v1/requests/" + id).expect(200);
        var figures = line(number);
        assertThat(due()).contains(id);

        people.as("legal").get(PATH).expect(403);
        var proposed =
                people.as("office")
                        .post(PATH + "/erasures", Map.of("ids", List.of(id)))
                        .expect(201);
        var confirm = PATH + "/erasures/" + proposed.text("/id") + "/steps/confirm";
        assertThat(due()).doesNotContain(id);
        people.as("office").post(PATH + "/erasures", Map.of("ids", List.of(id))).expect(422);
        people.as("office").post(confirm, Map.of()).expect(403);
        assertThat(sealed(id)).isEqualTo(1);
        var done = people.as("office-head").post(confirm, Map.of()).expect(200);
        assertThat(done.number("/erased")).isEqualTo(1);
        people.as("office-head").post(confirm, Map.of()).expect(409);

        assertThat(sealed(id)).isZero();
        people.as("office")
                .post("/api/v1/requests/" + id + "/applicant", Map.of("reason", "核对"))
                .expect(404);
        var after = people.as("office").get("/api/v1/requests/" + id).expect(200);
        for (var kept :
                List.of(
                        "/number",
                        "/stage",
                        "/applicantClass",
                        "/receivedOn",
                        "/due",
                        "/answeredOn")) {
            assertThat(after.text(kept)).as(kept).isEqualTo(before.text(kept));
        }
        assertThat(after.body()).contains("＊＊来电").doesNotContain(NAME);
        assertThat(line(number)).isEqualTo(figures);
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM request_case WHERE id = ? AND"
                                                + " erased_on = '2021-07-30' AND applicant_mask = '＊'"
                                                + " AND applicant_key = 'erased:' || id")
                                .param(id)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(audited("requests.identity-erased", "request:" + id)).isEqualTo(1);
        assertThat(audited("requests.erasure-confirmed", "request-erasure:" + proposed.text("/id")))
                .isEqualTo(1);
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM audit_entry WHERE before::text ||"
                                                + " after::text LIKE ?")
                                .param("%" + NAME + "%")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void isNotDueADayBeforeOrWhileACourtLooksAtIt() {
        // Five years after the answer: on 30 July 2021 what was answered by 30 July 2016.
        var young = answeredOn("2016-07-31", "还差一天的一件事");
        var contested = answeredOn("2016-01-04", "还在诉讼的一件事");
        people.as("office")
                .post(
                        "/api/v1/requests/" + contested + "/events",
                        Map.of("type", "suit-filed", "note", "已起诉"))
                .expect(200);
        database.sql("UPDATE request_case SET answered_on = '2016-01-04' WHERE id = ?")
                .param(contested)
                .update();
        assertThat(due()).doesNotContain(young, contested);
        people.as("office").post(PATH + "/erasures", Map.of("ids", List.of(young))).expect(422);
    }

    @Test
    void isLeftWhenTheSecondPersonSaysNoAndNothingIsErasedAroundTheDesk() {
        var id = answeredOn("2015-03-02", "没有同意清除的一件事");
        var proposed =
                people.as("office-head")
                        .post(PATH + "/erasures", Map.of("ids", List.of(id)))
                        .expect(201);
        assertThatThrownBy(
                        () ->
                                database.sql(
                                                "SELECT request_erase_identity(?, ?, '{}',"
                                                        + " '2021-07-30', now())")
                                        .params(proposed.number("/id"), id)
                                        .query((_, _) -> 0)
                                        .list())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("two people agreed");
        people.as("office")
                .post(PATH + "/erasures/" + proposed.text("/id") + "/steps/reject", Map.of())
                .expect(200);
        assertThat(sealed(id)).isEqualTo(1);
        assertThat(due()).contains(id);
    }

    @Test
    void isProposedAndConfirmedOnThePageAndTheTermsHaveAReason() {
        var id = answeredOn("2014-03-03", "页面上清除的一件事");
        var address = "/desk/request-retention";
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        var page = office.open(address).expect(200);
        assertThat(page.text()).contains("5年", "10年");
        page.send(address + "/terms", Map.of("fileYears", "3", "reason", "试")).expect(422);
        assertThat(office.page().select("#fileYears").val()).isEqualTo("3");
        office.open(address).send(address + "/terms", Map.of("reason", " ")).expect(422);
        office.open(address)
                .send(address + "/erasures", Map.of("ids", String.valueOf(id)))
                .expect(302);
        assertThat(office.follow().expect(200).text()).contains("请另一位政务公开办公室的工作人员");
        var head = DeskClient.at(port).signIn("office-head", DemoPeople.PASSWORD).open(address);
        var confirm = head.page().select("form[action$=/confirm]").first().attr("action");
        head.send(confirm, Map.of()).expect(302);
        assertThat(sealed(id)).isZero();
        assertThat(new String(office.download(address + "/appraisal.csv"), StandardCharsets.UTF_8))
                .contains("申请编号");
        DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD).open(address).expect(403);
    }

    @Test
    void coversThirdPartiesInNotesAndOpinionsByADateOfTheirOwn() {
        var id = consulted("夏侯化工厂", "公孙署名");
        var before = people.as("office").get("/api/v1/requests/" + id).expect(200);
        assertThat(pile("parties")).contains(id);
        var proposed = propose("parties", id);
        assertThat(pile("parties")).doesNotContain(id);
        confirm(proposed);

        var after = people.as("office").get("/api/v1/requests/" + id).expect(200);
        assertThat(after.body()).contains("第三方1", "第三方1来电").doesNotContain("夏侯化工厂", "公孙署名");
        assertThat(after.text("/due")).isEqualTo(before.text("/due"));
        assertThat(after.at("/explanation/pauses")).isEqualTo(before.at("/explanation/pauses"));
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM request_opinion o JOIN"
                                                + " request_opinion_link l ON l.id = o.link_id WHERE"
                                                + " l.case_id = ? AND o.signed_by = '＊' AND l.party ="
                                                + " '第三方1'")
                                .param(id)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(
                        database.sql("SELECT words FROM request_text WHERE case_id = ?")
                                .param(id)
                                .query(String.class)
                                .single())
                .contains("第三方1")
                .doesNotContain("夏侯化工厂", "公孙署名");
        // Who asked has years of its own, and is still there.
        assertThat(sealed(id)).isEqualTo(1);
        assertThat(due()).contains(id);
    }

    @Test
    void erasesWhoClaimsByADateOfItsOwn() {
        var claim =
                people.as("office")
                        .post(
                                "/api/v1/request-claims",
                                Map.of(
                                        "kind", "rights-complaint",
                                        "name", NAME,
                                        "identityKind", "other-paper",
                                        "identityNumber", "E77778888",
                                        "phone", "0951-7654321",
                                        "about", NAME + "投诉的一件事"))
                        .expect(201)
                        .number("/id");
        assertThat(pile("claimants")).doesNotContain(claim);
        people.as("office")
                .post(
                        "/api/v1/request-claims/" + claim + "/steps",
                        Map.of("step", "taken-back", "note", NAME + "来电"))
                .expect(200);
        database.sql("UPDATE request_claim SET closed_on = '2016-07-31' WHERE id = ?")
                .param(claim)
                .update();
        assertThat(pile("claimants")).doesNotContain(claim);
        database.sql("UPDATE request_claim SET closed_on = '2016-07-30' WHERE id = ?")
                .param(claim)
                .update();
        assertThat(pile("claimants")).contains(claim);
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(office.open("/desk/request-retention").expect(200).text())
                .contains("到期应清除提出人的更正和投诉");
        confirm(propose("claimants", claim));

        assertThat(people.as("office").get("/api/v1/request-claims/" + claim).expect(200).body())
                .contains("＊＊投诉的一件事", "＊＊来电")
                .doesNotContain(NAME);
        people.as("office")
                .post("/api/v1/request-claims/" + claim + "/person", Map.of("reason", "核对"))
                .expect(404);
        people.as("office")
                .post(PATH + "/erasures", Map.of("ids", List.of(claim), "what", "nobody"))
                .expect(422);
    }

    @Test
    void letsNobodyEraseOneKindByTheYesForAnother() {
        var id = consulted("夏侯印染厂", "公孙二");
        var proposed = propose("parties", id);
        database.sql(
                        "UPDATE request_erasure SET decided_by = proposed_by + 1, decided_at = now(),"
                                + " confirmed = true WHERE id = ?")
                .param(proposed)
                .update();
        assertThatThrownBy(
                        () ->
                                database.sql(
                                                "SELECT request_erase_identity(?, ?, '{}',"
                                                        + " '2021-07-30', now())")
                                        .params(proposed, id)
                                        .query((_, _) -> 0)
                                        .list())
                .isInstanceOf(DataAccessException.class);
    }

    /** Asked a third party that answered by its link, and as if answered long ago. */
    private long consulted(String party, String signedBy) {
        return answeredOn("2016-07-30", "涉及第三方的一件事", party, signedBy);
    }

    private long propose(String what, long id) {
        return people.as("office")
                .post(PATH + "/erasures", Map.of("ids", List.of(id), "what", what))
                .expect(201)
                .number("/id");
    }

    private void confirm(long erasure) {
        people.as("office-head")
                .post(PATH + "/erasures/" + erasure + "/steps/confirm", Map.of())
                .expect(200);
    }

    private List<Long> pile(String what) {
        return people
                .as("office")
                .get(PATH)
                .expect(200)
                .at("/" + what + "/due")
                .findValues("id")
                .stream()
                .map(it -> it.asLong())
                .toList();
    }

    private List<Long> due() {
        return people.as("office").get(PATH).expect(200).json().get("due").findValues("id").stream()
                .map(it -> it.asLong())
                .toList();
    }

    private String line(String number) {
        return new String(
                        DeskClient.at(port).download("/requests/register.csv"),
                        StandardCharsets.UTF_8)
                .lines()
                .filter(it -> it.contains(number))
                .findFirst()
                .orElseThrow();
    }

    private long sealed(long id) {
        return database.sql("SELECT count(*) FROM request_identity WHERE case_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private long audited(String action, String subject) {
        return database.sql("SELECT count(*) FROM audit_entry WHERE action = ? AND subject = ?")
                .params(action, subject)
                .query(Long.class)
                .single();
    }

    private void consult(long id, String party, String signedBy) {
        var path = "/api/v1/requests/" + id;
        var events = path + "/events";
        people.as("office").post(events, Map.of("type", "accepted")).expect(200);
        people.as("office")
                .post(
                        events,
                        Map.of("type", "third-party-asked", "party", party, "note", "涉及" + party))
                .expect(200);
        var code =
                people.as("office")
                        .post(path + "/opinions", Map.of("party", party, "shown", party + "的批复"))
                        .expect(201)
                        .text("/code");
        people.reader()
                .post(
                        "/api/v1/public/requests/opinion/answer",
                        Map.of(
                                "code",
                                code,
                                "choice",
                                "refuse",
                                "name",
                                signedBy,
                                "reasons",
                                party + "不同意"))
                .expect(200);
        people.as("office")
                .post(events, Map.of("type", "legal-consulted", "note", party + "来电"))
                .expect(200);
    }

    /** Withdrawn, and as if that had been on this day. */
    private long answeredOn(String day, String matter) {
        return answeredOn(day, matter, null, null);
    }

    private long answeredOn(
            String day, String matter, @Nullable String party, @Nullable String signedBy) {
        var id =
                people.as("office")
                        .post(
                                "/api/v1/requests",
                                Map.of(
                                        "applicantClass", "natural-person",
                                        "name", NAME,
                                        "identityKind", "other-paper",
                                        "identityNumber", "E77778888",
                                        "phone", "0951-7654321",
                                        "matters", List.of(matter),
                                        "form", "paper",
                                        "delivery", "in-person",
                                        "channel", "in-person"))
                        .expect(201)
                        .number("/id");
        if (party != null && signedBy != null) {
            consult(id, party, signedBy);
        }
        people.as("office")
                .post(
                        "/api/v1/requests/" + id + "/events",
                        Map.of("type", "withdrawn", "note", NAME + "来电撤回"))
                .expect(200);
        database.sql("UPDATE request_case SET answered_on = CAST(? AS date) WHERE id = ?")
                .params(day, id)
                .update();
        return id;
    }
}
