package org.gongkai.opengov.budgets.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.budgets.BudgetDesk;
import org.gongkai.opengov.budgets.BudgetImport;
import org.gongkai.opengov.budgets.BudgetImportDesk;
import org.gongkai.opengov.budgets.BudgetPaper;
import org.gongkai.opengov.budgets.BudgetVersion;
import org.gongkai.opengov.budgets.Finding;
import org.gongkai.opengov.budgets.TablePicture;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Budgets and accounts for the desk, over the API (预决算接口). */
@RestController
@RequestMapping("/api/v1/budgets")
class BudgetApi {
    private final BudgetDesk desk;
    private final BudgetImportDesk imports;

    BudgetApi(BudgetDesk desk, BudgetImportDesk imports) {
        this.desk = desk;
        this.imports = imports;
    }

    /** The approval that holds. */
    record ApprovalAnswer(String document, LocalDate approvedOn, String reason, Instant at) {
        static ApprovalAnswer of(BudgetPaper.Approval it) {
            return new ApprovalAnswer(it.document(), it.approvedOn(), it.reason(), it.at());
        }
    }

    /** A paper in the list. */
    record PaperAnswer(
            long id,
            int year,
            String unit,
            String unitName,
            String kind,
            String title,
            @Nullable ApprovalAnswer approval,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate firstPublic,
            String state,
            int version,
            @Nullable Integer publicVersion) {}

    /** A version of the tables. */
    record VersionAnswer(int number, String fileName, String sha256, String reason, Instant at) {
        static VersionAnswer of(BudgetVersion it) {
            return new VersionAnswer(it.number(), it.fileName(), it.sha256(), it.reason(), it.at());
        }
    }

    /** A figure that is not what it should be; amounts in yuan. */
    record FindingAnswer(
            String key,
            String rule,
            String table,
            String row,
            String column,
            String cell,
            BigDecimal is,
            BigDecimal should,
            String sentence,
            boolean explainable,
            String explanation,
            boolean open) {
        static FindingAnswer of(Finding it, String sentence, String words, boolean open) {
            return new FindingAnswer(
                    "finding:" + it.key(),
                    it.rule().slug(),
                    it.table(),
                    it.row(),
                    it.column(),
                    it.cell(),
                    it.is(),
                    it.should(),
                    sentence,
                    it.rule().explainable(),
                    words,
                    open);
        }
    }

    /** A section of the explanations. */
    record SectionAnswer(String key, String title, boolean required, String words) {}

    /** A table as it is shown. */
    record TableAnswer(
            String key, String title, String unit, List<String> heads, List<List<String>> rows) {
        static TableAnswer of(TablePicture it) {
            return new TableAnswer(
                    it.key(),
                    it.title(),
                    it.unit(),
                    it.heads(),
                    it.lines().stream().map(TablePicture.Line::cells).toList());
        }
    }

    /** All about a paper. */
    record ViewAnswer(
            PaperAnswer paper,
            List<VersionAnswer> versions,
            List<FindingAnswer> findings,
            List<SectionAnswer> sections,
            List<TableAnswer> tables,
            @Nullable String document) {}

    /** A workbook and what it would do. */
    record ImportAnswer(
            long id,
            long paper,
            String fileName,
            String sha256,
            String state,
            List<BudgetImportDesk.Problem> problems,
            List<FindingAnswer> findings,
            List<TableAnswer> tables,
            List<String> unread) {
        static ImportAnswer of(BudgetImportDesk.Preview it) {
            BudgetImport file = it.file();
            return new ImportAnswer(
                    file.id(),
                    file.paper(),
                    file.fileName(),
                    file.sha256(),
                    file.state().slug(),
                    it.problems(),
                    it.findings().stream()
                            .map(
                                    found ->
                                            FindingAnswer.of(
                                                    found.finding(), found.sentence(), "", true))
                            .toList(),
                    it.tables().stream().map(TableAnswer::of).toList(),
                    it.unread());
        }
    }

    /** A paper as sent. */
    record PaperInput(
            @Nullable String unit,
            @Nullable Integer year,
            @Nullable String kind,
            @Nullable String document,
            @Nullable String approvedOn) {}

