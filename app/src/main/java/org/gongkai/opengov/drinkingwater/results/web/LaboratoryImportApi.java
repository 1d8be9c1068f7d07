package org.gongkai.opengov.drinkingwater.results.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.results.LaboratoryImport;
import org.gongkai.opengov.drinkingwater.results.LaboratoryImportDesk;
import org.gongkai.opengov.drinkingwater.results.LaboratoryImportDesk.Confirmation;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of laboratories over the API (监测数据导入接口). */
@RestController
@RequestMapping("/api/v1/water/imports")
class LaboratoryImportApi {
    private final LaboratoryImportDesk desk;

    LaboratoryImportApi(LaboratoryImportDesk desk) {
        this.desk = desk;
    }

    /** A file. */
    record FileAnswer(
            long id,
            String fileName,
            String sha256,
            String state,
            Instant begunAt,
            @Nullable Instant endedAt) {
        static FileAnswer of(LaboratoryImport it) {
            return new FileAnswer(
                    it.id(),
                    it.fileName(),
                    it.sha256(),
                    it.state().slug(),
                    it.begunAt(),
                    it.endedAt());
        }
    }

    /** A value of the file beside the one that is kept. */
    record ValueAnswer(String item, String value, String unit, @Nullable String before) {}

    /** What it has for a source and month. */
    record PartAnswer(
            long source,
            String name,
            String month,
            List<ValueAnswer> values,
            List<String> missing,
            @Nullable String refused) {
        static PartAnswer of(LaboratoryImportDesk.Part it) {
            return new PartAnswer(
                    it.source().id(),
                    it.source().facts().name(),
                    it.month().toString(),
                    it.lines().stream()
                            .map(
                                    line ->
                                            new ValueAnswer(
                                                    line.value().item(),
                                                    line.value().value(),
                                                    line.value().unit(),
                                                    line.before() == null
                                                            ? null
                                                            : (line.before().value()
                                                                            + " "
                                                                            + line.before().unit())
                                                                    .strip()))
                            .toList(),
                    it.missing().stream().map(MonitoredItem::name).toList(),
                    it.refused());
        }
    }

    /** What a file would do. */
    record PreviewAnswer(
            FileAnswer file,
            List<PartAnswer> parts,
            List<LaboratoryImportDesk.Problem> problems,
            List<LaboratoryImportDesk.Doubt> doubts,
            boolean corrects) {
        static PreviewAnswer of(LaboratoryImportDesk.Preview it) {
            return new PreviewAnswer(
                    FileAnswer.of(it.file()),
                    it.parts().stream().map(PartAnswer::of).toList(),
                    it.problems(),
                    it.doubts(),
                    it.corrects());
        }
    }

    /** How a file is taken. */
    record StepInput(
            @Nullable Boolean leaveOut,
            @Nullable Set<@Nullable String> confirmed,
            @Nullable String reason) {}

    @GetMapping
    Items<FileAnswer> list(Actor actor, Paging paging) {
        var before = paging.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        return Items.of(desk.list(actor, before, paging.fetch()), paging, it -> Cursor.at(it.id()))
                .map(FileAnswer::of);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    PreviewAnswer begin(Actor actor, @RequestParam(required = false) @Nullable MultipartFile file) {
        return read(actor, LaboratoryImportPages.begun(desk, actor, file));
    }

    @GetMapping("/{id}")
    PreviewAnswer read(Actor actor, @PathVariable long id) {
        return PreviewAnswer.of(desk.preview(actor, id));
    }

    @PostMapping("/{id}/steps/{step}")
    PreviewAnswer step(
            Actor actor,
            @PathVariable long id,
            @PathVariable String step,
            @RequestBody(required = false) @Nullable StepInput input) {
        switch (step) {
            case "take" -> desk.take(actor, id, confirmation(input));
            case "cancel" -> desk.cancel(actor, id);
            default -> throw Refusal.notFound();
        }
        return read(actor, id);
    }

    private static Confirmation confirmation(@Nullable StepInput input) {
        return input == null
                ? new Confirmation(false, Set.of(), "")
                : new Confirmation(
                        Boolean.TRUE.equals(input.leaveOut()),
                        WaterResultApi.ResultInput.keys(input.confirmed()),
                        Objects.requireNonNullElse(input.reason(), ""));
    }
}
