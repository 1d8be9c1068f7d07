package org.gongkai.opengov.pushing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.opengov.disclosures.PublicChange;

/** What the platform is asked to do (推送事项). */
public enum PushOperation {
    /** 发布: show the first edition. */
    PUBLISH(true),
    /** 更正: show this edition instead of the earlier one. */
    CORRECT(true),
    /** 撤回: show no longer; reason and legal basis stay readable. */
    WITHDRAW(false),
    /** 恢复公开: show again. */
    RESTORE(true),
    /** 清除: remove everything that was received of it. */
    PURGE(false);

    private final boolean carriesContent;

    PushOperation(boolean carriesContent) {
        this.carriesContent = carriesContent;
    }

    /** Whether the message holds the document; otherwise it takes the document down. */
    public boolean carriesContent() {
        return carriesContent;
    }

    /** The name in messages and in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The operation that an idempotency key names. */
    static Optional<PushOperation> inKey(String key) {
        return Arrays.stream(values())
                .filter(it -> key.contains("." + it.slug() + "."))
                .findFirst();
    }

    /** By its name in messages. */
    static PushOperation named(String slug) {
        return Arrays.stream(values())
                .filter(it -> it.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    static PushOperation of(PublicChange.What what) {
        return switch (what) {
            case PUBLISHED, IMPORTED -> PUBLISH;
            case CORRECTED -> CORRECT;
            case WITHDRAWN -> WITHDRAW;
            case RESTORED -> RESTORE;
            case PURGED -> PURGE;
        };
    }
}
