package org.gongkai.opengov.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.opengov.remediation.RemediationWorld.PROJECTS;
import static org.gongkai.opengov.remediation.RemediationWorld.PUBLIC;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.files.ImageSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Remediation projects, their gate and their gaps (环境整治) — key points 二.6, 条例 art. 26")
class RemediationJourneyTests {
    @Autowired RemediationWork work;
    @Autowired RemediationRights rights;
    @Autowired Organization organization;
    @Autowired TestClock clock;
    @LocalServerPort int port;

    private RemediationWorld world;
    private DemoPeople people;

    @BeforeEach
    void open() {
        world = new RemediationWorld(port);
        people = world.people;
    }

    @Test
    void isPublicWithItsFirstPublishedDocumentAndASecondPersonsSignature() {
        var id = world.entered("公开关口甲");
        world.release("head2", id).expect(200);
        world.published(id).expectProblem(404, "not-found");

        var notice = world.document("关于公开关口甲的通知");
        world.stage(id, "notice", "2021-07-28", notice.indexNumber());
        world.published(id).expectProblem(404, "not-found");
        assertThat(page("/remediation")).doesNotContain("公开关口甲");

        world.release("head2", id).expect(200);
        var read = world.published(id).expect(200);
        assertThat(read.text("/content/stages/0/openness")).isEqualTo("published");
        assertThat(read.text("/content/stages/0/document/title")).isEqualTo("关于公开关口甲的通知");
        assertThat(page("/remediation")).contains("公开关口甲");
        assertThat(page("/remediation/" + world.numberOf(id)))
                .contains("关于公开关口甲的通知", "银生环发〔2021〕12号", "水生态环境科");
    }

    @Test
    void showsNothingThatOnlyOnePersonHasSeen() {
        var id = world.open("两人关口乙");
        var measures =
                Map.of(
                        "measures",
                        List.of(
                                Map.of(
                                        "name", "未签发的管网",
                                        "unit", "公里",
                                        "direction", "at-least",
                                        "target", 12,
                                        "reached", 6,
                                        "asOf", "2021-06-30")));
        people.as("clerk2").put(PROJECTS + "/" + id + "/measures", measures).expect(200);
        var path = "/remediation/" + world.numberOf(id);
        assertThat(page(path)).doesNotContain("未签发的管网");
        assertThat(world.published(id).expect(200).at("/content/measures")).isEmpty();

        world.release("clerk2", id).expectProblem(403, "not-allowed");
        people.as("head2").put(PROJECTS + "/" + id, Map.of("head", "李工（副处长）")).expect(200);
        assertThat(world.release("head2", id).expectProblem(403, "not-allowed").body())
                .contains("另一人签发");
        people.as("clerk2").put(PROJECTS + "/" + id, Map.of("cause", "攻坚任务二")).expect(200);
        world.release("head2", id).expectProblem(403, "not-allowed");
        world.release("leader", id).expectProblem(403, "not-allowed");
        world.step("office", id, "release", Map.of("sha256", "0".repeat(64)))
                .expectProblem(412, "changed-meanwhile");
        assertThat(page(path)).doesNotContain("未签发的管网", "李工");

        world.release("office", id).expect(200);
        assertThat(page(path)).contains("未签发的管网", "李工", "完成 50%");
        world.release("office", id).expectProblem(409, "not-possible-in-this-state");
    }

    @Test
    void givesBackWithAReasonThatStandsOnTheWorklist() {
        var id = world.open("退回项目丙");
        people.as("clerk2").put(PROJECTS + "/" + id, Map.of("head", "错名字")).expect(200);

        world.giveBack("head2", id, "").expect(422);
        world.giveBack("head2", id, "责任人写错了").expect(200);

        assertThat(world.read(id).text("/returnedFor")).isEqualTo("责任人写错了");
        assertThat(lines("clerk2", "退回项目丙")).contains("remediation.work.returned");
        assertThat(page("/remediation/" + world.numberOf(id))).doesNotContain("错名字");
        people.as("clerk2").put(PROJECTS + "/" + id, Map.of("head", "对名字")).expect(200);
        assertThat(lines("head2", "退回项目丙")).contains("remediation.work.release");
        world.release("head2", id).expect(200);
        assertThat(page("/remediation/" + world.numberOf(id))).contains("对名字");
    }

