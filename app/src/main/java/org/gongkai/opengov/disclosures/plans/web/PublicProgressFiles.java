package org.gongkai.opengov.disclosures.plans.web;

import java.util.List;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.plans.PublicProgress;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** What became of all plans as a file: CSV, JSON or XLSX, and of one over the API (规划落实情况数据下载). */
@Controller
class PublicProgressFiles {
    static final String ADDRESS = "/plans/progress.";
    static final List<String> ENDINGS = List.of("csv", "json", "xlsx");

    private final PublicProgress progress;
    private final Wording wording;
    private final JsonMapper json;

    PublicProgressFiles(PublicProgress progress, Wording wording, JsonMapper json) {
        this.progress = progress;
        this.wording = wording;
        this.json = json;
    }

    /** The JSON file: under which terms it may be used, and the plans. */
    record Whole(String licence, List<PublicProgressAnswer> plans) {}

    @KeptPage
    @GetMapping(ADDRESS + "{ending:csv|json|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String ending) {
        var plans = progress.all();
        if (!ending.equals("json")) {
            return table(plans).file("plan-progress." + ending);
        }
        var whole =
                new Whole(
                        wording.say("disclosures.plans.licence"),
                        plans.stream().map(PublicProgressAnswer::of).toList());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"plan-progress.json\"")
                .body(json.writeValueAsBytes(whole));
    }

    @ResponseBody
    @GetMapping("/api/v1/public/plans/{prefix}/{yearSeq}")
    PublicProgressAnswer one(@PathVariable String prefix, @PathVariable String yearSeq) {
        return PublicProgressAnswer.of(
                progress.one(
                        IndexNumber.parse(prefix + "/" + yearSeq).orElseThrow(Refusal::notFound)));
    }

    /** A line for each figure of each task; a task without one has a line too. */
    private CsvTable table(List<PublicProgress.View> plans) {
        var table =
                CsvTable.of(
                        (Object[]) wording.say("disclosures.plans.public.csv-head").split(",", -1));
        for (var plan : plans) {
            for (var task : plan.tasks()) {
                if (task.status() == null) {
                    line(table, plan, task, null);
                }
                plan.statuses().stream()
                        .filter(it -> it.status().reached(task.task()).isPresent())
                        .forEach(it -> line(table, plan, task, it));
            }
        }
        return table;
    }

    private void line(
            CsvTable table,
            PublicProgress.View plan,
            PublicProgress.TaskView view,
            PublicProgress.@Nullable StatusView status) {
        var task = view.task();
        var reached = status == null ? null : status.status().reached(task).orElse(null);
        table.row(
                plan.plan().listing().title(),
                plan.plan().listing().indexNumber(),
                plan.plan().from(),
                plan.plan().to(),
                task.name(),
                wording.say("disclosures.plans." + task.direction().slug()),
                task.target().toPlainString(),
                task.unit(),
                status == null ? null : status.status().asOf(),
                reached == null ? null : reached.toPlainString(),
                reached == null ? null : verdict(task.metBy(reached), status),
                status == null ? null : status.status().report().indexNumber());
    }

    private String verdict(boolean met, PublicProgress.@Nullable StatusView status) {
        return wording.say(
                status == null || !status.backed()
                        ? "disclosures.plans.unbacked"
                        : met ? "disclosures.plans.met" : "disclosures.plans.unmet");
    }
}
