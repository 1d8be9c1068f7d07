package org.gongkai.opengov.drinkingwater.sources.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.drinkingwater.sources.SourceEntry;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.opengov.drinkingwater.sources.WaterSourceDesk;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of sources over the API (水源台账接口). */
@RestController
@RequestMapping("/api/v1/water/sources")
class WaterSourceApi {
    private final WaterSourceDesk desk;

    WaterSourceApi(WaterSourceDesk desk) {
        this.desk = desk;
    }

    /** A source in a version. */
    record SourceAnswer(
            long id,
            int version,
            LocalDate from,
            String name,
            List<String> alsoCalled,
            String kind,
            String standard,
            String target,
            String district,
            String zones,
            String point,
            @Nullable BigDecimal intake,
            String state,
            @Nullable Long replacedBy,
            String reason,
            Instant at) {
        static SourceAnswer of(WaterSource it) {
            var facts = it.facts();
            return new SourceAnswer(
                    it.id(),
                    it.number(),
                    it.from(),
                    facts.name(),
                    facts.alsoCalled(),
                    facts.kind().slug(),
                    facts.kind().standard().code(),
                    facts.target().text(),
                    facts.district(),
                    facts.zones(),
                    facts.point(),
                    facts.intake(),
                    facts.state().slug(),
                    facts.replacedBy(),
                    it.reason(),
                    it.at());
        }
    }

    /** A source with every version, the newest first. */
    record VersionsAnswer(SourceAnswer source, List<SourceAnswer> versions) {}

    /** A source as sent; what is absent stays as it is, or is empty in a new one. */
    record SourceInput(
            @Nullable String name,
            @Nullable List<String> alsoCalled,
            @Nullable String kind,
            @Nullable String target,
            @Nullable String district,
            @Nullable String zones,
            @Nullable String point,
            @Nullable BigDecimal intake,
            @Nullable String state,
            @Nullable Long replacedBy,
            @Nullable String from,
            @Nullable String reason) {

        SourceEntry over(Map<String, String> before) {
            var typed = new HashMap<>(before);
            put(typed, "name", name);
            put(typed, "alsoCalled", alsoCalled == null ? null : String.join("\n", alsoCalled));
            put(typed, "kind", kind);
            put(typed, "target", target);
            put(typed, "district", district);
            put(typed, "zones", zones);
            put(typed, "point", point);
            put(typed, "intake", intake == null ? null : intake.toPlainString());
            put(typed, "state", state);
            put(typed, "replacedBy", replacedBy);
            put(typed, "from", from);
            typed.put("reason", Objects.requireNonNullElse(reason, ""));
            return new SourceEntry(typed);
        }

        private static void put(Map<String, String> typed, String field, @Nullable Object sent) {
            if (sent != null) {
                typed.put(field, sent.toString());
            }
        }
    }

    @GetMapping
    Items<SourceAnswer> list(Actor actor, AskedSources asked, Paging paging) {
        var after = paging.cursor(1).map(it -> it.number(0)).orElse(0L);
        var rest =
                desk.list(actor, asked.filter()).stream()
                        .filter(it -> it.id() > after)
                        .limit(paging.fetch())
                        .toList();
        return Items.of(rest, paging, it -> Cursor.at(it.id())).map(SourceAnswer::of);
    }

    @PostMapping
    ResponseEntity<VersionsAnswer> enter(Actor actor, @RequestBody SourceInput input) {
        return answer(HttpStatus.CREATED, actor, desk.enter(actor, input.over(Map.of())));
    }

    @GetMapping("/{id}")
    ResponseEntity<VersionsAnswer> read(Actor actor, @PathVariable long id) {
        return answer(HttpStatus.OK, actor, id);
    }

    @PutMapping("/{id}")
    ResponseEntity<VersionsAnswer> change(
            Actor actor, @PathVariable long id, @RequestBody SourceInput input, IfMatch expected) {
        var before = SourceEntry.of(desk.read(actor, id).getFirst());
        desk.change(actor, id, input.over(before.typed()), expected.version());
        return answer(HttpStatus.OK, actor, id);
    }

    private ResponseEntity<VersionsAnswer> answer(HttpStatus status, Actor actor, long id) {
        var versions = desk.read(actor, id).stream().map(SourceAnswer::of).toList();
        var newest = versions.getFirst();
        return ResponseEntity.status(status)
                .eTag(IfMatch.etag(newest.version()))
                .body(new VersionsAnswer(newest, versions));
    }
}
