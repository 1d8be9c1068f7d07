package org.gongkai.opengov.drinkingwater.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.open.OpenMonth;
import org.gongkai.opengov.drinkingwater.open.OpenWater;
import org.gongkai.opengov.drinkingwater.open.web.OpenWaterWords;
import org.gongkai.platform.mail.MailNotSent;
import org.gongkai.platform.mail.PostOffice;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.settings.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells whoever asked for it that a source failed (发送超标提醒): once for each month that became public
 * after they confirmed, however often it is corrected. What waits is sent one by one, so that a
 * mail server is never flooded.
 */
@Component
class AlertWorker {
    /** Tries after which a mail is given up. */
    static final int TRIES = 6;

    /** So long a request may wait for its confirmation; then its address is erased. */
    static final Duration UNCONFIRMED = Duration.ofDays(7);

    private static final int NEWEST_MONTHS = 3;
    private static final int AT_ONCE = 200;
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Alerts alerts;
    private final AlertKeys keys;
    private final PostOffice post;
    private final OpenWater water;
    private final OpenWaterWords words;
    private final SiteAddress site;
    private final Wording wording;
    private final Clock clock;

    AlertWorker(
            Alerts alerts,
            AlertKeys keys,
            PostOffice post,
            OpenWater water,
            OpenWaterWords words,
            SiteAddress site,
            Wording wording,
            Clock clock) {
        this.alerts = alerts;
        this.keys = keys;
        this.post = post;
        this.water = water;
        this.words = words;
        this.site = site;
        this.wording = wording;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void work() {
        alerts.forgetUnconfirmed(clock.instant().minus(UNCONFIRMED));
        if (post.mailer().isPresent()) {
            water.agencies().forEach(this::queue);
            for (var sent = 0; sent < AT_ONCE && turn(); sent++) {
                // The next one.
            }
        }
    }

    private void queue(Agency agency) {
        var waiting = alerts.confirmed(agency.id());
        if (waiting.isEmpty()) {
            return;
        }
        for (var month : failing(agency)) {
            var release = Objects.requireNonNull(month.standing().release());
            waiting.stream()
                    .filter(it -> !release.since().isBefore(confirmed(it)))
                    .forEach(it -> alerts.addMail(it.id(), month.month(), clock.instant()));
        }
    }

    private static Instant confirmed(Alerts.Alert alert) {
        return Objects.requireNonNull(alert.confirmedAt());
    }

    private List<OpenMonth> failing(Agency agency) {
        return water.newestMonths(agency, NEWEST_MONTHS).stream()
                .filter(OpenMonth::released)
                .filter(it -> !it.failing().isEmpty())
                .toList();
    }

    /**
     * Sends the next that is due.
     *
     * @return whether there was one
     */
    private boolean turn() {
        var claimed = alerts.claim(clock.instant(), LEASE);
        claimed.ifPresent(this::send);
        return claimed.isPresent();
    }

    private void send(Alerts.Waiting mail) {
        var alert = alerts.find(mail.alert());
        var mailer = post.mailer();
        if (alert.isEmpty() || mailer.isEmpty()) {
            return;
        }
        var text = text(alert.get(), mail.month());
        if (text.isEmpty()) {
            alerts.settle(mail.id(), "GIVEN_UP");
            return;
        }
        try {
            mailer.get()
                    .send(
                            keys.open(alert.get().address(), alert.get().mark()),
                            text.get().subject(),
                            text.get().body());
            alerts.settle(mail.id(), "SENT");
        } catch (MailNotSent refused) {
            if (mail.tries() >= TRIES) {
                alerts.settle(mail.id(), "GIVEN_UP");
            } else {
                alerts.later(
                        mail.id(), clock.instant().plus(PAUSE.multipliedBy(1L << mail.tries())));
            }
        }
    }

    /** Where a month stands; with its agency unless that is the one whose site this is. */
    private String page(Agency agency, YearMonth month) {
        var key = water.agency(null).id().equals(agency.id()) ? "" : agency.key();
        return OpenWaterWords.address("/water/months/" + month, key, "");
    }

    private record Text(String subject, String body) {}

    private Optional<Text> text(Alerts.Alert alert, @Nullable YearMonth month) {
        var agency =
                water.agencies().stream()
                        .filter(it -> it.id().equals(alert.agency()))
                        .findFirst()
                        .orElseThrow();
        var code = keys.code(alert.id());
        if (month == null) {
            return Optional.of(
                    new Text(
                            wording.say("drinkingwater.alerts.mail.confirm.subject", agency.name()),
                            wording.say(
                                    "drinkingwater.alerts.mail.confirm",
                                    agency.name(),
                                    site.absolute("/water/alerts/confirm?code=" + code))));
        }
        return water.month(agency, month)
                .filter(OpenMonth::released)
                .filter(it -> !it.failing().isEmpty())
                .map(
                        it ->
                                new Text(
                                        wording.say(
                                                "drinkingwater.alerts.mail.failure.subject",
                                                words.month(month)),
                                        wording.say(
                                                "drinkingwater.alerts.mail.failure",
                                                agency.name(),
                                                words.month(month),
                                                words.failing(it),
                                                site.absolute(page(agency, month)),
                                                site.absolute("/water/alerts/end?code=" + code))));
    }
}
