package org.gongkai.platform.accounts;

import java.time.Clock;
import java.util.Map;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens accounts without an operator (系统开户): for the demo agency and for the first operator of an
 * installation. Whoever calls it has made sure that it may.
 */
@Component
public class AccountOpening {
    private final Accounts accounts;
    private final Passwords passwords;
    private final People people;
    private final AuditTrail trail;
    private final Clock clock;

    AccountOpening(
            Accounts accounts, Passwords passwords, People people, AuditTrail trail, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** An account with a password. */
    @Transactional
    public AccountId open(PersonId person, String username, String password) {
        Passwords.requireStrong("password", password, username);
        return open(person, Username.of(username), password, false);
    }

    /** An account of the demo agency, accepted on loopback alone; its password is in the README. */
    @Transactional(propagation = Propagation.MANDATORY)
    AccountId openDemo(PersonId person, String username, String password) {
        return open(person, Username.of(username), password, true);
    }

    private AccountId open(PersonId person, Username username, String password, boolean demo) {
        var agency = people.actor(person).orElseThrow(Refusal::notFound).agency();
        var id = accounts.add(person, agency, username, demo, clock.instant());
        accounts.setPassword(id, passwords.hash(password), clock.instant());
        trail.recordBySystem(
                agency,
                "accounts.opened",
                "account:" + id,
                Map.of(),
                Map.of("person", person, "demo", demo));
        return id;
    }
}
