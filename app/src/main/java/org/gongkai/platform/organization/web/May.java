package org.gongkai.platform.organization.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.platform.organization.OrganizationStep;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/** The steps that a page offers to its reader (可办事项); what somebody may not do is not shown. */
final class May {
    private May() {}

    static Set<String> steps(Actor actor, @Nullable SectionId section) {
        return Arrays.stream(OrganizationStep.values())
                .filter(it -> it.isAllowed(actor, actor.agency(), section))
                .map(Enum::name)
                .collect(Collectors.toSet());
    }
}
