package org.gongkai.opengov.requests.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.opengov.requestclock.Consulted;
import org.gongkai.opengov.requests.EventEntry;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an officer has to know of days before a step is recorded (办理提示): by when it has to be done,
 * until when the others have to answer, that it has been done already.
 */
@Component
class StepHints {
    private final Wording wording;

    StepHints(Wording wording) {
        this.wording = wording;
    }

    /**
     * What stands with the form of a step.
     *
     * @param sentences to be read before it; none where there is nothing to know
     * @param days how many were asked for, where consent or notice is to repeat them
     * @param labels what each field asks in this step, by its name
     */
    public record Help(List<String> sentences, @Nullable Integer days, Map<String, String> labels) {
        public Help {
            sentences = List.copyOf(sentences);
            labels = Map.copyOf(labels);
        }
    }

    /** What to know of this step. */
    Help of(RequestStep step, RequestView view) {
        return new Help(
                sentences(step, view),
                days(step, view),
                step.needs().stream()
                        .map(EventEntry::slug)
                        .collect(Collectors.toMap(it -> it, it -> label(step, it))));
    }

    private String label(RequestStep step, String field) {
        return wording.find("requests.event.label." + step.slug() + "." + field)
                .orElseGet(() -> wording.say("requests.event.field." + field));
    }

    private List<String> sentences(RequestStep step, RequestView view) {
        var clock = view.clock();
        var said = new ArrayList<String>();
        switch (step) {
            case CORRECTION_ASKED -> {
                if (view.file().last(step).isPresent()) {
                    said.add(wording.say("requests.hint.correction-again"));
                }
                add(said, "requests.hint.correction-by", clock.correctionNoticeBy());
            }
            case NOT_CORRECTED ->
                    add(
                            said,
                            "requests.hint.corrected-by",
                            view.file()
                                    .last(RequestStep.CORRECTION_ASKED)
                                    .map(it -> it.facts().term())
                                    .orElse(null));
            case EXTENSION_ASKED, EXTENSION_APPROVED, EXTENDED -> {
                if (step == RequestStep.EXTENDED
                        && view.file().last(RequestStep.EXTENSION_APPROVED).isEmpty()) {
                    said.add(wording.say("requests.hint.extension-unapproved"));
                }
                add(said, "requests.hint.extension-by", clock.extensionNoticeBy());
                add(said, "requests.hint.extendable-to", clock.extendableTo());
                view.file()
                        .last(RequestStep.EXTENSION_ASKED)
                        .filter(_ -> step != RequestStep.EXTENSION_ASKED)
                        .ifPresent(
                                it ->
                                        said.add(
                                                wording.say(
                                                        "requests.hint.extension-asked",
                                                        String.valueOf(it.facts().workingDays()),
                                                        String.valueOf(it.facts().note()))));
            }
            case THIRD_PARTY_ANSWERED, THIRD_PARTY_SILENT ->
                    answers(said, view, Consulted.THIRD_PARTY);
            case CO_AUTHOR_ANSWERED, CO_AUTHOR_SILENT -> answers(said, view, Consulted.CO_AUTHOR);
            case FEE_PAID, FEE_UNPAID -> add(said, "requests.hint.pay-by", clock.payBy());
            case DRAFTED_ANSWER,
                    REVIEWED_ANSWER,
                    SIGNED_ANSWER,
                    MADE_ANSWER,
                    DISPATCHED_ANSWER,
                    DELIVERED_ANSWER ->
                    add(said, "requests.hint.answer-by", clock.due());
            default -> {
                // Nothing about days.
            }
        }
        return said;
    }

    private static @Nullable Integer days(RequestStep step, RequestView view) {
        return step == RequestStep.EXTENSION_APPROVED || step == RequestStep.EXTENDED
                ? view.file()
                        .last(RequestStep.EXTENSION_ASKED)
                        .map(it -> it.facts().workingDays())
                        .orElse(null)
                : null;
    }

    private void answers(List<String> said, RequestView view, Consulted consulted) {
        view.clock().terms().stream()
                .filter(it -> it.consultation().consulted() == consulted)
                .filter(it -> it.consultation().answeredOn() == null)
                .forEach(
                        it -> {
                            var due = it.due();
                            if (due != null) {
                                said.add(
                                        wording.say(
                                                "requests.hint.opinion-by",
                                                it.consultation().party(),
                                                due));
                            }
                        });
    }

    private void add(List<String> said, String key, @Nullable LocalDate day) {
        if (day != null) {
            said.add(wording.say(key, day));
        }
    }
}
