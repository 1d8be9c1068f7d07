package org.gongkai.opengov.disclosures.plans.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.plans.PlanStatus;
import org.gongkai.opengov.disclosures.plans.PlanStatus.Figure;
import org.gongkai.opengov.disclosures.plans.PlanSummary;
import org.gongkai.opengov.disclosures.plans.PlanTask;
import org.gongkai.opengov.disclosures.plans.ProgressDesk;
import org.gongkai.opengov.disclosures.plans.ProgressEntry;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What became of plans over the API (规划落实情况接口). */
@RestController
class ProgressApi {
    private static final String DESK = "/api/v1/plans";

    private final ProgressDesk desk;
    private final PlanSummary summary;

    ProgressApi(ProgressDesk desk, PlanSummary summary) {
        this.desk = desk;
        this.summary = summary;
    }

    /** A plan at the desk. */
    record PlanAnswer(
            String id,
            String indexNumber,
            String title,
            String section,
            int version,
            @Nullable String sha256,
            String standing,
            @Nullable Due due,
            List<Task> tasks,
            List<Status> statuses) {
        static PlanAnswer of(ProgressDesk.View it) {
            var listing = it.plan().listing();
            var progress = it.progress();
            return new PlanAnswer(
                    listing.id().toString(),
                    listing.indexNumber().toString(),
                    listing.title(),
                    it.section(),
                    it.version(),
                    it.revisions().isEmpty() ? null : it.revisions().getFirst().sha256(),
                    it.standing().slug(),
                    it.due() == null ? null : new Due(it.due().asOf(), it.due().lastDay()),
                    progress.tasks().stream().map(Task::of).toList(),
                    progress.statuses().stream().map(Status::of).toList());
        }

        /** A status that is owed. */
        record Due(LocalDate asOf, LocalDate lastDay) {}

        /** A task or figure. */
        record Task(String name, String unit, String direction, BigDecimal target) {
            static Task of(PlanTask it) {
                return new Task(it.name(), it.unit(), it.direction().slug(), it.target());
            }
        }

        /** What a published report says. */
        record Status(LocalDate asOf, String report, List<Figure> figures) {
            static Status of(PlanStatus it) {
                return new Status(it.asOf(), it.report().indexNumber(), it.figures());
            }
        }
    }

    /** A task as sent. */
    record TaskInput(
            @Nullable String name,
            @Nullable String unit,
            @Nullable String direction,
            @Nullable BigDecimal target) {}

    /** A figure as sent, with the name of its task. */
    record FigureInput(@Nullable String task, @Nullable BigDecimal reached) {}

    /** A status as sent. */
    record StatusInput(
            @Nullable String asOf, @Nullable String report, @Nullable List<FigureInput> figures) {}

    /** Progress as sent. */
    record ProgressInput(@Nullable List<TaskInput> tasks, @Nullable List<StatusInput> statuses) {

        ProgressEntry entry() {
            var typed = new HashMap<String, String>();
            var rows = new HashMap<String, Integer>();
            for (var it : given(tasks)) {
                var row = rows.size() + 1;
                if (rows.put(text(it.name()), row) != null) {
                    throw Refusal.invalid(row + 1 + ".name", "disclosures.plans.problem.twice");
                }
                typed.put(row + ".name", text(it.name()));
                typed.put(row + ".unit", text(it.unit()));
                typed.put(row + ".direction", text(it.direction()));
                typed.put(row + ".target", text(it.target()));
            }
            var number = 0;
            for (var it : given(statuses)) {
                number++;
                typed.put("s" + number + ".asOf", text(it.asOf()));
                typed.put("s" + number + ".report", text(it.report()));
                for (var figure : given(it.figures())) {
                    var row = rows.get(text(figure.task()));
                    if (row == null) {
                        throw Refusal.invalid(
                                "s" + number + ".figures", "disclosures.plans.problem.no-task");
                    }
                    typed.put(ProgressEntry.figure(number, row), text(figure.reached()));
                }
            }
            if (rows.size() > ProgressEntry.MOST_TASKS || number > ProgressEntry.MOST_STATUSES) {
                throw Refusal.invalid(
                        "tasks",
                        "disclosures.plans.problem.too-many",
                        ProgressEntry.MOST_TASKS,
                        ProgressEntry.MOST_STATUSES);
            }
            return new ProgressEntry(typed);
        }

        private static <T> List<T> given(@Nullable List<T> rows) {
            return Objects.requireNonNullElse(rows, List.of());
        }

        private static String text(@Nullable Object value) {
            return value instanceof BigDecimal number
                    ? number.toPlainString()
                    : Objects.toString(value, "").strip();
        }
    }

    /** A decision of a second person. */
    record Decision(@Nullable String sha256, @Nullable String reason) {}

    /** The draft of a summary. */
    record SummaryAnswer(String document) {}

    @GetMapping(DESK)
    Items<PlanAnswer> list(
            Actor actor, @RequestParam(required = false) @Nullable String standing, Paging paging) {
        int skip = paging.skip();
        var rest =
                desk.list(actor, ProgressPages.filter(standing)).stream()
                        .skip(skip)
                        .limit(paging.fetch())
                        .toList();
        return Items.of(rest, paging, _ -> Cursor.at(skip + paging.limit())).map(PlanAnswer::of);
    }

    @GetMapping(DESK + "/{id}")
    ResponseEntity<PlanAnswer> read(Actor actor, @PathVariable DocumentId id) {
        return answer(actor, id);
    }

    @PutMapping(DESK + "/{id}")
    ResponseEntity<PlanAnswer> write(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestBody ProgressInput input,
            IfMatch expected) {
        desk.write(actor, id, input.entry(), expected.version());
        return answer(actor, id);
    }

    @PostMapping(DESK + "/{id}/steps/{step}")
    ResponseEntity<PlanAnswer> decide(
            Actor actor,
            @PathVariable DocumentId id,
            @PathVariable String step,
            @RequestBody Decision decision) {
        var sha256 = Objects.requireNonNullElse(decision.sha256(), "");
        switch (step) {
            case "release" -> desk.release(actor, id, sha256);
            case "give-back" ->
                    desk.giveBack(
                            actor, id, sha256, Objects.requireNonNullElse(decision.reason(), ""));
            default -> throw Refusal.notFound();
        }
        return answer(actor, id);
    }

    @PostMapping(DESK + "/summary")
    @ResponseStatus(HttpStatus.CREATED)
    SummaryAnswer summary(Actor actor) {
        return new SummaryAnswer(summary.draft(actor).toString());
    }

    private ResponseEntity<PlanAnswer> answer(Actor actor, DocumentId id) {
        var answer = PlanAnswer.of(desk.read(actor, id));
        return ResponseEntity.ok().eTag(IfMatch.etag(answer.version())).body(answer);
    }
}
