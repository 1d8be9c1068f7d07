package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A request as the list of what happened to it (案卷): stage, day of receipt and consultations are
 * read off the list; nothing else is kept.
 *
 * <p>Events stand in the order of their days, those of one day in the order of entry, so that a
 * late entry takes its place among what was entered before it.
 */
public final class CaseFile {
    private static final Comparator<CaseEvent> ORDER =
            Comparator.comparing(CaseEvent::on)
                    .thenComparing(it -> it.id() == 0 ? Long.MAX_VALUE : it.id());

    private final IntakeChannel channel;
    private final List<CaseEvent> events;
    private final List<Consultation> consultations = new ArrayList<>();
    private int read;
    private RequestStage stage = RequestStage.ARRIVED;
    private @Nullable LocalDate confirmedOn;
    private @Nullable LocalDate answeredOn;
    private @Nullable Impossible impossible;

    private CaseFile(IntakeChannel channel, List<CaseEvent> events, @Nullable WorkingCalendar by) {
        this.channel = channel;
        this.events = events.stream().sorted(ORDER).toList();
        for (var event : this.events) {
            if (impossible == null && by != null) {
                impossible = whyNot(event, by);
            }
            take(event);
        }
    }

    /**
     * The first event that cannot have happened where it stands, and why (不可能的事件).
     *
     * @param index its place in the list, from 0
     * @param why the last part of the message key that says why
     * @param since the day from which it could have happened; null where it is not a matter of days
     */
    public record Impossible(int index, CaseEvent event, String why, @Nullable LocalDate since) {}

    /** The file of a request with these events. */
    public static CaseFile of(IntakeChannel channel, List<CaseEvent> events) {
        return new CaseFile(channel, events, null);
    }

    /** The same with one more event, looked over by this calendar. */
    public CaseFile with(CaseEvent event, WorkingCalendar calendar) {
        var more = new ArrayList<>(events);
        more.add(event);
        return new CaseFile(channel, more, calendar);
    }

    /** What cannot have happened; empty when the list is possible or was not looked over. */
    public Optional<Impossible> impossible() {
        return Optional.ofNullable(impossible);
    }

    /** What happened, in the order of its days. */
    public List<CaseEvent> events() {
        return events;
    }

    /** Where the request stands. */
    public RequestStage stage() {
        return stage == RequestStage.IN_HAND
                        && consultations.stream().anyMatch(Consultation::isOpen)
                ? RequestStage.CONSULTING
                : stage;
    }

    /** By which channel it came. */
    public IntakeChannel channel() {
        return channel;
    }

    /** The day it arrived. */
    public LocalDate arrivedOn() {
        return events.getFirst().on();
    }

    /** The day of receipt; empty while it is not confirmed. */
    public Optional<LocalDate> receivedOn() {
        return ReceiptDate.of(channel, arrivedOn(), confirmedOn);
    }

    /** The day from which nothing is owed any more; empty while something is. */
    public Optional<LocalDate> answeredOn() {
        return Optional.ofNullable(answeredOn);
    }

    /** Who was asked, in order. */
    public List<Consultation> consultations() {
        return List.copyOf(consultations);
    }

    /** The steps that can happen now, as far as this does not hang on whom they concern. */
    public Set<RequestStep> possible() {
        var steps = EnumSet.noneOf(RequestStep.class);
        Arrays.stream(RequestStep.values())
                .filter(it -> it.from().contains(stage()) && hasCause(it))
                .forEach(steps::add);
        return steps;
    }

    /** The last event of this step. */
    public Optional<CaseEvent> last(RequestStep step) {
        return events.stream().filter(it -> it.step() == step).reduce((_, it) -> it);
    }

    private long count(RequestStep step) {
        return taken().filter(it -> it.step() == step).count();
    }

    /** Those already read off the list. */
    private Stream<CaseEvent> taken() {
        return events.stream().limit(read);
    }

    private void take(CaseEvent event) {
        read++;
        var day = event.on();
        Consultation.Kind.of(event.step()).ifPresent(it -> consult(it, event));
        var next = after(event.step());
        if (next != null) {
            if (next.isOpen() != stage.isOpen()) {
                answeredOn = next.isOpen() ? null : day;
            }
            stage = next;
        }
        if (event.step() == RequestStep.CONFIRMED) {
            confirmedOn = day;
        }
    }

    /** The stage that a step leads to; null when it leaves the stage as it is. */
    private @Nullable RequestStage after(RequestStep step) {
        return switch (step) {
            case REGISTERED ->
                    channel.needsConfirmation() ? RequestStage.ARRIVED : RequestStage.RECEIVED;
            case CONFIRMED -> RequestStage.RECEIVED;
            case CORRECTED, REASONS_GIVEN, LATER_DATE_SET, FEE_PAID, REOPENED ->
                    RequestStage.IN_HAND;
            case ACCEPTED, THIRD_PARTY_ASKED, CO_AUTHOR_ASKED, AGENCY_ASKED, EXTENDED ->
                    stage == RequestStage.RECEIVED ? RequestStage.IN_HAND : null;
            case CORRECTION_ASKED -> RequestStage.AWAITING_CORRECTION;
            case REASONS_ASKED -> RequestStage.AWAITING_REASONS;
            case FEE_NOTICED -> RequestStage.AWAITING_FEE;
            case NOT_CORRECTED, FEE_UNPAID, WITHDRAWN -> RequestStage.CLOSED;
            case DRAFTED_ANSWER -> RequestStage.DRAFTED;
            case REVIEWED_ANSWER -> RequestStage.REVIEWED;
            case SIGNED_ANSWER -> RequestStage.SIGNED;
            case MADE_ANSWER -> RequestStage.MADE;
            case DISPATCHED_ANSWER -> RequestStage.DISPATCHED;
            case DELIVERED_ANSWER -> RequestStage.DELIVERED;
            case UNDELIVERABLE_ANSWER -> RequestStage.UNDELIVERABLE;
            case CONFIRM_TRIED,
                    ASSIGNED,
                    SECTION_ANSWERED,
                    LEGAL_CONSULTED,
                    EXTENSION_ASKED,
                    EXTENSION_APPROVED,
                    THIRD_PARTY_RECEIVED,
                    THIRD_PARTY_ANSWERED,
                    THIRD_PARTY_SILENT,
                    CO_AUTHOR_RECEIVED,
                    CO_AUTHOR_ANSWERED,
                    CO_AUTHOR_SILENT,
                    AGENCY_ANSWERED,
                    PUBLISHED,
                    REVIEW_FILED,
                    REVIEW_RESULT,
                    SUIT_FILED,
                    SUIT_RESULT ->
                    null;
        };
    }

