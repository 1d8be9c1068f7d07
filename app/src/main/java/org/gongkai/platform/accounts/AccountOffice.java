package org.gongkai.platform.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the operator does with the accounts of the agency (账号管理). */
@Service
public class AccountOffice {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Invitations invitations;
    private final SignInTries tries;
    private final SecondFactors secondFactors;
    private final People people;
    private final AuditTrail trail;
    private final Clock clock;

    AccountOffice(
            Accounts accounts,
            Sessions sessions,
            Invitations invitations,
            SignInTries tries,
            SecondFactors secondFactors,
            People people,
            AuditTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.invitations = invitations;
        this.tries = tries;
        this.secondFactors = secondFactors;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** An account with the name of its person, and whether it is locked at the moment. */
    public record Listed(Account account, String name, String post, boolean locked) {}

    /** The accounts of the agency by username; {@code part} of a username or of a name. */
    @Transactional(readOnly = true)
    public Items<Listed> list(Actor by, String part, Paging paging) {
        requireOperator(by);
        String after = paging.cursor(1).map(it -> it.text(0)).orElse("");
        var members = people.of(by.agency());
        var named =
                members.stream()
                        .filter(it -> it.name().contains(part))
                        .map(it -> it.person().value())
                        .toArray(Long[]::new);
        var found = accounts.list(by.agency(), part, named, after, paging.fetch());
        return Items.of(found, paging, it -> Cursor.at(it.username()))
                .map(it -> listed(it, members));
    }

    /** One account. */
    @Transactional(readOnly = true)
    public Listed read(Actor by, AccountId id) {
        return listed(own(by, id), people.of(by.agency()));
    }

    /** The people of the agency who have no account yet. */
    @Transactional(readOnly = true)
    public List<People.Member> withoutAccount(Actor by) {
        requireOperator(by);
        return people.of(by.agency()).stream()
                .filter(it -> accounts.find(it.person()).isEmpty())
                .toList();
    }

    /** Opens an account; its holder sets the password with a one-time secret. */
    @Transactional
    public AccountId open(Actor by, PersonId person, String username) {
        requireOperator(by);
        var name = Username.of(username);
        if (people.of(by.agency()).stream().noneMatch(it -> it.person().equals(person))) {
            throw Refusal.invalid("person", "accounts.office.no-such-person");
        }
        if (accounts.find(person).isPresent()) {
            throw Refusal.invalid("person", "accounts.office.has-account");
        }
        if (accounts.find(name).isPresent()) {
            throw Refusal.invalid("username", "accounts.username.taken");
        }
        var id = accounts.add(person, by.agency(), name, false, clock.instant());
        trail.record(by, "accounts.opened", "account:" + id, Map.of(), Map.of("person", person));
        return id;
    }

    /** A one-time secret to set the password with, told once; all sessions end. */
    @Transactional
    public String invite(Actor by, AccountId id) {
        var account = own(by, id);
        sessions.endAllBut(id, 0);
        record(by, account, "accounts.secret-made");
        return invitations.make(id);
    }

    /** Disables it or enables it again; disabling ends all its sessions. */
    @Transactional
    public void setDisabled(Actor by, AccountId id, boolean disabled) {
        var account = own(by, id);
        if (disabled && account.person().equals(by.person())) {
            throw Refusal.notPossibleNow(List.of(), "accounts.office.not-oneself");
        }
        accounts.setDisabled(id, disabled);
        if (disabled) {
            sessions.endAllBut(id, 0);
        }
        record(by, account, disabled ? "accounts.disabled" : "accounts.enabled");
    }

    /** Ends a lock before its time. */
    @Transactional
    public void unlock(Actor by, AccountId id) {
        var account = own(by, id);
        tries.unlocked(new Username(account.username()));
        record(by, account, "accounts.unlocked");
    }

    /** Ends the second factor of somebody who has lost app and recovery codes. */
    @Transactional
    public void endSecondFactor(Actor by, AccountId id) {
        var account = own(by, id);
        secondFactors.end(id);
        record(by, account, "accounts.second-factor-ended");
    }

    private Listed listed(Account account, List<People.Member> members) {
        var member =
                members.stream().filter(it -> it.person().equals(account.person())).findFirst();
        return new Listed(
                account,
                member.map(People.Member::name).orElse(account.username()),
                member.map(People.Member::post).orElse(""),
                tries.lockedUntil(new Username(account.username())).isPresent());
    }

    private Account own(Actor by, AccountId id) {
        requireOperator(by);
        return accounts.find(id)
                .filter(it -> it.agency().equals(by.agency()))
                .orElseThrow(Refusal::notFound);
    }

    private void record(Actor by, Account account, String action) {
        trail.record(by, action, account.subject(), Map.of(), Map.of());
    }

    private static void requireOperator(Actor by) {
        if (!by.has(Role.OPERATOR)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "accounts.office.operator-only");
        }
    }
}
