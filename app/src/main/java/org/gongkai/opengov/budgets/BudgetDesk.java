package org.gongkai.opengov.budgets;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.opengov.budgets.BudgetPaper.Approval;
import org.gongkai.opengov.budgets.BudgetPaper.State;
import org.gongkai.opengov.budgets.BudgetShapes.SectionShape;
import org.gongkai.opengov.disclosures.Document;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentInput.AttachmentInput;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.opengov.disclosures.Documents;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.SectionKind;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of budgets and accounts (预决算公开): what is approved and by when it is public, what is
 * written about it, and the draft that publishes it and goes through the review like any document.
 */
@Service
@Transactional
public class BudgetDesk {
    /** Art. 20 (7): budgets and final accounts. */
    private static final int ITEM = 7;

    private static final int LONGEST = 200;
    private static final int LONGEST_WORDS = 20_000;

    private static final Set<DocumentState> GIVEN_UP =
            EnumSet.of(
                    DocumentState.DISCARDED,
                    DocumentState.PURGED,
                    DocumentState.WITHDRAWN,
                    DocumentState.KEPT);

    private final BudgetPapers papers;
    private final BudgetAudit audit;
    private final BudgetShapes shapes;
    private final BudgetRights rights;
    private final DraftingDesk drafting;
    private final Documents documents;
    private final Organization organization;
    private final AuditTrail trail;
    private final PageChanges pages;
    private final Wording wording;
    private final Clock clock;

    BudgetDesk(
            BudgetPapers papers,
            BudgetAudit audit,
            BudgetShapes shapes,
            BudgetRights rights,
            DraftingDesk drafting,
            Documents documents,
            Organization organization,
            AuditTrail trail,
            PageChanges pages,
            Wording wording,
            Clock clock) {
        this.papers = papers;
        this.audit = audit;
        this.shapes = shapes;
        this.rights = rights;
        this.drafting = drafting;
        this.documents = documents;
        this.organization = organization;
        this.trail = trail;
        this.pages = pages;
        this.wording = wording;
        this.clock = clock;
    }

    /** Who has a budget: the agency and the units under it. */
    public record Unit(String key, String name, boolean subordinate) {}

    /** Which papers are asked for; null for all. */
    public record Filter(
            @Nullable Integer year,
            @Nullable BudgetKind kind,
            @Nullable String unit,
            @Nullable State state) {

        boolean takes(BudgetPaper paper, LocalDate today) {
            return (year == null || year == paper.year())
                    && (kind == null || kind == paper.kind())
                    && (unit == null || unit.equals(paper.unit()))
                    && (state == null || state == paper.state(today));
        }
    }

    /**
     * A finding in words.
     *
     * @param key by which it is explained
     * @param words why it is so; empty while nobody said so
     */
    public record Named(Finding finding, String key, String sentence, String words, boolean open) {}

    /**
     * A section of the explanations.
     *
     * @param words empty while nothing is written
     */
    public record Written(SectionShape shape, String words) {}

    /**
     * All about a paper.
     *
     * @param document that has it, or had it; null while none was drafted
     */
    public record View(
            BudgetPaper paper,
            State state,
            List<Approval> approvals,
            List<BudgetVersion> versions,
            List<BudgetImport> imports,
            List<Named> findings,
            List<Written> sections,
            List<TablePicture> tables,
            @Nullable Document document) {

        /** Findings that stand in the way. */
        public List<Named> open() {
            return findings.stream().filter(Named::open).toList();
        }
    }

    /** The papers asked for, the newest year first. */
    @Transactional(readOnly = true)
    public List<BudgetPaper> list(Actor by, Filter filter) {
        rights.mustRead(by);
        var today = today();
        return papers.list(by.agency()).stream().filter(it -> filter.takes(it, today)).toList();
    }

