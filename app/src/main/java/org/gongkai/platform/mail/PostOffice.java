package org.gongkai.platform.mail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The mailer that this installation has (发信设置); none of itself. */
@Component
public class PostOffice {
    private volatile @Nullable Mailer mailer;

    PostOffice(Environment environment) {
        // Whoever demands the setting refuses to start on a wrong one; here it is none.
        this.mailer =
                MailServer.read(environment::getProperty).server().map(Mailer::new).orElse(null);
    }

    /** The mailer, if there is one. */
    public Optional<Mailer> mailer() {
        return Optional.ofNullable(mailer);
    }

    /** Another mailer from now on, or none. */
    public void use(@Nullable Mailer other) {
        mailer = other;
    }
}
