package org.gongkai.opengov.requestclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.opengov.requestclock.ACase.day;
import static org.gongkai.opengov.requestclock.ACase.receivedInPerson;

import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.testing.ModuleTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
@DisplayName("Request clocks by the notices in the register, and how a redating is told")
class RequestClocksModuleTests {
    @Autowired private RequestClocks clocks;
    @Autowired private ClockWords words;

    @Test
    void countByTheNoticesKnownOnADay() {
        var received = receivedInPerson("2020-01-22").events();

        for (var code : CalendarCode.values()) {
            var before = clocks.asKnownOn(code, day("2020-01-26")).read(received);
            assertThat(before.due()).isEqualTo("2020-02-25");
            assertThat(clocks.current(code).read(received).due()).isEqualTo("2020-02-27");
        }
    }

    @Test
    void tellARedatingWithBothDaysAndTheReason() {
        var redating =
                ClockRedating.of(
                        receivedInPerson("2020-01-22").events(),
                        null,
                        clocks.asKnownOn(CalendarCode.NX, day("2020-01-26")),
                        clocks.current(CalendarCode.NX),
                        day("2020-01-27"));

        assertThat(words.redating(redating))
                .isEqualTo(
                        "2020年1月27日(周一)公布的通知调整了放假安排，答复期限由2020年2月25日(周二)改为2020年2月27日(周四)："
                                + "2020年1月31日(周五)由“工作日”改为“春节放假”；"
                                + "2020年2月1日(周六)由“春节调休，上班”改为“春节放假”。");
        var ended =
                ClockRedating.of(
                        receivedInPerson("2020-01-02").answerDispatched("2020-01-22").events(),
                        null,
                        clocks.asKnownOn(CalendarCode.CN, day("2020-01-26")),
                        clocks.current(CalendarCode.CN),
                        day("2020-01-27"));
        assertThat(words.redating(ended)).isEqualTo("2020年1月27日(周一)公布的通知调整了放假安排，答复期限不变。");
    }
}
