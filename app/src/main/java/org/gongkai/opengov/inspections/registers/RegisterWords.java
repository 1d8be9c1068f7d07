package org.gongkai.opengov.inspections.registers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.registers.RegisterField.Option;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.RegionCode;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.stereotype.Component;

/** Fields and values in words (登记用语): as pages show them, and as a file has them. */
@Component
public class RegisterWords {
    private final InspectedUnits units;
    private final EnforcementOfficers officers;
    private final Organization organization;
    private final Wording wording;

    RegisterWords(
            InspectedUnits units,
            EnforcementOfficers officers,
            Organization organization,
            Wording wording) {
        this.units = units;
        this.officers = officers;
        this.organization = organization;
        this.wording = wording;
    }

    /** The name of a field in form, list and file. */
    public String label(Register register, RegisterField field) {
        return label(register, field.key());
    }

    private String label(Register register, String key) {
        return wording.say("inspections.field." + register.name() + "." + key);
    }

    /** The value of a field as a page shows it. */
    public String shown(RegisterEntry entry, RegisterField field) {
        var value = entry.value(field.key());
        return switch (field.kind()) {
            case UNIT -> entry.named().getOrDefault(field.key(), "");
            case OFFICER -> entry.named().getOrDefault(field.key(), "");
            default -> said(entry.agency(), field, value);
        };
    }

    /** The value of a field as a file has it, so that it can be read back. */
    public String written(RegisterEntry entry, RegisterField field) {
        var value = entry.value(field.key());
        return switch (field.kind()) {
            case UNIT, OFFICER -> entry.typed().getOrDefault(field.key(), "");
            case PERSON -> value.isEmpty() ? "" : organization.person(person(value)).key();
            case CHOICE, CHOICES -> terms(field, value);
            default -> value.replace("\n", "、");
        };
    }

    /** A field of a change, before or after, as a page shows it. */
    public String said(AgencyId agency, Register register, String key, String value) {
        if (value.isEmpty()) {
            return wording.say("inspections.value.none");
        }
        if (key.equals(RegisterChange.ENDED)) {
            return value;
        }
        if (key.equals(RegisterChange.MERGED)) {
            return unit(agency, value);
        }
        return said(agency, register.field(key), value);
    }

    /** The name of a field of a change. */
    public String changed(Register register, String key) {
        return key.equals(RegisterChange.ENDED) || key.equals(RegisterChange.MERGED)
                ? wording.say("inspections.change." + key)
                : label(register, key);
    }

    private String said(AgencyId agency, RegisterField field, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (field.kind()) {
            case CHOICE, CHOICES -> terms(field, value);
            case REGION -> RegionCode.isKnown(value) ? new RegionCode(value).regionName() : value;
            case INDUSTRY -> value + " " + new IndustryCode(value).divisionName();
            case UNIT -> unit(agency, value);
            case OFFICER ->
                    officers.find(agency, Long.parseLong(value))
                            .map(EnforcementOfficer::name)
                            .orElse(value);
            case PERSON -> organization.person(person(value)).name();
            case WORDS, INDUSTRIES -> value.replace("\n", "、");
            default -> value;
        };
    }

    private String unit(AgencyId agency, String id) {
        return units.find(agency, Long.parseLong(id)).map(InspectedUnit::name).orElse(id);
    }

    private static String terms(RegisterField field, String value) {
        var names = List.of(value.split("\n"));
        return field.choices().stream()
                .filter(it -> names.contains(it.name()))
                .map(Option::term)
                .collect(Collectors.joining("、"));
    }

    /** The value as the API has it: choices by their names there, one for each line. */
    public List<String> slugs(RegisterEntry entry, RegisterField field) {
        var value = entry.value(field.key());
        if (value.isEmpty()) {
            return List.of();
        }
        return switch (field.kind()) {
            case CHOICE, CHOICES ->
                    Arrays.stream(value.split("\n"))
                            .flatMap(
                                    name ->
                                            field.choices().stream()
                                                    .filter(it -> it.name().equals(name)))
                            .map(Option::slug)
                            .toList();
            case WORDS, INDUSTRIES -> List.of(value.split("\n"));
            default -> List.of(written(entry, field));
        };
    }

    private static PersonId person(String value) {
        return new PersonId(Long.parseLong(value));
    }
}