    /** One with everything. */
    @Transactional(readOnly = true)
    public View read(Actor by, long id) {
        rights.mustRead(by);
        var paper = papers.find(by.agency(), id).orElseThrow(Refusal::notFound);
        var versions = papers.versions(id);
        var tables = versions.isEmpty() ? List.<OfficialTable>of() : versions.getFirst().tables();
        var words = audit.words(paper);
        return new View(
                paper,
                paper.state(today()),
                papers.approvals(id),
                versions,
                papers.imports(id),
                audit.judge(paper, tables).stream().map(this::named).toList(),
                shapes.of(paper.kind()).sections().stream()
                        .map(
                                it ->
                                        new Written(
                                                it,
                                                words.getOrDefault(
                                                        BudgetAudit.SECTION + it.key(), "")))
                        .toList(),
                pictures(paper.kind(), tables),
                newest(paper).orElse(null));
    }

    /** What may have a budget today. */
    @Transactional(readOnly = true)
    public List<Unit> units(AgencyId agency) {
        var own = organization.agency(agency);
        var units = new ArrayList<>(List.of(new Unit(own.key(), own.name(), false)));
        organization.sectionsOn(agency, today()).stream()
                .filter(it -> it.kind() == SectionKind.SUBORDINATE_UNIT)
                .map(it -> new Unit(own.key() + "-" + it.key(), own.name() + it.name(), true))
                .forEach(units::add);
        return units;
    }

    /** Enters a paper, with its approval if there is one; its number. */
    public long enter(
            Actor by,
            @Nullable String unit,
            @Nullable String year,
            @Nullable String kind,
            @Nullable String document,
            @Nullable String approvedOn) {
        var grant = rights.mustKeep(by);
        var problems = new ArrayList<FieldProblem>();
        var found = units(by.agency()).stream().filter(it -> it.key().equals(unit)).findFirst();
        if (found.isEmpty()) {
            problems.add(FieldProblem.of("unit", "budgets.problem.choose"));
        }
        var named = BudgetKind.named(Objects.requireNonNullElse(kind, ""));
        if (named.isEmpty()) {
            problems.add(FieldProblem.of("kind", "budgets.problem.choose"));
        }
        var number = text(year).matches("20\\d\\d") ? Integer.parseInt(text(year)) : 0;
        if (number == 0 || number > today().getYear() + 1) {
            problems.add(FieldProblem.of("year", "budgets.problem.year"));
        }
        var approved = !text(document).isEmpty() || !text(approvedOn).isEmpty();
        var day = approved ? approval(document, approvedOn, problems) : null;
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        long id;
        try {
            id =
                    papers.add(
                            by.agency(),
                            found.orElseThrow().key(),
                            found.get().name(),
                            found.get().subordinate(),
                            number,
                            named.orElseThrow(),
                            by.person(),
                            clock.instant());
        } catch (DuplicateKeyException twice) {
            throw Refusal.invalid(
                    "unit", "budgets.problem.entered", found.orElseThrow().name(), number);
        }
        if (day != null) {
            papers.approve(
                    id, new Approval(1, text(document), day, "", by.person(), clock.instant()));
        }
        pages.tell(PublicBudgets.source(by.agency()));
        trail.record(
                by,
                grant,
                "budgets.paper-entered",
                "budget:" + id,
                Map.of(),
                Map.of("unit", text(unit), "year", number, "kind", named.orElseThrow().slug()));
        return id;
    }

