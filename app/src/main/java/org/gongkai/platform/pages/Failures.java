package org.gongkai.platform.pages;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Turns whatever was thrown into what somebody is told (错误说明). A fault of the program is logged
 * with an error id (错误编号); its cause is never shown.
 */
@Component
public class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Wording wording;

    Failures(Wording wording) {
        this.wording = wording;
    }

    /** What is told about this exception. */
    public Failure of(Throwable thrown) {
        Refusal refusal = RefusalReading.of(thrown);
        if (refusal.kind() == RefusalKind.FAILED || refusal.kind() == RefusalKind.UNAVAILABLE) {
            return logged(refusal, thrown);
        }
        return told(refusal, null);
    }

    /** What is told when only the status is known. */
    public Failure of(int status) {
        return of(RefusalReading.of(status));
    }

    private Failure logged(Refusal refusal, Throwable cause) {
        String errorId = newErrorId();
        LOG.error("Error {}", errorId, cause);
        return told(refusal, errorId);
    }

    private Failure told(Refusal refusal, @Nullable String errorId) {
        var kind = refusal.kind();
        return new Failure(
                kind.status(),
                kind.slug(),
                wording.say("refusals.title." + kind.slug()),
                wording.sentence(refusal),
                wording.say("refusals.advice." + kind.slug()),
                refusal.problems().stream()
                        .map(it -> new Failure.AtField(it.field(), it.code(), wording.sentence(it)))
                        .toList(),
                refusal.allowedSteps(),
                refusal.retryAfter(),
                refusal.currentVersion(),
                errorId);
    }

    private static String newErrorId() {
        byte[] random = new byte[5];
        RANDOM.nextBytes(random);
        return HexFormat.of().withUpperCase().formatHex(random);
    }
}
