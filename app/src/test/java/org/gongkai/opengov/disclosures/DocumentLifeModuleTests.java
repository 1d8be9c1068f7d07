package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gongkai.opengov.disclosures.ReviewDesk.ThreeGates;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("A document from draft to public edition and after")
class DocumentLifeModuleTests {
    private static final ThreeGates PASSED = new ThreeGates(true, true, true);

    @Autowired DraftingDesk drafting;
    @Autowired ReviewDesk review;
    @Autowired PublishingDesk publishing;
    @Autowired Schedules schedules;
    @Autowired PublicationClock publicationClock;
    @Autowired DocumentDesk desk;
    @Autowired PublicRegister register;
    @Autowired Organization organization;
    @Autowired TestClock clock;
    @Autowired JdbcClient database;

    @Test
    void isPublishedWithTheNextIndexNumberWhenEveryLevelHasSigned() {
        var id = approved("一切按程序");

        var number = publishing.publish(person("office"), id);

        assertThat(number.prefix()).isEqualTo("640100-113");
        assertThat(number.year()).isEqualTo(2021);
        assertThat(register.at(number)).isInstanceOf(PublicAnswer.Found.class);
    }

    @Test
    void cannotBePublishedUnsigned() {
        var id = drafted("未签先发");
        drafting.submit(person("clerk"), id);

        refused(() -> publishing.publish(person("office"), id), RefusalKind.NOT_POSSIBLE_NOW);
        assertThat(register.find(id)).isEmpty();
    }

    @Test
    void loosesEverySignatureWhenItIsChanged() {
        var id = approved("签后改动");
        var version = desk.view(person("clerk"), id).document().version();

        drafting.save(person("clerk"), id, version, input("签后改动", "<p>改过的正文。</p>"));

        refused(() -> publishing.publish(person("office"), id), RefusalKind.NOT_POSSIBLE_NOW);
        drafting.submit(person("clerk"), id);
        assertThat(desk.review(person("office"), id).valid()).isEmpty();
        assertThat(desk.review(person("office"), id).signatures()).hasSize(3);
    }

    @Test
    void isNotSignedByItsDrafter() {
        var id = drafted("自拟自签");
        database.sql("INSERT INTO drafter VALUES (?, ?, now())")
                .params(id.value(), person("head").person().value())
                .update();
        drafting.submit(person("clerk"), id);

        refused(() -> sign("head", id), RefusalKind.NOT_ALLOWED);
    }

    @Test
    void isNotSignedForAnotherContentThanTheCurrentOne() {
        var id = drafted("旧稿签署");
        drafting.submit(person("clerk"), id);

        refused(
                () -> review.sign(person("head"), id, "0".repeat(64), PASSED, "同意"),
                RefusalKind.NOT_POSSIBLE_NOW);
    }

    @Test
    void isNotSignedWhenAGateIsNotPassed() {
        var id = drafted("三关缺一");
        drafting.submit(person("clerk"), id);
        var sha256 = desk.view(person("head"), id).copy().sha256();

        refused(
                () ->
                        review.sign(
                                person("head"), id, sha256, new ThreeGates(true, false, true), ""),
                RefusalKind.INVALID);
    }

    @Test
    void isSignedLevelByLevelInOrder() {
        var id = drafted("逐级签署");
        drafting.submit(person("clerk"), id);

        refused(() -> sign("leader", id), RefusalKind.NOT_ALLOWED);
        sign("head", id);
        refused(() -> sign("head", id), RefusalKind.NOT_ALLOWED);
        sign("secrecy", id);
        sign("leader", id);
        assertThat(desk.view(person("office"), id).document().state())
                .isEqualTo(DocumentState.APPROVED);
    }

    @Test
    void goesBackWithMarkedPassagesAndComesAgain() {
        var id = drafted("退回一次");
        drafting.submit(person("clerk"), id);
        review.sendBack(person("head"), id, "数字请核实", List.of(new MarkedPassage("正文", "补充依据")));

        assertThat(desk.view(person("clerk"), id).document().state())
                .isEqualTo(DocumentState.RETURNED);
        assertThat(desk.review(person("clerk"), id).returns().getFirst().passages())
                .containsExactly(new MarkedPassage("正文", "补充依据"));
        drafting.submit(person("clerk"), id);
        assertThat(desk.review(person("clerk"), id).revisions()).hasSize(2);
    }

