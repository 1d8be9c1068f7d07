package org.gongkai.platform.pages;

import java.util.Optional;
import org.gongkai.platform.roles.Actor;

/** Who is signed in for the present request (当前登录人); answered by the accounts module. */
public interface SignedIn {

    /** The person with what they are entrusted with today; empty for an anonymous reader. */
    Optional<Actor> actor();
}
