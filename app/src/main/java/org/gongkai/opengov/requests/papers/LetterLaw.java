package org.gongkai.opengov.requests.papers;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.requests.RequestStage;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Which letters may be made of a request as it stands (文书适法性). What has happened is recorded; what
 * would be unlawful is not produced (ADR 0169).
 *
 * <p>《政府信息公开条例》 art. 30 (one correction notice), art. 33 (one extension, consented to by the head
 * of the disclosure office, told before the first 20 working days end), art. 35, 《政府信息公开信息处理费管理办法》
 * (one notice by one method, within the period). A correction notice after the seventh working day
 * can still be made; it is a breach and restarts nothing (ADR 0160).
 */
final class LetterLaw {
    private LetterLaw() {}

    /** Refuses a letter that may not be made today. */
    static void require(LetterKind kind, RequestView view, LocalDate today) {
        switch (kind) {
            case REPLY, NO_HANDLING -> possible(RequestStep.DRAFTED_ANSWER, view);
            case CORRECTION_NOTICE -> {
                once(RequestStep.CORRECTION_ASKED, view, "correction-second");
                possible(RequestStep.CORRECTION_ASKED, view);
            }
            case EXTENSION_NOTICE -> extension(view, today);
            case REASONS_NOTICE -> {
                once(RequestStep.REASONS_ASKED, view, "reasons-second");
                possible(RequestStep.REASONS_ASKED, view);
            }
            case LATER_DATE_NOTICE -> {
                once(RequestStep.LATER_DATE_SET, view, "later-date-second");
                possible(RequestStep.LATER_DATE_SET, view);
                inTime(view, today);
            }
            case FEE_NOTICE -> {
                once(RequestStep.FEE_NOTICED, view, "fee-second");
                possible(RequestStep.FEE_NOTICED, view);
                inTime(view, today);
            }
            case THIRD_PARTY_CONSULTATION -> possible(RequestStep.THIRD_PARTY_ASKED, view);
            case CO_AUTHOR_CONSULTATION -> possible(RequestStep.CO_AUTHOR_ASKED, view);
            case ASSISTANCE_LETTER -> possible(RequestStep.AGENCY_ASKED, view);
            case CONSULTATION_NOTICE, THIRD_PARTY_DISCLOSURE -> consulted(view);
            case FILE_NOTE -> ended(view);
            case REGISTRATION_RECEIPT -> {
                if (view.request().receivedOn() == null) {
                    throw refused("not-received");
                }
            }
            case THIRD_PARTY_REPLY_FORM,
                    DELIVERY_RECEIPT,
                    RECORD_CORRECTED,
                    RECORD_FORWARDED,
                    RECORD_NOT_CORRECTED,
                    RECORD_POINTED_ON,
                    COMPLAINT_RESULT ->
                    throw refused("not-by-itself");
        }
    }

    private static void extension(RequestView view, LocalDate today) {
        if (view.file().last(RequestStep.EXTENDED).isPresent()) {
            throw Refusal.notPossibleNow(List.of(), "requests.refusal.extension-second");
        }
        if (view.file().last(RequestStep.EXTENSION_APPROVED).isEmpty()) {
            throw refused("extension-without-consent");
        }
        var last = view.clock().extensionNoticeBy();
        if (last != null && today.isAfter(last)) {
            throw Refusal.notPossibleNow(List.of(), "requests.refusal.extension-late", last);
        }
        possible(RequestStep.EXTENDED, view);
    }

    private static void inTime(RequestView view, LocalDate today) {
        var due = view.clock().due();
        if (due != null && today.isAfter(due)) {
            throw Refusal.notPossibleNow(List.of(), "requests.papers.refusal.period-over", due);
        }
    }

    private static void consulted(RequestView view) {
        if (view.file().consultations().isEmpty()) {
            throw refused("nobody-consulted");
        }
    }

    private static void ended(RequestView view) {
        if (view.request().stage() != RequestStage.CLOSED) {
            throw refused("not-ended");
        }
    }

    private static void once(RequestStep step, RequestView view, String why) {
        if (view.file().last(step).isPresent()) {
            throw refused(why);
        }
    }

    private static void possible(RequestStep step, RequestView view) {
        if (!view.file().possible().contains(step)) {
            throw Refusal.notPossibleNow(
                    List.of(),
                    "requests.papers.refusal.stage",
                    new DefaultMessageSourceResolvable(
                            "requests.stage." + view.request().stage().name()),
                    new DefaultMessageSourceResolvable("requests.step." + step.name()));
        }
    }

    private static Refusal refused(String why) {
        return Refusal.notPossibleNow(List.of(), "requests.papers.refusal." + why);
    }
}
