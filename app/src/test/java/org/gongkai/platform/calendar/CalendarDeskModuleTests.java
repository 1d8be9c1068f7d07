package org.gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.day;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.off;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.work;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.testing.ModuleTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each test runs in a transaction that is rolled back: the shared calendar stays as shipped. */
@ModuleTest
@Transactional
@DisplayName("Calendar desk — notices are examined, entered, amended and withdrawn")
class CalendarDeskModuleTests {
    private static final Actor OFFICE = holder(Role.DISCLOSURE_OFFICE);

    @Autowired private CalendarDesk desk;
    @Autowired private Calendars calendars;
    @Autowired private TestClock clock;
    @Autowired private JdbcClient jdbc;

    @Test
    void showsWhatANoticeOfAnUnknownYearWouldChange() {
        var review = desk.examine(OFFICE, yearOf2027());

        assertThat(review.notice().kind()).isEqualTo(NoticeKind.ANNUAL);
        assertThat(review.changes().stream().filter(it -> it.changesCount()))
                .extracting(it -> it.after().date() + " " + it.after().reason())
                .containsExactly("2027-02-11 HOLIDAY", "2027-02-20 MAKE_UP_DAY");
        assertThat(review.workingDaysBefore()).isEqualTo(248);
        assertThat(review.workingDaysAfter()).isEqualTo(248);
        assertThat(calendars.current(CalendarCode.CN).isProvisional(day("2027-03-01"))).isTrue();
        assertThat(desk.register()).noneMatch(it -> it.notice().year() == 2027);
    }

    @Test
    void makesAYearKnownByEnteringItsNotice() {
        enter(yearOf2027());

        var calendar = calendars.current(CalendarCode.CN);
        assertThat(calendar.isProvisional(day("2027-03-01"))).isFalse();
        assertThat(calendar.reason(day("2027-02-20"))).isEqualTo(DayReason.MAKE_UP_DAY);
        assertThat(calendars.current(CalendarCode.NX).isProvisional(day("2027-03-01"))).isTrue();
        assertThat(desk.register().getFirst().enteredBy()).isEqualTo("王敏");
    }

    @Test
    void takesOfAYearAlreadyKnownOnlyWhatDiffers() {
        enter(yearOf2027());
        var days = new ArrayList<>(yearOf2027().days());
        days.remove(work("2027-02-20", "春节"));
        days.add(work("2027-02-21", "春节"));
        var review =
                desk.examine(
                        OFFICE, draft(CalendarCode.CN, "国办发明电〔2027〕1号", "2027-01-20", true, days));

        assertThat(review.notice().kind()).isEqualTo(NoticeKind.AMENDMENT);
        assertThat(review.notice().days())
                .containsExactly(
                        new NoticeDay(day("2027-02-20"), DayKind.ORDINARY, "春节"),
                        work("2027-02-21", "春节"));
        assertThat(review.repeated()).isEqualTo(yearOf2027().days().size() - 1);
    }

    @Test
    void keepsTheOldDeadlineOfAnAmendmentByTheDayOnWhichItWasKnown() {
        enter(yearOf2027());
        enter(
                draft(
                        CalendarCode.CN,
                        "国办发明电〔2027〕1号",
                        "2027-02-10",
                        false,
                        List.of(off("2027-02-15", "春节"))));

        assertThat(
                        calendars
                                .asKnownOn(CalendarCode.CN, day("2027-02-09"))
                                .dueAfter(day("2027-02-12"), 1))
                .isEqualTo("2027-02-15");
        assertThat(calendars.current(CalendarCode.CN).dueAfter(day("2027-02-12"), 1))
                .isEqualTo("2027-02-16");
    }

