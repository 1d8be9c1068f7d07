package org.gongkai.opengov.requests;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What usually comes next in a stage (下一步), the first first; everything else is still possible. */
public final class NextStep {
    private NextStep() {}

    /**
     * The usual next steps of a case.
     *
     * @param assigned whether a section has been asked already
     */
    public static List<RequestStep> of(CaseFile file, boolean assigned) {
        var extension = extension(file);
        return Stream.concat(extension.stream(), of(file.stage(), assigned).stream()).toList();
    }

    /** Consent to what was asked for, then the notice of it (条例 art. 33). */
    private static Optional<RequestStep> extension(CaseFile file) {
        if (file.last(RequestStep.EXTENDED).isPresent()) {
            return Optional.empty();
        }
        if (file.last(RequestStep.EXTENSION_APPROVED).isPresent()) {
            return Optional.of(RequestStep.EXTENDED);
        }
        return file.last(RequestStep.EXTENSION_ASKED).map(_ -> RequestStep.EXTENSION_APPROVED);
    }

    /** What usually comes next, whatever happened on the way to this stage. */
    static List<RequestStep> of(RequestStage stage, boolean assigned) {
        return switch (stage) {
            case ARRIVED -> List.of(RequestStep.CONFIRMED, RequestStep.CONFIRM_TRIED);
            case RECEIVED -> List.of(RequestStep.ACCEPTED, RequestStep.CORRECTION_ASKED);
            case IN_HAND ->
                    assigned
                            ? List.of(RequestStep.SECTION_ANSWERED, RequestStep.DRAFTED_ANSWER)
                            : List.of(RequestStep.ASSIGNED, RequestStep.DRAFTED_ANSWER);
            case CONSULTING ->
                    List.of(
                            RequestStep.THIRD_PARTY_RECEIVED,
                            RequestStep.THIRD_PARTY_ANSWERED,
                            RequestStep.THIRD_PARTY_SILENT,
                            RequestStep.CO_AUTHOR_RECEIVED,
                            RequestStep.CO_AUTHOR_ANSWERED,
                            RequestStep.CO_AUTHOR_SILENT,
                            RequestStep.AGENCY_ANSWERED,
                            RequestStep.DRAFTED_ANSWER);
            case AWAITING_CORRECTION -> List.of(RequestStep.CORRECTED, RequestStep.NOT_CORRECTED);
            case AWAITING_REASONS -> List.of(RequestStep.REASONS_GIVEN, RequestStep.LATER_DATE_SET);
            case AWAITING_FEE -> List.of(RequestStep.FEE_PAID, RequestStep.FEE_UNPAID);
            case DRAFTED -> List.of(RequestStep.REVIEWED_ANSWER);
            case REVIEWED -> List.of(RequestStep.SIGNED_ANSWER);
            case SIGNED -> List.of(RequestStep.MADE_ANSWER);
            case MADE -> List.of(RequestStep.DELIVERED_ANSWER, RequestStep.DISPATCHED_ANSWER);
            case DISPATCHED ->
                    List.of(RequestStep.DELIVERED_ANSWER, RequestStep.UNDELIVERABLE_ANSWER);
            case UNDELIVERABLE -> List.of(RequestStep.DISPATCHED_ANSWER);
            case DELIVERED, CLOSED -> List.of();
        };
    }
}
