package org.gongkai.opengov.inspections.registers.web;

import java.util.HashMap;
import java.util.Map;
import org.gongkai.opengov.inspections.registers.Register;
import org.gongkai.opengov.inspections.registers.RegisterField;
import org.gongkai.opengov.inspections.registers.RegisterFilter;
import org.gongkai.opengov.inspections.registers.RegisterFilter.Standing;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.web.util.UriComponentsBuilder;

/** How a list is narrowed, as the address has it (名录查询). */
record RegisterQuery(Register register, Map<String, String> given) {

    RegisterQuery {
        given = Map.copyOf(given);
    }

    /** The value asked for; empty for any. */
    String of(String key) {
        return given.getOrDefault(key, "").strip();
    }

    /** As the desk takes it; refuses what is no choice. */
    RegisterFilter filter() {
        var standing =
                of("standing").isEmpty()
                        ? Standing.CURRENT
                        : Standing.named(of("standing"))
                                .orElseThrow(
                                        () ->
                                                Refusal.invalid(
                                                        "standing", "inspections.problem.filter"));
        var chosen = new HashMap<String, String>();
        for (var field : register.filters()) {
            if (!of(field.key()).isEmpty()) {
                chosen.put(field.key(), chosen(field));
            }
        }
        return new RegisterFilter(standing, of("q"), chosen, null);
    }

    private String chosen(RegisterField field) {
        var asked = of(field.key());
        if (field.kind() == RegisterField.Kind.REGION) {
            return asked;
        }
        return field.choices().stream()
                .filter(it -> it.slug().equals(asked) || it.term().equals(asked))
                .findFirst()
                .map(RegisterField.Option::name)
                .orElseThrow(() -> Refusal.invalid(field.key(), "inspections.problem.filter"));
    }

    /** Whether anything narrows the list. */
    boolean any() {
        return !of("q").isEmpty()
                || !of("standing").isEmpty()
                || register.filters().stream().anyMatch(it -> !of(it.key()).isEmpty());
    }

    /** The address of a page of the list. */
    String page(int number) {
        return address("", number);
    }

    /** The address of a file of the list. */
    String file(String name) {
        return address("/" + name, 1);
    }

    private String address(String behind, int page) {
        var address =
                UriComponentsBuilder.fromPath("/desk/inspections/" + register.slug() + behind);
        add(address, "q");
        add(address, "standing");
        register.filters().forEach(it -> add(address, it.key()));
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.encode().toUriString();
    }

    private void add(UriComponentsBuilder address, String key) {
        if (!of(key).isEmpty()) {
            address.queryParam(key, "{" + key + "}").uriVariables(Map.of(key, of(key)));
        }
    }
}