    @Test
    void countsOnlyDocumentsThatArePublicNow() {
        var id = world.open("撤回项目丁");
        var report = world.document("撤回项目丁进展报告");
        var stage =
                Map.of(
                        "kind",
                        "progress",
                        "formedOn",
                        "2021-07-20",
                        "document",
                        "640100-113/2021-99999");
        assertThat(
                        people.as("clerk2")
                                .post(PROJECTS + "/" + id + "/stages", stage)
                                .expect(422)
                                .body())
                .contains("document");
        world.stage(id, "progress", "2021-07-20", report.indexNumber());
        world.release("head2", id).expect(200);
        assertThat(world.published(id).number("/gaps")).isZero();
        assertThat(page("/remediation/" + world.numberOf(id))).contains("撤回项目丁进展报告");

        world.withdraw(report);

        var read = world.published(id).expect(200);
        assertThat(read.number("/gaps")).isEqualTo(1);
        assertThat(read.body()).contains("\"withdrawn\"").doesNotContain("撤回项目丁进展报告");
        var shown = page("/remediation/" + world.numberOf(id));
        assertThat(shown).contains("原文件已撤回").doesNotContain("撤回项目丁进展报告");
        assertThat(gaps("撤回项目丁")).isEqualTo(1);
    }

    @Test
    void owesADocumentForTwentyWorkingDaysAndThenTellsTheHead() {
        var id = world.entered("时限项目戊");
        world.stage(id, "notice", "2021-07-30", "");
        world.stage(id, "work", "2021-07-30", "");

        assertThat(world.read(id).number("/gaps")).isEqualTo(1);
        assertThat(world.read(id).text("/content/stages/0/lastDay")).isEqualTo("2021-08-27");
        assertThat(lines("clerk2", "时限项目戊")).containsOnlyOnce("remediation.work.gap");
        assertThat(lines("head2", "时限项目戊")).doesNotContain("remediation.work.gap");

        clock.set("2021-08-27T23:00:00+08:00");
        assertThat(late(id)).isFalse();
        assertThat(lines("head2", "时限项目戊")).doesNotContain("remediation.work.gap");
        clock.set("2021-08-28T00:30:00+08:00");
        assertThat(late(id)).isTrue();
        assertThat(lines("head2", "时限项目戊")).containsOnlyOnce("remediation.work.gap");
        assertThat(lines("air-head", "时限项目戊")).isEmpty();
    }

    @Test
    void acceptsALawfulReasonOnlyWhenASecondPersonHasSignedIt() {
        var id = world.open("不予公开项目己");
        var stage = new java.util.HashMap<String, Object>();
        stage.put("kind", "acceptance");
        stage.put("formedOn", "2021-07-20");
        stage.put("groundReason", "附件含企业工艺参数");
        var path = PROJECTS + "/" + id + "/stages";
        assertThat(people.as("clerk2").post(path, stage).expect(422).body()).contains("ground");
        stage.put("ground", "art-15");
        people.as("clerk2").post(path, stage).expect(201);
        assertThat(world.read(id).text("/content/stages/0/openness")).isEqualTo("unsigned");
        assertThat(gaps("不予公开项目己")).isEqualTo(1);

        world.release("head2", id).expect(200);

        assertThat(world.read(id).number("/gaps")).isZero();
        assertThat(page("/remediation/" + world.numberOf(id)))
                .contains("依法不予公开", "第十五条", "附件含企业工艺参数");
    }

