package org.gongkai.opengov.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.Worklist;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.SectionWork;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DemoAgencyTest
@DisplayName("A column that rests too long — 栏目更新监测")
class ColumnUpdatesModuleTests {
    @Autowired ApplicationContext program;
    @Autowired ColumnDesk desk;
    @Autowired Columns columns;
    @Autowired ColumnUpdates updates;
    @Autowired Worklist worklist;
    @Autowired TestClock clock;

    @Test
    void isLateTheDayAfterItsLastDayAndNotByAnItemBelowIt() {
        column("resting", "", "air", 14);
        column("resting-below", "resting", "air", null);
        SectionWork.of(program, "air", "resting-below").published("栏目新信息");

        assertThat(standing("resting").newest()).isEqualTo("2021-07-30");
        assertThat(standing("resting").due()).isEqualTo("2021-08-13");
        clock.set("2021-08-13T23:00:00+08:00");
        assertThat(standing("resting").overdue()).isFalse();
        clock.set("2021-08-14T00:00:00+08:00");
        assertThat(standing("resting").overdue()).isTrue();
        assertThat(standing("resting-below").due()).isNull();
    }

    @Test
    void countsFromItsCreationWhileItIsEmpty() {
        column("never-filled", "", "air", 10);

        assertThat(standing("never-filled").newest()).isNull();
        assertThat(standing("never-filled").due()).isEqualTo("2021-08-09");
    }

    @Test
    void keepsTheAgeOfWhatWasMergedIntoIt() {
        column("merged-away", "", "air", 14);
        column("merged-here", "", "air", 14);
        SectionWork.of(program, "air", "merged-away").published("并走的信息");

        desk.merge(office(), id("merged-away"), id("merged-here"));

        assertThat(standing("merged-here").newest()).isEqualTo("2021-07-30");
        assertThat(standing("merged-away").due()).isNull();
    }

    @Test
    void isOnTheStartPageOfItsSectionAWeekBefore() {
        column("remind-me", "", "air", 14);

        assertThat(reminded("air-clerk", "remind-me")).isEmpty();
        clock.set("2021-08-06T09:00:00+08:00");
        assertThat(reminded("air-clerk", "remind-me"))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.messageKey()).isEqualTo("columns.work.empty");
                            assertThat(it.due()).isEqualTo("2021-08-13");
                        });
        assertThat(reminded("air-head", "remind-me")).hasSize(1);
        assertThat(reminded("soil-clerk", "remind-me")).isEmpty();
        assertThat(reminded("office", "remind-me")).isEmpty();
    }

    @Test
    void isTheOfficesBusinessWhileNoSectionIsNamed() {
        column("nobodys", "", "", 14);
        clock.set("2021-08-20T09:00:00+08:00");

        assertThat(reminded("office", "nobodys")).hasSize(1);
        assertThat(reminded("air-clerk", "nobodys")).isEmpty();
    }

    private void column(String key, String parent, String section, Integer updateDays) {
        var input =
                new ColumnInput(
                        key, parent, "栏目" + key, "政务动态", "用来检验", "检验", section, updateDays, 900);
        desk.create(office(), input);
    }

    private ColumnStanding standing(String key) {
        return updates.of(office().agency()).stream()
                .filter(it -> it.column().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<WorkItem> reminded(String who, String key) {
        return worklist.itemsFor(SectionWork.of(program, "air", key).person(who)).stream()
                .filter(it -> it.link().equals("/desk/columns/" + key))
                .toList();
    }

    private ColumnId id(String key) {
        return columns.find(office().agency(), key).orElseThrow().id();
    }

    private Actor office() {
        return SectionWork.of(program, "air", "").holder(Role.DISCLOSURE_OFFICE);
    }
}
