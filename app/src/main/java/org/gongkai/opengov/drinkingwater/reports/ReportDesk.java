package org.gongkai.opengov.drinkingwater.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.Document;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentInput.AttachmentInput;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.opengov.disclosures.Documents;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.opengov.drinkingwater.basis.JudgingBases;
import org.gongkai.opengov.drinkingwater.reports.ReportPress.Written;
import org.gongkai.opengov.drinkingwater.reports.Reports.Report;
import org.gongkai.opengov.drinkingwater.reports.Reports.Text;
import org.gongkai.opengov.drinkingwater.results.WaterMonth;
import org.gongkai.opengov.drinkingwater.sources.WaterRights;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.letters.Letter;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of the reports (水质状况报告编写): a report is written from the figures into a draft, which goes
 * through the levels of review like any document.
 */
@Service
@Transactional
public class ReportDesk {
    /** Art. 20 (15): what other rules want published. */
    private static final int OTHER_ITEM = 15;

    private static final int LONGEST = 2_000;

    /** Before it GB/T 14848-2017 was not in force. */
    private static final YearMonth FIRST = YearMonth.of(2018, 1);

    /** With the edition of 1993, in force from 1 October 1994, taken over (ADR 0298). */
    private static final YearMonth FIRST_OF_OLDER = YearMonth.of(1994, 10);

    /** 《生态环境法典》 is in force from this day on, and the 水污染防治法 is not. */
    private static final LocalDate CODE_IN_FORCE = LocalDate.of(2026, 8, 15);

    static final Set<DocumentState> GIVEN_UP =
            Set.copyOf(
                    EnumSet.of(DocumentState.DISCARDED, DocumentState.PURGED, DocumentState.KEPT));

    private final Reports reports;
    private final Releases releases;
    private final ReportPress press;
    private final ReportReview review;
    private final WaterWatch watch;
    private final WaterRights rights;
    private final JudgingBases bases;
    private final DraftingDesk drafting;
    private final Documents documents;
    private final DocumentDesk documentDesk;
    private final Columns columns;
    private final PageChanges pages;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock clock;

