package org.gongkai.platform.files.reading;

import java.nio.file.Path;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;

/** More than is read for a page (超出网页阅读的限度). */
final class TooLarge {
    private TooLarge() {}

    static Refusal of(Path file) {
        return Refusal.of(
                RefusalKind.TOO_LARGE,
                "files.refused.too-complex",
                String.valueOf(file.getFileName()));
    }
}
