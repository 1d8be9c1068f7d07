package org.gongkai.opengov.drinkingwater.basis.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.drinkingwater.basis.LimitDesk;
import org.gongkai.opengov.drinkingwater.basis.LimitEntry;
import org.gongkai.opengov.drinkingwater.basis.LimitOverride;
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

/** Other limits than the printed ones over the API (限值调整接口). */
@RestController
@RequestMapping("/api/v1/water")
class LimitApi {
    private final LimitDesk desk;
    private final LimitWords words;

    LimitApi(LimitDesk desk, LimitWords words) {
        this.desk = desk;
        this.words = words;
    }

    /** An entry in a version; the limits by class, or under {@code limit}. */
    record Answer(
            long id,
            int version,
            String standard,
            int table,
            String item,
            @Nullable String waterBody,
            Map<String, String> limits,
            String unit,
            String document,
            String documentNumber,
            LocalDate from,
            @Nullable LocalDate until,
            String state,
            String reason,
            int decision,
            Instant at) {}

    /** An entry with every version, the newest first. */
    record VersionsAnswer(Answer override, List<Answer> versions) {}

    /** An entry as sent; what is absent stays as it is, or is empty in a new one. */
    record Input(
            @Nullable String standard,
            @Nullable String item,
            @Nullable String waterBody,
            @Nullable Map<String, String> limits,
            @Nullable String document,
            @Nullable String documentNumber,
            @Nullable String from,
            @Nullable String until,
            @Nullable String reason) {
        LimitEntry over(Map<String, String> before) {
            var typed = new HashMap<>(before);
            put(typed, "standard", standard);
            put(typed, "item", item);
            put(typed, "waterBody", waterBody);
            if (limits != null) {
                LimitEntry.LIMITS.forEach(it -> typed.put(it, limits.getOrDefault(it, "")));
            }
            put(typed, "document", document);
            put(typed, "documentNumber", documentNumber);
            put(typed, "from", from);
            put(typed, "until", until);
            typed.put("reason", Objects.requireNonNullElse(reason, ""));
            return new LimitEntry(typed);
        }

        private static void put(Map<String, String> typed, String field, @Nullable String sent) {
            if (sent != null) {
                typed.put(field, sent);
            }
        }
    }

    /** Why an entry is taken back. */
    record Withdrawal(@Nullable String reason) {}

    @GetMapping("/limits")
    Items<Answer> list(Actor actor, AskedLimits asked, Paging paging) {
        var after = paging.cursor(1).map(it -> it.number(0)).orElse(0L);
        var rest =
                desk.list(actor, asked.filter()).stream()
                        .filter(it -> it.id() > after)
                        .limit(paging.fetch())
                        .toList();
        return Items.of(rest, paging, it -> Cursor.at(it.id())).map(this::answer);
    }

    @PostMapping("/limits")
    ResponseEntity<VersionsAnswer> enter(Actor actor, @RequestBody Input input) {
        return answer(HttpStatus.CREATED, actor, desk.enter(actor, input.over(Map.of())));
    }

    @GetMapping("/limits/{id}")
    ResponseEntity<VersionsAnswer> read(Actor actor, @PathVariable long id) {
        return answer(HttpStatus.OK, actor, id);
    }

    @PutMapping("/limits/{id}")
    ResponseEntity<VersionsAnswer> change(
            Actor actor, @PathVariable long id, @RequestBody Input input, IfMatch expected) {
        var before = LimitEntry.of(desk.read(actor, id).getFirst());
        desk.change(actor, id, input.over(before.typed()), expected.version());
        return answer(HttpStatus.OK, actor, id);
    }

    @PostMapping("/limits/{id}/withdrawal")
    ResponseEntity<VersionsAnswer> withdraw(
            Actor actor, @PathVariable long id, @RequestBody Withdrawal input, IfMatch expected) {
        desk.withdraw(
                actor, id, Objects.requireNonNullElse(input.reason(), ""), expected.version());
        return answer(HttpStatus.OK, actor, id);
    }

    private ResponseEntity<VersionsAnswer> answer(HttpStatus status, Actor actor, long id) {
        var versions = desk.read(actor, id).stream().map(this::answer).toList();
        var newest = versions.getFirst();
        return ResponseEntity.status(status)
                .eTag(IfMatch.etag(newest.version()))
                .body(new VersionsAnswer(newest, versions));
    }

    private Answer answer(LimitOverride it) {
        var body = it.row().body();
        var limits = new LinkedHashMap<String, String>();
        LimitEntry.LIMITS.stream()
                .filter(it.limits()::containsKey)
                .forEach(of -> limits.put(of, words.limit(it, of)));
        return new Answer(
                it.id(),
                it.number(),
                it.row().standard(),
                it.row().table(),
                it.row().item(),
                body == null ? null : body.name().toLowerCase(Locale.ROOT),
                limits,
                words.unit(it.row()),
                it.amendment().document(),
                it.amendment().number(),
                it.from(),
                it.until(),
                it.state(desk.today()).slug(),
                it.reason(),
                it.decision().number(),
                it.decision().at());
    }
}