    /** Enters the approval, or corrects it with a reason. */
    public void approve(
            Actor by,
            long id,
            @Nullable String document,
            @Nullable String approvedOn,
            @Nullable String reason) {
        var grant = rights.mustKeep(by);
        var paper = papers.find(by.agency(), id).orElseThrow(Refusal::notFound);
        var problems = new ArrayList<FieldProblem>();
        var day = approval(document, approvedOn, problems);
        var before = paper.approval();
        if (before != null && text(reason).isEmpty()) {
            problems.add(FieldProblem.of("reason", "budgets.problem.reason"));
        }
        if (text(reason).length() > LONGEST) {
            problems.add(FieldProblem.of("reason", "budgets.problem.too-long", LONGEST));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        var after =
                new Approval(
                        before == null ? 1 : before.number() + 1,
                        text(document),
                        day,
                        before == null ? "" : text(reason),
                        by.person(),
                        clock.instant());
        try {
            papers.approve(id, after);
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(after.number(), "budgets.refusal.stale");
        }
        pages.tell(PublicBudgets.source(by.agency()));
        trail.record(
                by,
                grant,
                "budgets.approved",
                "budget:" + id,
                before == null ? Map.of() : Map.of("approvedOn", before.approvedOn().toString()),
                Map.of("approvedOn", day.toString(), "document", text(document)));
    }

    private LocalDate approval(
            @Nullable String document, @Nullable String approvedOn, List<FieldProblem> problems) {
        if (text(document).isEmpty() || text(document).length() > LONGEST) {
            problems.add(FieldProblem.of("document", "budgets.problem.document", LONGEST));
        }
        try {
            var day = LocalDate.parse(text(approvedOn));
            if (day.isAfter(today())) {
                problems.add(FieldProblem.of("approvedOn", "budgets.problem.future"));
            }
            return day;
        } catch (DateTimeException noDay) {
            problems.add(FieldProblem.of("approvedOn", "budgets.problem.day"));
            return LocalDate.EPOCH;
        }
    }

    /**
     * Writes explanations: sections by {@code section:} and their key, reasons of findings by
     * {@code finding:} and theirs; what is not named stays.
     */
    public void explain(Actor by, long id, Map<String, String> words) {
        var grant = rights.mustKeep(by);
        var paper = papers.find(by.agency(), id).orElseThrow(Refusal::notFound);
        var before = papers.explanations(id);
        var known = known(by, paper);
        var changed = new ArrayList<String>();
        words.forEach(
                (subject, sent) -> {
                    var typed = text(sent);
                    if (!known.contains(subject)) {
                        throw Refusal.invalid("explanations", "budgets.problem.subject");
                    }
                    if (typed.length() > LONGEST_WORDS) {
                        throw Refusal.invalid(subject, "budgets.problem.too-long", LONGEST_WORDS);
                    }
                    if (!typed.equals(before.getOrDefault(subject, ""))) {
                        papers.explain(id, subject, typed, by.person(), clock.instant());
                        changed.add(subject);
                    }
                });
        trail.record(
                by,
                grant,
                "budgets.explained",
                "budget:" + id,
                Map.of(),
                Map.of("subjects", String.join(" ", changed)));
    }

    /** Only what may be explained: an arithmetical error is mended, not explained. */
    private List<String> known(Actor by, BudgetPaper paper) {
        var known = new ArrayList<String>();
        shapes.of(paper.kind()).sections().forEach(it -> known.add(BudgetAudit.SECTION + it.key()));
        read(by, paper.id()).findings().stream()
                .filter(it -> it.finding().rule().explainable())
                .forEach(it -> known.add(BudgetAudit.FINDING + it.key()));
        return known;
    }

    /**
     * Drafts what publishes the newest version, or its correction where an earlier one is public.
     */
    public DocumentId draft(Actor by, long id) {
        var grant = rights.mustDraft(by);
        var paper = papers.find(by.agency(), id).orElseThrow(Refusal::notFound);
        var view = read(by, id);
        mustBeReady(paper, view);
        var input = input(by, paper, view);
        var document = document(by, view, input);
        papers.drafted(
                id,
                paper.version(),
                document,
                BudgetBody.tablesSha256(Objects.requireNonNull(input.bodyHtml())),
                by.person(),
                clock.instant());
        trail.record(
                by,
                grant,
                "budgets.drafted",
                "document:" + document,
                Map.of(),
                Map.of("budget", id, "version", paper.version()));
        return document;
    }

    private void mustBeReady(BudgetPaper paper, View view) {
        if (paper.approval() == null) {
            throw refused("budgets.refusal.no-approval");
        }
        if (paper.version() == 0) {
            throw refused("budgets.refusal.no-tables");
        }
        if (!view.open().isEmpty()) {
            throw refused("budgets.refusal.findings", view.open().size());
        }
        var missing = audit.missing(paper);
        if (!missing.isEmpty()) {
            throw Refusal.invalid(
                    missing.stream()
                            .map(
                                    it ->
                                            FieldProblem.of(
                                                    BudgetAudit.SECTION + it.key(),
                                                    "budgets.problem.section",
                                                    it.title()))
                            .toList());
        }
    }

    private DocumentId document(Actor by, View view, DocumentInput input) {
        var before = view.document();
        if (before == null || GIVEN_UP.contains(before.state())) {
            return drafting.begin(by, input);
        }
        if (before.state() != DocumentState.PUBLISHED) {
            throw refused("budgets.refusal.in-draft", before.title());
        }
        var newest = view.versions().getFirst();
        drafting.correct(
                by,
                before.id(),
                newest.reason().isEmpty()
                        ? wording.say("budgets.draft.correction")
                        : newest.reason(),
                input);
        return before.id();
    }

    private DocumentInput input(Actor by, BudgetPaper paper, View view) {
        var newest = view.versions().getFirst();
        var approval = Objects.requireNonNull(paper.approval());
        var fields = new HashMap<String, @Nullable String>();
        fields.put("formedOn", approval.approvedOn().toString());
        return new DocumentInput(
                DocumentKind.GENERAL.slug(),
                title(paper),
                wording.say("budgets.column"),
                rights.section(by).orElseThrow().key(),
                new BudgetBody(wording)
                        .html(
                                wording.say(
                                        "budgets.body.lead",
                                        paper.unitName(),
                                        Integer.toString(paper.year()),
                                        wording.say("budgets.kind." + paper.kind().slug()),
                                        approval.approvedOn(),
                                        approval.document()),
                                parts(view),
                                view.tables()),
                PublicAttribute.PROACTIVE.term(),
                wording.say("budgets.ground"),
                ITEM,
                Source.ours(),
                fields,
                List.of(new AttachmentInput(newest.sha256(), title(paper) + ".xlsx")),
                false);
    }

    private List<BudgetBody.Part> parts(View view) {
        var parts = new ArrayList<BudgetBody.Part>();
        for (var it : view.sections()) {
            var words = it.words();
            if (it.shape().key().equals("changes")) {
                words = (words + "\n" + reasons(view)).strip();
            }
            if (!words.isBlank()) {
                parts.add(new BudgetBody.Part(it.shape().title(), words));
            }
        }
        return parts;
    }

    private static String reasons(View view) {
        var reasons = new ArrayList<String>();
        for (var it : view.findings()) {
            if (!it.words().isBlank()) {
                reasons.add(it.sentence() + it.words());
            }
        }
        return String.join("\n", reasons);
    }

    /** What it is called: 某局2026年度部门预算. */
    public String title(BudgetPaper paper) {
        return wording.say(
                "budgets.title." + paper.kind().slug() + (paper.subordinate() ? ".unit" : ""),
                paper.unitName(),
                Integer.toString(paper.year()));
    }

    private List<TablePicture> pictures(BudgetKind kind, List<OfficialTable> tables) {
        return tables.stream()
                .flatMap(it -> TablePicture.of(it, shapes.of(kind).table(it.key())).stream())
                .toList();
    }

    private java.util.Optional<Document> newest(BudgetPaper paper) {
        return papers.publications(paper.id()).stream()
                .findFirst()
                .flatMap(it -> documents.find(it.document()));
    }

    private Named named(BudgetAudit.Judged judged) {
        var it = judged.finding();
        return new Named(it, it.key(), sentence(it), judged.words(), judged.open());
    }

    /** What is wrong, where, what stands there and what it should be. */
    String sentence(Finding it) {
        return wording.say(
                "budgets.finding." + it.rule().slug(),
                it.table(),
                it.row(),
                it.column(),
                it.cell(),
                it.unit().written(it.is()),
                it.unit().written(it.should()),
                it.unit().term(),
                it.parts());
    }

    /** Today, by which states are told. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    private static Refusal refused(String key, Object... arguments) {
        return Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, key, arguments);
    }
}
