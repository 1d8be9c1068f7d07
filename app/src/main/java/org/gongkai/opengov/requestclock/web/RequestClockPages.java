package org.gongkai.opengov.requestclock.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.requestclock.ClockExplanations;
import org.gongkai.opengov.requestclock.ClockReading;
import org.gongkai.opengov.requestclock.ClockWords;
import org.gongkai.opengov.requestclock.EventType;
import org.gongkai.opengov.requestclock.RequestChannel;
import org.gongkai.opengov.requestclock.RequestClocks;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calculator of request clocks for everybody (申请答复期限测算). */
@Controller
class RequestClockPages {
    private final RequestClocks clocks;
    private final ClockStory story;
    private final ClockExplanations explanations;
    private final ClockWords words;
    private final Wording wording;
    private final Forms forms;

    RequestClockPages(
            RequestClocks clocks,
            ClockStory story,
            ClockExplanations explanations,
            ClockWords words,
            Wording wording,
            Forms forms) {
        this.clocks = clocks;
        this.story = story;
        this.explanations = explanations;
        this.words = words;
        this.wording = wording;
        this.forms = forms;
    }

    /** Kinds of events that belong together, to choose from. */
    public record Group(String label, List<Choice> choices) {}

    @GetMapping("/request-clock")
    String page(
            @RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        var form = ClockForm.of(typed);
        model.addAttribute("form", form);
        model.addAttribute("crumbs", crumbs());
        model.addAttribute("calendars", calendars());
        model.addAttribute("channels", channels());
        model.addAttribute("types", types());
        model.addAttribute("problems", Problems.none());
        if (!form.asked()) {
            return "requestclock/clock";
        }
        return forms.send(
                model,
                response,
                () -> answered(clocks.answer(form.question(this::someone)), model),
                () -> refused(form, model));
    }

    private String answered(ClockReading reading, Model model) {
        model.addAttribute("reading", reading);
        model.addAttribute("words", words);
        model.addAttribute("explained", explanations.of(reading));
        model.addAttribute("facts", story.facts(reading));
        return "requestclock/clock";
    }

    private String refused(ClockForm form, Model model) {
        if (model.getAttribute("problems") instanceof Problems problems) {
            model.addAttribute("problems", form.atRows(problems));
        }
        return "requestclock/clock";
    }

    /** A name for somebody asked whom the reader did not name. */
    private @Nullable String someone(EventType type) {
        return switch (type) {
            case THIRD_PARTY_ASKED, THIRD_PARTY_RECEIVED, THIRD_PARTY_ANSWERED ->
                    wording.say("requestclock.party.third-party");
            case CO_AUTHOR_ASKED, CO_AUTHOR_RECEIVED, CO_AUTHOR_ANSWERED ->
                    wording.say("requestclock.party.co-author");
            case AGENCY_ASKED, AGENCY_ANSWERED -> wording.say("requestclock.party.agency");
            default -> null;
        };
    }

    private List<Group> types() {
        return List.of(
                group("receipt", EventType.CONFIRMED, EventType.CORRECTED),
                group("opinions", EventType.THIRD_PARTY_ASKED, EventType.AGENCY_ANSWERED),
                new Group(
                        wording.say("requestclock.group.terms"),
                        List.of(
                                choice(EventType.EXTENDED),
                                choice(EventType.REASONS_ASKED),
                                choice(EventType.REASONS_GIVEN),
                                choice(EventType.LATER_DATE_SET))),
                group("fee", EventType.FEE_NOTICED, EventType.FEE_PAID),
                group("answer", EventType.ANSWER_MADE, EventType.REOPENED));
    }

    private Group group(String name, EventType first, EventType last) {
        return new Group(
                wording.say("requestclock.group." + name),
                Arrays.stream(EventType.values())
                        .filter(it -> it.compareTo(first) >= 0 && it.compareTo(last) <= 0)
                        .map(this::choice)
                        .toList());
    }

    private Choice choice(EventType type) {
        return Choice.of(type.slug(), words.event(type));
    }

    private List<Choice> channels() {
        return Arrays.stream(RequestChannel.values())
                .map(it -> Choice.of(it.slug(), words.channel(it)))
                .toList();
    }

    private List<Choice> calendars() {
        return List.of(calendar(CalendarCode.NX), calendar(CalendarCode.CN));
    }

    private Choice calendar(CalendarCode code) {
        return new Choice(
                code.name(),
                wording.say("requestclock.calendar." + code),
                wording.say("requestclock.calendar." + code + ".hint"));
    }

    private List<Crumb> crumbs() {
        return List.of(
                new Crumb(wording.say("requestclock.crumb.home"), "/"),
                new Crumb(wording.say("requestclock.crumb.deadline"), "/deadline"),
                new Crumb(wording.say("requestclock.title"), null));
    }
}
