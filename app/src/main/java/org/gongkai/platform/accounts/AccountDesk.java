package org.gongkai.platform.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What everybody does with their own account (我的账号): password, second factor, sessions. */
@Service
public class AccountDesk {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final SignInTries tries;
    private final TransactionTemplate apart;
    private final AuditTrail trail;
    private final Clock clock;

    AccountDesk(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            SecondFactors secondFactors,
            SignInTries tries,
            PlatformTransactionManager transactions,
            AuditTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.tries = tries;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.trail = trail;
        this.clock = clock;
    }

    /** One's own account. */
    public Account account(Actor by) {
        return accounts.find(by.person()).orElseThrow(Refusal::notFound);
    }

    /** One's open sessions, the last used first. */
    public List<Session> sessions(Actor by) {
        return sessions.of(account(by).id());
    }

    /** How many recovery codes are left. */
    public int recoveryCodesLeft(Actor by) {
        return secondFactors.recoveryCodesLeft(account(by).id());
    }

    /** Changes the password and ends all other sessions. */
    @Transactional
    public void changePassword(Actor by, Session current, String old, String wanted) {
        var account = account(by);
        requirePassword(account, "old", old);
        Passwords.requireStrong("wanted", wanted, account.username());
        accounts.setPassword(account.id(), passwords.hash(wanted), clock.instant());
        sessions.endAllBut(account.id(), current.id());
        record(by, account, "accounts.password-changed");
    }

    /** Ends one of one's own sessions. */
    @Transactional
    public void endSession(Actor by, long id) {
        var account = account(by);
        var ended =
                sessions.of(account.id()).stream()
                        .filter(it -> it.id() == id)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        sessions.end(ended);
        record(by, account, "accounts.session-ended");
    }

    /** Begins to set up a second factor; the secret for the app. */
    @Transactional
    public SecondFactorSecret beginSecondFactor(Actor by) {
        var account = account(by);
        if (account.secondFactor()) {
            throw Refusal.notPossibleNow(
                    List.of("end-second-factor"), "accounts.second-factor.already");
        }
        byte[] secret =
                secondFactors
                        .secret(account.id())
                        .orElseGet(() -> secondFactors.begin(account.id()));
        return new SecondFactorSecret(account.username(), secret);
    }

    /** Confirms it by a code of the app; the recovery codes, told this once. */
    @Transactional
    public List<String> confirmSecondFactor(Actor by, String code) {
        var account = account(by);
        Optional<List<String>> codes =
                account.secondFactor()
                        ? Optional.empty()
                        : secondFactors.confirm(account.id(), code);
        var told =
                codes.orElseThrow(
                        () -> Refusal.invalid("code", "accounts.second-factor.wrong-code"));
        record(by, account, "accounts.second-factor-set-up");
        return told;
    }

    /** Ends the second factor; the password is asked once more. */
    @Transactional
    public void endSecondFactor(Actor by, String password) {
        var account = account(by);
        requirePassword(account, "password", password);
        secondFactors.end(account.id());
        record(by, account, "accounts.second-factor-ended");
    }

    /** Signs out: ends this session. */
    @Transactional
    public void signOut(Actor by, Session current) {
        if (!current.person().equals(by.person())) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "refusals.not-allowed");
        }
        sessions.end(current);
        record(by, account(by), "accounts.signed-out");
    }

    /** Who sits at a desk left open guesses no more often than at the door. */
    private void requirePassword(Account account, String field, String typed) {
        var name = new Username(account.username());
        var from = account.subject();
        tries.requireFree(name, from);
        if (!passwords.matches(typed, accounts.passwordHash(account.id()))) {
            apart.executeWithoutResult(_ -> tries.failed(name, from));
            throw Refusal.invalid(field, "accounts.password.old-wrong");
        }
    }

    private void record(Actor by, Account account, String action) {
        trail.record(by, action, account.subject(), Map.of(), Map.of());
    }
}
