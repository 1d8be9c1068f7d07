package org.gongkai.opengov.inspections.registers.web;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.registers.Register;
import org.gongkai.opengov.inspections.registers.RegisterDesk;
import org.gongkai.opengov.inspections.registers.RegisterStep;
import org.gongkai.opengov.inspections.registers.RegisterWords;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registers of inspections over the API (一单两库接口). */
@RestController
@RequestMapping("/api/v1/inspections/{register:items|units|officers|recusals}")
class InspectionRegisterApi {
    private final RegisterDesk desk;
    private final RegisterWords words;

    InspectionRegisterApi(RegisterDesk desk, RegisterWords words) {
        this.desk = desk;
        this.words = words;
    }

    /** An entry, or what of it changes: each field a text, or a list of texts. */
    record EntryInput(
            @Nullable Map<String, @Nullable Object> fields,
            @Nullable String note,
            @Nullable String reason) {}

    /** The words of a step. */
    record StepInput(@Nullable String on, @Nullable String reason, @Nullable String into) {}

    @GetMapping
    Items<RegisterAnswer> list(
            Actor actor,
            @PathVariable String register,
            @RequestParam Map<String, String> given,
            Paging paging) {
        var of = named(register);
        return desk.list(actor, of, new RegisterQuery(of, given).filter(), paging)
                .map(it -> RegisterAnswer.of(it, words));
    }

    @PostMapping
    ResponseEntity<RegisterAnswer> enter(
            Actor actor, @PathVariable String register, @RequestBody EntryInput input) {
        var of = named(register);
        var id = desk.enter(actor, of, typed(of, input), input.note());
        var whole = desk.one(actor, of, id);
        return ResponseEntity.created(URI.create("/api/v1/inspections/" + of.slug() + "/" + id))
                .eTag(IfMatch.etag(whole.entry().version()))
                .body(RegisterAnswer.of(whole, words));
    }

    @GetMapping("/{id}")
    ResponseEntity<RegisterAnswer> one(
            Actor actor, @PathVariable String register, @PathVariable long id) {
        var whole = desk.one(actor, named(register), id);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(whole.entry().version()))
                .body(RegisterAnswer.of(whole, words));
    }

    @PutMapping("/{id}")
    ResponseEntity<RegisterAnswer> change(
            Actor actor,
            @PathVariable String register,
            @PathVariable long id,
            @RequestBody EntryInput input,
            IfMatch match) {
        var of = named(register);
        desk.change(actor, of, id, match.version(), typed(of, input), input.reason());
        return one(actor, register, id);
    }

    @PostMapping("/{id}/steps/{step}")
    ResponseEntity<RegisterAnswer> step(
            Actor actor,
            @PathVariable String register,
            @PathVariable long id,
            @PathVariable String step,
            @RequestBody StepInput input,
            IfMatch match) {
        var of = named(register);
        switch (RegisterStep.named(step).orElseThrow(Refusal::notFound)) {
            case END -> desk.end(actor, of, id, match.version(), input.on(), input.reason());
            case MERGE -> {
                if (of != Register.UNIT) {
                    throw Refusal.notFound();
                }
                desk.merge(actor, id, match.version(), input.into(), input.on(), input.reason());
            }
            case CHANGE -> throw Refusal.notFound();
        }
        return one(actor, register, id);
    }

    private static Map<String, String> typed(Register of, EntryInput input) {
        var known = of.fields().stream().map(it -> it.key()).collect(Collectors.toSet());
        var typed = new HashMap<String, String>();
        Objects.requireNonNullElse(input.fields(), Map.<String, @Nullable Object>of())
                .forEach(
                        (key, value) -> {
                            if (!known.contains(key)) {
                                throw Refusal.invalid(
                                        List.of(
                                                FieldProblem.of(
                                                        key, "inspections.problem.no-field", key)));
                            }
                            typed.put(key, text(value));
                        });
        return typed;
    }

    private static String text(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .map(it -> Objects.toString(it, ""))
                        .collect(Collectors.joining("\n"))
                : Objects.toString(value, "");
    }

    private static Register named(String slug) {
        return Register.named(slug).orElseThrow(Refusal::notFound);
    }
}