    /** An approval as sent. */
    record ApprovalInput(
            @Nullable String document, @Nullable String approvedOn, @Nullable String reason) {}

    /** Words by subject. */
    record ExplanationInput(@Nullable Map<String, String> explanations) {}

    /** Why a workbook is taken. */
    record StepInput(@Nullable String reason) {}

    /** The draft. */
    record DraftAnswer(String document) {}

    @GetMapping("/papers")
    Items<PaperAnswer> list(Actor actor, AskedBudgets asked, Paging paging) {
        var skip = paging.cursor(1).map(it -> it.number(0)).orElse(0L);
        var all = desk.list(actor, asked.filter());
        var page = all.stream().skip(skip).limit(paging.fetch()).toList();
        var next = skip + paging.limit();
        return Items.of(page, paging, it -> Cursor.at(next)).map(this::paper);
    }

    @PostMapping("/papers")
    @ResponseStatus(HttpStatus.CREATED)
    ViewAnswer enter(Actor actor, @RequestBody PaperInput input) {
        return read(
                actor,
                desk.enter(
                        actor,
                        input.unit(),
                        Objects.toString(input.year(), ""),
                        input.kind(),
                        input.document(),
                        input.approvedOn()));
    }

    @GetMapping("/papers/{id}")
    ViewAnswer read(Actor actor, @PathVariable long id) {
        var view = desk.read(actor, id);
        var document = view.document();
        return new ViewAnswer(
                paper(view.paper()),
                view.versions().stream().map(VersionAnswer::of).toList(),
                view.findings().stream()
                        .map(
                                it ->
                                        FindingAnswer.of(
                                                it.finding(), it.sentence(), it.words(), it.open()))
                        .toList(),
                view.sections().stream()
                        .map(
                                it ->
                                        new SectionAnswer(
                                                "section:" + it.shape().key(),
                                                it.shape().title(),
                                                it.shape().required(),
                                                it.words()))
                        .toList(),
                view.tables().stream().map(TableAnswer::of).toList(),
                document == null ? null : document.id().toString());
    }

    @PutMapping("/papers/{id}/approval")
    ViewAnswer approve(Actor actor, @PathVariable long id, @RequestBody ApprovalInput input) {
        desk.approve(actor, id, input.document(), input.approvedOn(), input.reason());
        return read(actor, id);
    }

    @PutMapping("/papers/{id}/explanations")
    ViewAnswer explain(Actor actor, @PathVariable long id, @RequestBody ExplanationInput input) {
        desk.explain(actor, id, Objects.requireNonNullElse(input.explanations(), Map.of()));
        return read(actor, id);
    }

    @PostMapping("/papers/{id}/draft")
    @ResponseStatus(HttpStatus.CREATED)
    DraftAnswer draft(Actor actor, @PathVariable long id) {
        return new DraftAnswer(desk.draft(actor, id).toString());
    }

    @PostMapping(value = "/papers/{id}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportAnswer begin(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        return readImport(actor, BudgetImportPages.begun(imports, actor, id, file));
    }

    @GetMapping("/imports/{id}")
    ImportAnswer readImport(Actor actor, @PathVariable long id) {
        return ImportAnswer.of(imports.preview(actor, id));
    }

    @PostMapping("/imports/{id}/steps/{step}")
    ImportAnswer step(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @RequestBody(required = false) @Nullable StepInput input) {
        switch (step) {
            case "take" -> imports.take(actor, id, input == null ? null : input.reason());
            case "cancel" -> imports.cancel(actor, id);
            default -> throw Refusal.notFound();
        }
        return readImport(actor, id);
    }

    private PaperAnswer paper(BudgetPaper it) {
        var approval = it.approval();
        return new PaperAnswer(
                it.id(),
                it.year(),
                it.unit(),
                it.unitName(),
                it.kind().slug(),
                desk.title(it),
                approval == null ? null : ApprovalAnswer.of(approval),
                it.lastDay(),
                it.firstPublic(),
                it.state(desk.today()).slug(),
                it.version(),
                it.publicVersion());
    }
}
