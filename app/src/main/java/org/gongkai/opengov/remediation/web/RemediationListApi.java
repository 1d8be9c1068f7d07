package org.gongkai.opengov.remediation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.remediation.PublicRemediation;
import org.gongkai.opengov.remediation.RemediationDesk;
import org.gongkai.opengov.remediation.StageKind;
import org.gongkai.opengov.remediation.StageList;
import org.gongkai.opengov.remediation.StageListDesk;
import org.gongkai.opengov.remediation.Typed;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gaps, the list of stages, and what everybody may read of projects, over the API (整治公开接口). */
@RestController
class RemediationListApi {
    private final RemediationDesk desk;
    private final StageListDesk stages;
    private final PublicRemediation remediation;

    RemediationListApi(RemediationDesk desk, StageListDesk stages, PublicRemediation remediation) {
        this.desk = desk;
        this.stages = stages;
        this.remediation = remediation;
    }

    /** A stage of a project that owes a document. */
    record GapAnswer(
            long project,
            String number,
            String name,
            @Nullable String section,
            int stage,
            String kind,
            LocalDate formedOn,
            @Nullable LocalDate lastDay,
            boolean late,
            String openness) {
        static GapAnswer of(RemediationDesk.Gap it) {
            var stage = it.stage().stage();
            return new GapAnswer(
                    it.view().project().id(),
                    it.view().project().number(),
                    it.view().project().content().facts().name(),
                    it.view().section().map(section -> section.name()).orElse(null),
                    stage.number(),
                    stage.kind(),
                    stage.formedOn(),
                    it.stage().lastDay(),
                    it.stage().late(),
                    it.stage().openness().slug());
        }
    }

    /** The list of stages in a version. */
    record StagesAnswer(int version, List<StageKind> stages) {}

    @GetMapping("/api/v1/remediation/gaps")
    Items<GapAnswer> gaps(Actor actor, Paging paging) {
        var skip = paging.skip();
        var rest = desk.gaps(actor).stream().skip(skip).limit(paging.fetch()).toList();
        return Items.of(rest, paging, _ -> Cursor.at(skip + paging.limit())).map(GapAnswer::of);
    }

    @GetMapping("/api/v1/remediation/stages")
    ResponseEntity<StagesAnswer> stages(Actor actor) {
        return answer(stages.read(actor));
    }

    @PutMapping("/api/v1/remediation/stages")
    ResponseEntity<StagesAnswer> change(
            Actor actor, @RequestBody Map<String, @Nullable Object> body, IfMatch expected) {
        var rows = Sent.rows(body, "stages", List.of("name", "owes"));
        var typed = Sent.over(rows.fields(), body, List.of("reason"));
        return answer(stages.change(actor, new Typed(typed.fields()), expected.version()));
    }

    @GetMapping("/api/v1/public/remediation")
    Items<RemediationAnswers.PublicProject> publicList(AskedProjects asked, Paging paging) {
        var skip = paging.skip();
        var rest =
                remediation.list(remediation.agency(asked.agency()), asked.filter()).stream()
                        .skip(skip)
                        .limit(paging.fetch())
                        .toList();
        return Items.of(rest, paging, _ -> Cursor.at(skip + paging.limit()))
                .map(RemediationAnswers.PublicProject::of);
    }

    @GetMapping("/api/v1/public/remediation/{number}")
    RemediationAnswers.PublicProject publicOne(@PathVariable String number) {
        return RemediationAnswers.PublicProject.of(remediation.one(number));
    }

    private static ResponseEntity<StagesAnswer> answer(StageList list) {
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(list.number()))
                .body(new StagesAnswer(list.number(), list.kinds()));
    }
}
