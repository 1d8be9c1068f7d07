package org.gongkai.opengov.requests.imports.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.opengov.requests.ImportedCase;
import org.gongkai.opengov.requests.imports.CaseImportDesk;
import org.gongkai.opengov.requests.imports.CaseImportRun;
import org.gongkai.opengov.requests.imports.CaseImportRun.Line;
import org.gongkai.opengov.requests.imports.CaseImportRun.Problem;
import org.gongkai.opengov.requests.imports.CaseImportRun.Step;
import org.gongkai.opengov.requests.imports.CaseTable;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports of cases over the API (案件导入接口): as a list with its events, or as a file. */
@RestController
@RequestMapping("/api/v1/requests/import")
class CaseImportApi {
    private static final int PROBLEMS = 200;

    private final CaseImportDesk desk;
    private final CaseTable table;

    CaseImportApi(CaseImportDesk desk, CaseTable table) {
        this.desk = desk;
        this.table = table;
    }

    /** What is imported, from which system. */
    record Sent(
            @Nullable String system, @Nullable Boolean dryRun, @Nullable List<ImportedCase> cases) {
        @Override
        public String toString() {
            return "Sent";
        }
    }

    /** A run; with what is wrong where one alone is asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunAnswer(
            long id,
            String system,
            boolean dryRun,
            String state,
            int total,
            int done,
            int in,
            int known,
            int broken,
            Instant begunAt,
            List<String> allowedSteps,
            @Nullable List<ProblemAnswer> problems) {
        static RunAnswer of(CaseImportRun it, @Nullable List<Problem> wrong) {
            return new RunAnswer(
                    it.id(),
                    it.system(),
                    it.dryRun(),
                    it.state().slug(),
                    it.counts().total(),
                    it.counts().done(),
                    it.counts().in(),
                    it.counts().known(),
                    it.counts().broken(),
                    it.begunAt(),
                    it.allowed().stream().map(Step::slug).toList(),
                    wrong == null ? null : wrong.stream().map(ProblemAnswer::of).toList());
        }
    }

    /** Something wrong with a case. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProblemAnswer(
            int row, String outsideNumber, @Nullable Integer event, String field, String reason) {
        static ProblemAnswer of(Problem it) {
            return new ProblemAnswer(
                    it.row(), it.outsideNumber(), it.event(), it.field(), it.reason());
        }
    }

    /** What became of a case. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseAnswer(
            int row,
            String outsideNumber,
            @Nullable String result,
            @Nullable Long id,
            @Nullable String number) {
        static CaseAnswer of(Line it) {
            var result = it.result();
            return new CaseAnswer(
                    it.row(),
                    it.outsideNumber(),
                    result == null ? null : result.toLowerCase(Locale.ROOT),
                    it.caseId(),
                    it.number());
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RunAnswer> list(Actor actor, @RequestBody Sent sent) {
        return begun(
                actor,
                desk.begin(
                        actor,
                        sent.system(),
                        Boolean.TRUE.equals(sent.dryRun()),
                        Objects.requireNonNullElse(sent.cases(), List.of())));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<RunAnswer> file(
            Actor actor,
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam MultipartFile file) {
        var cases = table.read(CaseImportPages.bytes(file));
        return begun(actor, desk.begin(actor, system, dryRun, cases));
    }

    private ResponseEntity<RunAnswer> begun(Actor actor, long run) {
        return ResponseEntity.created(URI.create("/api/v1/requests/import/" + run))
                .body(one(actor, run));
    }

    @GetMapping
    Items<RunAnswer> runs(Actor actor, Paging paging) {
        return Items.of(
                desk.list(actor, paging.skip(), paging.fetch()).stream()
                        .map(it -> RunAnswer.of(it, null))
                        .toList(),
                paging,
                _ -> Cursor.at(paging.skip() + paging.limit()));
    }

    @GetMapping("/{id}")
    RunAnswer one(Actor actor, @PathVariable long id) {
        return RunAnswer.of(desk.one(actor, id), desk.problems(actor, id, 0, PROBLEMS));
    }

    @GetMapping("/{id}/cases")
    Items<CaseAnswer> cases(Actor actor, @PathVariable long id, Paging paging) {
        return desk.cases(actor, id, paging).map(CaseAnswer::of);
    }

    @PostMapping("/{id}/steps/{step}")
    RunAnswer step(Actor actor, @PathVariable long id, @PathVariable String step) {
        desk.take(actor, id, Step.named(step).orElseThrow(Refusal::notFound));
        return one(actor, id);
    }
}