    @Test
    void putsADeadlineOffWithAReasonAndNeverOver() {
        var id = world.open("延期项目庚");
        var path = PROJECTS + "/" + id;
        assertThat(
                        people.as("clerk2")
                                .put(path, Map.of("deadline", "2021-12-31"))
                                .expect(422)
                                .body())
                .contains("登记延期");
        var extension =
                new java.util.HashMap<String, Object>(
                        Map.of(
                                "until", "2021-09-30",
                                "reason", "汛期不能施工",
                                "basis", "银生环函〔2021〕30号",
                                "allowedOn", "2021-07-20"));
        people.as("clerk2").post(path + "/extensions", extension).expect(422);
        extension.put("until", "2021-10-01");
        people.as("clerk2").post(path + "/extensions", extension).expect(201);
        world.release("head2", id).expect(200);

        assertThat(page("/remediation/" + world.numberOf(id)))
                .contains("汛期不能施工", "银生环函〔2021〕30号", "2021-10-01", "原定2021年9月30日");
    }

    @Test
    void isAcceptedByAnotherThanTheResponsibleUnitWithEvidence() {
        var id = world.open("验收项目辛");
        var path = PROJECTS + "/" + id + "/end";
        var end =
                new java.util.HashMap<String, Object>(
                        Map.of(
                                "acceptedBy", "市 市政管理局",
                                "acceptedOn", "2021-07-28",
                                "passed", "yes",
                                "acceptanceEvidence", "验收意见"));
        assertThat(people.as("clerk2").put(path, end).expect(422).body())
                .contains("completedOn", "acceptedBy");
        end.put("completedOn", "2021-07-29");
        end.put("completionEvidence", "竣工资料");
        end.put("acceptedBy", "市生态环境局");
        assertThat(people.as("clerk2").put(path, end).expect(422).body()).contains("acceptedOn");
        var closing = Map.of("kind", "closing", "formedOn", "2021-07-30");
        assertThat(
                        people.as("clerk2")
                                .post(PROJECTS + "/" + id + "/stages", closing)
                                .expect(422)
                                .body())
                .contains("kind");
        end.put("completedOn", "2021-07-28");
        people.as("clerk2").put(path, end).expect(200);
        people.as("clerk2").post(PROJECTS + "/" + id + "/stages", closing).expect(201);
        assertThat(
                        people.as("clerk2")
                                .put(PROJECTS + "/" + id, Map.of("unit", "市生态环境局"))
                                .expect(422)
                                .body())
                .contains("unit");
        world.release("head2", id).expect(200);

        assertThat(world.published(id).text("/content/state")).isEqualTo("closed");
        assertThat(page("/remediation?state=closed")).contains("验收项目辛");
        assertThat(page("/remediation?state=overdue")).doesNotContain("验收项目辛");
    }

