package org.gongkai.opengov.disclosures.plans.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.plans.PlanSummary;
import org.gongkai.opengov.disclosures.plans.PlanTask.Direction;
import org.gongkai.opengov.disclosures.plans.ProgressDesk;
import org.gongkai.opengov.disclosures.plans.ProgressEntry;
import org.gongkai.opengov.disclosures.plans.ProgressStanding;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of plans, at the desk (规划落实情况页面). */
@Controller
@RequestMapping(ProgressPages.DESK)
class ProgressPages {
    static final String DESK = "/desk/plans";
    private static final int PER_PAGE = 30;
    private static final int FURTHER_TASKS = 3;

    /** Asks for plans that owe a status. */
    private static final String DUE = "due";

    private final ProgressDesk desk;
    private final PlanSummary summary;
    private final Forms forms;
    private final Wording wording;

    ProgressPages(ProgressDesk desk, PlanSummary summary, Forms forms, Wording wording) {
        this.desk = desk;
        this.summary = summary;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String standing,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("problems", Problems.none());
        return listPage(actor, standing, page, model);
    }

    private String listPage(Actor actor, @Nullable String standing, int page, Model model) {
        var query = standing == null || standing.isBlank() ? "" : "?standing=" + standing;
        var all = desk.list(actor, filter(standing));
        var pages =
                Pages.of(
                        page,
                        all.size(),
                        PER_PAGE,
                        it -> DESK + query + (query.isEmpty() ? "?" : "&") + "page=" + it);
        var first = (pages.number() - 1) * PER_PAGE;
        model.addAttribute("views", all.subList(first, Math.min(all.size(), first + PER_PAGE)));
        model.addAttribute("total", all.size());
        model.addAttribute("pages", pages);
        model.addAttribute("asked", Objects.requireNonNullElse(standing, ""));
        model.addAttribute("standings", standings());
        model.addAttribute("query", query);
        model.addAttribute("drafts", actor.has(Role.CLERK));
        return "disclosures/plans";
    }

    /** What narrows the list, as it stands in an address. */
    static ProgressDesk.Filter filter(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return ProgressDesk.Filter.ALL;
        }
        if (asked.equals(DUE)) {
            return new ProgressDesk.Filter(null, true);
        }
        return new ProgressDesk.Filter(
                ProgressStanding.named(asked)
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "standing", "disclosures.plans.problem.choose")),
                false);
    }

    private List<Choice> standings() {
        return Stream.concat(
                        Arrays.stream(ProgressStanding.values()).map(ProgressStanding::slug),
                        Stream.of(DUE))
                .map(it -> Choice.of(it, wording.say("disclosures.plans.standing." + it)))
                .toList();
    }

    @GetMapping("/export.{ending:csv|xlsx}")
    ResponseEntity<byte[]> export(
            Actor actor,
            @PathVariable String ending,
            @RequestParam(required = false) @Nullable String standing) {
        var table =
                CsvTable.of((Object[]) wording.say("disclosures.plans.csv-head").split(",", -1));
        for (var it : desk.list(actor, filter(standing))) {
            var plan = it.plan();
            table.row(
                    plan.listing().title(),
                    plan.listing().indexNumber(),
                    it.section(),
                    plan.from(),
                    plan.to(),
                    it.progress().tasks().size(),
                    it.progress().met(),
                    it.progress().toldUpTo(),
                    it.due() == null ? null : it.due().lastDay(),
                    standing(it));
        }
        return table.file("plan-progress." + ending);
    }

    /** Whether what was written last waits, is public, or was given back. */
    private String standing(ProgressDesk.View view) {
        return wording.say("disclosures.plans.standing." + view.standing().slug());
    }

    @PostMapping("/summary")
    String summary(Actor actor, Model model, HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> "redirect:/desk/documents/" + summary.draft(actor),
                () -> listPage(actor, null, 1, model));
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        var view = desk.read(actor, id);
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done",
                done.isEmpty()
                        ? null
                        : wording.find("disclosures.plans.done." + done).orElse(null));
        return page(view, ProgressEntry.of(view.progress()), (long) view.version(), "", model);
    }

    @PostMapping("/{id}")
    String write(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        var entry = new ProgressEntry(fields);
        return forms.send(
                model,
                response,
                () -> {
                    desk.write(actor, id, entry, version);
                    return "redirect:" + DESK + "/" + id + "?done=written";
                },
                () -> page(desk.read(actor, id), entry, version, "", model));
    }

    @PostMapping("/{id}/release")
    String release(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam String sha256,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.release(actor, id, sha256);
                    return "redirect:" + DESK + "/" + id + "?done=released";
                },
                () -> again(actor, id, "", model));
    }

    @PostMapping("/{id}/give-back")
    String giveBack(
            Actor actor,
            @PathVariable DocumentId id,
            @RequestParam String sha256,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.giveBack(actor, id, sha256, reason);
                    return "redirect:" + DESK + "/" + id + "?done=returned";
                },
                () -> again(actor, id, reason, model));
    }

    private String again(Actor actor, DocumentId id, String reason, Model model) {
        var view = desk.read(actor, id);
        return page(view, ProgressEntry.of(view.progress()), (long) view.version(), reason, model);
    }

    private String page(
            ProgressDesk.View view,
            ProgressEntry entry,
            @Nullable Long version,
            String reason,
            Model model) {
        var filled = entry.tasks().stream().filter(it -> !entry.of(it + ".name").isEmpty());
        model.addAttribute("view", view);
        model.addAttribute("standing", standing(view));
        model.addAttribute("entry", entry);
        model.addAttribute("version", version);
        model.addAttribute("reason", reason);
        model.addAttribute("rows", rows(entry.tasks(), FURTHER_TASKS, ProgressEntry.MOST_TASKS));
        model.addAttribute("named", filled.toList());
        model.addAttribute("statuses", rows(entry.statuses(), 1, ProgressEntry.MOST_STATUSES));
        model.addAttribute("directions", directions());
        return "disclosures/plan-progress";
    }

    /** The rows that something was typed into, and some more to type into. */
    private static List<Integer> rows(List<Integer> typed, int further, int most) {
        var last = typed.isEmpty() ? 0 : typed.getLast();
        return IntStream.rangeClosed(1, Math.min(most, last + further)).boxed().toList();
    }

    private List<Choice> directions() {
        return Arrays.stream(Direction.values())
                .map(it -> Choice.of(it.slug(), wording.say("disclosures.plans." + it.slug())))
                .toList();
    }
}