    @Test
    void isCorrectedInANewEditionWhileTheOldOneStaysPublic() {
        var id = published("更正之前");
        drafting.correct(person("clerk"), id, "更正标题", inputOf("更正之后", null));

        assertThat(register.find(id).orElseThrow().title()).isEqualTo("更正之前");

        drafting.submit(person("clerk"), id);
        signAll(id);
        var number = publishing.publish(person("office"), id);
        var answer = (PublicAnswer.Found) register.at(number);
        assertThat(answer.document().listing().title()).isEqualTo("更正之后");
        assertThat(answer.document().editions())
                .extracting(PublicEdition::number, PublicEdition::correctionNote)
                .containsExactly(tuple(1, null), tuple(2, "更正标题"));
    }

    @Test
    void keepsItsPublishTimeThroughACorrection() {
        var id = published("时间不变");
        var before = register.find(id).orElseThrow().publishedAt();
        clock.advance(Duration.ofDays(3));
        drafting.correct(person("clerk"), id, "改一处", inputOf("时间不变", "<p>另一正文。</p>"));
        drafting.submit(person("clerk"), id);
        signAll(id);
        publishing.publish(person("office"), id);

        var after = register.find(id).orElseThrow();
        assertThat(after.publishedAt()).isEqualTo(before);
        assertThat(after.editedAt()).isAfter(before);
        clock.advance(Duration.ofDays(-3));
        database.sql("SELECT 1").query(Integer.class).single();
    }

    @Test
    void isGoneFromTheRegisterWhenWithdrawnAndComesBackUnderItsNumber() {
        var id = published("撤回再恢复");
        var number = register.find(id).orElseThrow().indexNumber();

        publishing.withdraw(person("office"), id, "含个人信息", "条例第十五条");
        assertThat(register.at(number))
                .isInstanceOfSatisfying(
                        PublicAnswer.Withdrawn.class,
                        it -> {
                            assertThat(it.reason()).isEqualTo("含个人信息");
                            assertThat(it.legalBasis()).isEqualTo("条例第十五条");
                        });
        publishing.restore(person("office"), id, "已处理");
        assertThat(register.find(id).orElseThrow().indexNumber()).isEqualTo(number);
    }