    @Test
    void showsPicturesWithWordsAndWithoutThePlaceOfTheCamera() throws Exception {
        var id = world.open("照片项目壬");
        var path = PROJECTS + "/" + id + "/pictures";
        var fields = new java.util.HashMap<String, String>();
        fields.put("when", "before");
        fields.put("place", "3号排口");
        fields.put("takenOn", "2021-03-02");
        var picture = ImageSamples.jpegWithExif(true);
        assertThat(
                        people.as("clerk2")
                                .upload(path, "IMG_1.jpg", picture, fields)
                                .expect(422)
                                .body())
                .contains("alt");
        fields.put("alt", "排口有黑色污水流入河道");
        people.as("clerk2").upload(path, "IMG_1.jpg", picture, fields).expect(201);
        var file = world.read(id).text("/content/pictures/0/file");
        var address = "/remediation/" + world.numberOf(id) + "/pictures/" + file;
        DeskClient.at(port).open(address).expect(404);

        world.release("head2", id).expect(200);

        assertThat(page("/remediation/" + world.numberOf(id)))
                .contains("alt=\"排口有黑色污水流入河道\"", address);
        var shown = DeskClient.at(port).download(address);
        assertThat(
                        ImageMetadataReader.readMetadata(new ByteArrayInputStream(shown))
                                .getDirectoriesOfType(GpsDirectory.class))
                .isEmpty();
        assertThat(
                        ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture))
                                .getDirectoriesOfType(GpsDirectory.class))
                .isNotEmpty();
        people.as("clerk2").delete(path + "/" + file.substring(0, 64)).expect(200);
        assertThat(page("/remediation/" + world.numberOf(id))).contains(address);
        world.release("head2", id).expect(200);
        assertThat(page("/remediation/" + world.numberOf(id))).doesNotContain(address);
        DeskClient.at(port).open(address).expect(404);
    }

    @Test
    void belongsToTheSectionWhoseDutyItIs() {
        var id = world.entered("权限项目癸");
        for (var who : List.of("leader", "office", "principal", "auditor", "head2")) {
            people.as(who).get(PROJECTS + "/" + id).expect(200);
        }
        for (var who : List.of("clerk", "operator", "keeper", "leader2")) {
            people.as(who).get(PROJECTS + "/" + id).expectProblem(403, "not-allowed");
            people.as(who).get(PROJECTS).expectProblem(403, "not-allowed");
        }
        for (var who : List.of("office", "auditor", "leader", "clerk")) {
            people.as(who)
                    .post(PROJECTS, RemediationWorld.facts("别人的项目"))
                    .expectProblem(403, "not-allowed");
        }
        var air = organization.personByKey("air-head").orElseThrow();
        var actor = organization.actorOn(air.id(), LocalDate.of(2021, 7, 30));
        assertThat(rights.written(actor)).containsExactly(Medium.AIR);
        assertThat(rights.reads(actor, Medium.WATER)).isFalse();
        assertThat(rights.releases(actor, Medium.WATER)).isFalse();
        people.as("clerk2")
                .with("If-Match", "\"1\"")
                .put(PROJECTS + "/" + id, Map.of("head", "一"))
                .expect(200);
        people.as("clerk2")
                .with("If-Match", "\"1\"")
                .put(PROJECTS + "/" + id, Map.of("head", "二"))
                .expectProblem(412, "changed-meanwhile");
    }

    @Test
    void countsStagesByTheListOfTheAgency() {
        var id = world.entered("清单项目子");
        world.stage(id, "work", "2021-07-29", "");
        assertThat(world.read(id).number("/gaps")).isZero();
        people.as("clerk2")
                .put("/api/v1/remediation/stages", stages(true))
                .expectProblem(403, "not-allowed");

        var stages = "/desk/remediation/stages";
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        office.open(stages).send(stages, Map.of("3.owes", "yes")).expect(422);
        assertThat(office.text()).contains("请填写这一项");
        office.send(stages, Map.of("3.owes", "yes", "reason", "按年度方案调整")).expect(302);
        assertThat(world.read(id).number("/gaps")).isEqualTo(1);
        people.as("office").put("/api/v1/remediation/stages", stages(false)).expect(200);
        assertThat(world.read(id).number("/gaps")).isZero();
    }

    @Test
    void refusesMarksOfSecrecyAndWhatIsNotThere() {
        var marked = RemediationWorld.facts("机密★10年项目");
        people.as("clerk2").post(PROJECTS, marked).expect(422);
        var refused =
                people.as("clerk2")
                        .post(PROJECTS, Map.of("medium", "water", "deadline", "2021-02-30"))
                        .expect(422)
                        .body();
        assertThat(refused).contains("\"name\"", "\"district\"", "\"basis\"", "\"deadline\"");
        people.as("clerk2").get(PROJECTS + "?state=lost").expect(422);
        people.reader().get(PUBLIC + "/2021-999999").expectProblem(404, "not-found");
    }

    @Test
    void isTakenAlongAsATable() {
        var id = world.open("导出项目丑");
        var number = world.numberOf(id);
        var reader = DeskClient.at(port);

        var csv = text(reader.download("/remediation/list.csv?medium=water"));
        assertThat(csv).contains("\"编号\",\"项目名称\"").contains(number, "导出项目丑");
        assertThat(text(reader.download("/remediation/list.csv?medium=soil")))
                .doesNotContain("导出项目丑");
        assertThat(text(reader.download("/remediation/list.json"))).contains("licence", "导出项目丑");
        assertThat(reader.download("/remediation/list.xlsx")).startsWith((byte) 'P', (byte) 'K');
        var found = people.reader().get(PUBLIC + "?medium=water&year=2021&limit=200").expect(200);
        assertThat(found.body()).contains(number);
        assertThat(people.reader().get(PUBLIC + "?year=2020&limit=200").expect(200).body())
                .doesNotContain(number);
        var gaps =
                text(
                        DeskClient.at(port)
                                .signIn("clerk2", DemoPeople.PASSWORD)
                                .download("/desk/remediation/gaps/export.csv"));
        assertThat(gaps).contains("\"责任科室\"");
    }

    @Test
    void isWrittenAndReleasedOnPages() {
        var notice = world.document("关于网页项目寅的通知");
        var clerk = DeskClient.at(port).signIn("clerk2", DemoPeople.PASSWORD);
        clerk.open("/desk/remediation/new")
                .send("/desk/remediation", Map.of("name", "网页项目寅", "start", "2021-02-30"))
                .expect(422);
        assertThat(clerk.page().select("input[name=name]").val()).isEqualTo("网页项目寅");
        var typed = new java.util.HashMap<String, String>();
        RemediationWorld.facts("网页项目寅").forEach((field, it) -> typed.put(field, it.toString()));
        clerk.send("/desk/remediation", typed).expect(302);
        var place = clerk.redirect().replaceAll("\\?.*", "");
        clerk.open(place + "/stages/new")
                .send(
                        place + "/stages",
                        Map.of(
                                "kind", "notice",
                                "formedOn", "2021-07-28",
                                "document", notice.indexNumber()))
                .expect(302);
        clerk.open(place + "/measures")
                .send(
                        place + "/measures",
                        Map.of(
                                "1.name", "截污管网",
                                "1.unit", "公里",
                                "1.direction", "at-least",
                                "1.target", "十二"))
                .expect(422);
        assertThat(clerk.text()).contains("请填写数字");
        clerk.send(
                        place + "/measures",
                        Map.of("1.target", "12", "1.reached", "6", "1.asOf", "2021-06-30"))
                .expect(302);

        var head = DeskClient.at(port).signIn("head2", DemoPeople.PASSWORD);
        head.open(place).send(place + "/release", Map.of()).expect(302);
        assertThat(head.follow().text()).contains("已签发");
        assertThat(clerk.open(place).text()).contains("查看公开页面", "截污管网");
    }

    private static Map<String, Object> stages(boolean workOwes) {
        return Map.of(
                "reason",
                "按年度方案调整",
                "stages",
                List.of(
                        Map.of("name", "整治通知", "owes", true),
                        Map.of("name", "整治方案", "owes", true),
                        Map.of("name", "组织实施", "owes", workOwes),
                        Map.of("name", "进展报告", "owes", true),
                        Map.of("name", "完成报告", "owes", true),
                        Map.of("name", "验收意见", "owes", true),
                        Map.of("name", "销号", "owes", true)));
    }

    private boolean late(long id) {
        return new RemediationWorld(port).read(id).at("/content/stages/0/late").booleanValue();
    }

    private long gaps(String name) {
        var found = 0L;
        for (var it :
                people.as("office")
                        .get("/api/v1/remediation/gaps?limit=200")
                        .expect(200)
                        .at("/items")) {
            found += it.at("/name").stringValue().equals(name) ? 1 : 0;
        }
        return found;
    }

    private List<String> lines(String person, String name) {
        var today = LocalDate.now(clock);
        var actor =
                organization.actorOn(organization.personByKey(person).orElseThrow().id(), today);
        return work.itemsFor(actor, today).stream()
                .filter(it -> it.arguments().contains(name))
                .map(WorkItem::messageKey)
                .toList();
    }

    private String page(String path) {
        return DeskClient.at(port).open(path).expect(200).body();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
