package org.gongkai.platform.accounts;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.audit.Personal;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in (登录): one answer for whatever is wrong, in the same time whether the name is known or
 * not; tries under one name come one after the other, so that none escapes the count.
 */
@Service
public class SignIn {
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInTries tries;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final People people;
    private final AuditTrail trail;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final Map<Username, ReentrantLock> underWay = new ConcurrentHashMap<>();

    SignIn(
            Accounts accounts,
            Sessions sessions,
            SignInTries tries,
            Passwords passwords,
            SecondFactors secondFactors,
            People people,
            AuditTrail trail,
            Settings settings,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tries = tries;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.people = people;
        this.trail = trail;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** What is typed to sign in; the code only where a second factor is set up. */
    public record Credentials(String username, String password, @Nullable String code) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /** Somebody has signed in: the token is told to them once and kept nowhere. */
    public record SignedInAs(String token, Session session, Account account, Actor actor) {
        @Override
        public String toString() {
            return "SignedInAs[" + account.id() + "]";
        }
    }

    /** Signs in, or refuses: 401 for anything wrong, 429 while locked. */
    public SignedInAs signIn(Credentials typed, SignInOrigin from) {
        var username = Username.typed(typed.username());
        var turn = underWay.computeIfAbsent(username, _ -> new ReentrantLock(true));
        turn.lock();
        try {
            tries.requireFree(username, from.address());
            return attempt(username, typed, from).orElseThrow(() -> failed(username, from));
        } finally {
            turn.unlock();
            underWay.computeIfPresent(
                    username, (_, it) -> it.isLocked() || it.hasQueuedThreads() ? it : null);
        }
    }

    private Optional<SignedInAs> attempt(Username username, Credentials typed, SignInOrigin from) {
        var account = accounts.find(username).orElse(null);
        var hash = account == null ? null : accounts.passwordHash(account.id());
        boolean right = passwords.matches(typed.password(), hash);
        if (account == null || !right || !accepted(account)) {
            return Optional.empty();
        }
        var actor = people.actor(account.person()).orElse(null);
        if (actor == null) {
            return Optional.empty();
        }
        return transaction.execute(
                _ ->
                        secondFactors.passes(account, typed.code())
                                ? Optional.of(succeeded(username, account, actor, from))
                                : Optional.empty());
    }

    private boolean accepted(Account account) {
        return !account.disabled() && (!account.demo() || settings.acceptsDemoAccounts());
    }

    private SignedInAs succeeded(
            Username username, Account account, Actor actor, SignInOrigin from) {
        String token = RandomText.token();
        tries.succeeded(username, from.address());
        var session = sessions.open(account, token, from);
        trail.record(
                actor,
                "accounts.signed-in",
                account.subject(),
                Map.of(),
                Map.of("channel", from.channel(), "address", Personal.of(from.address())));
        return new SignedInAs(token, session, account, actor);
    }

    private Refusal failed(Username username, SignInOrigin from) {
        transaction.executeWithoutResult(
                _ -> {
                    tries.failed(username, from.address());
                    note("accounts.sign-in-failed", username, from);
                    if (tries.lockedUntil(username).isPresent()) {
                        note("accounts.locked", username, from);
                    }
                });
        return Refusal.of(RefusalKind.NOT_SIGNED_IN, "accounts.sign-in.wrong");
    }

    private void note(String action, Username username, SignInOrigin from) {
        var known = accounts.find(username);
        trail.recordAnonymous(
                known.map(Account::agency).orElse(null),
                action,
                known.map(Account::subject).orElse("account:unknown"),
                Map.of(
                        "channel", from.channel(),
                        "username", Personal.of(username.value()),
                        "address", Personal.of(from.address())));
    }
}
