package org.gongkai.platform.draw;

import java.util.Arrays;
import java.util.Locale;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.Fields;

/** Whether the list of visits can be computed by everybody at once (公开模式、密封模式). */
public enum DrawMode {
    /** All that is needed is public; the result is known with the last source. */
    OPEN,
    /** A secret, committed at the freeze, goes in too and is revealed after the visits. */
    SEALED;

    /** The name in a manifest. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DrawMode of(Fields fields, String key) {
        var text = fields.text(key);
        return Arrays.stream(values())
                .filter(it -> it.slug().equals(text))
                .findFirst()
                .orElseThrow(() -> fields.refused(key, CommitmentFault.NOT_ALLOWED));
    }
}
