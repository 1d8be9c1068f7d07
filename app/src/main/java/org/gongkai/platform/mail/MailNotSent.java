package org.gongkai.platform.mail;

/** A mail was not taken (邮件未送出); worth another try. Names no address. */
public final class MailNotSent extends Exception {
    private static final long serialVersionUID = 1L;

    MailNotSent(String why) {
        super(why);
    }
}
