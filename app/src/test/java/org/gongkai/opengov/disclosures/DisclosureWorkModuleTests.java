package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkCount;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.Worklist;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.SectionWork;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("The documents on a person's start page — 工作台待办")
class DisclosureWorkModuleTests {
    private static final String CLERK = "nature-clerk";
    private static final List<String> LEVELS = List.of("nature-head", "secrecy", "leader2");

    @Autowired DraftingDesk drafting;
    @Autowired ReviewDesk review;
    @Autowired ApplicationContext program;
    @Autowired PublishingDesk publishing;
    @Autowired DocumentDesk desk;
    @Autowired Schedules schedules;
    @Autowired Worklist worklist;
    @Autowired TestClock clock;
    @Autowired JdbcClient database;

    @Test
    void showADraftToItsSectionWithTheLastDayOfArticle26() {
        var id = drafted("自然保护地监督情况", "主动公开", false);

        var item = only(CLERK, id);
        assertThat(item.messageKey()).isEqualTo("disclosures.work.draft");
        assertThat(item.link()).isEqualTo("/desk/documents/" + id + "/edit");
        assertThat(item.due()).isEqualTo("2021-08-25");
        assertThat(items("air-clerk", id)).isEmpty();
        assertThat(items("nature-head", id)).isEmpty();
        assertThat(items("office", id)).isEmpty();
    }

    @Test
    void goFromLevelToLevelAndThenToTheOffice() {
        var id = drafted("逐级待办", "主动公开", false);
        drafting.submit(person(CLERK), id);

        for (var signer : LEVELS) {
            LEVELS.stream()
                    .filter(it -> !it.equals(signer))
                    .forEach(it -> assertThat(items(it, id)).as(it).isEmpty());
            var item = only(signer, id);
            assertThat(item.messageKey()).isEqualTo("disclosures.work.sign");
            assertThat(item.link()).isEqualTo("/desk/documents/" + id + "/review");
            sign(signer, id);
        }
        assertThat(items("leader2", id)).isEmpty();
        assertThat(only("office", id).messageKey()).isEqualTo("disclosures.work.publish");
        publishing.publish(person("office"), id);
        assertThat(items("office", id)).isEmpty();
    }

    @Test
    void comeBackToTheSectionWhenReturned() {
        var id = drafted("退回待办", "主动公开", false);
        drafting.submit(person(CLERK), id);
        review.sendBack(person("nature-head"), id, "请补充依据", List.of());

        assertThat(only(CLERK, id).messageKey()).isEqualTo("disclosures.work.returned");
    }

    @Test
    void doNotAskAnybodyToSignWhatTheyWrote() {
        var id = drafted("自拟不自签", "主动公开", false);
        database.sql("INSERT INTO drafter VALUES (?, ?, now())")
                .params(id.value(), person("nature-head").person().value())
                .update();
        drafting.submit(person(CLERK), id);

        assertThat(items("nature-head", id)).isEmpty();
    }

    @Test
    void putWhatIsUrgentFirst() {
        drafted("不急的", "主动公开", false);
        var urgent = drafted("紧急的", "主动公开", true);

        assertThat(worklist.itemsFor(person(CLERK)).getFirst().urgent()).isTrue();
        assertThat(only(CLERK, urgent).urgent()).isTrue();
    }

    @Test
    void askTheOfficeToFileWhatIsNotPublicAndTheSectionToLookAtItAgainAYearLater() {
        var id = approved("依申请公开的", "依申请公开");

        var toKeep = only("office", id);
        assertThat(toKeep.messageKey()).isEqualTo("disclosures.work.keep");
        assertThat(toKeep.due()).isNull();
        publishing.keep(person("office"), id);
        assertThat(items(CLERK, id)).isEmpty();

        clock.set("2022-06-29T09:00:00+08:00");
        assertThat(items(CLERK, id)).isEmpty();
        clock.set("2022-06-30T09:00:00+08:00");
        var toAssess = only(CLERK, id);
        assertThat(toAssess.messageKey()).isEqualTo("disclosures.work.assess");
        assertThat(toAssess.due()).isEqualTo("2022-07-30");
    }

    @Test
    void tellTheOfficeOfAScheduleThatWasRefused() {
        var id = approved("定时未成的", "主动公开");
        publishing.schedule(person("office"), id, clock.instant().plus(Duration.ofDays(2)));
        assertThat(items("office", id)).isEmpty();

        schedules.refuse(id, "disclosures.refusal.numbering");

        assertThat(only("office", id).messageKey()).isEqualTo("disclosures.work.schedule-refused");
    }

    @Test
    void countACorrectionFromTheDayItWasBegun() {
        var id = approved("要更正的", "主动公开");
        publishing.publish(person("office"), id);
        drafting.correct(person(CLERK), id, "改正一处", null);

        assertThat(only(CLERK, id).due()).isEqualTo("2021-08-27");
    }

    @Test
    void areCountedAsTheListsBehindTheFiguresCountThem() {
        drafted("计数的", "主动公开", false);

        var counts = worklist.countsFor(person(CLERK));
        assertThat(counts)
                .extracting(WorkCount::link)
                .startsWith("/desk/documents?state=draft", "/desk/documents?state=returned");
        var drafts = DocumentFilter.of(person(CLERK).agency()).in(Set.of(DocumentState.DRAFT));
        assertThat(counts.getFirst().count()).isEqualTo(desk.count(person(CLERK), drafts));
        assertThat(worklist.countsFor(person("nature-head")))
                .extracting(WorkCount::link)
                .contains("/desk/review");
    }

    @Test
    void areNotTheOperatorsBusiness() {
        var id = drafted("与管理员无关", "主动公开", false);

        assertThat(items("operator", id)).isEmpty();
        assertThat(worklist.countsFor(person("operator")))
                .extracting(WorkCount::link)
                .noneMatch(it -> it.startsWith("/desk/documents"));
    }

    private DocumentId approved(String title, String attribute) {
        var id = drafted(title, attribute, false);
        drafting.submit(person(CLERK), id);
        LEVELS.forEach(it -> sign(it, id));
        return id;
    }

    private void sign(String who, DocumentId id) {
        nature().sign(person(who), id);
    }

    private DocumentId drafted(String title, String attribute, boolean emergency) {
        return drafting.create(
                person(CLERK),
                new DocumentInput(
                        "notice",
                        title,
                        "重点工作",
                        "nature",
                        "<p>正文。</p>",
                        attribute,
                        "《政府信息公开条例》第二十条第三项",
                        3,
                        Source.ours(),
                        Map.of("formedOn", "2021-07-28"),
                        null,
                        emergency));
    }

    private WorkItem only(String who, DocumentId id) {
        assertThat(items(who, id)).hasSize(1);
        return items(who, id).getFirst();
    }

    private List<WorkItem> items(String who, DocumentId id) {
        return worklist.itemsFor(person(who)).stream()
                .filter(it -> it.link().contains(id.toString()))
                .toList();
    }

    private Actor person(String key) {
        return nature().person(key);
    }

    private SectionWork nature() {
        return SectionWork.of(program, "nature", "重点工作");
    }
}
