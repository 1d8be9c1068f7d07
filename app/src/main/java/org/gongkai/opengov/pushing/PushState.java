package org.gongkai.opengov.pushing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a push stands (推送状态). */
public enum PushState {
    /** 待推送: waits for its turn or for the next try. */
    WAITING,
    /** 推送中: an attempt is under way. */
    SENDING,
    /** 待回执: handed over, no receipt yet. */
    HANDED_OVER,
    /** 已回执: the platform has it and said so. */
    RECEIVED,
    /** 推送失败: given up; a person decides. */
    DEAD,
    /** 不再推送: a person left it, with a reason. */
    SKIPPED,
    /** 已由后续推送取代: a later push of the document says all that counts. */
    OVERTAKEN;

    /** The name in addresses and in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in the API. */
    public static Optional<PushState> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
