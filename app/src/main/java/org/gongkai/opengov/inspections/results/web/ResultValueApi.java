package org.gongkai.opengov.inspections.results.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.inspections.results.ResultValue;
import org.gongkai.opengov.inspections.results.ResultValueEntry;
import org.gongkai.opengov.inspections.results.ResultValuesBook;
import org.gongkai.opengov.inspections.results.ResultValuesDesk;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an inspection may find, over the API (检查结果值接口). */
@RestController
@RequestMapping("/api/v1/inspections/result-values")
class ResultValueApi {
    private final ResultValuesDesk desk;

    ResultValueApi(ResultValuesDesk desk) {
        this.desk = desk;
    }

    /** A value; {@code until} is null without end. */
    record Value(
            String code,
            String term,
            String effect,
            LocalDate from,
            @Nullable LocalDate until,
            String source) {
        static Value of(ResultValue it) {
            return new Value(
                    it.code(), it.term(), it.effect().slug(), it.from(), it.until(), it.source());
        }
    }

    /** A change of the list. */
    record Version(int version, String reason, long person, Instant at) {
        static Version of(ResultValuesBook.Version it) {
            return new Version(it.number(), it.reason(), it.by().value(), it.at());
        }
    }

    record Answer(List<Value> values, List<Version> versions) {}

    /** Until when a value may be chosen, and why. */
    record Ending(@Nullable String until, @Nullable String endReason) {}

    @GetMapping
    Answer read(Actor actor) {
        var standing = desk.standing(actor);
        return new Answer(
                standing.values().all().stream().map(Value::of).toList(),
                standing.versions().stream().map(Version::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer add(Actor actor, @RequestBody ResultValueEntry entry) {
        desk.add(actor, entry);
        return read(actor);
    }

    @PostMapping("/{code}/end")
    Answer end(Actor actor, @PathVariable String code, @RequestBody Ending input) {
        desk.end(actor, code, input.until(), input.endReason());
        return read(actor);
    }
}