    ReportDesk(
            Reports reports,
            Releases releases,
            ReportPress press,
            ReportReview review,
            WaterWatch watch,
            WaterRights rights,
            JudgingBases bases,
            DraftingDesk drafting,
            Documents documents,
            DocumentDesk documentDesk,
            Columns columns,
            PageChanges pages,
            AuditTrail audit,
            Wording wording,
            Clock clock) {
        this.reports = reports;
        this.releases = releases;
        this.press = press;
        this.review = review;
        this.watch = watch;
        this.rights = rights;
        this.bases = bases;
        this.drafting = drafting;
        this.documents = documents;
        this.documentDesk = documentDesk;
        this.columns = columns;
        this.pages = pages;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * A month as the board shows it.
     *
     * @param report its document; null if there is none
     */
    public record BoardMonth(
            WatchedMonth watched, MonthStanding standing, @Nullable Document report) {}

    /**
     * The report of a period as the desk sees it.
     *
     * @param text as the figures are now, with the words of the report
     * @param months the figures
     * @param report its document; null if there is none
     * @param disagreements where the document does not agree with the figures as they are now
     * @param board what is due of it; null unless it is a month's
     */
    public record ReportView(
            ReportPeriod period,
            ReportText text,
            List<WaterMonth> months,
            @Nullable Document report,
            ReportWords words,
            List<Disagreement> disagreements,
            @Nullable BoardMonth board) {}

    /** This month. */
    public YearMonth thisMonth() {
        return YearMonth.now(clock);
    }

    /** The months between these with what is due of each, the newest first. */
    @Transactional(readOnly = true)
    public List<BoardMonth> board(Actor by, YearMonth first, YearMonth last) {
        rights.mustRead(by);
        return watch.of(by.agency(), first, last, LocalDate.now(clock)).stream()
                .map(it -> new BoardMonth(it.watched(), it.standing(), it.report()))
                .toList()
                .reversed();
    }

    /** The report of a period, written or not. */
    @Transactional(readOnly = true)
    public ReportView view(Actor by, ReportPeriod period) {
        rights.mustRead(by);
        var first = bases.now(by.agency()).editions().isEmpty() ? FIRST : FIRST_OF_OLDER;
        if (period.last().isAfter(thisMonth()) || period.first().isBefore(first)) {
            throw Refusal.notFound();
        }
        var report = standing(by, period);
        var words = report.map(it -> reports.newestText(it.id()).words()).orElse(ReportWords.NONE);
        var written = press.write(by.agency(), period, words);
        return new ReportView(
                period,
                written.text(),
                written.months(),
                report.flatMap(it -> documents.find(it.document())).orElse(null),
                words,
                report.map(
                                it ->
                                        review.disagreements(
                                                it, documents.workingCopy(it.document()).content()))
                        .orElse(List.of()),
                period.kind() == ReportPeriod.Kind.MONTH
                        ? board(by, period.first(), period.first()).getFirst()
                        : null);
    }

    /** Whether this person writes reports: a clerk of the section whose duty the water is. */
    public boolean writes(Actor by) {
        return rights.section(by).filter(it -> by.has(Role.CLERK, it.id())).isPresent();
    }

    /** Whether this person may read the document of a report at the desk of documents. */
    public boolean opens(Actor by, Document report) {
        var readable = documentDesk.readableSections(by);
        return readable.isEmpty() || readable.get().contains(report.section());
    }

    /** Whether this person may say why a month is not public. */
    public boolean keeps(Actor by) {
        return rights.keeps(by);
    }

    /** The report as the figures are now, as .docx and PDF. */
    @Transactional(readOnly = true)
    public Letter print(Actor by, ReportPeriod period) {
        return press.print(by.agency(), view(by, period).text(), LocalDate.now(clock));
    }

    /**
     * Writes the report of a period into a new draft.
     *
     * @throws Refusal if there is one already
     */
    public DocumentId draft(Actor by, ReportPeriod period, ReportWords words) {
        var grant = rights.mustKeep(by);
        var section = clerksSection(by);
        checked(period, words);
        reports.queueUp(by.agency());
        if (standing(by, period).isPresent()) {
            throw Refusal.notPossibleNow(
                    List.of("rewrite", "correct"), "drinkingwater.reports.refusal.exists");
        }
        var written = written(by, period, words);
        var files = files(by, written.text());
        var document = drafting.begin(by, input(by, section, period, written.text(), files));
        var report = reports.add(by.agency(), period, document, by.person(), clock.instant());
        keep(by, report, 1, words, written.text(), files);
        audit.record(
                by,
                grant,
                "drinkingwater.report-drafted",
                "water-report:" + period,
                Map.of(),
                Map.of("document", document.toString()));
        return document;
    }

    /**
     * Writes a draft again from the figures as they are now, with these words; whatever was signed
     * is void.
     *
     * @param expected version of the document that was read; null for any
     */
    public DocumentId rewrite(
            Actor by, ReportPeriod period, ReportWords words, @Nullable Integer expected) {
        var grant = rights.mustKeep(by);
        var section = clerksSection(by);
        checked(period, words);
        var report = standing(by, period).orElseThrow(Refusal::notFound);
        var document = documents.find(report.document()).orElseThrow(Refusal::notFound);
        var written = written(by, period, words);
        var files = files(by, written.text());
        drafting.save(
                by,
                report.document(),
                Objects.requireNonNullElse(expected, document.version()),
                input(by, section, period, written.text(), files));
        keep(by, report, words, written.text(), files);
        audit.record(
                by,
                grant,
                "drinkingwater.report-rewritten",
                "water-report:" + period,
                Map.of(),
                Map.of("document", report.document().toString()));
        return report.document();
    }

    /**
     * Begins the correction of a report that is public: what is public stays until the corrected
     * edition has passed every level.
     *
     * @param note what is corrected and why, for readers
     */
    public DocumentId correct(Actor by, ReportPeriod period, ReportWords words, String note) {
        var grant = rights.mustKeep(by);
        var section = clerksSection(by);
        checked(period, words);
        var report = standing(by, period).orElseThrow(Refusal::notFound);
        var written = written(by, period, words);
        var files = files(by, written.text());
        drafting.correct(
                by, report.document(), note, input(by, section, period, written.text(), files));
        keep(by, report, words, written.text(), files);
        audit.record(
                by,
                grant,
                "drinkingwater.report-corrected",
                "water-report:" + period,
                Map.of(),
                Map.of("document", report.document().toString(), "note", note.strip()));
        return report.document();
    }

    /** Says to the public why there is no report of a month. */
    public void explain(Actor by, YearMonth month, String reason) {
        var grant = rights.mustKeep(by);
        checked(ReportPeriod.of(month), ReportWords.NONE);
        var words = reason.replaceAll("\\s+", " ").strip();
        if (words.isEmpty()) {
            throw Refusal.invalid("reason", "drinkingwater.reports.problem.reason");
        }
        if (words.length() > LONGEST) {
            throw Refusal.invalid("reason", "drinkingwater.reports.problem.too-long", LONGEST);
        }
        releases.addReason(by.agency(), month, words, by.person(), clock.instant());
        pages.tell(ReleasedMonths.pageSource(by.agency()));
        audit.record(
                by,
                grant,
                "drinkingwater.month-explained",
                "water-month:" + month,
                Map.of(),
                Map.of("reason", words));
    }

    /** A summary of a period of which nothing is public would say nothing. */
    private Written written(Actor by, ReportPeriod period, ReportWords words) {
        var written = press.write(by.agency(), period, words);
        if (written.sources().isEmpty()) {
            throw Refusal.invalid(
                    "period",
                    period.kind() == ReportPeriod.Kind.MONTH
                            ? "drinkingwater.reports.problem.no-sources"
                            : "drinkingwater.reports.problem.nothing-public");
        }
        return written;
    }

    /** The report of a period whose document was not given up. */
    private Optional<Report> standing(Actor by, ReportPeriod period) {
        return reports.of(by.agency(), period).stream()
                .filter(
                        it ->
                                documents
                                        .find(it.document())
                                        .filter(of -> !GIVEN_UP.contains(of.state()))
                                        .isPresent())
                .findFirst();
    }

    private Section clerksSection(Actor by) {
        var section = rights.section(by).orElseThrow();
        if (!by.has(Role.CLERK, section.id())) {
            throw Refusal.of(
                    RefusalKind.NOT_ALLOWED,
                    "drinkingwater.reports.refusal.clerks",
                    section.name());
        }
        return section;
    }

    private void checked(ReportPeriod period, ReportWords words) {
        if (period.last().isAfter(YearMonth.now(clock))) {
            throw Refusal.invalid("period", "drinkingwater.reports.problem.period");
        }
        tooLong("introduction", words.introduction());
        tooLong("remark", words.remark());
    }

    private static void tooLong(String field, String text) {
        if (text.length() > LONGEST) {
            throw Refusal.invalid(field, "drinkingwater.reports.problem.too-long", LONGEST);
        }
    }

    private List<AttachmentInput> files(Actor by, ReportText text) {
        return press.files(by.agency(), text, LocalDate.now(clock));
    }

    private void keep(
            Actor by,
            Report report,
            ReportWords words,
            ReportText text,
            List<AttachmentInput> files) {
        keep(by, report.id(), reports.newestText(report.id()).number() + 1, words, text, files);
    }

    private void keep(
            Actor by,
            long report,
            int number,
            ReportWords words,
            ReportText text,
            List<AttachmentInput> files) {
        reports.addText(
                report,
                new Text(
                        number,
                        words,
                        ReportPress.hash(text),
                        files.stream().map(AttachmentInput::sha256).toList(),
                        by.person(),
                        clock.instant()));
    }

    private DocumentInput input(
            Actor by,
            Section section,
            ReportPeriod period,
            ReportText text,
            List<AttachmentInput> files) {
        var today = LocalDate.now(clock);
        var fields = new HashMap<String, @Nullable String>();
        fields.put("formedOn", today.toString());
        fields.put("periodFrom", period.from().toString());
        fields.put("periodTo", period.to().toString());
        return new DocumentInput(
                DocumentKind.REPORT.slug(),
                text.title(),
                columns.find(by.agency(), wording.say("drinkingwater.reports.column"))
                        .map(SiteColumn::key)
                        .orElse(null),
                section.key(),
                text.html(),
                PublicAttribute.PROACTIVE.term(),
                wording.say(
                        today.isBefore(CODE_IN_FORCE)
                                ? "drinkingwater.reports.ground"
                                : "drinkingwater.reports.ground-of-the-code"),
                OTHER_ITEM,
                Source.ours(),
                fields,
                files,
                false);
    }
}
