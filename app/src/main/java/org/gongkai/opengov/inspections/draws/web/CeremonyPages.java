package org.gongkai.opengov.inspections.draws.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gongkai.opengov.inspections.draws.DrawEvent;
import org.gongkai.opengov.inspections.draws.DrawState;
import org.gongkai.opengov.inspections.draws.DrawStories;
import org.gongkai.opengov.inspections.draws.DrawStory;
import org.gongkai.opengov.inspections.draws.DrawingDesk;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page for the room and the beamer (抽取现场): where the ceremony stands, what is read out, what
 * each witness does now. It shows nothing that is not public, and asks for nothing from outside.
 */
@Controller
@RequestMapping(DrawPages.ADDRESS + "/{seq}/ceremony")
class CeremonyPages {
    private final DrawStories stories;
    private final DrawingDesk drawing;
    private final Wording wording;
    private final ChineseDates dates;
    private final Clock clock;

    CeremonyPages(
            DrawStories stories,
            DrawingDesk drawing,
            Wording wording,
            ChineseDates dates,
            Clock clock) {
        this.stories = stories;
        this.drawing = drawing;
        this.wording = wording;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * A step of the ceremony.
     *
     * @param when it was done, or until when it is to be
     * @param state {@code done}, {@code now} or {@code later}
     */
    public record Step(String name, String when, String state) {}

    /**
     * What is waited for.
     *
     * @param left from when the page was made
     */
    public record Countdown(String what, Instant at, String left) {}

    /** A witness and what this witness does now. */
    public record Duty(String name, String duty) {}

    @GetMapping
    String page(Actor actor, @PathVariable long seq, Model model) {
        var story = stories.of(actor, seq);
        model.addAttribute("story", story);
        model.addAttribute("draw", story.draw());
        model.addAttribute("steps", steps(story));
        model.addAttribute("countdown", countdown(story));
        model.addAttribute("duties", duties(story));
        model.addAttribute("run", drawing.run(actor, seq).filter(it -> it.isOpen()).orElse(null));
        return "inspections/draws/ceremony";
    }

    private List<Step> steps(DrawStory story) {
        var announced = story.draw().announcement();
        var state = story.draw().state();
        return List.of(
                step(story, "announce", DrawEvent.Kind.ANNOUNCE, DrawState.ANNOUNCED, null, state),
                step(
                        story,
                        "freeze",
                        DrawEvent.Kind.FREEZE,
                        DrawState.ANNOUNCED,
                        announced.freezeUntil(),
                        state),
                step(story, "nonces", null, DrawState.FROZEN, announced.noncesUntil(), state),
                step(story, "sources", null, DrawState.NONCES_IN, announced.lastSource(), state),
                step(
                        story,
                        "draw",
                        DrawEvent.Kind.RESULT,
                        DrawState.SOURCES_IN,
                        announced.lastSource(),
                        state));
    }

    private Step step(
            DrawStory story,
            String name,
            DrawEvent.@Nullable Kind event,
            DrawState now,
            @Nullable Instant until,
            DrawState state) {
        var done = event == null ? null : story.event(event).map(DrawEvent::at).orElse(null);
        var over = done != null || event == null && state.compareTo(now) > 0;
        var when =
                done != null
                        ? dates.moment(done)
                        : until == null
                                ? ""
                                : wording.say(
                                        name.equals("sources") || name.equals("draw")
                                                ? "inspections.draw.ceremony.from"
                                                : "inspections.draw.ceremony.until",
                                        dates.moment(until));
        return new Step(
                wording.say("inspections.draw.ceremony.step." + name),
                when,
                over ? "done" : state == now && state != DrawState.VOID ? "now" : "later");
    }

    private @Nullable Countdown countdown(DrawStory story) {
        var announced = story.draw().announcement();
        return switch (story.draw().state()) {
            case ANNOUNCED -> countdown("freeze", announced.freezeUntil());
            case FROZEN -> countdown("nonces", announced.noncesUntil());
            case NONCES_IN -> countdown("sources", announced.firstSource());
            case SOURCES_IN, DRAWN, REVEALED, VOID -> null;
        };
    }

    private @Nullable Countdown countdown(String what, Instant at) {
        var left = Duration.between(clock.instant(), at);
        return left.isNegative()
                ? null
                : new Countdown(
                        wording.say("inspections.draw.ceremony.wait." + what),
                        at,
                        wording.say(
                                "inspections.draw.ceremony.left",
                                left.toHours(),
                                left.toMinutesPart()));
    }

    private List<Duty> duties(DrawStory story) {
        return story.sources().stream()
                .flatMap(
                        it ->
                                it
                                        .source()
                                        .asWitness()
                                        .map(witness -> duty(story, it, witness.name()))
                                        .stream())
                .toList();
    }

    private Duty duty(DrawStory story, DrawStory.Spoken spoken, String name) {
        var key =
                switch (story.draw().state()) {
                    case ANNOUNCED -> spoken.bound() ? "wait-freeze" : "commit";
                    case FROZEN ->
                            !spoken.bound()
                                    ? "left-out"
                                    : spoken.disclosed() == null ? "open" : "opened";
                    case NONCES_IN, SOURCES_IN, DRAWN, REVEALED ->
                            spoken.isAbsent()
                                    ? "absent"
                                    : spoken.disclosed() == null ? "left-out" : "watch";
                    case VOID -> "void";
                };
        return new Duty(name, wording.say("inspections.draw.ceremony.duty." + key));
    }
}
