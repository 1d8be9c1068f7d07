package org.gongkai.platform.accounts;

import java.time.Clock;
import java.util.Map;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Setting a password with a one-time secret (用一次性口令设置密码). */
@Service
public class FirstPassword {
    private final Accounts accounts;
    private final Invitations invitations;
    private final SignInTries tries;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstPassword(
            Accounts accounts,
            Invitations invitations,
            SignInTries tries,
            Passwords passwords,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.tries = tries;
        this.passwords = passwords;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sets it; a wrong name and a wrong secret get the same answer and count as failed tries. */
    public void set(String typedName, String secret, String wanted, SignInOrigin from) {
        var username = Username.typed(typedName);
        tries.requireFree(username, from.address());
        Passwords.requireStrong("wanted", wanted, username.value());
        String hash = passwords.hash(wanted);
        boolean done = Boolean.TRUE.equals(transaction.execute(_ -> use(username, secret, hash)));
        if (!done) {
            transaction.executeWithoutResult(_ -> tries.failed(username, from.address()));
            throw Refusal.invalid("secret", "accounts.first-password.wrong");
        }
    }

    private boolean use(Username username, String secret, String hash) {
        var account = accounts.find(username).filter(it -> !it.disabled()).orElse(null);
        if (account == null || !invitations.use(account.id(), secret)) {
            return false;
        }
        accounts.setPassword(account.id(), hash, clock.instant());
        tries.unlocked(username);
        trail.recordAnonymous(
                account.agency(), "accounts.password-set", account.subject(), Map.of());
        return true;
    }
}