    @Test
    void takesOfARegionalNoticeOnlyWhatItAddsToTheNationalDays() {
        var review =
                desk.examine(
                        OFFICE,
                        draft(
                                CalendarCode.NX,
                                "宁政办发〔2025〕90号",
                                "2025-12-20",
                                true,
                                List.of(
                                        off("2026-01-01", "元旦"),
                                        work("2026-01-04", "元旦"),
                                        off("2026-03-20", "开斋节"),
                                        work("2026-03-21", "开斋节")),
                                2026));

        assertThat(review.notice().days())
                .containsExactly(off("2026-03-20", "开斋节"), work("2026-03-21", "开斋节"));
        assertThat(review.repeated()).isEqualTo(2);
    }

    @Test
    void takesARegionalYearWithoutExtraDaysAsKnown() {
        enter(draft(CalendarCode.NX, "宁政办发〔2025〕90号", "2025-12-20", true, List.of(), 2026));

        assertThat(calendars.current(CalendarCode.NX).isProvisional(day("2026-03-02"))).isFalse();
    }

    @Test
    void refusesRegionalDaysWithoutANoticeNumber() {
        assertThat(
                        problems(
                                draft(
                                        CalendarCode.NX,
                                        "听说",
                                        "2026-01-05",
                                        true,
                                        List.of(off("2026-03-20", "开斋节")),
                                        2026)))
                .isEqualTo("number:number-unreadable");
    }

    @Test
    void refusesAListInWhichALegalHolidayIsAWorkingDay() {
        var days =
                yearOf2027().days().stream()
                        .filter(it -> !it.day().equals(day("2027-10-01")))
                        .toList();

        assertThat(problems(draft(CalendarCode.CN, "国办发明电〔2026〕9号", "2026-11-04", true, days)))
                .isEqualTo("days:legal-holiday-missing");
    }

    @Test
    void refusesWithAllThatIsWrongAtOnce() {
        assertThat(
                        problems(
                                draft(
                                        CalendarCode.CN,
                                        "国办发明电〔2025〕7号",
                                        "2020-11-04",
                                        false,
                                        List.of(
                                                off("2027-02-05", "春节"),
                                                off("2027-02-05", "春节"),
                                                off("2028-01-03", "元旦"),
                                                off("2027-02-08", " ")))))
                .isEqualTo(
                        "number:number-known validFrom:valid-from-far-away days:day-twice"
                                + " days:day-outside-year days:festival-missing");
        assertThat(problems(draft(CalendarCode.CN, "国办发明电〔2026〕9号", "2026-11-04", true, List.of())))
                .isEqualTo("days:days-missing");
        assertThat(
                        problems(
                                draft(
                                        CalendarCode.CN,
                                        "国办发明电〔2026〕9号",
                                        "2026-11-04",
                                        false,
                                        List.of(off("2026-10-01", "国庆节")),
                                        2026)))
                .isEqualTo("days:changes-nothing");
    }

    @Test
    void entersOnlyWhatWasShown() {
        var shown = desk.examine(OFFICE, yearOf2027()).fingerprint();
        desk.withdraw(OFFICE, desk.register().getFirst().notice().id(), "测试");

        var refusal =
                catchThrowableOfType(Refusal.class, () -> desk.enter(OFFICE, yearOf2027(), shown));

        assertThat(refusal.kind()).isEqualTo(RefusalKind.STALE);
        assertThat(desk.register()).noneMatch(it -> it.notice().year() == 2027);
    }

    @Test
    void countsWithoutAWithdrawnEntryAndKeepsItInTheRegister() {
        var entered = enter(yearOf2027()).notice();
        desk.withdraw(OFFICE, entered.id(), "年份录错");

        assertThat(calendars.current(CalendarCode.CN).isProvisional(day("2027-03-01"))).isTrue();
        assertThat(desk.entry(entered.id()).withdrawal().reason()).isEqualTo("年份录错");
        assertThat(
                        catchThrowableOfType(
                                        Refusal.class,
                                        () -> desk.withdraw(OFFICE, entered.id(), "再次"))
                                .kind())
                .isEqualTo(RefusalKind.NOT_POSSIBLE_NOW);
        assertThat(enter(yearOf2027()).counts()).isTrue();
    }

