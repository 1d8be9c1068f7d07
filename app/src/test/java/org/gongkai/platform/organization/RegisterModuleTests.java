package org.gongkai.platform.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.platform.organization.Registers.BY_NOBODY;
import static org.gongkai.platform.organization.Registers.day;

import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;

@DisplayName("Registers — what the database itself refuses, and what it keeps")
class RegisterModuleTests {
    private Registers registers;

    @BeforeEach
    void load() {
        registers = Registers.withDemoAgency();
    }

    @AfterEach
    void leave() {
        registers.connection.destroy();
    }

    @Test
    void succeedOnePrefixByAnotherAndKeepTheFirst() {
        var agency = registers.agency().id();
        var credit = new PublisherPrefix("11640100MB1727463F");

        registers.agencies.beginPrefix(
                agency, credit, Validity.since(day("2022-11-01")), BY_NOBODY);

        assertThat(registers.organization.prefixOn(agency, day("2022-10-31")))
                .hasToString("640100-113");
        assertThat(registers.organization.prefixOn(agency, day("2022-11-01"))).isEqualTo(credit);
        assertThat(registers.organization.findPrefixOn(agency, day("2019-05-14"))).isEmpty();
        assertThat(registers.organization.ownerOf(new PublisherPrefix("640100-113")))
                .contains(agency);
        assertThat(registers.organization.prefixes(agency))
                .extracting(PrefixPeriod::validity)
                .containsExactly(
                        new Validity(day("2019-05-15"), day("2022-10-31")),
                        Validity.since(day("2022-11-01")));
    }

    @Test
    void refuseTwoPrefixesOnOneDay() {
        refused("organization_prefix_once", () -> insertPrefix("640100-113", "2020-01-01"));
    }

