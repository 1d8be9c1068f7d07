package org.gongkai.platform.transparencylog.web;

import java.util.Objects;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.transparencylog.TransparencyLogDesk;
import org.gongkai.platform.transparencylog.web.LogAnswers.Fault;
import org.gongkai.platform.transparencylog.web.LogAnswers.LogEntry;
import org.gongkai.platform.transparencylog.web.LogAnswers.Overview;
import org.gongkai.platform.transparencylog.web.LogAnswers.WitnessAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The log's desk over the API (日志管理接口). */
@RestController
@RequestMapping("/api/v1/log")
class TransparencyLogApi {
    private final TransparencyLogDesk desk;

    TransparencyLogApi(TransparencyLogDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Overview overview(Actor actor) {
        return Overview.of(desk.overview(actor));
    }

    /** A new witness. */
    record NewWitness(@Nullable String key, @Nullable String address) {}

    @PostMapping("/witnesses")
    @ResponseStatus(HttpStatus.CREATED)
    WitnessAnswer add(Actor actor, @RequestBody NewWitness witness) {
        return WitnessAnswer.of(
                desk.addWitness(actor, text(witness.key()), text(witness.address())));
    }

    @DeleteMapping("/witnesses/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable long id) {
        desk.removeWitness(actor, id);
    }

    /** How many witnesses make a head confirmed. */
    record Quorum(@Nullable Integer quorum) {}

    @PutMapping("/quorum")
    Overview quorum(Actor actor, @RequestBody Quorum quorum) {
        desk.setQuorum(actor, Objects.requireNonNullElse(quorum.quorum(), 0));
        return overview(actor);
    }

    /** What is carried to a witness. */
    record WitnessRequest(String request) {}

    @GetMapping("/witnesses/{id}/request")
    WitnessRequest request(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long old) {
        return new WitnessRequest(desk.request(actor, id, old));
    }

    /** What a witness answered. */
    record Answer(@Nullable String answer) {}

    /** The size of the head it confirms. */
    record Answered(long size) {}

    @PostMapping("/witnesses/{id}/answers")
    Answered answer(Actor actor, @PathVariable long id, @RequestBody Answer answer) {
        return new Answered(desk.answer(actor, id, text(answer.answer())));
    }

    /** What a reading of everything found; null if nothing differs. */
    record Checked(@Nullable Fault fault) {}

    @PostMapping("/checks")
    Checked check(Actor actor) {
        return new Checked(Fault.of(desk.check(actor).orElse(null)));
    }

    /** A public value that nobody could know before. */
    record Beat(@Nullable String beacon, @Nullable String round, @Nullable String value) {}

    @PostMapping("/beats")
    @ResponseStatus(HttpStatus.CREATED)
    LogEntry beat(Actor actor, @RequestBody Beat beat) {
        return LogEntry.of(
                desk.beat(actor, text(beat.beacon()), text(beat.round()), text(beat.value())));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
