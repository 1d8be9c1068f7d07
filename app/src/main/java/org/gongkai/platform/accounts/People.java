package org.gongkai.platform.accounts;

import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;

/** The people who have accounts (人员), as the register of the organization knows them today. */
public interface People {

    /** The person with what is entrusted to them today; empty once they have left. */
    Optional<Actor> actor(PersonId person);

    /** Everybody who belongs to the agency today. */
    List<Member> of(AgencyId agency);

    /** The person with this key of the register. */
    Optional<PersonId> byKey(String key);

    /** A person of an agency, with the post that tells two of one name apart. */
    record Member(PersonId person, String name, String post) {}
}
