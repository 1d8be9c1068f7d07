package org.gongkai.opengov.remediation.web;

import java.util.List;
import org.gongkai.opengov.remediation.Measure;
import org.gongkai.opengov.remediation.PublicRemediation;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The list of public projects as a file (整治项目数据下载): CSV, JSON or XLSX. */
@Controller
class PublicRemediationFiles {
    private final PublicRemediation remediation;
    private final RemediationWords words;
    private final Wording wording;
    private final JsonMapper json;

    PublicRemediationFiles(
            PublicRemediation remediation,
            RemediationWords words,
            Wording wording,
            JsonMapper json) {
        this.remediation = remediation;
        this.words = words;
        this.wording = wording;
        this.json = json;
    }

    /** The JSON file: whose it is, under which terms it may be used, and the projects. */
    record Whole(String licence, String agency, List<RemediationAnswers.PublicProject> projects) {}

    @GetMapping(PublicRemediationPages.ADDRESS + "/list.{ending:csv|json|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String ending,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String medium,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String year) {
        var asked = new AskedProjects(agency, null, medium, district, state, year);
        var of = remediation.agency(agency);
        var found = remediation.list(of, asked.filter());
        if (!ending.equals("json")) {
            return table(found).file("remediation." + ending);
        }
        var whole =
                new Whole(
                        wording.say("remediation.licence"),
                        of.name(),
                        found.stream().map(RemediationAnswers.PublicProject::of).toList());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"remediation.json\"")
                .body(json.writeValueAsBytes(whole));
    }

    private CsvTable table(List<PublicRemediation.View> found) {
        var table =
                CsvTable.of((Object[]) wording.say("remediation.public.csv-head").split(",", -1));
        for (var it : found) {
            var content = it.content();
            var facts = content.facts();
            table.row(
                    it.number(),
                    facts.name(),
                    words.medium(content.medium()),
                    words.district(facts.district()),
                    facts.basis(),
                    facts.unit(),
                    facts.head(),
                    words.state(it.state()),
                    facts.start(),
                    facts.deadline(),
                    content.lastDay(),
                    content.measures().size(),
                    content.measures().stream().filter(Measure::met).count(),
                    it.gaps(),
                    it.address());
        }
        return table;
    }
}
