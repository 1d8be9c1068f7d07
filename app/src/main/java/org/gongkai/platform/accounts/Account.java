package org.gongkai.platform.accounts;

import java.time.Instant;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;

/**
 * An account (账号): a person's way in.
 *
 * @param hasPassword whether one has been set
 * @param disabled 已停用
 * @param demo an account of the demo agency, accepted on this machine's own address alone
 * @param secondFactor whether sign-in asks for a code
 */
public record Account(
        AccountId id,
        PersonId person,
        AgencyId agency,
        String username,
        boolean hasPassword,
        boolean disabled,
        boolean demo,
        boolean secondFactor,
        Instant createdAt) {

    /** How the audit trail names it. */
    public String subject() {
        return "account:" + id;
    }
}
