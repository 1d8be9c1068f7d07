package org.gongkai.opengov.drinkingwater.basis.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.drinkingwater.basis.EditionDesk;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Older editions of standards over the API (旧版标准接口). */
@RestController
@RequestMapping("/api/v1/water/editions")
class EditionApi {
    private final EditionDesk desk;
    private final BackgroundWords words;

    EditionApi(EditionDesk desk, BackgroundWords words) {
        this.desk = desk;
        this.words = words;
    }

    /** A row of the table, with its limits from I to V. */
    record Row(String item, String unit, List<String> limits) {}

    /** That it was taken over. */
    record Taken(String compared, int decision, Instant at) {}

    /** An older edition; {@code taken} is null until the agency takes it over. */
    record Answer(
            String standard,
            String name,
            LocalDate inForce,
            List<Row> items,
            @Nullable Taken taken) {}

    /** Which is taken over, and with what its table was compared. */
    record Input(@Nullable String standard, @Nullable String compared) {}

    @GetMapping
    Items<Answer> list(Actor actor) {
        return Items.whole(desk.list(actor).stream().map(this::answer).toList());
    }

    @PostMapping
    Items<Answer> take(Actor actor, @RequestBody Input input) {
        desk.take(
                actor,
                Objects.requireNonNullElse(input.standard(), ""),
                Objects.requireNonNullElse(input.compared(), ""));
        return list(actor);
    }

    private Answer answer(EditionDesk.Offered it) {
        var standard = it.standard();
        return new Answer(
                standard.code(),
                standard.title(),
                standard.inForce(),
                standard.items().stream()
                        .map(of -> new Row(of.name(), of.unit(), words.limits(of)))
                        .toList(),
                it.taken()
                        .map(
                                of ->
                                        new Taken(
                                                of.compared(),
                                                of.decision().number(),
                                                of.decision().at()))
                        .orElse(null));
    }
}