    @Test
    void recordsWhoEnteredAndWithdrewWhat() {
        var entered = enter(yearOf2027()).notice();
        desk.withdraw(OFFICE, entered.id(), "年份录错");

        assertThat(
                        jdbc.sql("SELECT action FROM audit_entry WHERE subject = ? ORDER BY id")
                                .param("calendar-notice:" + entered.id())
                                .query(String.class)
                                .list())
                .containsExactly("calendar.notice-entered", "calendar.notice-withdrawn");
    }

    @Test
    void doesNotMindAClockSetBack() {
        clock.set("2015-01-01T09:00:00+08:00");
        enter(yearOf2027());

        assertThat(calendars.current(CalendarCode.CN).isProvisional(day("2027-03-01"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isChangedByTheDisclosureOfficeAndTheOperatorAlone(Role role) {
        var actor = holder(role);
        boolean may = role == Role.DISCLOSURE_OFFICE || role == Role.OPERATOR;

        assertThat(CalendarDesk.mayChange(actor)).isEqualTo(may);
        if (may) {
            assertThat(desk.examine(actor, yearOf2027()).changes()).isNotEmpty();
            return;
        }
        assertThat(
                        List.<Runnable>of(
                                () -> desk.examine(actor, yearOf2027()),
                                () -> desk.enter(actor, yearOf2027(), ""),
                                () -> desk.withdraw(actor, 1, "理由")))
                .allSatisfy(
                        step ->
                                assertThat(catchThrowableOfType(Refusal.class, step::run).kind())
                                        .isEqualTo(RefusalKind.NOT_ALLOWED));
    }

    private NoticeRecord enter(NoticeDraft draft) {
        return desk.enter(OFFICE, draft, desk.examine(OFFICE, draft).fingerprint());
    }

    private String problems(NoticeDraft draft) {
        return catchThrowableOfType(Refusal.class, () -> desk.examine(OFFICE, draft))
                .problems()
                .stream()
                .map(it -> it.field() + ":" + it.code())
                .collect(Collectors.joining(" "));
    }

    /** An invented arrangement for a year that has none yet. */
    private static NoticeDraft yearOf2027() {
        return draft(
                CalendarCode.CN,
                "国办发明电〔2026〕9号",
                "2026-11-04",
                true,
                List.of(
                        off("2027-01-01", "元旦"),
                        off("2027-02-05", "春节"),
                        off("2027-02-06", "春节"),
                        off("2027-02-07", "春节"),
                        off("2027-02-08", "春节"),
                        off("2027-02-09", "春节"),
                        off("2027-02-10", "春节"),
                        off("2027-02-11", "春节"),
                        work("2027-02-20", "春节"),
                        off("2027-04-05", "清明节"),
                        off("2027-05-03", "劳动节"),
                        off("2027-05-04", "劳动节"),
                        off("2027-06-09", "端午节"),
                        off("2027-09-15", "中秋节"),
                        off("2027-10-01", "国庆节"),
                        off("2027-10-04", "国庆节"),
                        off("2027-10-05", "国庆节")));
    }

    private static NoticeDraft draft(
            CalendarCode code,
            String number,
            String validFrom,
            boolean wholeYear,
            List<NoticeDay> days) {
        return draft(code, number, validFrom, wholeYear, days, 2027);
    }

    private static NoticeDraft draft(
            CalendarCode code,
            String number,
            String validFrom,
            boolean wholeYear,
            List<NoticeDay> days,
            int year) {
        return new NoticeDraft(
                code,
                year,
                number,
                "关于" + year + "年部分节假日安排的通知",
                "办公厅",
                day(validFrom),
                Certainty.CHECKED,
                "通知原文",
                wholeYear,
                days);
    }

    private static Actor holder(Role role) {
        return new Actor(
                new PersonId(7), "王敏", new AgencyId(1), List.of(new Grant(role, null, null)));
    }
}