    @Test
    void isPurgedOnTheWordOfTwoPersons() {
        var id = published("误传内容");
        var number = register.find(id).orElseThrow().indexNumber();

        assertThat(publishing.purge(person("office"), id, "误传")).isFalse();
        refused(() -> publishing.purge(person("office"), id, "再次"), RefusalKind.NOT_POSSIBLE_NOW);
        assertThat(publishing.purge(person("secrecy"), id, "同意清除")).isTrue();

        assertThat(register.at(number)).isInstanceOf(PublicAnswer.Purged.class);
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM revision WHERE document_id = ? AND content IS NOT NULL")
                                .param(id.value())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void isPublishedAtItsMomentAndNotBefore() {
        var id = approved("定时发布");
        var at = clock.instant().plus(Duration.ofHours(1));
        publishing.schedule(person("office"), id, at);

        publishing.publishDue(id);
        assertThat(register.find(id)).isEmpty();

        clock.advance(Duration.ofHours(1));
        publishing.publishDue(id);
        publishing.publishDue(id);
        assertThat(register.find(id).orElseThrow().publishedAt()).isEqualTo(at);
        clock.advance(Duration.ofHours(-1));
    }

    /** Nothing that was set for a moment and went another way is looked at for ever after. */
    @Test
    void leavesNoScheduleBehindWhenItGoesAnotherWay() {
        var changed = scheduled("定时后又改");
        var version = desk.view(person("clerk"), changed).document().version();
        drafting.save(person("clerk"), changed, version, input("定时后又改", "<p>改。</p>"));
        var published = scheduled("定时后又即发");
        publishing.publish(person("office"), published);

        assertThat(schedules.find(changed)).isEmpty();
        assertThat(schedules.find(published)).isEmpty();
    }

    /** One that cannot be published holds up none of the others. */
    @Test
    void isPublishedAtItsMomentWhateverBecomesOfAnother() {
        clock.advance(Duration.ofDays(2));
        var broken = scheduled("先到而出错");
        var sound = scheduled("后到而无误");
        database.sql(
                        "UPDATE draft SET content = '{}', sha256 = encode(sha256('{}'::bytea), 'hex') WHERE document_id = ?")
                .param(broken.value())
                .update();
        clock.advance(Duration.ofHours(2));

        publicationClock.publishDue();

        assertThat(register.find(sound)).isPresent();
        assertThat(register.find(broken)).isEmpty();
        assertThat(schedules.find(broken).orElseThrow().refused()).isNotNull();
        publishing.unschedule(person("office"), broken);
    }

    /** A clock that was set back comes right again: then it is published, and nobody need act. */
    @Test
    void waitsForAClockThatWasSetBack() {
        clock.advance(Duration.ofDays(2));
        var id = scheduled("时钟回拨后再发");
        clock.advance(Duration.ofHours(3));
        published("拨回之前发的");
        clock.advance(Duration.ofMinutes(-90));

        publicationClock.publishDue();
        assertThat(register.find(id)).isEmpty();
        assertThat(schedules.find(id).orElseThrow().refused()).isNull();

        clock.advance(Duration.ofHours(2));
        publicationClock.publishDue();
        assertThat(register.find(id)).isPresent();
    }

    @Test
    void isNotPublishedUnderAClockThatWasSetBack() {
        published("先发的");
        var id = approved("后发的");
        clock.advance(Duration.ofDays(-1));

        refused(() -> publishing.publish(person("office"), id), RefusalKind.NOT_POSSIBLE_NOW);
    }

    @Test
    void isKeptWithAnAssessmentAYearLaterWhenItIsNotPublic() {
        var id = drafted("不予公开", "不予公开");
        drafting.submit(person("clerk"), id);
        signAll(id);

        refused(() -> publishing.publish(person("office"), id), RefusalKind.NOT_POSSIBLE_NOW);
        assertThat(publishing.keep(person("office"), id))
                .isEqualTo(LocalDate.now(clock).plusYears(1));
    }

    @Test
    void isHiddenFromOtherSections() {
        var id = drafted("本科室");

        refused(() -> desk.view(person("clerk2"), id), RefusalKind.NOT_FOUND);
        refused(() -> desk.view(person("operator"), id), RefusalKind.NOT_FOUND);
    }

    private DocumentId published(String title) {
        var id = approved(title);
        publishing.publish(person("office"), id);
        return id;
    }

    private DocumentId scheduled(String title) {
        var id = approved(title);
        publishing.schedule(person("office"), id, clock.instant().plus(Duration.ofHours(1)));
        return id;
    }

    private DocumentId approved(String title) {
        var id = drafted(title);
        drafting.submit(person("clerk"), id);
        signAll(id);
        return id;
    }

    private void signAll(DocumentId id) {
        List.of("head", "secrecy", "leader").forEach(it -> sign(it, id));
    }

    private void sign(String who, DocumentId id) {
        review.sign(person(who), id, desk.view(person(who), id).copy().sha256(), PASSED, "同意");
    }

    private DocumentId drafted(String title) {
        return drafted(title, "主动公开");
    }

    private DocumentId drafted(String title, String attribute) {
        var complete = input(title, "<p>正文。</p>");
        return drafting.create(
                person("clerk"),
                new DocumentInput(
                        complete.kind(),
                        complete.title(),
                        complete.column(),
                        complete.section(),
                        complete.bodyHtml(),
                        attribute,
                        complete.legalGround(),
                        complete.article20Item(),
                        complete.source(),
                        complete.fields(),
                        null,
                        null));
    }

    private DocumentInput input(String title, String body) {
        return new DocumentInput(
                "notice",
                title,
                "重点工作",
                section(),
                body,
                "主动公开",
                "《政府信息公开条例》第二十条第三项",
                3,
                Source.ours(),
                Map.of("formedOn", "2021-07-30"),
                null,
                null);
    }

    private static DocumentInput inputOf(String title, String body) {
        return new DocumentInput(
                null, title, null, null, body, null, null, null, null, null, null, null);
    }

    private String section() {
        var clerk = person("clerk");
        var section = clerk.grants().getFirst().section();
        return organization.section(section).key();
    }

    private Actor person(String key) {
        var person = organization.personByKey(key).orElseThrow();
        return organization.actorOn(person.id(), LocalDate.now(clock));
    }

    private static void refused(ThrowingCallable what, RefusalKind kind) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.kind()).isEqualTo(kind));
    }
}