    private void consult(Consultation.Kind kind, CaseEvent event) {
        var party = Objects.requireNonNullElse(event.facts().party(), "");
        if (kind.begins(event.step())) {
            consultations.add(new Consultation(kind, party, event.on(), null, null));
            return;
        }
        open(kind, party)
                .ifPresent(
                        it ->
                                consultations.set(
                                        consultations.indexOf(it),
                                        kind.arrives(event.step())
                                                ? it.received(event.on())
                                                : it.ended(event.on())));
    }

    private Optional<Consultation> open(Consultation.Kind kind, String party) {
        return consultations.stream()
                .filter(it -> it.isOpen() && it.kind() == kind && it.party().equals(party))
                .findFirst();
    }

    private boolean hasCause(RequestStep step) {
        var kind = Consultation.Kind.of(step).filter(it -> !it.begins(step));
        if (kind.isPresent()) {
            return consultations.stream()
                    .anyMatch(it -> it.isOpen() && it.kind() == kind.get() && fits(it, step));
        }
        return switch (step) {
            case REVIEW_RESULT ->
                    count(RequestStep.REVIEW_FILED) > count(RequestStep.REVIEW_RESULT);
            case LATER_DATE_SET -> count(RequestStep.REASONS_GIVEN) > 0;
            case SUIT_RESULT -> count(RequestStep.SUIT_FILED) > count(RequestStep.SUIT_RESULT);
            default -> true;
        };
    }

    /** A letter is received once; who never got it cannot keep silent about it. */
    private static boolean fits(Consultation consultation, RequestStep step) {
        if (consultation.kind().arrives(step)) {
            return consultation.receivedOn() == null;
        }
        return !consultation.kind().isSilence(step) || consultation.receivedOn() != null;
    }

    private @Nullable Impossible whyNot(CaseEvent event, WorkingCalendar calendar) {
        var step = event.step();
        if (read == 0) {
            return step == RequestStep.REGISTERED
                    ? null
                    : why(event, "before-registration", lastOf(RequestStep.REGISTERED));
        }
        if (!step.from().contains(stage()) && !isAcceptedAlready(event)) {
            return why(event, "stage", null);
        }
        if (!hasCause(step)) {
            return why(event, "cause", null);
        }
        var kind = Consultation.Kind.of(step).filter(it -> !it.begins(step));
        if (kind.isPresent()) {
            var about = open(kind.get(), Objects.requireNonNullElse(event.facts().party(), ""));
            if (about.isEmpty() || !fits(about.get(), step)) {
                return why(event, "party", null);
            }
            if (kind.get().isSilence(step)) {
                return notBefore(event, about.get().receivedOn(), Terms.CONSULTATION, calendar);
            }
        }
        return switch (step) {
            case NOT_CORRECTED ->
                    notBefore(event, termOf(RequestStep.CORRECTION_ASKED), 0, calendar);
            case FEE_UNPAID ->
                    notBefore(event, lastOf(RequestStep.FEE_NOTICED), Terms.PAYMENT, calendar);
            default -> null;
        };
    }

    /** What was done before a request was accepted may be entered after it. */
    private boolean isAcceptedAlready(CaseEvent event) {
        return event.step() == RequestStep.ACCEPTED && event.id() != 0 && stage.isOpen();
    }

    private @Nullable LocalDate lastOf(RequestStep step) {
        return (read == 0 ? events.stream() : taken())
                .filter(it -> it.step() == step)
                .map(CaseEvent::on)
                .reduce((_, it) -> it)
                .orElse(null);
    }

    private @Nullable LocalDate termOf(RequestStep step) {
        return taken().filter(it -> it.step() == step)
                .reduce((_, it) -> it)
                .map(it -> it.facts().term())
                .orElse(null);
    }

    /** Silence is only silence once the term has run out. */
    private @Nullable Impossible notBefore(
            CaseEvent event, @Nullable LocalDate start, int days, WorkingCalendar calendar) {
        if (start == null) {
            return null;
        }
        var last = calendar.dueAfter(start, days);
        return event.on().isAfter(last) ? null : why(event, "term", last.plusDays(1));
    }

    private Impossible why(CaseEvent event, String why, @Nullable LocalDate since) {
        return new Impossible(events.indexOf(event), event, why, since);
    }

    /** Terms after which silence counts, in working days. */
    private static final class Terms {
        /** 《政府信息公开条例》 arts. 32 and 34. */
        static final int CONSULTATION = 15;

        /** 国办函〔2020〕109号. */
        static final int PAYMENT = 20;
    }
}
