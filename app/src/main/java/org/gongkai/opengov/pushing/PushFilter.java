package org.gongkai.opengov.pushing;

import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/** Which pushes are asked for (推送查询条件); null for any. */
public record PushFilter(@Nullable PushState state, @Nullable DocumentId document) {

    /** Reads what was asked; refuses an unknown state. */
    public static PushFilter read(@Nullable String state, @Nullable DocumentId document) {
        if (state == null || state.isBlank()) {
            return new PushFilter(null, document);
        }
        return new PushFilter(
                PushState.named(state)
                        .orElseThrow(() -> Refusal.invalid("state", "pushing.field.state")),
                document);
    }
}
