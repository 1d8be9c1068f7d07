package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.platform.search.SearchAudit;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts around the gates 三审三关 over the API: work plan 五.3; 条例 art. 17; 保密法 art. 35. */
@DemoAgencyTest
@DisplayName("Around the gates, over the API, there is no way")
class GateAttemptsTests {
    private static final String NOT_NOW = "not-possible-in-this-state";
    private static final String NOT_YOU = "not-allowed";

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired SearchAudit search;
    @Autowired TestClock clock;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    /**
     * An attempt.
     *
     * @param made makes it on a document of its own and gives the last answer
     */
    record Attempt(
            String name, Function<GateAttemptsTests, ApiAnswer> made, int status, String type) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attempt> attempts() {
        return Stream.of(
                new Attempt("publish a draft", it -> it.publish(it.drafted()), 409, NOT_NOW),
                new Attempt("publish unsigned", it -> it.publish(it.submitted()), 409, NOT_NOW),
                new Attempt(
                        "publish signed once", it -> it.publish(it.signedBy("head")), 409, NOT_NOW),
                new Attempt(
                        "publish signed twice",
                        it -> it.publish(it.signedBy("head", "secrecy")),
                        409,
                        NOT_NOW),
                new Attempt(
                        "schedule unsigned",
                        it -> it.step("schedule", it.submitted(), AT),
                        409,
                        NOT_NOW),
                new Attempt(
                        "sign the same level twice",
                        it -> it.sign("head", it.signedBy("head")),
                        403,
                        NOT_YOU),
                new Attempt(
                        "sign before one's level",
                        it -> it.sign("leader", it.submitted()),
                        403,
                        NOT_YOU),
                new Attempt(
                        "sign as a clerk", it -> it.sign("clerk", it.submitted()), 403, NOT_YOU),
                new Attempt(
                        "sign as a head who wrote in it",
                        it -> it.sign("head", it.alsoWrittenBy("head")),
                        403,
                        NOT_YOU),
                new Attempt(
                        "sign as the office",
                        it -> it.sign("office", it.submitted()),
                        403,
                        NOT_YOU),
                new Attempt(
                        "sign as another section's head",
                        it -> it.sign("head2", it.submitted()),
                        404,
                        "not-found"),
                new Attempt(
                        "sign what is not current",
                        it ->
                                it.people.step(
                                        "head",
                                        it.submitted(),
                                        "sign",
                                        DemoPeople.signature(ZEROS)),
                        409,
                        NOT_NOW),
                new Attempt(
                        "sign with a gate closed",
                        it -> it.signWithout("wording", it.submitted()),
                        422,
                        "invalid-input"),
                new Attempt(
                        "sign what was returned",
                        it -> it.sign("head", it.returned()),
                        409,
                        NOT_NOW),
                new Attempt(
                        "change after all signatures, then publish",
                        it -> it.publish(it.changed(it.approved())),
                        409,
                        NOT_NOW),
                new Attempt(
                        "change after all signatures, then schedule",
                        it -> it.step("schedule", it.changed(it.approved()), AT),
                        409,
                        NOT_NOW),
                new Attempt(
                        "publish what is given on request only",
                        it -> it.publish(it.approvedAs("依申请公开")),
                        409,
                        NOT_NOW),
                new Attempt(
                        "publish what was called approved in the table",
                        it -> it.publish(it.called("APPROVED", it.submitted())),
                        409,
                        NOT_NOW),
                new Attempt(
                        "publish what was overwritten in the table",
                        it -> it.publish(it.overwritten(it.approved())),
                        409,
                        NOT_NOW),
                new Attempt(
                        "restore what was called withdrawn in the table",
                        it -> it.step("restore", it.called("WITHDRAWN", it.submitted()), WHY),
                        404,
                        "not-found"),
                new Attempt(
                        "correct what was called published in the table",
                        it -> it.correct(it.called("PUBLISHED", it.submitted())),
                        404,
                        "not-found"),
                new Attempt("publish with one's own text", it -> it.saveAs("office"), 403, NOT_YOU),
                new Attempt(
                        "publish without signing in",
                        it ->
                                it.people
                                        .reader()
                                        .post(PATH + it.approved() + "/steps/publish", Map.of()),
                        401,
                        "not-signed-in"),
                new Attempt(
                        "publish with an invented token",
                        it ->
                                it.people
                                        .reader()
                                        .withToken("gk_0000000000000000000000000000000000000000000")
                                        .post(PATH + it.approved() + "/steps/publish", Map.of()),
                        401,
                        "not-signed-in"));
    }

