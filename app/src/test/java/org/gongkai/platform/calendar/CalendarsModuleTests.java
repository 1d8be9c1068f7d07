package org.gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.CHINA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.NINGXIA;
import static org.gongkai.platform.calendar.NoticesOf2019To2026.day;

import java.util.List;
import org.gongkai.platform.calendar.Period.WorkingDays;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Calendars from the register of notices, on a database of their own")
class CalendarsModuleTests {
    private TestDatabase database;
    private Calendars calendars;
    private Calendars otherNode;

    @BeforeEach
    void startTwoNodesOnOneDatabase() {
        database = TestDatabase.fresh();
        calendars = new Calendars(new HolidayNotices(JdbcClient.create(database.app())));
        otherNode = new Calendars(new HolidayNotices(JdbcClient.create(database.app())));
    }

    @Test
    void areShippedWithEveryDayOfTheDataSet() {
        var china = calendars.current(CalendarCode.CN);
        var ningxia = calendars.current(CalendarCode.NX);

        assertThat(day("2018-12-01").datesUntil(day("2027-12-31")))
                .allSatisfy(
                        it -> {
                            assertThat(china.reason(it)).isEqualTo(CHINA.reason(it));
                            assertThat(ningxia.reason(it)).isEqualTo(NINGXIA.reason(it));
                            assertThat(china.isProvisional(it)).isEqualTo(CHINA.isProvisional(it));
                            assertThat(ningxia.isProvisional(it))
                                    .isEqualTo(NINGXIA.isProvisional(it));
                        });
    }

    @Test
    void canBeAskedForAsTheyWereKnownOnADay() {
        var start = day("2020-01-22");

        assertThat(calendars.asKnownOn(CalendarCode.CN, day("2020-01-26")).dueAfter(start, 20))
                .isEqualTo("2020-02-25");
        assertThat(calendars.asKnownOn(CalendarCode.CN, day("2020-01-27")).dueAfter(start, 20))
                .isEqualTo("2020-02-27");
        assertThat(
                        calendars
                                .asKnownOn(CalendarCode.CN, day("2019-03-21"))
                                .dueAfter(day("2019-04-30"), 1))
                .isEqualTo("2019-05-02");
        assertThat(
                        calendars
                                .asKnownOn(CalendarCode.CN, day("2019-03-22"))
                                .dueAfter(day("2019-04-30"), 1))
                .isEqualTo("2019-05-05");
        assertThat(
                        calendars
                                .asKnownOn(CalendarCode.CN, day("2019-03-22"))
                                .isProvisional(day("2020-01-02")))
                .isTrue();
    }

    @Test
    void keepTheOldAndTheNewDayOfAnAmendment() {
        var start = day("2020-01-22");
        var redating =
                Redating.of(
                        new WorkingDays(20),
                        start,
                        calendars.withoutAmendmentsAfter(CalendarCode.CN, start),
                        calendars.current(CalendarCode.CN));

        assertThat(redating.was()).isEqualTo("2020-02-25");
        assertThat(redating.is()).isEqualTo("2020-02-27");
    }

    @Test
    void areMadeOnceUntilTheRegisterChanges() {
        assertThat(calendars.current(CalendarCode.CN)).isSameAs(calendars.current(CalendarCode.CN));
    }

    @Test
    void countByAChangeOnEveryNodeAtOnce() {
        var start = day("2027-02-26");
        assertThat(calendars.current(CalendarCode.CN).dueAfter(start, 1)).isEqualTo("2027-03-01");
        assertThat(otherNode.current(CalendarCode.CN).dueAfter(start, 1)).isEqualTo("2027-03-01");
        var before = otherNode.current(CalendarCode.CN).version();

        enterMakeUpDay("2027-02-27");

        assertThat(calendars.current(CalendarCode.CN).dueAfter(start, 1)).isEqualTo("2027-02-27");
        assertThat(otherNode.current(CalendarCode.CN).dueAfter(start, 1)).isEqualTo("2027-02-27");
        assertThat(otherNode.current(CalendarCode.CN).version())
                .isNotEqualTo(before)
                .isEqualTo(calendars.current(CalendarCode.CN).version());
    }

    @Test
    void canBeMadeAgainByTheirVersions() {
        var before = calendars.current();
        enterMakeUpDay("2027-02-27");
        var entered = calendars.current();
        withdraw("国办发明电〔2027〕1号");
        var now = calendars.current();

        for (var it : List.of(before, entered, now)) {
            for (var code : CalendarCode.values()) {
                var version = it.calendar(code).version();
                var again = otherNode.ofVersion(version).orElseThrow().calendar(code);
                assertThat(again.version()).isEqualTo(version);
                assertThat(again.isWorkingDay(day("2027-02-27")))
                        .isEqualTo(it.calendar(code).isWorkingDay(day("2027-02-27")));
            }
        }
        assertThat(now.national().version()).isEqualTo(before.national().version());
        assertThat(entered.newSince(before).orElseThrow().number()).isEqualTo("国办发明电〔2027〕1号");
        assertThat(now.newSince(entered)).isEmpty();
        assertThat(calendars.ofVersion("NX-2027-01-05-00000000")).isEmpty();
        assertThat(calendars.ofVersion("of another form")).isEmpty();
    }

    @Test
    void cannotBeAlteredByTheProgramsOwnRole() {
        var jdbc = JdbcClient.create(database.app());

        assertThatThrownBy(() -> jdbc.sql("UPDATE calendar_notice SET year = 2030").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM calendar_notice_day").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                "INSERT INTO calendar_notice_day SELECT id, DATE '2021-03-03', 'OFF',"
                                                        + " '元旦' FROM calendar_notice WHERE number ="
                                                        + " '国办发明电〔2020〕27号'")
                                        .update())
                .hasStackTraceContaining("already has all its days");
    }

    @Test
    void cannotBeAlteredByTheOwnerEither() {
        var jdbc = JdbcClient.create(database.owner());

        assertThatThrownBy(() -> jdbc.sql("UPDATE calendar_notice SET year = 2030").update())
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM calendar_notice_day").update())
                .hasStackTraceContaining("append-only");
    }

    private void withdraw(String number) {
        JdbcClient.create(database.app())
                .sql(
                        """
                        INSERT INTO calendar_notice_withdrawal (notice_id, reason, withdrawn_at, withdrawn_by,
                            withdrawn_by_name) SELECT id, 'reason', now(), 1, 'name' FROM calendar_notice WHERE number = ?
                        """)
                .param(number)
                .update();
    }

    private void enterMakeUpDay(String day) {
        var jdbc = JdbcClient.create(database.app());
        long id =
                jdbc.sql(
                                """
                                INSERT INTO calendar_notice (calendar, kind, year, number, title, issued_by,
                                    valid_from, certainty, source, day_count, entered_at, entered_by, entered_by_name)
                                VALUES ('CN', 'AMENDMENT', 2027, '国办发明电〔2027〕1号', 'title', 'issuer',
                                    DATE '2027-01-05', 'CHECKED', 'source', 1, now(), 1, 'name') RETURNING id
                                """)
                        .query(Long.class)
                        .single();
        jdbc.sql("INSERT INTO calendar_notice_day VALUES (?, ?, 'WORK', '春节')")
                .params(id, day(day))
                .update();
    }
}
