package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
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

    /** Withdrawn, and as if that had been on this day. */
    private long answeredOn(String day, String matter) {
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
