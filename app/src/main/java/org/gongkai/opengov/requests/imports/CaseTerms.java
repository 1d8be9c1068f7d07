package org.gongkai.opengov.requests.imports;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.requests.ApplicantClass;
import org.gongkai.opengov.requests.CourtResult;
import org.gongkai.opengov.requests.DeliveryWay;
import org.gongkai.opengov.requests.IdentityKind;
import org.gongkai.opengov.requests.IntakeChannel;
import org.gongkai.opengov.requests.RequestStep;
import org.gongkai.opengov.requests.WantedForm;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/**
 * Words of a file read as the program's own (用语对应): the names that pages show, and those of the
 * API. What is neither stays as it is, and is refused where it is checked.
 */
@Component
class CaseTerms {
    private final Wording wording;
    private final Map<CaseColumn, Map<String, String>> names = new EnumMap<>(CaseColumn.class);

    CaseTerms(Wording wording) {
        this.wording = wording;
        Arrays.stream(CaseColumn.values()).forEach(it -> names.put(it, names(it)));
    }

    /** The program's name for what stands in this column. */
    String slug(CaseColumn column, String typed) {
        return names.getOrDefault(column, Map.of()).getOrDefault(typed, typed);
    }

    /** Outcomes, one for each matter, or how a review or suit ended. */
    String outcomes(String typed) {
        return Stream.of(typed.split("[,;；\n]"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> slug(CaseColumn.OUTCOME, it))
                .collect(Collectors.joining(","));
    }

    /** A day as offices write it, as {@code 2021-07-30}; what is no day stays as it is. */
    static String day(String typed) {
        var parts = typed.strip().split("\\s", 2)[0].split("[-/.年月日]");
        if (parts.length != 3 || !Arrays.stream(parts).allMatch(it -> it.matches("[0-9]{1,4}"))) {
            return typed;
        }
        return "%04d-%02d-%02d"
                .formatted(
                        Integer.valueOf(parts[0]),
                        Integer.valueOf(parts[1]),
                        Integer.valueOf(parts[2]));
    }

    private Map<String, String> names(CaseColumn column) {
        var found = new HashMap<String, String>();
        switch (column) {
            case CLASS ->
                    Arrays.stream(ApplicantClass.values())
                            .forEach(it -> put(found, "requests.class.", it, it.slug()));
            case IDENTITY_KIND ->
                    Arrays.stream(IdentityKind.values())
                            .forEach(it -> put(found, "requests.identity.", it, it.slug()));
            case FORM ->
                    Arrays.stream(WantedForm.values())
                            .forEach(it -> put(found, "requests.form.", it, it.slug()));
            case DELIVERY ->
                    Arrays.stream(DeliveryWay.values())
                            .forEach(it -> put(found, "requests.delivery.", it, it.slug()));
            case CHANNEL ->
                    Arrays.stream(IntakeChannel.values())
                            .forEach(it -> put(found, "requests.channel.", it, it.slug()));
            case TYPE ->
                    Arrays.stream(RequestStep.values())
                            .forEach(it -> put(found, "requests.step.", it, it.slug()));
            case OUTCOME -> {
                Arrays.stream(Outcome.values()).forEach(it -> found.put(it.term(), it.slug()));
                Arrays.stream(CourtResult.values())
                        .forEach(it -> put(found, "requests.result.", it, it.slug()));
            }
            default -> {
                // Other columns hold free text.
            }
        }
        return found;
    }

    private void put(Map<String, String> names, String key, Enum<?> constant, String slug) {
        names.put(wording.say(key + constant.name()), slug);
    }
}