    private static final String PATH = "/api/v1/documents/";
    private static final String ZEROS = "0".repeat(64);
    private static final Map<String, String> AT = Map.of("at", "2021-08-02T09:00:00+08:00");
    private static final Map<String, String> WHY = Map.of("reason", "恢复");

    @ParameterizedTest
    @MethodSource("attempts")
    void isRefusedAndNothingIsPublic(Attempt attempt) {
        var before = publicDocuments();

        var answer = attempt.made().apply(this);

        answer.expectProblem(attempt.status(), attempt.type());
        assertThat(publicDocuments()).isEqualTo(before);
        assertThat(search.compare().agree()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "clerk, 403",
        "head, 403",
        "secrecy, 403",
        "leader, 403",
        "principal, 403",
        "legal, 403",
        "auditor, 403",
        "operator, 404",
        "clerk2, 404",
        "head2, 404",
        "leader2, 404"
    })
    void ofPublishingIsTheDisclosureOfficesAlone(String who, int status) {
        var id = approved();
        var before = publicDocuments();

        people.step(who, id, "publish", Map.of()).expect(status);

        assertThat(publicDocuments()).isEqualTo(before);
        people.step("office", id, "publish", Map.of()).expect(200);
    }

    /** 代行: who signs for somebody absent is still one person. */
    @Test
    void leadsThroughADeputyWhoSignedAlready() {
        clock.set("2022-03-01T09:00:00+08:00");
        people.as("office")
                .post(
                        "/api/v1/covers",
                        Map.of(
                                "absent", "leader",
                                "deputy", "head",
                                "roles", List.of("DEPUTY_LEADER"),
                                "reason", "出差",
                                "from", "2022-03-01",
                                "to", "2022-03-01"))
                .expect(201);
        var id = signedBy("head", "secrecy");

        people.sign("head", id).expectProblem(403, NOT_YOU);

        assertThat(people.read(id).text("/state")).isEqualTo("in-review");
    }

    /** 代行: who is away does not sign through a deputy what they wrote, or a second level. */
    @ParameterizedTest
    @CsvSource({
        "2022-03-02, head, head2, SECTION_HEAD, head, drafted",
        "2022-03-03, leader, head2, DEPUTY_LEADER, leader, signed"
    })
    void leadsThroughTheDeputyOfSomebodyWhoMayNot(
            String day, String absent, String deputy, String role, String person, String how) {
        clock.set(day + "T09:00:00+08:00");
        people.as("office")
                .post(
                        "/api/v1/covers",
                        Map.of(
                                "absent", absent,
                                "deputy", deputy,
                                "roles", List.of(role),
                                "reason", "出差",
                                "from", day,
                                "to", day))
                .expect(201);
        var id = how.equals("drafted") ? alsoWrittenBy(person) : signedAlsoBy(person);

        people.sign(deputy, id).expectProblem(403, NOT_YOU);

        assertThat(people.read(id).text("/state")).isEqualTo("in-review");
    }

    /** A person who holds two roles lets nothing pass in their own draft. */
    @Test
    void leadsThroughTheDraftersOwnWordOnAFinding() {
        var notice = DemoPeople.notice("有号码的通知", "<p>联系张某13895001234。</p>");
        var id = people.draft(notice);
        var finding = people.read(id).text("/findings/0/id");
        database.sql(
                        "INSERT INTO drafter SELECT CAST(? AS uuid), id, now() FROM organization_person WHERE key = ?")
                .params(id, "secrecy")
                .update();

        people.step("secrecy", id, "override-finding", Map.of("finding", finding, "reason", "公开号码"))
                .expectProblem(403, NOT_YOU);
    }

    /** What was let pass is one number, not every number that looks alike when covered. */
    @Test
    void leadsThroughAnotherNumberThanTheOneLetPass() {
        var id = people.draft(DemoPeople.notice("有号码的通知", "<p>联系值班室13912345678。</p>"));
        var finding = people.read(id).text("/findings/0/id");
        people.step("secrecy", id, "override-finding", Map.of("finding", finding, "reason", "公开号码"))
                .expect(200);
        people.as("clerk")
                .with("If-Match", people.read(id).etag())
                .put(PATH + id, DemoPeople.notice("有号码的通知", "<p>联系值班室13700000078。</p>"))
                .expect(200);

        people.step("clerk", id, "submit", Map.of()).expectProblem(409, NOT_NOW);
    }

