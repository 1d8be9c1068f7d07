package org.gongkai.opengov.disclosures;

import java.util.Collection;
import org.gongkai.platform.roles.Role;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * The names of steps, states and roles inside sentences, resolved where the sentence is written.
 */
final class Named {
    private Named() {}

    static MessageSourceResolvable step(Step step) {
        return name("disclosures.step." + step.name());
    }

    static MessageSourceResolvable state(DocumentState state) {
        return name("disclosures.state." + state.name());
    }

    static MessageSourceResolvable level(ReviewLevel level) {
        return name("disclosures.level." + level.name());
    }

    /** Several roles: “甲、乙或丙”. */
    static MessageSourceResolvable roles(Collection<Role> roles) {
        var names = roles.stream().map(it -> name("roles.role." + it.name())).toArray();
        return new DefaultMessageSourceResolvable(
                new String[] {"roles.any-of." + names.length}, names);
    }

    /** The title, or words in its place while there is none. */
    static Object title(Document document) {
        return document.title().isBlank() ? name("disclosures.work.untitled") : document.title();
    }

    private static MessageSourceResolvable name(String key) {
        return new DefaultMessageSourceResolvable(key);
    }
}
