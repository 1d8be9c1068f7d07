package org.gongkai.opengov.sitechecks.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gongkai.opengov.sitechecks.CheckItem;
import org.gongkai.opengov.sitechecks.SiteCheckDesk;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Self-checks over the API (自查接口): begin, watch, read what was found, stop. */
@RestController
@RequestMapping("/api/v1/site-checks")
class CheckApi {
    private final SiteCheckDesk desk;
    private final Organization organization;

    CheckApi(SiteCheckDesk desk, Organization organization) {
        this.desk = desk;
        this.organization = organization;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CheckAnswer start(Actor actor) {
        return one(actor, desk.start(actor));
    }

    @GetMapping
    Items<CheckAnswer> list(Actor actor, Paging paging) {
        int skip = paging.skip();
        return Items.of(
                        desk.list(actor, skip, paging.fetch()),
                        paging,
                        last -> Cursor.at(skip + paging.limit()))
                .map(CheckAnswer::of);
    }

    @GetMapping("/{id}")
    CheckAnswer one(Actor actor, @PathVariable long id) {
        return CheckAnswer.of(desk.one(actor, id));
    }

    /** Something found. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FaultAnswer(
            String item, @Nullable String section, String path, String title, String detail) {}

    @GetMapping("/{id}/faults")
    Items<FaultAnswer> faults(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String item,
            Paging paging) {
        int skip = paging.skip();
        var asked =
                item == null
                        ? null
                        : CheckItem.named(item)
                                .orElseThrow(
                                        () -> Refusal.invalid("item", "sitechecks.field.item"));
        return Items.of(
                        desk.faults(actor, id, asked, null, skip, paging.fetch()),
                        paging,
                        last -> Cursor.at(skip + paging.limit()))
                .map(
                        it ->
                                new FaultAnswer(
                                        it.item().slug(),
                                        it.section() == null
                                                ? null
                                                : organization.section(it.section()).name(),
                                        it.path(),
                                        it.title(),
                                        it.detail()));
    }

    @PostMapping("/{id}/steps/cancel")
    CheckAnswer cancel(Actor actor, @PathVariable long id) {
        desk.cancel(actor, id);
        return one(actor, id);
    }
}