    @Test
    void refuseAPrefixOfAnotherAgency() {
        var another = registers.agencies.add("ycwjw", BY_NOBODY);

        assertThatThrownBy(
                        () ->
                                registers.agencies.beginPrefix(
                                        another,
                                        new PublisherPrefix("640100-113"),
                                        Validity.since(day("2021-01-01")),
                                        BY_NOBODY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("prefix-of-another");
    }

    @Test
    void refuseASecondOpennessOfficer() {
        var water = registers.section("water").id();

        refused(
                "organization_openness_officer_one",
                () ->
                        registers.postings.nameOfficer(
                                water,
                                registers.person("head2").id(),
                                day("2021-07-30"),
                                BY_NOBODY));
    }

    @Test
    void keepAnOldNameReadableAfterARenaming() {
        var water = registers.section("water");
        var renamed = new SectionEntry.Checked("水生态科", "职能", "", "", 20, day("2021-09-01"));

        registers.sections.begin(water.id(), renamed, registers.by("operator"));

        assertThat(registers.organization.sectionOn(water.id(), day("2021-08-31")).name())
                .isEqualTo("水生态环境科");
        assertThat(registers.organization.sectionOn(water.id(), day("2021-09-01")).name())
                .isEqualTo("水生态科");
    }

    @Test
    void keepAnEntryThatWasReplacedOnItsFirstDay() {
        var water = registers.section("water");
        var first = new SectionEntry.Checked("水科", "职能", "", "", 20, day("2021-09-01"));
        var second = new SectionEntry.Checked("水生态科", "职能", "", "", 20, day("2021-09-01"));

        registers.sections.begin(water.id(), first, BY_NOBODY);
        registers.sections.begin(water.id(), second, BY_NOBODY);

        assertThat(registers.organization.sectionOn(water.id(), day("2021-09-01")).name())
                .isEqualTo("水生态科");
        assertThat(
                        registers
                                .db
                                .sql(
                                        "SELECT name FROM organization_section_particulars WHERE section_id = ? AND replaced")
                                .param(water.id().value())
                                .query(String.class)
                                .list())
                .containsExactly("水科");
    }

    @Test
    void refuseTheSameRoleTwiceOnOneDay() {
        refused(
                "organization_grant_once",
                () -> grant("clerk", Role.CLERK, "office", "2021-07-30", BY_NOBODY));
    }

    @Test
    void refuseARoleWithoutItsSection() {
        refused(
                "organization_grant_by_section",
                () ->
                        registers.postings.grant(
                                registers.person("clerk").id(),
                                Role.SECTION_HEAD,
                                null,
                                Validity.since(day("2021-07-30")),
                                BY_NOBODY));
    }

    @Test
    void refuseARoleThatSomebodyGivesThemselves() {
        refused(
                "organization_grant_nobody_grants_himself",
                () -> grant("operator", Role.CLERK, "air", "2021-07-30", registers.by("operator")));
    }

    @Test
    void showADeputyWhatTheAbsentPersonHolds() {
        var head = registers.person("head").id();
        var deputy = registers.person("head2").id();
        cover("head", "head2", Role.SECTION_HEAD, "2021-08-02", "2021-08-06");

        var office = registers.section("office").id();
        assertThat(
                        registers
                                .organization
                                .actorOn(deputy, day("2021-08-01"))
                                .has(Role.SECTION_HEAD, office))
                .isFalse();
        assertThat(
                        registers
                                .organization
                                .actorOn(deputy, day("2021-08-06"))
                                .grant(Role.SECTION_HEAD, office))
                .contains(new Grant(Role.SECTION_HEAD, office, head));
        assertThat(
                        registers
                                .organization
                                .actorOn(deputy, day("2021-08-07"))
                                .has(Role.SECTION_HEAD, office))
                .isFalse();
        assertThat(
                        registers.organization.holders(
                                registers.agency().id(),
                                Role.SECTION_HEAD,
                                office,
                                day("2021-08-02")))
                .extracting(Person::key)
                .containsExactly("head", "head2");
    }

    @Test
    void refuseCoverForOneself() {
        refused(
                "organization_cover_not_oneself",
                () -> cover("head", "head", Role.SECTION_HEAD, "2021-08-02", "2021-08-06"));
    }

    @Test
    void refuseTwoDeputiesForOneRole() {
        cover("head", "head2", Role.SECTION_HEAD, "2021-08-02", "2021-08-06");

        refused(
                "organization_cover_one_deputy",
                () -> cover("head", "air-head", Role.SECTION_HEAD, "2021-08-06", "2021-08-10"));
    }

    @Test
    void refuseADeputyWhoIsAway() {
        cover("head", "head2", Role.SECTION_HEAD, "2021-08-02", "2021-08-06");

        refused(
                "organization_cover_no_chain",
                () -> cover("air-head", "head", Role.SECTION_HEAD, "2021-08-06", "2021-08-10"));
        refused(
                "organization_cover_no_chain",
                () -> cover("head2", "air-head", Role.SECTION_HEAD, "2021-08-06", "2021-08-10"));
    }

    @Test
    void allowCoverTheDayAfter() {
        cover("head", "head2", Role.SECTION_HEAD, "2021-08-02", "2021-08-06");
        cover("head2", "air-head", Role.SECTION_HEAD, "2021-08-07", "2021-08-10");

        assertThat(registers.covers.of(registers.person("head2").id())).hasSize(2);
    }

    @Test
    void refuseATopicOfTwoSections() {
        refused(
                "organization_duty_one_section",
                () ->
                        registers.duties.add(
                                registers.agency().id(),
                                "双随机一公开",
                                registers.section("air").id(),
                                day("2021-07-30"),
                                BY_NOBODY));
    }

    @Test
    void refuseASecondLeaderOfTheGroup() {
        refused(
                "organization_group_one_leader",
                () ->
                        registers.group.addMember(
                                registers.agency().id(),
                                registers.person("office").id(),
                                GroupFunction.LEADER,
                                day("2021-07-30"),
                                BY_NOBODY));
    }

    @Test
    void refuseToReopenWhatHasEnded() {
        var role = registers.postings.rolesOf(registers.person("clerk").id()).getFirst();
        registers.periods.end(PostingRegister.GRANTS, role.id(), day("2021-08-01"), BY_NOBODY);

        refused(
                "organization_period_only_ends",
                () ->
                        registers
                                .db
                                .sql("UPDATE organization_grant SET valid_to = NULL WHERE id = ?")
                                .param(role.id())
                                .update());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE organization_section_particulars SET name = 'x'",
                "UPDATE organization_grant SET role = 'OPERATOR'",
                "DELETE FROM organization_grant",
                "DELETE FROM organization_list_entry",
                "UPDATE organization_list_entry SET item = 'x'",
                "UPDATE organization_group_decision SET decision = 'x'",
                "UPDATE organization_prefix SET prefix = '640100-120'",
                "TRUNCATE organization_person"
            })
    void refuseToBeOverwritten(String statement) {
        assertThatThrownBy(() -> registers.db.sql(statement).update())
                .hasStackTraceContaining("permission denied");
    }

    private void refused(String constraint, ThrowingCallable step) {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(step)
                .extracting(
                        it -> ((PSQLException) it.getMostSpecificCause()).getServerErrorMessage())
                .extracting(ServerErrorMessage::getConstraint)
                .isEqualTo(constraint);
    }

    private void insertPrefix(String prefix, String from) {
        registers
                .db
                .sql(
                        "INSERT INTO organization_prefix (agency_id, prefix, valid_from, recorded_at) VALUES (?, ?, ?, now())")
                .param(registers.agency().id().value())
                .param(prefix)
                .param(day(from))
                .update();
    }

    private void grant(String person, Role role, String section, String from, Recording by) {
        registers.postings.grant(
                registers.person(person).id(),
                role,
                registers.section(section).id(),
                Validity.since(day(from)),
                by);
    }

    private void cover(String absent, String deputy, Role role, String from, String to) {
        registers.covers.add(
                new CoverEntry.Checked(
                        registers.person(absent),
                        registers.person(deputy),
                        Set.of(role),
                        "出差",
                        new Validity(day(from), day(to))),
                role,
                BY_NOBODY);
    }
}
