package org.gongkai.opengov.requests.notices;

import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.settings.SiteAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the notices that are due (发送通知), every few seconds. Several programs on one database may do
 * this; each notice is taken by one of them. One that was sent just before its program died is sent
 * again: a receiver knows it by its key.
 */
@Component
class NoticeWorker {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWorker.class);

    private final Notices notices;
    private final Couriers couriers;
    private final Addressees addressees;
    private final Organization organization;
    private final SiteAddress site;
    private final Wording wording;

    NoticeWorker(
            Notices notices,
            Couriers couriers,
            Addressees addressees,
            Organization organization,
            SiteAddress site,
            Wording wording) {
        this.notices = notices;
        this.couriers = couriers;
        this.addressees = addressees;
        this.organization = organization;
        this.site = site;
        this.wording = wording;
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void work() {
        while (!couriers.ways().isEmpty() && turn()) {
            // The next one.
        }
    }

    /**
     * Tries the next that is due.
     *
     * @return whether there was one
     */
    synchronized boolean turn() {
        var claimed = notices.claim();
        claimed.ifPresent(this::send);
        return claimed.isPresent();
    }

    private void send(Notice notice) {
        var address = addressees.addressOf(notice.request(), notice.way());
        var courier = couriers.by(notice.way());
        if (address.isEmpty() || courier.isEmpty()) {
            notices.dropped(notice, address.isEmpty() ? "no-address" : "no-way");
            return;
        }
        try {
            courier.get()
                    .send(
                            "request-notice-" + notice.id(),
                            address.get(),
                            wording.say("requests.notice.subject", notice.number()),
                            text(notice));
            notices.sent(notice);
        } catch (Courier.NotSent refused) {
            notices.failed(notice, String.valueOf(refused.getMessage()));
        } catch (RuntimeException fault) {
            LOG.warn("Notice {} could not be tried", notice.id(), fault);
            notices.failed(notice, fault.getClass().getSimpleName());
        }
    }

    /** The number and where to read the rest; nothing about who asks or what. */
    String text(Notice notice) {
        return wording.say(
                "requests.notice.text",
                organization.agency(notice.agency()).name(),
                notice.number(),
                wording.say("requests.notice.told." + notice.kind().name()),
                site.absolute("/requests/track"));
    }
}
