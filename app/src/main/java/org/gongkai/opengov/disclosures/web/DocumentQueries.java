package org.gongkai.opengov.disclosures.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.DocumentFilter;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how a list is narrowed (读取筛选条件); refuses names that nothing has. */
@Component
class DocumentQueries {
    private final Organization organization;
    private final Columns columns;

    DocumentQueries(Organization organization, Columns columns) {
        this.organization = organization;
        this.columns = columns;
    }

    DocumentFilter filter(Actor actor, DocumentQuery query) {
        var subject =
                new DocumentFilter.Subject(
                        columns(actor, query.column()),
                        isEmpty(query.mine()) ? null : actor.person(),
                        kind(query.kind()),
                        year(query.year()),
                        query.q());
        return DocumentFilter.of(actor.agency())
                .in(states(query.state()))
                .of(sections(actor, query.section()))
                .about(subject);
    }

    private Set<ColumnId> columns(Actor actor, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return Set.of();
        }
        return columns.find(actor.agency(), name)
                .map(it -> columns.branch(it.id()))
                .orElseThrow(() -> unknown("column", name));
    }

    private Set<SectionId> sections(Actor actor, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return Set.of();
        }
        return organization
                .findSection(actor.agency(), name)
                .map(it -> Set.of(it.id()))
                .orElseThrow(() -> unknown("section", name));
    }

    private static @Nullable DocumentKind kind(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return DocumentKind.named(name).orElseThrow(() -> unknown("kind", name));
    }

    private static @Nullable Integer year(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!typed.strip().matches("\\d{4}")) {
            throw unknown("year", typed);
        }
        return Integer.valueOf(typed.strip());
    }

    private static Set<DocumentState> states(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return Set.of();
        }
        return Arrays.stream(asked.split(","))
                .map(DocumentQueries::state)
                .collect(Collectors.toSet());
    }

    private static DocumentState state(String name) {
        List<DocumentState> known = List.of(DocumentState.values());
        return known.stream()
                .filter(it -> it.slug().equals(name.strip()))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "state",
                                        "disclosures.field.choice",
                                        known.stream()
                                                .map(DocumentState::slug)
                                                .collect(Collectors.joining(", "))));
    }

    private static Refusal unknown(String field, String name) {
        return Refusal.invalid(field, "disclosures.field.unknown", name);
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
