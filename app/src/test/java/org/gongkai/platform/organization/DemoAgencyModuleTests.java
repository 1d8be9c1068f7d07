package org.gongkai.platform.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.platform.organization.Registers.day;

import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The demo agency — 银川市生态环境局")
class DemoAgencyModuleTests {
    private static Registers registers;

    @BeforeAll
    static void load() {
        registers = Registers.withDemoAgency();
    }

    @AfterAll
    static void leave() {
        registers.connection.destroy();
    }

    @Test
    void isTheBureauWithItsCodes() {
        var agency = registers.agency();

        assertThat(agency.name()).isEqualTo("银川市生态环境局");
        assertThat(agency.region().regionName()).isEqualTo("银川市");
        assertThat(agency.departmentCode()).isEqualTo("113");
    }

    @ParameterizedTest
    @CsvSource({"2021-07-30, 640100-113", "2026-11-23, 640100-113"})
    void writesItsPrefixThenAndNow(String day, String prefix) {
        assertThat(registers.organization.prefixOn(registers.agency().id(), day(day)))
                .hasToString(prefix);
    }

    @Test
    void hasSectionsThenSubordinateUnits() {
        assertThat(registers.organization.sectionsOn(registers.agency().id(), day("2021-07-30")))
                .extracting(Section::name)
                .containsExactly(
                        "办公室(政务公开办公室)",
                        "水生态环境科",
                        "大气环境科",
                        "土壤生态环境科",
                        "自然生态与法规科",
                        "环境影响评价与排放管理科",
                        "规划财务科",
                        "生态环境监测站",
                        "生态环境综合执法支队");
    }

    @ParameterizedTest
    @CsvSource({
        "clerk, CLERK, office",
        "clerk2, CLERK, water",
        "head, SECTION_HEAD, office",
        "head2, SECTION_HEAD, water",
        "leader, DEPUTY_LEADER, office",
        "leader, DEPUTY_LEADER, water",
        "leader2, DEPUTY_LEADER, finance",
        "secrecy, SECRECY_REVIEWER,",
        "principal, PRINCIPAL_LEADER,",
        "office, DISCLOSURE_OFFICE,",
        "office-head, DISCLOSURE_HEAD,",
        "legal, LEGAL_ADVISER,",
        "keeper, INSPECTION_KEEPER,",
        "keeper, CLERK, enforcement",
        "officer, ENFORCEMENT_OFFICER,",
        "officer2, ENFORCEMENT_OFFICER,",
        "enforcement-head, SECTION_HEAD, enforcement",
        "auditor, AUDITOR,",
        "operator, OPERATOR,"
    })
    void hasSomebodyForEachRole(String person, Role role, String section) {
        var actor =
                registers.organization.actorOn(registers.person(person).id(), day("2026-11-23"));
        var held = new Grant(role, section == null ? null : registers.section(section).id(), null);

        assertThat(actor.grants()).contains(held);
        assertThat(actor.agency()).isEqualTo(registers.agency().id());
    }

    @Test
    void lacksAnOpennessOfficerInOneSectionOnly() {
        var without =
                registers
                        .organization
                        .sectionsOn(registers.agency().id(), day("2021-07-30"))
                        .stream()
                        .filter(
                                it ->
                                        registers
                                                .organization
                                                .opennessOfficer(it.id(), day("2021-07-30"))
                                                .isEmpty())
                        .map(Section::key);

        assertThat(without).containsExactly("finance");
    }

    @ParameterizedTest
    @CsvSource({"饮用水水源地水质, water", "双随机一公开, enforcement", "财政预决算, finance"})
    void knowsWhoseTopicItIs(String topic, String section) {
        assertThat(
                        registers.organization.sectionFor(
                                registers.agency().id(), topic, day("2021-07-30")))
                .map(Section::key)
                .contains(section);
    }

    @Test
    void hasALeadingGroupAsTheWorkPlanAsks() {
        var members = registers.group.members(registers.agency().id(), day("2021-07-30"));

        assertThat(members)
                .extracting(GroupMember::function)
                .startsWith(GroupFunction.LEADER, GroupFunction.DEPUTY, GroupFunction.DEPUTY)
                .contains(GroupFunction.MEMBER);
        assertThat(members.getFirst().person()).isEqualTo(registers.person("principal").id());
        assertThat(registers.group.meetings(registers.agency().id()).getFirst().decisions())
                .hasSize(3);
    }

    @Test
    void listsWhatTheWaterSectionPublishesEachMonth() {
        var list = registers.lists.on(registers.section("water").id(), day("2021-07-30"));

        assertThat(list).isPresent();
        assertThat(list.get().items().getFirst())
                .isEqualTo(
                        new DisclosureItem(
                                "集中式饮用水水源地水质状况报告",
                                "《水污染防治法》第七十二条；《政府信息公开条例》第二十条第十五项",
                                15,
                                Cadence.MONTHLY,
                                10,
                                "water-quality"));
    }
}
