package org.gongkai.platform.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DisplayName("Registers at the desk, over HTTP")
@DemoAgencyTest
class OrganizationJourneyTests {
    private static final String PASSWORD = "gongkai-demo-2021";
    private static final String DESK = "/desk/organization";

    @LocalServerPort int port;
    @Autowired TestClock clock;

    private DeskClient office;

    @BeforeEach
    void signIn() {
        office = DeskClient.at(port).signIn("office", PASSWORD);
    }

    @Test
    void showWhichSectionLacksAnOpennessOfficer() {
        office.open(DESK).expect(200);

        assertThat(office.page().select(".banner.late").text())
                .contains("尚未明确政务公开兼职人员", "规划财务科")
                .doesNotContain("水生态环境科");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/sections/water",
                "/people/head2",
                "/covers",
                "/covers/new",
                "/duties",
                "/duties/new",
                "/leading-group",
                "/leading-group/members/new",
                "/leading-group/meetings/new",
                "/agency",
                "/agency/change",
                "/agency/prefix",
                "/history",
                "/history?register=grant",
                "/lists/water",
                "/lists/water?version=1",
                "/lists/water/edit",
                "/sections/new",
                "/sections/water/change",
                "/sections/water/close",
                "/sections/water/officer",
                "/people/new",
                "/people/clerk2/change",
                "/people/clerk2/leave",
                "/people/clerk2/grants/new"
            })
    void showEachPageWithoutAWordMissing(String path) {
        office.open(DESK + path).expect(200);

        assertThat(office.page().select("main h1")).hasSize(1);
        assertThat(office.body()).doesNotContain("??").doesNotContain("{0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/organization", "/organization/leading-group", "/organization/lists/water"})
    void showThePublicPagesToAnybody(String path) {
        var reader = DeskClient.at(port).open(path).expect(200);

        assertThat(reader.page().select("main h1")).hasSize(1);
        assertThat(reader.body()).doesNotContain("??");
        assertThat(reader.text()).doesNotContain("{0}");
        assertThat(reader.response().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void nameHeadsAndNobodyElseToThePublic() {
        var reader = DeskClient.at(port).open("/organization").expect(200);

        assertThat(reader.text())
                .contains("高建平", "韩立新", "杨思源", "0951-0000100", "工作日9:00")
                .doesNotContain("白志远", "丁晓雯");
    }

    @Test
    void renameASectionAndKeepItsOldName() {
        office.open(DESK + "/sections/soil/change")
                .send(DESK + "/sections/soil/change", Map.of("name", "土壤与固废科"))
                .expect(302)
                .follow()
                .expect(200);

        assertThat(office.page().select("h1").text()).isEqualTo("土壤与固废科");
        assertThat(office.text()).contains("已登记变更");
        office.open(DESK + "/history?register=section");
        assertThat(office.text()).contains("土壤生态环境科", "土壤与固废科", "苏雅琴");
    }

    @Test
    void keepWhatWasTypedWhenSomethingIsMissing() {
        office.open(DESK + "/sections/new")
                .send(
                        DESK + "/sections/new",
                        Map.of("key", "Radiation", "kind", "SECTION", "name", "核与辐射安全科"))
                .expect(422);

        assertThat(office.page().select(".error-summary a").eachText())
                .containsExactly("标识请用小写字母开头，只用小写字母、数字和连字符", "请填写职能", "显示顺序请填写0到999之间的整数");
        assertThat(office.page().select("#name").val()).isEqualTo("核与辐射安全科");
        assertThat(office.page().select("#key").val()).isEqualTo("Radiation");
    }

    @Test
    void refuseAChangeWrittenFromAnOldState() {
        office.open(DESK + "/sections/nature/change");
        var another = DeskClient.at(port).signIn("operator", PASSWORD);
        another.open(DESK + "/sections/nature/change")
                .send(DESK + "/sections/nature/change", Map.of("phone", "0951-0000205"))
                .expect(302);

        office.send(DESK + "/sections/nature/change", Map.of("phone", "0951-0000305")).expect(412);

        assertThat(office.page().select(".error-summary").text()).contains("他人已更改");
        assertThat(office.page().select("#phone").val()).isEqualTo("0951-0000305");
    }

    @Test
    void nameADeputyForOneselfWhoThenActs() {
        var head = DeskClient.at(port).signIn("head2", PASSWORD);
        head.open(DESK + "/covers/new")
                .send(
                        DESK + "/covers/new",
                        Map.of(
                                "deputy", "air-head",
                                "from", "2021-08-02",
                                "to", "2021-08-06",
                                "reason", "出差"))
                .expect(302)
                .follow();

        assertThat(head.text()).contains("杨思源于2021年8月2日至2021年8月6日外出，由何清扬代行“科室负责人”岗位职责");

        head.open(DESK + "/covers/new")
                .send(
                        DESK + "/covers/new",
                        Map.of(
                                "deputy",
                                "head",
                                "from",
                                "2021-08-06",
                                "to",
                                "2021-08-09",
                                "reason",
                                "出差"))
                .expect(422);
        assertThat(head.page().select(".error-summary").text()).contains("该岗位在此期间已有代行人");
    }

    @Test
    void hideFromAClerkWhatAClerkMayNotDo() {
        var clerk = DeskClient.at(port).signIn("clerk", PASSWORD);
        clerk.open(DESK + "/sections/water").expect(200);

        assertThat(clerk.page().select("main .buttons a")).isEmpty();
        clerk.open(DESK + "/duties/new")
                .send(DESK + "/duties/new", Map.of("topic", "新主题", "section", "water"))
                .expect(403);
    }

    @Test
    void refuseARoleForOneself() {
        var operator = DeskClient.at(port).signIn("operator", PASSWORD);
        operator.open(DESK + "/people/operator/grants/new")
                .send(
                        DESK + "/people/operator/grants/new",
                        Map.of("role", "SECRECY_REVIEWER", "section", ""))
                .expect(403);

        assertThat(operator.text()).contains("不能给自己登记任职");
    }

    @Test
    void giveAListThroughPreviewItsNextVersion() {
        var head = DeskClient.at(port).signIn("head2", PASSWORD);
        head.open(DESK + "/lists/water/edit")
                .send(
                        DESK + "/lists/water/preview",
                        Map.of(
                                "note",
                                "增加一项",
                                "items[2].item",
                                "水源地名录",
                                "items[2].legalGround",
                                "《水污染防治法》第七十二条",
                                "items[2].article20Item",
                                "15",
                                "items[2].cadence",
                                "YEARLY",
                                "items[2].workingDays",
                                "60",
                                "items[2].columnKey",
                                "water-quality"))
                .expect(200);
        assertThat(head.text()).contains("将成为第2版", "水源地名录", "新增或者修改");

        head.send(DESK + "/lists/water", Map.of()).expect(302).follow();

        assertThat(head.text()).contains("第2版，自2021年7月30日起施行", "水源地名录");
        var reader = DeskClient.at(port).open("/organization/lists/water");
        assertThat(reader.text()).contains("水源地名录", "集中式饮用水水源地水质状况报告");
    }

    @Test
    void showInTheListWhatIsWrongWithWhichLine() {
        office.open(DESK + "/lists/air/edit")
                .send(
                        DESK + "/lists/air/preview",
                        Map.of(
                                "note",
                                "调整",
                                "items[0].workingDays",
                                "21",
                                "items[1].article20Item",
                                "16"))
                .expect(422);

        assertThat(office.page().select(".error-summary a").eachAttr("href"))
                .containsExactly("#items-0-workingDays", "#items-1-article20Item");
        assertThat(office.page().select("#items-0-workingDays").val()).isEqualTo("21");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-07-14T09:00:00+08:00, false, the tenth working day of the month",
        "2021-07-15T09:00:00+08:00, true, the day after"
    })
    void markAsOverdueWhatIsNotPublishedInTime(String now, boolean overdue, String why) {
        clock.set(now);

        var reader = DeskClient.at(port).open("/organization/lists/water").expect(200);

        var state = reader.page().select("tbody tr").first().select(".tag").text();
        assertThat(state.startsWith("逾期")).as(why).isEqualTo(overdue);
    }

    @Test
    void takeARegisterOutAsATable() {
        office.open(DESK + "/export/person.csv").expect(200);

        assertThat(office.response().headers().firstValue("Content-Type"))
                .hasValue("text/csv;charset=UTF-8");
        assertThat(office.body()).startsWith("\uFEFF\"标识\",\"登记对象\"").contains("\"clerk\",\"丁晓雯\"");
        office.open(DESK + "/export/secret.csv").expect(404);
    }

    @Test
    void recordAMeetingForEverybodyToRead() {
        office.open(DESK + "/leading-group/meetings/new")
                .send(
                        DESK + "/leading-group/meetings/new",
                        Map.of("heldOn", "2021-07-29", "title", "第二次会议", "decisions", "第一项\n\n第二项"))
                .expect(302);

        var reader = DeskClient.at(port).open("/organization/leading-group");
        assertThat(reader.page().select("h3").first().text()).isEqualTo("第二次会议");
        assertThat(reader.page().select("main ol").first().select("li").eachText())
                .containsExactly("第一项", "第二项");
    }
}
