package org.gongkai.opengov.drinkingwater.basis.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.opengov.drinkingwater.basis.Background;
import org.gongkai.opengov.drinkingwater.basis.BackgroundDesk;
import org.gongkai.opengov.drinkingwater.basis.BackgroundEntry;
import org.gongkai.opengov.drinkingwater.basis.RateSetting;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is over by nature alone, and how rates are told, over the API (天然本底接口). */
@RestController
@RequestMapping("/api/v1/water")
class BackgroundApi {
    private final BackgroundDesk desk;

    BackgroundApi(BackgroundDesk desk) {
        this.desk = desk;
    }

    /** An entry in a version. */
    record Answer(
            long id,
            int version,
            long source,
            String sourceName,
            String item,
            String cause,
            String document,
            String documentNumber,
            LocalDate from,
            @Nullable LocalDate until,
            String state,
            String reason,
            int decision,
            Instant at) {}

    /** An entry with every version, the newest first. */
    record VersionsAnswer(Answer background, List<Answer> versions) {}

    /** An entry as sent; what is absent stays as it is, or is empty in a new one. */
    record Input(
            @Nullable Long source,
            @Nullable String item,
            @Nullable String cause,
            @Nullable String document,
            @Nullable String documentNumber,
            @Nullable String from,
            @Nullable String until,
            @Nullable String reason) {
        BackgroundEntry over(Map<String, String> before) {
            var typed = new HashMap<>(before);
            put(typed, "source", source);
            put(typed, "item", item);
            put(typed, "cause", cause);
            put(typed, "document", document);
            put(typed, "documentNumber", documentNumber);
            put(typed, "from", from);
            put(typed, "until", until);
            typed.put("reason", Objects.requireNonNullElse(reason, ""));
            return new BackgroundEntry(typed);
        }

        private static void put(Map<String, String> typed, String field, @Nullable Object sent) {
            if (sent != null) {
                typed.put(field, sent.toString());
            }
        }
    }

    /** Why an entry is taken back. */
    record Withdrawal(@Nullable String reason) {}

    /** How rates are told, in a version. */
    record RateVersion(int version, boolean setsApart, String reason, int decision, Instant at) {
        static RateVersion of(RateSetting it) {
            return new RateVersion(
                    it.number(),
                    it.setsApart(),
                    it.reason(),
                    it.decision().number(),
                    it.decision().at());
        }
    }

    /** How rates are told now, and every version. */
    record RatesAnswer(boolean setsApart, List<RateVersion> versions) {}

    /** How rates are to be told. */
    record RatesInput(@Nullable Boolean setsApart, @Nullable String reason) {}

    @GetMapping("/backgrounds")
    Items<Answer> list(Actor actor, AskedBackgrounds asked, Paging paging) {
        var after = paging.cursor(1).map(it -> it.number(0)).orElse(0L);
        var names = names(actor);
        var rest =
                desk.list(actor, asked.filter()).stream()
                        .filter(it -> it.id() > after)
                        .limit(paging.fetch())
                        .toList();
        return Items.of(rest, paging, it -> Cursor.at(it.id())).map(it -> answer(it, names));
    }

    @PostMapping("/backgrounds")
    ResponseEntity<VersionsAnswer> enter(Actor actor, @RequestBody Input input) {
        return answer(HttpStatus.CREATED, actor, desk.enter(actor, input.over(Map.of())));
    }

    @GetMapping("/backgrounds/{id}")
    ResponseEntity<VersionsAnswer> read(Actor actor, @PathVariable long id) {
        return answer(HttpStatus.OK, actor, id);
    }

    @PutMapping("/backgrounds/{id}")
    ResponseEntity<VersionsAnswer> change(
            Actor actor, @PathVariable long id, @RequestBody Input input, IfMatch expected) {
        var before = BackgroundEntry.of(desk.read(actor, id).getFirst());
        desk.change(actor, id, input.over(before.typed()), expected.version());
        return answer(HttpStatus.OK, actor, id);
    }

    @PostMapping("/backgrounds/{id}/withdrawal")
    ResponseEntity<VersionsAnswer> withdraw(
            Actor actor, @PathVariable long id, @RequestBody Withdrawal input, IfMatch expected) {
        desk.withdraw(
                actor, id, Objects.requireNonNullElse(input.reason(), ""), expected.version());
        return answer(HttpStatus.OK, actor, id);
    }

    @GetMapping("/rates")
    ResponseEntity<RatesAnswer> rates(Actor actor) {
        var versions = desk.rates(actor).stream().map(RateVersion::of).toList();
        var newest = versions.isEmpty() ? null : versions.getFirst();
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(newest == null ? 0 : newest.version()))
                .body(new RatesAnswer(newest != null && newest.setsApart(), versions));
    }

    @PutMapping("/rates")
    ResponseEntity<RatesAnswer> setRates(
            Actor actor, @RequestBody RatesInput input, IfMatch expected) {
        if (input.setsApart() == null) {
            throw Refusal.invalid("setsApart", "drinkingwater.sources.problem.choose");
        }
        desk.setRates(
                actor,
                input.setsApart(),
                Objects.requireNonNullElse(input.reason(), ""),
                expected.version());
        return rates(actor);
    }

    private ResponseEntity<VersionsAnswer> answer(HttpStatus status, Actor actor, long id) {
        var names = names(actor);
        var versions = desk.read(actor, id).stream().map(it -> answer(it, names)).toList();
        var newest = versions.getFirst();
        return ResponseEntity.status(status)
                .eTag(IfMatch.etag(newest.version()))
                .body(new VersionsAnswer(newest, versions));
    }

    private Answer answer(Background it, Map<Long, String> names) {
        return new Answer(
                it.id(),
                it.number(),
                it.source(),
                names.getOrDefault(it.source(), ""),
                it.item(),
                it.nature().cause(),
                it.nature().document(),
                it.nature().number(),
                it.from(),
                it.until(),
                it.state(desk.today()).slug(),
                it.reason(),
                it.decision().number(),
                it.decision().at());
    }

    private Map<Long, String> names(Actor actor) {
        return desk.sources(actor).stream()
                .collect(Collectors.toMap(WaterSource::id, it -> it.facts().name()));
    }
}
