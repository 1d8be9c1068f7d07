package org.gongkai.platform.textcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.textcheck.persistence.WordingRules;
import org.gongkai.platform.textcheck.wording.RuleKind;
import org.gongkai.testing.ModuleTest;
import org.gongkai.testing.files.WordSamples;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@DisplayName("Lists — kept by the disclosure office, used by the next check")
class WordingDeskModuleTests {
    @Autowired WordingDesk desk;
    @Autowired TextCheck check;
    @Autowired FileStore files;
    @Autowired DataSource database;

    private static Actor office(long agency) {
        return someone(agency, Role.DISCLOSURE_OFFICE);
    }

    private static Actor someone(long agency, Role role) {
        return new Actor(
                new PersonId(agency),
                "周洁",
                new AgencyId(agency),
                List.of(new Grant(role, null, null)));
    }

    private List<Finding> check(long agency, String body) {
        return check.check(
                new ReviewText("标题", body, Map.of(), List.of(), Optional.of(new AgencyId(agency))));
    }

    private static WordingRules.Filter words(String words) {
        return new WordingRules.Filter(Optional.empty(), words, Optional.empty());
    }

    @Test
    void shipsTheCommonErrors() {
        assertThat(check(9101, "<p>幅射监测</p>"))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.code()).isEqualTo("wording.wrong");
                            assertThat(it.proposal()).contains("辐射");
                            assertThat(it.where()).isEqualTo(new Where("bodyHtml", "", 0, "幅射"));
                        });
        assertThat(desk.count(office(9101), WordingRules.Filter.ALL)).isEqualTo(105);
    }

    @Test
    void addsALineForItsOwnAgencyOnly() {
        desk.add(
                office(9102),
                new WordingDesk.Draft(RuleKind.WORDING, "环保局", "生态环境局", List.of("原环保局"), ""));

        assertThat(check(9102, "<p>市环保局通知，原环保局文件</p>"))
                .extracting(it -> it.where().quote())
                .containsExactly("环保局");
        assertThat(check(9103, "<p>市环保局通知</p>")).isEmpty();
        assertThatThrownBy(
                        () ->
                                desk.add(
                                        office(9102),
                                        new WordingDesk.Draft(
                                                RuleKind.WORDING,
                                                "环保局",
                                                "生态环境局",
                                                List.of("原环保局"),
                                                "")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void retiresAndRestoresAShippedLineForOneAgency() {
        var line = desk.find(office(9104), words("幅射"), 0, 10).getFirst();

        desk.turn(office(9104), line.id(), false);

        assertThat(check(9104, "<p>幅射监测</p>")).isEmpty();
        assertThat(check(9105, "<p>幅射监测</p>")).hasSize(1);

        desk.turn(office(9104), line.id(), true);

        assertThat(check(9104, "<p>幅射监测</p>")).hasSize(1);
    }

    @Test
    void letsOfficialContactsStandAndChecksTitles() {
        desk.add(
                office(9106),
                new WordingDesk.Draft(
                        RuleKind.OFFICIAL_CONTACT, "0951-6888555", "", List.of(), ""));
        desk.add(
                office(9106),
                new WordingDesk.Draft(RuleKind.NAME_AND_TITLE, "周建新", "副局长", List.of(), ""));

        assertThat(check(9106, "<p>电话：（0951）6888555</p>")).isEmpty();
        assertThat(check(9106, "<p>副局长周建新参加</p>")).isEmpty();
        assertThat(check(9106, "<p>局长周建新参加</p>"))
                .singleElement()
                .satisfies(it -> assertThat(it.proposal()).contains("副局长周建新"));
    }

    @Test
    void refusesWhatIsIncompleteAndWhoIsNotEntitled() {
        assertThatThrownBy(
                        () ->
                                desk.add(
                                        office(9107),
                                        new WordingDesk.Draft(
                                                RuleKind.WORDING, "幅", "", List.of("例外"), "")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it ->
                                assertThat(it.problems())
                                        .extracting(problem -> problem.field())
                                        .containsExactly("subject", "right", "exceptions"));
        assertThatThrownBy(() -> desk.count(someone(9107, Role.CLERK), WordingRules.Filter.ALL))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.kind()).isEqualTo(RefusalKind.NOT_ALLOWED));
    }

    @Test
    void importsAllLinesOrNone() {
        var good = new WordingDesk.Draft(RuleKind.WORDING, "按排", "安排", List.of(), "");
        var bad = new WordingDesk.Draft(RuleKind.WORDING, "布署", "", List.of(), "");

        assertThatThrownBy(() -> desk.take(office(9108), List.of(good, bad)))
                .isInstanceOf(Refusal.class);
        assertThat(desk.count(office(9108), words("按排"))).isZero();

        assertThat(desk.take(office(9108), List.of(good, good)))
                .isEqualTo(new WordingDesk.Imported(1, 1));
    }

    @Test
    void changesNoLineAfterwards() {
        var app = JdbcClient.create(database);

        assertThatThrownBy(() -> app.sql("UPDATE textcheck_rule SET correct = 'x'").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> app.sql("DELETE FROM textcheck_rule_switch").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void neitherStoresFilesNorTextsWithAClassificationMark() {
        var marked = WordSamples.plain("机密★10年");

        assertThatThrownBy(
                        () ->
                                files.put(
                                        new ByteArrayInputStream(marked),
                                        "通知.docx",
                                        UploadLimits.ATTACHMENT))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it ->
                                assertThat(it.problems().getFirst().messageKey())
                                        .isEqualTo("textcheck.classification.file-refused"));
        assertThatThrownBy(() -> check.refuseClassified(ReviewText.of("标题", "<p>秘密★</p>")))
                .isInstanceOf(Refusal.class);
        check.refuseClassified(ReviewText.of("不涉及国家秘密、商业秘密的承诺", "<p>工作秘密</p>"));
    }

    @Test
    void keepsTheIdOfAFindingWhenTheTextAroundItChanges() {
        var before = check(9109, "<p>电话13895001234</p>").getFirst();
        var after = check(9109, "<p>新增一段。</p><p>手机：13895001234，另有 13895009999</p>");

        assertThat(after).extracting(Finding::id).contains(before.id());
        assertThat(after).extracting(Finding::id).doesNotHaveDuplicates();
    }
}
