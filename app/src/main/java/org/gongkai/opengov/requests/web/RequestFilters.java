package org.gongkai.opengov.requests.web;

import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.requests.RequestFilter;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads an address as what is to be listed for somebody (查询条件). */
@Component
class RequestFilters {
    private final Organization organization;

    RequestFilters(Organization organization) {
        this.organization = organization;
    }

    RequestFilter of(Actor actor, RequestQuery query) {
        var filter = query.within().of(actor, query.filter());
        var within = named(query.section());
        if (within.isPresent()) {
            filter =
                    filter.within(
                            within.flatMap(it -> organization.findSection(actor.agency(), it))
                                    .map(Section::id)
                                    .map(Set::of)
                                    .orElse(Set.of()));
        }
        var holder = named(query.holder());
        if (holder.isPresent()) {
            filter =
                    filter.heldBy(
                            holder.flatMap(organization::personByKey)
                                    .filter(it -> it.agency().equals(actor.agency()))
                                    .map(Person::id)
                                    .map(Set::of)
                                    .orElse(Set.of()));
        }
        return filter;
    }

    private static Optional<String> named(@Nullable String key) {
        return Optional.ofNullable(key).filter(it -> !it.isBlank());
    }
}
