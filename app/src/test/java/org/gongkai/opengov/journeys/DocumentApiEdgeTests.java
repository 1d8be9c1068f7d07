package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.files.ImageSamples;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The common rules of the API, at documents. */
@DemoAgencyTest
@DisplayName("Documents over the API, at the edges")
class DocumentApiEdgeTests {
    private static final String PATH = "/api/v1/documents";
    private static final String NOT_NOW = "not-possible-in-this-state";

    @LocalServerPort int port;
    @Autowired JdbcClient database;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    @Test
    void areCreatedOnceForOneKey() {
        var clerk = people.as("clerk").with("Idempotency-Key", UUID.randomUUID().toString());
        var title = "幂等的通知";

        var first = clerk.post(PATH, notice(title)).expect(201);
        var again = clerk.post(PATH, notice(title)).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.header("Location")).isEqualTo(PATH + "/" + first.text("/id"));
        assertThat(titled(title)).isEqualTo(1);
        clerk.post(PATH, notice("另一内容")).expectProblem(409, "key-used-otherwise");
        assertThat(titled("另一内容")).isZero();
    }

    @Test
    void areNotRememberedByAKeyWhenTheyWereRefused() {
        var clerk = people.as("clerk").with("Idempotency-Key", UUID.randomUUID().toString());
        var bad = notice("先错后对的通知");
        bad.put("attribute", "公开");

        clerk.post(PATH, bad).expectProblem(422, "invalid-input");
        clerk.post(PATH, notice("先错后对的通知")).expect(201);
    }

    @Test
    void areNotChangedOverSomebodyElsesChange() {
        var id = people.draft(notice("两人同改"));
        var read = people.as("clerk").get(PATH + "/" + id);
        var first = people.as("clerk").with("If-Match", read.etag());
        assertThat(first.put(PATH + "/" + id, notice("先存的")).expect(200).etag()).isEqualTo("\"2\"");

        var stale = first.put(PATH + "/" + id, notice("后存的"));

        stale.expectProblem(412, "changed-meanwhile");
        assertThat(stale.number("/currentVersion")).isEqualTo(2);
        assertThat(people.read(id).text("/content/title")).isEqualTo("先存的");
    }

    @Test
    void areNotChangedWithoutSayingWhatWasRead() {
        var id = people.draft(notice("不带版本"));

        var answer = people.as("clerk").put(PATH + "/" + id, notice("盲改"));

        answer.expectProblem(412, "changed-meanwhile");
        assertThat(answer.number("/currentVersion")).isEqualTo(1);
    }

    @Test
    void takeNoStepOnAnOldReading() {
        var id = people.draft(notice("旧版本送审"));

        people.as("clerk")
                .with("If-Match", "\"7\"")
                .post(PATH + "/" + id + "/steps/submit", Map.of())
                .expectProblem(412, "changed-meanwhile");

        assertThat(people.read(id).text("/state")).isEqualTo("draft");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0f3b8f2e-6a53-4c2e-9d0a-5f4f6f1f2a11",
                "1",
                "x",
                "0F3B8F2E-6A53-4C2E-9D0A-5F4F6F1F2A11"
            })
    void areNotFoundByAnUnknownId(String id) {
        people.as("clerk").get(PATH + "/" + id).expectProblem(404, "not-found");
        people.step("clerk", id, "submit", Map.of()).expectProblem(404, "not-found");
    }

    @Test
    void takeNoStepThatThereIsNot() {
        var id = people.draft(notice("没有的环节"));

        people.step("clerk", id, "save", Map.of()).expectProblem(404, "not-found");
        people.step("clerk", id, "nothing", Map.of()).expectProblem(404, "not-found");
    }

    @Test
    void areRefusedWithEachFieldThatIsWrong() {
        var wrong = notice("字段有误");
        wrong.put("attribute", "公开");
        wrong.put("article20Item", 16);
        wrong.put("legalGround", "");
        wrong.put("source", Map.of("own", false));
        wrong.put(
                "fields",
                Map.of("formedOn", "2021-02-30", "documentNumber", "银环发[2021]1号", "x", "y"));

        assertThat(fields(refused(wrong)))
                .containsExactlyInAnyOrder(
                        "attribute",
                        "article20Item",
                        "legalGround",
                        "source",
                        "fields.formedOn",
                        "fields.documentNumber",
                        "fields.x");
    }

    @Test
    void areRefusedWithEachNameThatIsUnknown() {
        var wrong = notice(" ");
        wrong.put("kind", "poem");
        wrong.put("section", "没有的科");
        wrong.put("column", "没有的栏目");

        assertThat(fields(refused(wrong)))
                .containsExactlyInAnyOrder("kind", "title", "section", "column");
    }

    @Test
    void areRefusedEmptyWithEveryFieldThatIsNeeded() {
        assertThat(fields(refused(new HashMap<>())))
                .containsExactlyInAnyOrder("kind", "title", "section", "column");
        var bare = new HashMap<String, Object>();
        List.of("kind", "title", "section", "column")
                .forEach(it -> bare.put(it, notice("只有名称").get(it)));
        assertThat(fields(refused(bare)))
                .containsExactlyInAnyOrder(
                        "bodyHtml", "attribute", "legalGround", "source", "fields.formedOn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "[]",
                "null",
                "\"x\"",
                "{\"title\": 1}}",
                "{\"article20Item\": \"三\"}",
                "{\"title\": {\"a\": 1}}",
                "{\"fields\": []}",
                "\u0000"
            })
    void areRefusedWhenTheBodyCannotBeRead(String body) {
        var answer =
                people.as("clerk")
                        .send(
                                "POST",
                                PATH,
                                "application/json",
                                body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
        assertThat(answer.text("/detail")).doesNotContain("Exception").doesNotContain("org.");
    }

    @Test
    void areRefusedAsMalformedWhenTheyAreNoJson() {
        people.as("clerk")
                .send("POST", PATH, "application/json", "{".getBytes(StandardCharsets.UTF_8))
                .expectProblem(400, "malformed");
        people.as("clerk")
                .send("POST", PATH, "text/plain", "x".getBytes(StandardCharsets.UTF_8))
                .expectProblem(415, "unsupported-content");
        var id = people.submitted(notice("无正文的签署"));
        people.as("head")
                .send(
                        "POST",
                        PATH + "/" + id + "/steps/sign",
                        "application/json",
                        "{\"sha256\": 1}".getBytes(StandardCharsets.UTF_8))
                .expectProblem(400, "malformed");
    }

    @Test
    void areSignedOnlyAsTheyAreNow() {
        var id = people.submitted(notice("签另一哈希"));

        var answer = people.step("head", id, "sign", DemoPeople.signature("0".repeat(64)));

        answer.expectProblem(409, NOT_NOW);
        assertThat(people.read(id).text("/awaiting")).isEqualTo("section-head");
    }

    @ParameterizedTest
    @CsvSource({"return, reason", "sign, gates"})
    void areReviewedOnlyWithWhatAReviewNeeds(String step, String field) {
        var id = people.submitted(notice("要件不全"));

        var answer = people.step("head", id, step, Map.of("sha256", people.sha256(id)));

        answer.expectProblem(422, "invalid-input");
        assertThat(fields(answer)).containsExactly(field);
        assertThat(people.read(id).text("/state")).isEqualTo("in-review");
    }

    @Test
    void areReturnedWithPassagesThatCanBeRead() {
        var id = people.submitted(notice("批注有误"));

        people.step("head", id, "return", Map.of("reason", "请核实", "passages", "全文"))
                .expectProblem(422, "invalid-input");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2021-07-30T09:00:00+08:00", "2020-01-01T00:00:00Z", "明天", "2021-08-02", ""})
    void areNotScheduledForTheSpentOrTheUnreadable(String at) {
        var id = people.approved(notice("定时有误"));

        var answer = people.step("office", id, "schedule", Map.of("at", at));

        answer.expectProblem(422, "invalid-input");
        assertThat(fields(answer)).containsExactly("at");
        assertThat(people.read(id).text("/state")).isEqualTo("approved");
    }

    @Test
    void saysWhatIsPossibleInsteadOfWhatIsNot() {
        var id = people.draft(notice("尚未送审"));

        var answer = people.step("clerk", id, "recall", Map.of());

        answer.expectProblem(409, NOT_NOW);
        assertThat(answer.at("/allowedSteps").valueStream().map(it -> it.asString()))
                .containsExactly("save", "submit", "discard");
    }

    @Test
    void areGoneWithReasonAndBasisWhenWithdrawn() {
        var id = people.published(notice("撤回的通知"));
        var number = people.read(id).text("/indexNumber");
        people.step("office", id, "withdraw", Map.of("reason", "名单含隐私"))
                .expectProblem(422, "invalid-input");
        people.step(
                        "office",
                        id,
                        "withdraw",
                        Map.of("reason", "名单含隐私", "legalBasis", "《政府信息公开条例》第十五条"))
                .expect(200);

        var gone = people.reader().get("/api/v1/public/documents/" + number);

        gone.expectProblem(410, "withdrawn");
        assertThat(gone.text("/detail")).contains("名单含隐私").contains("《政府信息公开条例》第十五条");
        assertThat(gone.body()).doesNotContain("撤回的通知");
        people.step("office", id, "restore", Map.of("reason", "已删去姓名")).expect(200);
        people.reader().get("/api/v1/public/documents/" + number).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>一</p><script>alert(1)</script>",
                "<p onclick=\"alert(1)\">一</p>",
                "<p><a href=\"javascript:alert(1)\">一</a></p>",
                "<p><a href=\"java\nscript:alert(1)\">一</a></p>",
                "<p>一<img src=\"https://t.invalid/p.gif\" width=\"1\" height=\"1\"></p>",
                "<p>一</p><iframe src=\"https://t.invalid\"></iframe>",
                "<p>一</p><svg onload=\"alert(1)\"><script>alert(1)</script></svg>",
                "<p style=\"background:url(https://t.invalid)\">一</p>",
                "<p>一</p><object data=\"data:text/html,<script>alert(1)</script>\"></object>",
                "<p>一</p><form action=\"https://t.invalid\"><input name=\"a\"></form>",
                "<p>一</p><base href=\"https://t.invalid/\"><meta http-equiv=\"refresh\" content=\"0\">",
                "<p>一</p><!--[if IE]><script>alert(1)</script><![endif]-->",
                "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math><p>一</p>"
            })
    void areCleanedOfWhatActs(String body) {
        var id = people.draft(notice("含脚本的正文", body));

        var kept = people.read(id).text("/content/bodyHtml");

        assertThat(kept)
                .doesNotContainIgnoringCase("script")
                .doesNotContain(
                        "alert", "t.invalid", "onclick", "onload", "onerror", "style=", "<!--");
        assertThat(Jsoup.parseBodyFragment(kept).select("p").text()).isEqualTo("一");
        assertThat(
                        Jsoup.parseBodyFragment(kept)
                                .select("img, iframe, svg, object, form, base, meta"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "title, 机密★十年 关于某事的通知",
        "bodyHtml, <p>秘密★</p><p>正文。</p>",
        "bodyHtml, <p>绝密</p><p>正文。</p>",
        "fields.documentNumber, 机密★"
    })
    void withAClassificationMarkAreRefusedBeforeTheyAreStored(String field, String value) {
        var marked = notice("带密级的材料");
        if (field.startsWith("fields.")) {
            marked.put("fields", Map.of("formedOn", "2021-07-28", field.substring(7), value));
        } else {
            marked.put(field, value);
        }
        var before = database.sql("SELECT count(*) FROM draft").query(Long.class).single();

        var answer = refused(marked);

        assertThat(fields(answer)).contains(field);
        assertThat(database.sql("SELECT count(*) FROM draft").query(Long.class).single())
                .isEqualTo(before);
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM audit_entry WHERE after::text LIKE '%★%'")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        database.sql("SELECT count(*) FROM draft WHERE content LIKE '%★%'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void withAClassificationMarkAreNotSavedIntoAnExistingDraft() {
        var id = people.draft(notice("起初无密级"));
        var clerk = people.as("clerk").with("If-Match", people.read(id).etag());

        clerk.put(PATH + "/" + id, notice("起初无密级", "<p>机密★五年</p>"))
                .expectProblem(422, "invalid-input");

        assertThat(people.read(id).text("/content/bodyHtml").strip()).isEqualTo("<p>正文。</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "legalGround, 机密★1年",
        "source, 秘密★",
        "bodyHtml, <img src='/files/x.png' alt='绝密★长期'>"
    })
    void withAClassificationMarkAnywhereAreRefused(String field, String value) {
        var marked = notice("带密级的材料");
        marked.put(field, field.equals("source") ? Map.of("own", false, "name", value) : value);
        if (field.equals("bodyHtml")) {
            marked.put(
                    field,
                    value.replace("/files/x.png", "/files/%s.png".formatted("0".repeat(64))));
        }

        assertThat(fields(refused(marked))).contains(field);
    }

    /** Signs that nobody sees would show another title than the one that is kept. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u202e", "\u2066", "\u200b", "\ufeff"})
    void areKeptWithoutWhatNobodySees(String unseen) {
        var odd = notice("关于" + unseen + "水质的通知", "<p>正" + unseen + "文。</p>");
        odd.put("legalGround", "条例" + unseen + "第二十条");
        odd.put("source", Map.of("own", false, "name", "新华" + unseen + "社"));
        odd.put("fields", Map.of("formedOn", "2021-07-28" + unseen));

        var kept = people.read(people.draft(odd));

        assertThat(kept.text("/content/title")).isEqualTo("关于水质的通知");
        assertThat(kept.text("/content/bodyHtml").strip()).isEqualTo("<p>正文。</p>");
        assertThat(kept.text("/content/legalGround")).isEqualTo("条例第二十条");
        assertThat(kept.text("/content/source/name")).isEqualTo("新华社");
        assertThat(kept.text("/content/fields/formedOn")).isEqualTo("2021-07-28");
        people.published(odd);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[null]", "[{}]", "[{\"sha256\":null}]", "[{\"sha256\":\"../../etc\"}]"})
    void areRefusedWithAttachmentsThatAreNone(String attachments) {
        var odd = notice("附件有误的通知");
        odd.put("attachments", new JsonMapper().readValue(attachments, List.class));

        assertThat(fields(refused(odd))).contains("attachments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "year=0",
                "year=-1",
                "year=2147483647",
                "year=-2147483648",
                "column=%00",
                "section=%00",
                "q=%00",
                "after=dHJ1ZR8tHysxMDAwMDAwMDAwLTEyLTMxVDIzOjU5OjU5Wh8wMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDA",
                "after=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaHzAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMA"
            })
    void areAskedForInStrangeWaysWithoutAFault(String query) {
        assertThat(people.reader().get("/api/v1/public/documents?" + query).status())
                .isIn(200, 422);
        assertThat(people.as("office").get(PATH + "?" + query).status()).isIn(200, 422);
        assertThat(DeskClient.at(port).open("/c/key-work?" + query).response().statusCode())
                .isIn(200, 404, 422);
        assertThat(DeskClient.at(port).open("/search?" + query).response().statusCode())
                .isIn(200, 422);
    }

    @ParameterizedTest
    @CsvSource({"withdraw, reason", "withdraw, legalBasis", "correct, note"})
    void takeNoStepWithASignThatCannotBeKept(String step, String field) {
        var id = people.published(notice("步骤有误的通知"));
        var body =
                new HashMap<String, Object>(
                        Map.of("reason", "有误", "legalBasis", "条例", "note", "更正"));
        body.keySet().removeIf(it -> step.equals("correct") != it.equals("note"));
        body.put(field, "有\u0000误");

        assertThat(people.step(who(step), id, step, body).status()).isIn(200, 422);
    }

    private static String who(String step) {
        return step.equals("correct") ? "clerk" : "office";
    }

    /** 个人信息保护法 art. 6: where and by whom a picture was taken is nothing that readers need. */
    @Test
    void showPicturesWithoutTheirPlace() throws IOException, ImageProcessingException {
        var taken = ImageSamples.jpegWithExif(true);
        var address =
                people.as("clerk")
                        .upload("/api/v1/files", "现场.jpg", taken, Map.of())
                        .expect(201)
                        .text("/address");
        var id =
                people.published(
                        notice(
                                "有照片的通知",
                                "<p><img src=\"%s\" alt=\"现场照片\"></p>".formatted(address)));

        var body = people.read(id).text("/content/bodyHtml");
        var shown = Jsoup.parseBodyFragment(body).select("img").attr("src");

        assertThat(shown).isNotEqualTo(address);
        assertThat(people.read(id).at("/findings")).isEmpty();
        DeskClient.at(port).open(address).expect(404);
        var bytes = DeskClient.at(port).download(shown);
        assertThat(
                        ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes))
                                .getDirectoriesOfType(GpsDirectory.class))
                .isEmpty();
    }

    /** Papers of long ago are published too; no list may fail over their day. */
    @ParameterizedTest
    @ValueSource(strings = {"2010-05-01", "1949-10-01", "9998-12-31"})
    void areReadWheneverTheyWereFormed(String day) {
        var old = notice("多年以前的文件");
        old.put("fields", Map.of("formedOn", day));
        var id = people.draft(old);
        var desk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);

        assertThat(people.read(id).json().path("due").isMissingNode()).isTrue();
        desk.open("/desk").expect(200);
        desk.open("/desk/documents").expect(200);
        desk.open("/desk/documents/" + id).expect(200);
        people.step("clerk", id, "discard", Map.of()).expect(200);
    }

    @Test
    void areShownWhateverTheAddressSaysWasDone() {
        var id = people.draft(notice("地址里的话"));

        DeskClient.at(port)
                .signIn("clerk", DemoPeople.PASSWORD)
                .open("/desk/documents/" + id + "?done=no-such-thing")
                .expect(200);
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=201", "limit=x", "after=forged", "state=unknown"})
    void areListedOnlyAsAskedProperly(String query) {
        people.as("clerk").get(PATH + "?" + query).expectProblem(422, "invalid-input");
    }

    @Test
    void areListedPageByPageWithoutLossOrDouble() {
        var ids = new java.util.HashSet<String>();
        for (int i = 0; i < 5; i++) {
            ids.add(people.draft(notice("翻页" + i)));
        }
        var seen = new java.util.ArrayList<String>();
        var query = "?q=%E7%BF%BB%E9%A1%B5&limit=2";
        var answer = people.as("clerk").get(PATH + query).expect(200);
        seen.addAll(answer.at("/items").findValuesAsString("id"));
        while (!answer.at("/next").isNull()) {
            answer =
                    people.as("clerk")
                            .get(PATH + query + "&after=" + answer.text("/next"))
                            .expect(200);
            seen.addAll(answer.at("/items").findValuesAsString("id"));
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
    }

    private static Map<String, Object> notice(String title) {
        return notice(title, "<p>正文。</p>");
    }

    private static Map<String, Object> notice(String title, String body) {
        return DemoPeople.notice(title, body);
    }

    private ApiAnswer refused(Map<String, Object> input) {
        return people.as("clerk").post(PATH, input).expectProblem(422, "invalid-input");
    }

    private static List<String> fields(ApiAnswer answer) {
        return answer.at("/errors").findValuesAsString("field");
    }

    private int titled(String title) {
        return database.sql("SELECT count(*) FROM document WHERE title = ?")
                .param(title)
                .query(Integer.class)
                .single();
    }
}
