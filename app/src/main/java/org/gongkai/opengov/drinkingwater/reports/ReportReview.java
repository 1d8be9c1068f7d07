package org.gongkai.opengov.drinkingwater.reports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.opengov.disclosures.DocumentContent;
import org.gongkai.opengov.disclosures.Submission;
import org.gongkai.opengov.disclosures.SubmissionCheck;
import org.gongkai.opengov.drinkingwater.reports.Disagreement.Rule;
import org.gongkai.opengov.drinkingwater.reports.ReportPress.Written;
import org.gongkai.opengov.drinkingwater.reports.Reports.Report;
import org.gongkai.opengov.drinkingwater.reports.Reports.Told;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.stereotype.Component;

/**
 * What a report has to be before it goes to review (报告送审条件): text, table, files and the newest
 * results agree. What is sent is kept with exactly the results it tells, under the hash that is
 * signed.
 */
@Component
class ReportReview implements SubmissionCheck {
    private static final int LONGEST = 120;

    private final Reports reports;
    private final ReportPress press;
    private final Clock clock;

    ReportReview(Reports reports, ReportPress press, Clock clock) {
        this.reports = reports;
        this.press = press;
        this.clock = clock;
    }

    @Override
    public void check(Submission submission) {
        reports.of(submission.document().id()).ifPresent(it -> check(it, submission));
    }

    private void check(Report report, Submission submission) {
        var words = reports.newestText(report.id()).words();
        var written = press.write(report.agency(), report.period(), words);
        var found = disagreements(report, submission.content(), written);
        if (!found.isEmpty()) {
            throw Refusal.invalid(found.stream().map(ReportReview::problem).toList());
        }
        reports.addVersion(
                report.id(), submission.sha256(), basis(written), clock.instant(), told(written));
    }

    /** Where this content of a report does not agree with the figures as they are now. */
    List<Disagreement> disagreements(Report report, DocumentContent content) {
        var words = reports.newestText(report.id()).words();
        return disagreements(report, content, press.write(report.agency(), report.period(), words));
    }

    private List<Disagreement> disagreements(
            Report report, DocumentContent content, Written written) {
        var found = new ArrayList<Disagreement>();
        written.sources().stream()
                .filter(it -> it.sampling() == null)
                .forEach(
                        it ->
                                found.add(
                                        new Disagreement(
                                                Rule.UNEXPLAINED,
                                                it.source().facts().name(),
                                                "",
                                                it.month().toString())));
        found.addAll(
                ReportCheck.of(
                        report.period(),
                        written.text(),
                        report.period().kind() == ReportPeriod.Kind.MONTH
                                ? written.sources()
                                : List.of(),
                        content.title(),
                        content.bodyHtml()));
        day(found, content, "periodFrom", report.period().from().toString());
        day(found, content, "periodTo", report.period().to().toString());
        files(found, report, content, written);
        return found;
    }

    private static void day(
            List<Disagreement> found, DocumentContent content, String field, String wanted) {
        var has = Objects.requireNonNullElse(content.field(field), "");
        if (!has.equals(wanted)) {
            found.add(new Disagreement(Rule.MONTH, field, has, wanted));
        }
    }

    /** The files were made of the text that the figures still give, and are all there. */
    private void files(
            List<Disagreement> found, Report report, DocumentContent content, Written written) {
        var text = reports.newestText(report.id());
        var attached = content.attachments().stream().map(AttachedFile::sha256).toList();
        var whole = attached.containsAll(text.files());
        if (!whole || !text.body().equals(ReportPress.hash(written.text()))) {
            found.add(
                    new Disagreement(
                            Rule.FILES,
                            written.text().title(),
                            String.join(
                                    "、",
                                    content.attachments().stream()
                                            .map(AttachedFile::name)
                                            .toList()),
                            ""));
        }
    }

    /** Exactly what the figures were read from. */
    private static List<Told> told(Written written) {
        return written.sources().stream()
                .map(it -> new Told(it.source().id(), it.month(), it.source().number(), number(it)))
                .toList();
    }

    /** The newest of the agency's decisions that anything in it was judged by. */
    private static int basis(Written written) {
        return written.sources().stream().mapToInt(it -> it.basis().number()).max().orElse(0);
    }

    private static int number(SourceMonth it) {
        return Objects.requireNonNull(it.sampling()).number();
    }

    private static FieldProblem problem(Disagreement it) {
        var field =
                switch (it.rule()) {
                    case TITLE -> "title";
                    case FILES -> "attachments";
                    default -> "bodyHtml";
                };
        return FieldProblem.of(
                field,
                "drinkingwater.reports.disagrees." + it.rule().slug(),
                brief(it.place()),
                brief(it.found()),
                brief(it.wanted()));
    }

    static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
