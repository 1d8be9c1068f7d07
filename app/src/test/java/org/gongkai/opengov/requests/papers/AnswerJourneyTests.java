package org.gongkai.opengov.requests.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.gongkai.opengov.requests.archive.ArchiveDesk;
import org.gongkai.opengov.requests.archive.ArchiveEntry;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Paper;
import org.gongkai.opengov.requests.decisions.Told;
import org.gongkai.platform.organization.Organization;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName(
        "Answers (答复) — 《政府信息公开条例》 arts. 30, 35–39, from the public form to the delivered letter")
class AnswerJourneyTests {
    private static final Path RECEIVED = Path.of("target/received/case-letters");

    /** To the question whether the information is this agency's. */
    private static final String OURS = "nnnnnnnnnn";

    /** It is, it was found, needs no making and is not yet public. */
    private static final String FOUND = OURS + "yynn";

    /** How each outcome is reached, question by question (ADR 0175). */
    private static final Map<Outcome, String> ANSWERS = answers();

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TestClock clock;
    @Autowired ArchiveDesk archive;
    @Autowired Organization organization;

    private DemoPeople people;

    @BeforeEach
    void aQuietHour() {
        database.sql("DELETE FROM request_try").update();
        people = DemoPeople.at(port);
    }

    static Stream<Outcome> answered() {
        return Stream.of(Outcome.values()).filter(it -> it.paper() != Paper.FILE_NOTE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answered")
    void goesFromTheFormToTheDeliveredLetter(Outcome outcome) throws IOException {
        var work = prepared(outcome);
        work.decide(ANSWERS.get(outcome), told(work, outcome));
        attachWhatIsNeeded(work, outcome);
        var kind = outcome.paper() == Paper.REPLY ? "reply" : "no-handling";

        var letter = work.answered(kind);

        var read = work.read();
        assertThat(read.text("/stage")).isEqualTo("delivered");
        assertThat(read.json().get("events").valueStream())
                .anyMatch(
                        it ->
                                it.get("type").asString().equals("made")
                                        && it.get("outcome").asString().equals(outcome.slug()));
        assertThat(work.tracked().text()).contains("答复书已经送达", "已经送出的文书");
        var words = work.downloaded(letter);
        var number = work.letter(letter).text("/number");
        assertThat(number).matches("银环公复〔2021〕[1-9]\\d*号");
        assertThat(words)
                .contains(CaseWork.NAME, number, work.number, "行政复议")
                .doesNotContain("{", "*");
        outcome.articles().forEach(it -> assertThat(words).contains(it.term()));
        assertThat(words).contains(outcome.paper() == Paper.REPLY ? "如不服本答复" : "如不服本告知书");
        keep(outcome.slug() + ".pdf", work.track("/letters/" + letter, work.secret, 200));
        if (outcome == Outcome.PARTLY_DISCLOSED) {
            assertThat(
                            CaseWork.words(
                                    work.track(
                                            "/letters/" + letter + "/enclosures/1",
                                            work.secret,
                                            200)))
                    .contains("Reportby")
                    .doesNotContain("WangWu");
            assertThat(
                            CaseWork.words(
                                    work.track(
                                            "/letters/" + letter + "/enclosures/2",
                                            work.secret,
                                            200)))
                    .contains("区分处理清单", "第十五条");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Outcome.class,
            names = {"NOT_CORRECTED", "FEE_UNPAID", "ENDED_OTHERWISE"})
    void endsWithANoteForTheFile(Outcome outcome) {
        var work = ended(outcome);

        var note = work.begin("file-note", Map.of()).expect(201);
        var id = note.number("/id");
        work.step("office", id, "submit", Map.of()).expect(409);
        work.step("office", id, "make", Map.of()).expect(200);

        assertThat(CaseWork.lines(note)).anyMatch(it -> it.contains(outcome.term()));
        assertThat(work.read().text("/stage")).isEqualTo("closed");
        work.step("office", id, "dispatch", Map.of("way", "邮寄", "evidence", "XA1")).expect(409);
        assertThat(work.tracked().text()).doesNotContain("办理终止记录");
        work.track("/letters/" + id, work.secret, 404);
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(CaseWork.words(office.download(work.desk() + "/letters/" + id + "/letter.pdf")))
                .contains("办理终止记录", CaseWork.NAME);
        work.begin("file-note", Map.of()).expect(409);
    }

    @Test
    void isWrittenReviewedSignedAndSentOnThePages() throws IOException {
        var work = CaseWork.asked(port, database, people);
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        var matter = work.desk() + "/matters/1";
        assertThat(office.open(work.desk()).expect(200).text()).contains("答复和文书", "未判断", "补正告知书");
        office.open(work.desk() + "/letters/new?kind=reply").expect(409);

        var asked = office.open(matter).expect(200);
        assertThat(asked.text()).contains("这项申请是否已经撤回");
        var outcome =
                office.open(matter + "?answers=" + ANSWERS.get(Outcome.DISCLOSED)).expect(200);
        assertThat(outcome.text()).contains("办理结果：予以公开", "尚未保存");
        outcome.send(matter + "/decision", Map.of("how-to-get", "随本答复书邮寄")).expect(302);
        var kept = office.follow().expect(200);
        assertThat(kept.text()).contains("判断已经保存", "请写明获取的时间，或者随答复书提供信息");
        kept.sendFile(
                        matter + "/papers",
                        "file",
                        "许可证.txt",
                        "公开的内容".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        Map.of())
                .expect(302);
        assertThat(office.follow().text()).contains("许可证.txt", "已经齐全");

        office.open(work.desk() + "/letters/new?kind=reply").expect(200);
        assertThat(office.text()).contains("由案件填入的内容").doesNotContain(CaseWork.NAME);
        office.send(work.desk() + "/letters", Map.of()).expect(302);
        var letter = office.redirect().replaceAll("\\?.*", "");
        var draft = office.follow().expect(200);
        assertThat(draft.text())
                .contains("欧***：", "第三十六条第二项", "现予公开", "许可证")
                .doesNotContain(CaseWork.NAME);

        var words = draft.page().select("#words").text();
        var shortened =
                draft.send(
                        letter + "/text", Map.of("words", words.replaceAll("(?m)^如不服本答复.*\n", "")));
        assertThat(shortened.expect(422).text()).contains("正文中缺少“救济途径”");
        office.open(letter)
                .send(letter + "/text", Map.of("words", words.replace("现予公开", "现将全文公开")))
                .expect(302);
        var changed = office.follow().expect(200);
        assertThat(changed.page().select("#changed-title").text()).contains("与模板不同之处");
        assertThat(changed.page().select("ins").eachText()).anyMatch(it -> it.contains("将全文"));
        assertThat(changed.text()).contains("第2稿");

        changed.send(letter + "/steps/submit", Map.of()).expect(302);
        assertThat(office.follow().text()).contains("已送审").doesNotContain("审核的是左边这一稿");

        var head = DeskClient.at(port).signIn("head2", DemoPeople.PASSWORD);
        assertThat(head.open(letter).expect(200).text()).contains("现将全文公开");
        head.send(letter + "/steps/return", Map.of()).expect(422);
        assertThat(head.text()).contains("请说明理由");
        head.open(letter).send(letter + "/steps/return", Map.of("note", "请写明份数")).expect(302);
        office.open(letter)
                .send(
                        letter + "/text",
                        Map.of(
                                "words",
                                office.page()
                                        .select("#words")
                                        .text()
                                        .replace("现将全文公开", "现将全文一份公开")))
                .expect(302);
        office.open(letter).send(letter + "/steps/submit", Map.of()).expect(302);
        head.open(letter).send(letter + "/steps/review", Map.of("note", "同意")).expect(302);

        var leader = DeskClient.at(port).signIn("leader", DemoPeople.PASSWORD);
        assertThat(leader.open(letter).expect(200).text())
                .contains("与第2稿不同之处")
                .doesNotContain(CaseWork.NAME);
        leader.send(letter + "/steps/sign", Map.of("note", "同意")).expect(302);
        assertThat(leader.follow().text()).contains("银环公复〔2021〕", "签发文本校验值");
        assertThat(CaseWork.words(leader.download(letter + "/letter.pdf")))
                .contains("欧***")
                .doesNotContain(CaseWork.NAME);

        office.open(letter).send(letter + "/steps/make", Map.of()).expect(302);
        var made = office.follow().expect(200);
        assertThat(made.text()).contains("送达回证（PDF）", "信封（PDF）");
        assertThat(CaseWork.words(office.download(letter + "/letter.pdf"))).contains(CaseWork.NAME);
        assertThat(office.download(letter + "/letter.docx")).startsWith('P', 'K');
        assertThat(CaseWork.words(office.download(letter + "/large.pdf"))).contains(CaseWork.NAME);
        keep("clock.pdf", office.download(work.desk() + "/clock.pdf"));
        for (var file : List.of("large", "receipt", "cover/envelope", "cover/label")) {
            keep(file.replace('/', '-') + ".pdf", office.download(letter + "/" + file + ".pdf"));
        }
        assertThat(CaseWork.words(office.download(letter + "/receipt.pdf")))
                .contains("送达回证", CaseWork.NAME, "某街2号");
        assertThat(CaseWork.words(office.download(letter + "/cover/envelope.pdf")))
                .contains("750001", CaseWork.NAME + "（收）");
        leader.open(letter + "/cover/envelope.pdf").expect(403);
        assertThat(work.tracked().text()).doesNotContain("已经送出的文书");

        office.open(letter)
                .send(letter + "/steps/dispatch", Map.of("way", "邮寄", "evidence", "XA0001"))
                .expect(302);
        assertThat(office.follow().text()).contains("申请人可以在查询页下载");
        var tracked = work.tracked();
        assertThat(tracked.text()).contains("政府信息公开申请答复书", "下载附件：许可证");
        var sent = Long.parseLong(letter.replaceAll(".*/", ""));
        assertThat(work.downloaded(sent)).contains(CaseWork.NAME, "现将全文一份公开");
        assertThat(new String(work.track("/letters/" + sent + "/enclosures/1", work.secret, 200)))
                .isEqualTo("公开的内容");
        work.track("/letters/" + sent, "AAAA-AAAA-AAAA", 422);
        assertThat(archived(work.id)).containsValue("公开的内容");
        assertThat(count("request_letter_draft WHERE words LIKE '%" + CaseWork.NAME + "%'"))
                .isZero();
        assertThat(count("request_letter_file WHERE substring(pdf from 1 for 4) = '%PDF'"))
                .isZero();
    }

    /** The files that went with letters, in the package for the archive. */
    private Map<String, String> archived(long id) throws IOException {
        var office =
                organization.actorOn(
                        organization.personByKey("office").orElseThrow().id(),
                        LocalDate.parse("2021-07-30"));
        var made = archive.export(office, id, new ArchiveEntry("left-out", null, null));
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(made.zip()))) {
            for (var it = zip.getNextEntry(); it != null; it = zip.getNextEntry()) {
                if (it.getName().contains("-letters/")) {
                    files.put(it.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }

    @Test
    void isSignedByNobodyWhoWroteALineOfItAndLeavesOnlySigned() {
        var work = disclosed();
        var letter = work.begin("reply", Map.of()).expect(201).number("/id");
        people.as("head2")
                .put(
                        work.path() + "/letters/" + letter + "/text",
                        Map.of(
                                "words",
                                String.join("\n", CaseWork.lines(work.letter(letter))) + "\n此复。"))
                .expect(200);
        work.step("office", letter, "submit", Map.of()).expect(200);

        work.step("head2", letter, "review", Map.of()).expect(403);
        work.step("office", letter, "dispatch", Map.of("way", "邮寄", "evidence", "XA1")).expect(409);
        work.step("office", letter, "make", Map.of()).expect(409);
        work.step("office", letter, "sign", Map.of()).expect(403);
        work.step("office-head", letter, "review", Map.of("sha256", "0".repeat(64))).expect(409);
        work.step("office-head", letter, "review", Map.of()).expect(200);
        work.step("leader", letter, "sign", Map.of()).expect(200);
        var signed = work.letter(letter);
        work.step("office", letter, "make", Map.of()).expect(200);

        people.as("office")
                .put(work.path() + "/letters/" + letter + "/text", Map.of("words", "改"))
                .expect(409);
        assertThat(work.letter(letter).text("/signedSha256"))
                .isEqualTo(signed.text("/signedSha256"));
        assertThat(
                        count(
                                "audit_entry WHERE action = 'requests.refused' AND subject = 'request:"
                                        + work.id
                                        + "'"))
                .isEqualTo(6);
        assertThat(count("request_letter_move WHERE letter_id = " + letter)).isEqualTo(4);
    }

    @Test
    void isGivenUpWithItsNumberOnceTheRequestIsWithdrawn() {
        var work = disclosed();
        var letter = work.begin("reply", Map.of()).expect(201).number("/id");
        work.step("office", letter, "submit", Map.of()).expect(200);
        work.step("head2", letter, "review", Map.of()).expect(200);
        work.step("leader", letter, "sign", Map.of()).expect(200);
        var number = work.letter(letter).text("/number");
        var reason = Map.of("note", "申请人撤回");
        assertThat(work.step("office", letter, "void", reason).expect(409).text("/detail"))
                .contains("申请终止以后才能作废");
        work.event("office", Map.of("type", "withdrawn", "note", "书面撤回")).expect(200);
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(office.open(work.desk()).expect(200).text()).contains("申请已经终止，这份文书不再发出");

        work.step("clerk2", letter, "void", reason).expect(409);
        work.step("office", letter, "void", Map.of()).expect(422);
        work.step("office", letter, "void", reason).expect(200);

        var read = work.letter(letter);
        assertThat(read.text("/state")).isEqualTo("void");
        assertThat(read.text("/number")).isEqualTo(number);
        work.step("office", letter, "make", Map.of()).expect(409);
        assertThat(count("request_letter_move WHERE note = '申请人撤回' AND letter_id = " + letter))
                .isEqualTo(1);
        assertThat(office.open(work.desk()).text()).contains("已作废").doesNotContain("这份文书不再发出");
    }

    @Test
    void isWrittenAnewWhenTheCaseHasChangedMeanwhile() {
        var work = disclosed();
        var letter = work.begin("reply", Map.of()).expect(201).number("/id");
        work.decide(ANSWERS.get(Outcome.ALREADY_PUBLIC), Map.of("how-to-get", "本机关网站"));

        var refused = work.step("office", letter, "submit", Map.of()).expect(409);
        assertThat(refused.text("/detail")).contains("请重新套用模板");
        people.as("office")
                .put(work.path() + "/letters/" + letter + "/fields", Map.of("fields", Map.of()))
                .expect(200);
        work.step("office", letter, "submit", Map.of()).expect(200);
        assertThat(work.letter(letter).number("/edition")).isEqualTo(2);
    }

    @Test
    void namesWhatAnAnswerLacks() {
        var work = CaseWork.asked(port, database, people);
        assertThat(work.begin("reply", Map.of()).expect(409).text("/detail")).contains("第1项");
        work.decide(ANSWERS.get(Outcome.DOES_NOT_EXIST), Map.of("search", "检索了档案目录"));
        assertThat(work.begin("reply", Map.of()).expect(422).text("/errors/0/message"))
                .isEqualTo("请存入检索记录");
        work.attach(Map.of("proof", "search-record", "words", "8月2日检索")).expect(201);
        work.begin("no-handling", Map.of()).expect(409);
        work.begin("reply", Map.of()).expect(201);
        assertThat(work.begin("reply", Map.of()).expect(409).text("/detail")).contains("已经有一份");

        var other = CaseWork.asked(port, database, people);
        other.decide(ANSWERS.get(Outcome.NOT_THIS_AGENCY), Map.of("reasons", "属于水务职责"));
        assertThat(other.begin("reply", Map.of()).expect(422).text("/errors/0/message"))
                .contains("名称和联系方式");
        other.decide(
                ANSWERS.get(Outcome.PARTLY_DISCLOSED),
                Map.of("public-part", "正文", "reasons", "个人隐私"));
        assertThat(other.begin("reply", Map.of()).expect(422).body()).contains("请附上区分处理清单");
    }

    @Test
    void isNoLetterThatTheLawLeavesNoRoomFor() {
        var work = CaseWork.asked(port, database, people);
        assertThat(
                        work.begin("extension-notice", Map.of("reasons", "资料多"))
                                .expect(409)
                                .text("/detail"))
                .contains("负责人同意");
        work.event("office", Map.of("type", "extension-asked", "workingDays", 20, "note", "资料多"))
                .expect(200);
        work.event("office-head", Map.of("type", "extension-approved", "workingDays", 20))
                .expect(200);
        assertThat(
                        work.begin("extension-notice", Map.of("reasons", ""))
                                .expect(422)
                                .text("/errors/0/message"))
                .contains("理由");
        var late = CaseWork.asked(port, database, people);
        late.event("office", Map.of("type", "extension-asked", "workingDays", 5, "note", "资料多"))
                .expect(200);
        late.event("office-head", Map.of("type", "extension-approved", "workingDays", 5))
                .expect(200);

        var letter = work.noticed("extension-notice", Map.of("reasons", "资料多"));

        // Received on Friday 30 July 2021; forty working days end on Sunday 26 September, a working
        // one.
        assertThat(work.read().text("/due")).isEqualTo("2021-09-26");
        assertThat(work.downloaded(letter)).contains("延长答复期限20个工作日", "2021年9月26日");
        assertThat(
                        work.begin("extension-notice", Map.of("reasons", "又多"))
                                .expect(409)
                                .text("/detail"))
                .contains("不能再次延期");
        clock.set("2021-08-30T09:00:00+08:00");
        late.by(DemoPeople.at(port));
        assertThat(
                        late.begin("extension-notice", Map.of("reasons", "资料多"))
                                .expect(409)
                                .text("/detail"))
                .contains("已经不能延期");
    }

    @Test
    void askTheApplicantAndOthersByNoticesThatAreStepsOfTheCase() {
        var work = CaseWork.asked(port, database, people);
        var correction = Map.of("unclear", "没有写明年份", "to-correct", "写明年份", "term", "2021-08-13");
        assertThat(work.begin("correction-notice", Map.of()).expect(422).body())
                .contains("不明确之处", "补正事项")
                // A term is suggested (ADR 0202).
                .doesNotContain("办理期限");
        var notice = work.noticed("correction-notice", correction);
        assertThat(work.read().text("/stage")).isEqualTo("awaiting-correction");
        assertThat(work.downloaded(notice)).contains("写明年份", "2021年8月13日");
        assertThat(work.begin("correction-notice", correction).expect(409).text("/detail"))
                .contains("一次性");

        var asked = CaseWork.asked(port, database, people);
        var letter =
                asked.noticed(
                        "third-party-consultation",
                        Map.of(
                                "third-party", "某化工厂",
                                "information", "许可证副本",
                                "harm", "商业秘密",
                                "address", "750002 某路3号"));
        assertThat(asked.read().text("/stage")).isEqualTo("consulting");
        assertThat(String.join("", CaseWork.lines(asked.letter(letter))))
                .doesNotContain(asked.number, "欧");
        asked.track("/letters/" + letter, asked.secret, 404);
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(
                        CaseWork.words(
                                office.download(
                                        asked.desk() + "/letters/" + letter + "/cover/label.pdf")))
                .contains("某化工厂（收）", "750002", "某路3号")
                .doesNotContain(CaseWork.NAME);
        var told = asked.noticed("consultation-notice", Map.of("sent-on", "2021-07-30"));
        assertThat(asked.downloaded(told)).contains("2021年7月30日", "不计算在答复期限内");

        var fee = CaseWork.asked(port, database, people);
        assertThat(
                        fee.begin("fee-notice", Map.of("method", "piece", "to", "35", "pages", "3"))
                                .expect(422)
                                .body())
                .contains("pages");
        var paid = fee.noticed("fee-notice", Map.of("method", "piece", "from", "1", "to", "35"));
        assertThat(fee.read().text("/stage")).isEqualTo("awaiting-fee");
        assertThat(fee.downloaded(paid)).contains("3000元", "第31件至第35件，每件200元");
        assertThat(
                        fee.begin("fee-notice", Map.of("method", "page", "pages", "31"))
                                .expect(409)
                                .status())
                .isEqualTo(409);
    }

    @Test
    void takesNumbersOneAfterTheOtherWhenManySignAtOnce() throws Exception {
        var letters =
                Stream.generate(this::disclosed)
                        .limit(4)
                        .map(
                                work -> {
                                    var letter =
                                            work.begin("reply", Map.of()).expect(201).number("/id");
                                    work.step("office", letter, "submit", Map.of()).expect(200);
                                    work.step("head2", letter, "review", Map.of()).expect(200);
                                    return Map.entry(work, letter);
                                })
                        .toList();
        people.as("leader");
        people.as("office");

        List<ApiAnswer> signed;
        try (var many = Executors.newFixedThreadPool(8)) {
            signed =
                    many
                            .invokeAll(
                                    Stream.concat(letters.stream(), letters.stream())
                                            .<Callable<ApiAnswer>>map(
                                                    it ->
                                                            () ->
                                                                    it.getKey()
                                                                            .step(
                                                                                    "leader",
                                                                                    it.getValue(),
                                                                                    "sign",
                                                                                    Map.of()))
                                            .toList())
                            .stream()
                            .map(java.util.concurrent.Future::resultNow)
                            .toList();
        }

        assertThat(signed.stream().filter(it -> it.status() == 200)).hasSize(4);
        assertThat(signed.stream().filter(it -> it.status() == 409)).hasSize(4);
        assertThat(
                        database.sql(
                                        """
                                        SELECT (SELECT last FROM request_letter_counter WHERE year = 2021)
                                            = count(DISTINCT number) AND count(*) = count(DISTINCT number)
                                        FROM request_letter WHERE year = 2021
                                        """)
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    private static void keep(String name, byte[] file) throws IOException {
        Files.createDirectories(RECEIVED);
        Files.write(RECEIVED.resolve(name), file);
    }

    private CaseWork disclosed() {
        var work = CaseWork.asked(port, database, people);
        work.decide(
                ANSWERS.get(Outcome.DISCLOSED),
                Map.of("how-to-get", "随本答复书邮寄", "when", "2021年8月16日前"));
        return work;
    }

    private CaseWork prepared(Outcome outcome) {
        if (outcome == Outcome.REPEATED) {
            disclosed().answered("reply");
        }
        var work = CaseWork.asked(port, database, people);
        switch (outcome) {
            case HARMS_THIRD_PARTY -> {
                work.noticed(
                        "third-party-consultation",
                        Map.of("third-party", "某化工厂", "information", "附件3", "harm", "商业秘密"));
                work.event(
                                "office",
                                Map.of(
                                        "type", "third-party-answered",
                                        "party", "某化工厂",
                                        "note", "不同意公开，理由合理"))
                        .expect(200);
            }
            case STILL_UNCLEAR -> {
                work.noticed("correction-notice", correction());
                work.event("office", Map.of("type", "corrected", "note", "还是要全部资料")).expect(200);
            }
            case UNREASONABLE_VOLUME -> {
                work.noticed(
                        "reasons-notice", Map.of("volume", "7月共提出申请63件。", "term", "2021-08-13"));
                work.event("office", Map.of("type", "reasons-given", "note", "没有说明用途")).expect(200);
            }
            default -> {}
        }
        return work;
    }

    private static Map<String, String> correction() {
        return Map.of("unclear", "没有写明年份", "to-correct", "写明年份", "term", "2021-08-13");
    }

    private CaseWork ended(Outcome outcome) {
        var work = CaseWork.asked(port, database, people);
        switch (outcome) {
            case NOT_CORRECTED -> {
                work.noticed("correction-notice", correction());
                later(work, "2021-08-16T09:00:00+08:00");
                work.event("office", Map.of("type", "not-corrected", "note", "期满没有补正")).expect(200);
            }
            case FEE_UNPAID -> {
                work.noticed("fee-notice", Map.of("method", "page", "pages", "250"));
                // Noticed on Friday 30 July 2021; twenty working days end on Friday 27 August.
                later(work, "2021-08-30T09:00:00+08:00");
                work.event("office", Map.of("type", "fee-unpaid", "note", "期满没有缴费")).expect(200);
            }
            default ->
                    work.event("office", Map.of("type", "withdrawn", "note", "书面撤回")).expect(200);
        }
        return work;
    }

    private void later(CaseWork work, String moment) {
        clock.set(moment);
        people = DemoPeople.at(port);
        work.by(people);
    }

    private Map<String, String> told(CaseWork work, Outcome outcome) {
        var told = new EnumMap<Told, String>(Told.class);
        outcome.must().forEach(it -> told.put(it, words(it)));
        outcome.may().forEach(it -> told.put(it, words(it)));
        var named = new HashMap<String, String>();
        told.forEach((what, said) -> named.put(what.slug(), said));
        return named;
    }

    private void attachWhatIsNeeded(CaseWork work, Outcome outcome) {
        switch (outcome) {
            case PARTLY_DISCLOSED -> work.attach(Map.of("redaction", work.redacted())).expect(201);
            case STATE_SECRET ->
                    work.attach(Map.of("proof", "classification", "words", "2020年定密，机密"))
                            .expect(201);
            case DOES_NOT_EXIST ->
                    work.attach(Map.of("proof", "search-record", "words", "8月2日检索档案目录"))
                            .expect(201);
            case REPEATED -> {
                work.attach(Map.of("proof", "earlier-answer", "words", "YSQ-2021-99999"))
                        .expect(422);
                work.attach(Map.of("proof", "earlier-answer", "words", earlier(work))).expect(201);
            }
            default -> {}
        }
    }

    /** Another request of the same applicant, answered before this one was asked. */
    private String earlier(CaseWork work) {
        return database.sql(
                        "SELECT number FROM request_case WHERE id < :id AND answered_on IS NOT NULL"
                                + " AND applicant_key = (SELECT applicant_key FROM request_case WHERE"
                                + " id = :id) LIMIT 1")
                .param("id", work.id)
                .query(String.class)
                .single();
    }

    private static String words(Told what) {
        return switch (what) {
            case HOW_TO_GET -> "本机关网站“环境影响评价”栏目";
            case WHEN -> "2021年8月16日前，随本答复书邮寄";
            case PUBLIC_PART -> "检查记录正文";
            case REASONS -> "经审查，情况属实，理由充分。";
            case LAW -> "《不动产登记暂行条例》第二十七条";
            case SEARCH -> "以企业名称检索了2018年至2021年的档案目录，没有找到。";
            case RIGHT_AGENCY -> "银川市审批服务管理局，电话0951-6000002";
            case AGENCY_UNKNOWN -> "文件没有署名";
            case EARLIER_ANSWER -> "2021年3月2日，银环公复〔2021〕3号";
            case PROPER_CHANNEL -> "12345政务服务便民热线";
        };
    }

    private static Map<Outcome, String> answers() {
        var answers = new EnumMap<Outcome, String>(Outcome.class);
        answers.put(Outcome.ALREADY_PUBLIC, OURS + "yyny");
        answers.put(Outcome.DISCLOSED, FOUND + "nnnnnnn");
        answers.put(Outcome.PARTLY_DISCLOSED, FOUND + "nnnyny");
        answers.put(Outcome.STATE_SECRET, FOUND + "yn");
        answers.put(Outcome.BANNED_BY_LAW, FOUND + "nyn");
        answers.put(Outcome.ENDANGERS_SECURITY, FOUND + "nnyn");
        answers.put(Outcome.HARMS_THIRD_PARTY, FOUND + "nnnynn");
        answers.put(Outcome.INTERNAL_AFFAIRS, FOUND + "nnnnyyn");
        answers.put(Outcome.PROCESS_INFORMATION, FOUND + "nnnnnynyn");
        answers.put(Outcome.ENFORCEMENT_FILE, FOUND + "nnnnnnynyn");
        answers.put(Outcome.REGISTRY, "nnnnnnnnny");
        answers.put(Outcome.DOES_NOT_EXIST, OURS + "yn");
        answers.put(Outcome.NOT_THIS_AGENCY, OURS + "n");
        answers.put(Outcome.NEEDS_MAKING, OURS + "yyy");
        answers.put(Outcome.STILL_UNCLEAR, "nnnnnnnny");
        answers.put(Outcome.PETITION, "nnny");
        answers.put(Outcome.REPEATED, "nnnnny");
        answers.put(Outcome.PUBLICATION, "nnnny");
        answers.put(Outcome.UNREASONABLE_VOLUME, "nnnnnnny");
        answers.put(Outcome.CONFIRM_AGAIN, "nnnnnny");
        return answers;
    }

    private long count(String what) {
        return database.sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }
}