    /** A corrected text waits for its own signatures; readers keep the signed one. */
    @Test
    void leadsThroughACorrection() {
        var id = people.published(notice());
        people.step("clerk", id, "correct", Map.of("note", "改一处", "title", "未经审签的新标题")).expect(200);

        publish(id).expectProblem(409, NOT_NOW);
        people.step("clerk", id, "submit", Map.of()).expect(200);
        publish(id).expectProblem(409, NOT_NOW);

        var number = people.read(id).text("/indexNumber");
        assertThat(
                        people.reader()
                                .get("/api/v1/public/documents/" + number)
                                .expect(200)
                                .text("/document/title"))
                .isEqualTo("绕过审签的通知");
    }

    private List<String> publicDocuments() {
        return database.sql(
                        "SELECT document_id || ' ' || edition_id || ' ' || title FROM public_document"
                                + " ORDER BY document_id")
                .query(String.class)
                .list();
    }

    private static Map<String, Object> notice() {
        return DemoPeople.notice("绕过审签的通知", "<p>正文。</p>");
    }

    private String drafted() {
        return people.draft(notice());
    }

    private String submitted() {
        return people.submitted(notice());
    }

    private String approved() {
        return people.approved(notice());
    }

    private String approvedAs(String attribute) {
        var notice = notice();
        notice.put("attribute", attribute);
        return people.approved(notice);
    }

    private String signedBy(String... signers) {
        var id = submitted();
        for (var signer : signers) {
            sign(signer, id).expect(200);
        }
        return id;
    }

    private String returned() {
        var id = submitted();
        people.step("head", id, "return", Map.of("reason", "请核实")).expect(200);
        return id;
    }

    private String changed(String id) {
        var notice = notice();
        notice.put("bodyHtml", "<p>签后改动的正文。</p>");
        people.as("clerk")
                .with("If-Match", people.read(id).etag())
                .put(PATH + id, notice)
                .expect(200);
        return id;
    }

    private String alsoWrittenBy(String person) {
        var id = submitted();
        database.sql(
                        "INSERT INTO drafter SELECT CAST(? AS uuid), id, now() FROM organization_person WHERE key = ?")
                .params(id, person)
                .update();
        return id;
    }

    /** The person signed the first level as well, at another time. */
    private String signedAlsoBy(String person) {
        var id = signedBy("head", "secrecy");
        database.sql(
                        """
                        INSERT INTO revision (document_id, number, content, sha256, levels, findings, submitted_by, submitted_at)
                        SELECT document_id, 2, content, sha256, levels, findings, submitted_by, submitted_at
                        FROM revision WHERE document_id = CAST(? AS uuid)
                        """)
                .param(id)
                .update();
        for (var level : List.of("SECTION_HEAD", "SECRECY_REVIEWER")) {
            database.sql(
                            """
                            INSERT INTO signature (document_id, revision_id, sha256, level, signer, political,
                                secrecy, wording, opinion, signed_at)
                            SELECT r.document_id, r.id, r.sha256, ?, p.id, true, true, true, '同意', r.submitted_at
                            FROM revision r JOIN organization_person p ON p.key = ?
                            WHERE r.document_id = CAST(? AS uuid) AND r.number = 2
                            """)
                    .params(level, level.equals("SECTION_HEAD") ? person : "secrecy", id)
                    .update();
        }
        return id;
    }

    private String called(String state, String id) {
        database.sql("UPDATE document SET state = ? WHERE id = CAST(? AS uuid)")
                .params(state, id)
                .update();
        return id;
    }

    private String overwritten(String id) {
        database.sql(
                        """
                        UPDATE draft SET content = '{}', sha256 = encode(sha256('{}'::bytea), 'hex')
                        WHERE document_id = CAST(? AS uuid)
                        """)
                .param(id)
                .update();
        return id;
    }

    private ApiAnswer sign(String who, String id) {
        return people.sign(who, id);
    }

    private ApiAnswer signWithout(String gate, String id) {
        var gates =
                Map.of(
                        "political", !gate.equals("political"),
                        "secrecy", !gate.equals("secrecy"),
                        "wording", !gate.equals("wording"));
        return people.step("head", id, "sign", Map.of("sha256", people.sha256(id), "gates", gates));
    }

    private ApiAnswer publish(String id) {
        return step("publish", id, Map.of());
    }

    private ApiAnswer correct(String id) {
        return people.step("clerk", id, "correct", Map.of("note", "改一处"));
    }

    private ApiAnswer step(String step, String id, Map<String, ?> body) {
        return people.step("office", id, step, body);
    }

    private ApiAnswer saveAs(String who) {
        var id = approved();
        return people.as(who).with("If-Match", people.read(id).etag()).put(PATH + id, notice());
    }
}
