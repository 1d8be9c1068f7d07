package org.gongkai.opengov.drinkingwater.alerts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gongkai.opengov.drinkingwater.open.OpenWater;
import org.gongkai.platform.mail.PostOffice;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking for mail when a source fails, confirming it, ending it (邮件提醒的申请、确认、退订). The answer to a
 * request is the same whether the address is known or not, so that nobody can find out who reads.
 */
@Service
@Transactional
public class AlertIntake {
    /** From one address of the net: an office or a school behind it has several readers. */
    static final int A_DAY = 10;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST = 254;
    private static final String ADDRESS =
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";

    private final Alerts alerts;
    private final AlertKeys keys;
    private final PostOffice post;
    private final OpenWater water;
    private final Clock clock;

    AlertIntake(Alerts alerts, AlertKeys keys, PostOffice post, OpenWater water, Clock clock) {
        this.alerts = alerts;
        this.keys = keys;
        this.post = post;
        this.water = water;
        this.clock = clock;
    }

    /** Whether this installation can send mail. */
    public boolean offered() {
        return post.mailer().isPresent();
    }

    /** Keeps the wish and sends a mail in which its owner confirms it. */
    public void ask(@Nullable String agency, @Nullable String email, String origin) {
        var of = water.agency(agency).id();
        if (!offered()) {
            throw Refusal.notPossibleNow(List.of(), "drinkingwater.alerts.refusal.no-mail");
        }
        var typed = email == null ? "" : email.strip();
        if (typed.length() > LONGEST || !typed.matches(ADDRESS)) {
            throw Refusal.invalid("email", "drinkingwater.alerts.problem.email");
        }
        var now = clock.instant();
        var from = keys.mark("origin", origin);
        if (alerts.tries(from, now.minus(DAY)) >= A_DAY) {
            throw Refusal.tooMany(DAY, "drinkingwater.alerts.refusal.too-many");
        }
        alerts.noteTry(from, now, now.minus(DAY));
        var mark = keys.mark("address", typed.toLowerCase(Locale.ROOT));
        var known = alerts.find(of, mark);
        if (known.isPresent() && known.get().confirmedAt() != null) {
            return;
        }
        var alert =
                known.map(Alerts.Alert::id)
                        .orElseGet(() -> alerts.add(of, keys.close(typed, mark), mark, now));
        if (!alerts.askedSince(alert, now.minus(DAY))) {
            alerts.addMail(alert, null, now);
        }
    }

    /** Its owner has read the mail and wants it so. */
    public void confirm(@Nullable String code) {
        var alert = alert(code);
        alerts.confirm(alert, clock.instant());
    }

    /** No more mail; address and everything about it are erased. Ending twice is no mistake. */
    public void end(@Nullable String code) {
        alerts.end(
                keys.alert(code == null ? "" : code)
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "code", "drinkingwater.alerts.problem.code")));
    }

    private long alert(@Nullable String code) {
        return keys.alert(code == null ? "" : code)
                .filter(it -> alerts.find(it).isPresent())
                .orElseThrow(() -> Refusal.invalid("code", "drinkingwater.alerts.problem.code"));
    }
}
