package org.gongkai.opengov.portal;

import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.textcheck.LinkTargets;
import org.springframework.stereotype.Component;

/**
 * Which addresses of the site lead somewhere (站内链接): a document that is public now, a column or
 * what it became. The desk is nowhere for a reader of the finished page.
 */
@Component
class SiteLinks implements LinkTargets {
    private static final Pattern DOCUMENT =
            Pattern.compile("/d/([^/]+/[^/]+)(?:/print|/qr\\.svg|/editions/\\d{1,4})?");
    private static final Pattern COLUMN = Pattern.compile("/c/([^/]+)(?:/(?:feed|rss)\\.xml)?");
    private static final Set<String> OWNED = Set.of("d", "c", "desk");

    private final PublicRegister register;
    private final Columns columns;

    SiteLinks(PublicRegister register, Columns columns) {
        this.register = register;
        this.columns = columns;
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith("/") && OWNED.contains(path.substring(1).split("/", 2)[0]);
    }

    @Override
    public boolean exists(String path) {
        var document = DOCUMENT.matcher(path);
        if (document.matches()) {
            return IndexNumber.parse(document.group(1))
                    .filter(it -> register.at(it) instanceof PublicAnswer.Found)
                    .isPresent();
        }
        var column = COLUMN.matcher(path);
        return column.matches() && columns.atAddress(column.group(1)).isPresent();
    }
}
