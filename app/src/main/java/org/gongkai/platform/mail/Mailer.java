package org.gongkai.platform.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends mail (发送邮件): SMTP, RFC 5321, over TLS unless the server is on this machine. */
public final class Mailer {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final String from;

    /** By this server. */
    public Mailer(MailServer server) {
        this.from = server.from();
        sender.setProtocol(server.tls() ? "smtps" : "smtp");
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (server.user() != null) {
            sender.setUsername(server.user());
            sender.setPassword(server.password());
        }
        var properties = sender.getJavaMailProperties();
        var names = "mail." + sender.getProtocol();
        var longest = String.valueOf(LONGEST.toMillis());
        properties.put(names + ".auth", String.valueOf(server.user() != null));
        properties.put(names + ".connectiontimeout", longest);
        properties.put(names + ".timeout", longest);
        properties.put(names + ".writetimeout", longest);
        properties.put(names + ".ssl.checkserveridentity", "true");
        if (!server.tls() && !server.here()) {
            properties.put(names + ".starttls.enable", "true");
            properties.put(names + ".starttls.required", "true");
        }
    }

    /**
     * Hands a mail over.
     *
     * @throws MailNotSent when it was not taken
     */
    public void send(String address, String subject, String text) throws MailNotSent {
        var mail = new SimpleMailMessage();
        mail.setFrom(from);
        mail.setTo(address);
        mail.setSubject(subject);
        mail.setText(text);
        try {
            sender.send(mail);
        } catch (MailException refused) {
            // What the server says may repeat the address.
            throw new MailNotSent(refused.getClass().getSimpleName());
        }
    }
}
