package org.gongkai.opengov.disclosures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.gongkai.opengov.disclosures.DocumentContent;
import org.gongkai.opengov.disclosures.DocumentView;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.textcheck.Finding;
import org.jspecify.annotations.Nullable;

/** A document over the API (文件), after a read or a step. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentAnswer(
        String id,
        String state,
        @Nullable String awaiting,
        int version,
        String sha256,
        List<FindingAnswer> findings,
        List<String> allowedSteps,
        boolean isPublic,
        @Nullable String indexNumber,
        @Nullable String path,
        @Nullable LocalDate due,
        @Nullable String column,
        DocumentContent content) {

    /** What the machine found, in words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingAnswer(
            String id,
            String code,
            String severity,
            String where,
            String quote,
            String message,
            String mend,
            @Nullable String proposal,
            boolean open) {

        static FindingAnswer of(Finding finding, boolean open, Wording wording) {
            return new FindingAnswer(
                    finding.id(),
                    finding.code(),
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.where().field(),
                    finding.where().quote(),
                    wording.say(finding.messageKey(), finding.arguments()),
                    wording.say(finding.mendKey(), finding.arguments()),
                    finding.proposal().orElse(null),
                    open);
        }
    }

    static DocumentAnswer of(
            DocumentView view, @Nullable LocalDate due, String column, Wording wording) {
        var document = view.document();
        return new DocumentAnswer(
                document.id().toString(),
                slug(document.state()),
                document.awaiting() == null ? null : slug(document.awaiting()),
                document.version(),
                view.copy().sha256(),
                view.findings().stream()
                        .map(it -> FindingAnswer.of(it, view.openFindings().contains(it), wording))
                        .toList(),
                view.allowedStepNames(),
                view.isPublic(),
                view.indexNumber().map(IndexNumber::toString).orElse(null),
                view.indexNumber().map(IndexNumber::path).orElse(null),
                due,
                column,
                view.copy().content());
    }

    static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
