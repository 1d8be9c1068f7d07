package org.gongkai.opengov.requests.notices;

import org.gongkai.platform.mail.MailNotSent;
import org.gongkai.platform.mail.MailServer;
import org.gongkai.platform.mail.Mailer;

/** Notices by e-mail (邮件通知). */
final class MailCourier implements Courier {
    private final Mailer mailer;

    MailCourier(MailServer server) {
        this.mailer = new Mailer(server);
    }

    @Override
    public NoticeWay way() {
        return NoticeWay.EMAIL;
    }

    @Override
    public void send(String key, String address, String subject, String text) throws NotSent {
        try {
            mailer.send(address, subject, text);
        } catch (MailNotSent refused) {
            throw new NotSent(String.valueOf(refused.getMessage()));
        }
    }
}
