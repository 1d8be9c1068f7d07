package org.gongkai.platform.textcheck.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.textcheck.WordingDesk;
import org.gongkai.platform.textcheck.persistence.WordingRules;
import org.gongkai.platform.textcheck.wording.RuleKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The lists for programs (词表接口): wrong words, names and titles, official contacts. */
@RestController
@RequestMapping("/api/v1/wording")
class WordingApi {
    private final WordingDesk desk;
    private final WordingCsv csv;

    WordingApi(WordingDesk desk, WordingCsv csv) {
        this.desk = desk;
        this.csv = csv;
    }

    /** A line of the lists. */
    record Line(
            long id,
            boolean shipped,
            RuleKind kind,
            String subject,
            String right,
            List<String> exceptions,
            String note,
            String addedBy,
            Instant addedAt,
            boolean active) {

        static Line of(WordingRules.Row row) {
            return new Line(
                    row.id(),
                    row.shipped(),
                    row.rule().kind(),
                    row.rule().subject(),
                    row.rule().right(),
                    row.rule().exceptions(),
                    row.note(),
                    row.addedBy(),
                    row.addedAt(),
                    row.active());
        }
    }

    /** A line to add. */
    record LineInput(
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String right,
            @Nullable List<String> exceptions,
            @Nullable String note) {

        WordingForm form() {
            var listed = Objects.requireNonNullElse(exceptions, List.<String>of());
            return new WordingForm(kind, subject, right, String.join("；", listed), note);
        }
    }

    @GetMapping
    Items<Line> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Boolean active,
            Paging paging) {
        if (kind != null && WordingForm.kindOf(kind).isEmpty()) {
            throw Refusal.invalid("kind", "textcheck.wording.kind");
        }
        var filter =
                new WordingRules.Filter(
                        WordingForm.kindOf(kind),
                        Objects.requireNonNullElse(q, "").strip(),
                        Optional.ofNullable(active));
        int skip = paging.skip();
        return Items.of(
                        desk.find(actor, filter, skip, paging.fetch()),
                        paging,
                        last -> Cursor.at(skip + paging.limit()))
                .map(Line::of);
    }

    @GetMapping("/{id}")
    Line one(Actor actor, @PathVariable long id) {
        return Line.of(desk.line(actor, id));
    }

    @PostMapping
    ResponseEntity<Line> add(Actor actor, @RequestBody LineInput input) {
        var id = desk.add(actor, input.form().draft());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/v1/wording/" + id)
                .body(one(actor, id));
    }

    @PostMapping("/{id}/steps/{step}")
    Line turn(Actor actor, @PathVariable long id, @PathVariable String step) {
        desk.turn(actor, id, restores(step));
        return one(actor, id);
    }

    @PostMapping("/import")
    WordingDesk.Imported take(Actor actor, @RequestParam MultipartFile file) {
        return desk.take(actor, csv.read(WordingPages.words(file)));
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute WordingQuery query) {
        return WordingPages.csvFile(csv.write(desk.find(actor, query.filter(), 0, 100_000)));
    }

    private static boolean restores(String step) {
        return switch (step) {
            case "retire" -> false;
            case "restore" -> true;
            default -> throw Refusal.notFound();
        };
    }
}
