package org.gongkai.opengov.inspections.registers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.registers.Register;
import org.gongkai.opengov.inspections.registers.RegisterEntry;
import org.gongkai.opengov.inspections.registers.RegisterField;
import org.gongkai.opengov.inspections.registers.RegisterWords;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The form of an entry (登记表单), made from the fields of its register. */
@Component
class RegisterForm {
    private final RegisterWords words;
    private final Organization organization;
    private final Wording wording;
    private final Clock clock;

    RegisterForm(RegisterWords words, Organization organization, Wording wording, Clock clock) {
        this.words = words;
        this.organization = organization;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * A field to be filled in.
     *
     * @param look text, textarea, date, select or checkboxes
     * @param values the same as {@code value}, one by one
     */
    public record Line(
            String key,
            String label,
            @Nullable String hint,
            String look,
            String value,
            List<String> values,
            List<Choice> options) {}

    /** The lines of the form, filled with what was typed. */
    List<Line> lines(Actor actor, Register register, Map<String, String> typed) {
        return register.fields().stream()
                .map(it -> line(actor, register, it, typed.getOrDefault(it.key(), "")))
                .toList();
    }

    /** What stands in an entry, as it would be typed. */
    Map<String, String> typed(RegisterEntry entry) {
        return entry.register().fields().stream()
                .collect(
                        Collectors.toMap(
                                RegisterField::key,
                                it ->
                                        it.choices().isEmpty()
                                                ? words.written(entry, it)
                                                : String.join("\n", words.slugs(entry, it))));
    }

    /** What a form sent, the boxes of one field as lines. */
    static Map<String, String> sent(Register register, MultiValueMap<String, String> form) {
        return register.fields().stream()
                .collect(
                        Collectors.toMap(
                                RegisterField::key,
                                it -> String.join("\n", form.getOrDefault(it.key(), List.of()))));
    }

    private Line line(Actor actor, Register register, RegisterField field, String value) {
        var label = words.label(register, field);
        return new Line(
                field.key(),
                field.required() ? label : wording.say("inspections.form.optional", label),
                wording.find("inspections.hint." + field.key()).orElse(null),
                look(field),
                value,
                Arrays.asList(value.split("\n")),
                options(actor, field));
    }

    private static String look(RegisterField field) {
        return switch (field.kind()) {
            case LONG_TEXT -> "textarea";
            case DAY -> "date";
            case CHOICE, REGION, PERSON -> "select";
            case CHOICES -> "checkboxes";
            default -> "text";
        };
    }

    private List<Choice> options(Actor actor, RegisterField field) {
        return switch (field.kind()) {
            case REGION ->
                    organization.agency(actor.agency()).region().counties().entrySet().stream()
                            .map(it -> Choice.of(it.getKey(), it.getKey() + " " + it.getValue()))
                            .toList();
            case PERSON ->
                    organization
                            .holders(
                                    actor.agency(),
                                    Role.ENFORCEMENT_OFFICER,
                                    null,
                                    LocalDate.now(clock))
                            .stream()
                            .map(it -> Choice.of(it.key(), it.name()))
                            .toList();
            default -> field.choices().stream().map(it -> Choice.of(it.slug(), it.term())).toList();
        };
    }
}
