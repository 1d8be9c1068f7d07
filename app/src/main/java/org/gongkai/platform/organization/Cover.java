package org.gongkai.platform.organization;

import java.util.EnumSet;
import java.util.Set;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;

/**
 * Absence cover (代行): a named deputy holds one role of an absent person for some days.
 *
 * <p>Our reading, ADR 0062: nobody covers for themselves, a deputy hands nothing on, and what is
 * only for reading everything or for running the program is not covered but granted.
 */
public record Cover(
        long id, PersonId absent, PersonId deputy, Role role, String reason, Validity validity) {

    /**
     * The roles that a deputy can hold for somebody; not that of an enforcement officer, whose
     * certificate is their own (行政处罚法 art. 42).
     */
    public static final Set<Role> COVERABLE =
            Set.copyOf(
                    EnumSet.complementOf(
                            EnumSet.of(Role.ENFORCEMENT_OFFICER, Role.AUDITOR, Role.OPERATOR)));

    /** The longest absence covered by one entry, in days. */
    static final int LONGEST = 183;
}
