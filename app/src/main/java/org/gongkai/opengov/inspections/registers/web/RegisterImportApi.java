package org.gongkai.opengov.inspections.registers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.gongkai.opengov.inspections.registers.RegisterImport;
import org.gongkai.opengov.inspections.registers.RegisterImport.Counts;
import org.gongkai.opengov.inspections.registers.RegisterImport.Difference;
import org.gongkai.opengov.inspections.registers.RegisterImport.FieldDifference;
import org.gongkai.opengov.inspections.registers.RegisterImport.Kind;
import org.gongkai.opengov.inspections.registers.RegisterImport.Problem;
import org.gongkai.opengov.inspections.registers.RegisterImport.Step;
import org.gongkai.opengov.inspections.registers.RegisterImportDesk;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports of registers over the API (名录导入接口). */
@RestController
@RequestMapping("/api/v1/inspections/imports")
class RegisterImportApi {
    private final RegisterImportDesk desk;

    RegisterImportApi(RegisterImportDesk desk) {
        this.desk = desk;
    }

    /** A run with its counts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunAnswer(
            long id,
            String register,
            String fileName,
            String state,
            int percent,
            @Nullable Integer total,
            Counts counts,
            @Nullable String failure,
            Instant begunAt,
            List<String> allowedSteps) {
        static RunAnswer of(RegisterImport it) {
            return new RunAnswer(
                    it.id(),
                    it.register().slug(),
                    it.fileName(),
                    it.state().slug(),
                    it.percent(),
                    it.total(),
                    it.counts(),
                    it.failure(),
                    it.begunAt(),
                    it.allowed().stream().map(Step::slug).toList());
        }
    }

    /** What the file would do to an entry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceAnswer(
            @Nullable Integer row, @Nullable Long entry, List<FieldDifference> fields) {
        static DifferenceAnswer of(Difference it) {
            return new DifferenceAnswer(
                    it.row() == 0 ? null : it.row(),
                    it.entry(),
                    it.kind() == Kind.MISSING ? it.named() : it.fields());
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<RunAnswer> begin(
            Actor actor,
            @RequestParam(defaultValue = "") String register,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var id = RegisterImportPages.begun(desk, actor, register, file);
        return ResponseEntity.created(URI.create("/api/v1/inspections/imports/" + id))
                .body(one(actor, id));
    }

    @GetMapping
    Items<RunAnswer> list(Actor actor, Paging paging) {
        return Items.of(
                desk.list(actor, paging.skip(), paging.fetch()).stream()
                        .map(RunAnswer::of)
                        .toList(),
                paging,
                _ -> Cursor.at(paging.skip() + paging.limit()));
    }

    @GetMapping("/{id}")
    RunAnswer one(Actor actor, @PathVariable long id) {
        return RunAnswer.of(desk.one(actor, id));
    }

    @GetMapping("/{id}/differences")
    Items<DifferenceAnswer> differences(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "changed") String kind,
            Paging paging) {
        var of =
                Arrays.stream(Kind.values())
                        .filter(it -> it.slug().equals(kind))
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid("kind", "inspections.problem.filter"));
        return Items.of(
                desk.differences(actor, id, of, paging.skip(), paging.fetch()).stream()
                        .map(DifferenceAnswer::of)
                        .toList(),
                paging,
                _ -> Cursor.at(paging.skip() + paging.limit()));
    }

    @GetMapping("/{id}/problems")
    Items<Problem> problems(Actor actor, @PathVariable long id, Paging paging) {
        return Items.of(
                desk.problems(actor, id, paging.skip(), paging.fetch()),
                paging,
                _ -> Cursor.at(paging.skip() + paging.limit()));
    }

    @PostMapping("/{id}/steps/{step}")
    RunAnswer step(Actor actor, @PathVariable long id, @PathVariable String step) {
        desk.take(actor, id, RegisterImportPages.named(step));
        return one(actor, id);
    }
}
