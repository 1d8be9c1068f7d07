package org.gongkai.platform.calendar.web;

import java.util.Arrays;
import java.util.List;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Certainty;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** What can be chosen when a notice is entered (登记选项). */
@Component
class NoticeChoices {
    private final Wording wording;
    private final DayWords words;

    NoticeChoices(Wording wording, DayWords words) {
        this.wording = wording;
        this.words = words;
    }

    public List<Choice> calendars() {
        return Arrays.stream(CalendarCode.values())
                .map(
                        it ->
                                new Choice(
                                        it.name(),
                                        wording.say("calendar.code." + it),
                                        wording.say("calendar.notice.issuer." + it)))
                .toList();
    }

    public List<Choice> certainties() {
        return Arrays.stream(Certainty.values())
                .map(it -> Choice.of(it.name(), wording.say("calendar.certainty." + it)))
                .toList();
    }

    public List<Choice> extents() {
        return List.of(extent(NoticeForm.WHOLE_YEAR), extent("CHANGES"));
    }

    DayWords words() {
        return words;
    }

    private Choice extent(String value) {
        return new Choice(
                value,
                wording.say("calendar.extent." + value),
                wording.say("calendar.extent." + value + ".hint"));
    }
}
