package org.gongkai.opengov.pushing;

import java.util.Set;
import org.gongkai.platform.roles.Role;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * The names of steps, states and roles inside sentences, resolved where the sentence is written.
 */
final class Named {
    private Named() {}

    /** The text of this key. */
    static MessageSourceResolvable key(String key) {
        return new DefaultMessageSourceResolvable(key);
    }

    /** Several roles: “甲、乙或丙”. */
    static MessageSourceResolvable roles(Set<Role> roles) {
        var names = roles.stream().map(it -> key("roles.role." + it.name())).toArray();
        return new DefaultMessageSourceResolvable(
                new String[] {"roles.any-of." + names.length}, names);
    }
}
