package org.gongkai.platform.letters;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.stereotype.Component;

/**
 * Finds on the scan of a signed form (签批扫描件) which content was signed.
 *
 * <p>Takes PDF, PNG and JPEG, in any of four directions and a little askew. A scan that shows two
 * different contents vouches for neither.
 */
@Component
public class ScanReader {

    /** The content whose code the scan shows on at least one page; empty if none, or several. */
    public Optional<ContentMark> read(Path scan) {
        Set<ContentMark> found = new LinkedHashSet<>();
        try (var pages = ScanPages.open(scan)) {
            for (int page = 0; page < pages.count(); page++) {
                read(pages.page(page)).ifPresent(found::add);
            }
        } catch (IOException unreadable) {
            var refusal = Refusal.invalid("scan", "letters.scan.unreadable");
            refusal.initCause(unreadable);
            throw refusal;
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** The content whose code one page image shows. */
    Optional<ContentMark> read(BufferedImage page) {
        return CodeFinder.find(page).stream()
                .flatMap(text -> ContentMark.parse(text).stream())
                .findFirst();
    }
}
