package org.gongkai.opengov.sitechecks.web;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.opengov.sitechecks.CheckItem;
import org.gongkai.opengov.sitechecks.CheckMeasure;
import org.gongkai.opengov.sitechecks.CheckMeasure.Weight;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Self-checks over the API (自查接口): begin, watch, read what was found, stop, and by what is
 * measured.
 */
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

    /** By what self-checks measure, each item under its name. */
    record MeasureAnswer(
            int homeDays,
            int newsDays,
            int noticeMonths,
            int otherMonths,
            Map<String, Weight> items) {
        static MeasureAnswer of(CheckMeasure measure) {
            var items = new TreeMap<String, Weight>();
            measure.weights().forEach((item, weight) -> items.put(item.slug(), weight));
            return new MeasureAnswer(
                    measure.homeDays(),
                    measure.newsDays(),
                    measure.noticeMonths(),
                    measure.otherMonths(),
                    items);
        }
    }

    /** What is to be measured by; what is left out stays as it is. */
    record MeasureInput(
            @Nullable Integer homeDays,
            @Nullable Integer newsDays,
            @Nullable Integer noticeMonths,
            @Nullable Integer otherMonths,
            @Nullable Map<String, Weight> items,
            @Nullable String reason) {
        CheckMeasure over(CheckMeasure present) {
            var weights = new EnumMap<>(present.weights());
            requireNonNullElse(items, Map.<String, Weight>of())
                    .forEach((name, weight) -> weights.put(item(name), weight));
            return new CheckMeasure(
                    requireNonNullElse(homeDays, present.homeDays()),
                    requireNonNullElse(newsDays, present.newsDays()),
                    requireNonNullElse(noticeMonths, present.noticeMonths()),
                    requireNonNullElse(otherMonths, present.otherMonths()),
                    weights);
        }
    }

    @GetMapping("/measure")
    MeasureAnswer measure(Actor actor) {
        return MeasureAnswer.of(desk.measure(actor));
    }

    @PutMapping("/measure")
    MeasureAnswer measure(Actor actor, @RequestBody MeasureInput input) {
        desk.measure(
                actor, input.over(desk.measure(actor)), requireNonNullElse(input.reason(), ""));
        return measure(actor);
    }

    private static CheckItem item(String name) {
        return CheckItem.named(name)
                .orElseThrow(() -> Refusal.invalid("items", "sitechecks.field.item"));
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
