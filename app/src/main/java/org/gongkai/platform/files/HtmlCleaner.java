package org.gongkai.platform.files;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.files.html.AllowedTree;
import org.gongkai.platform.files.html.CanonicalHtml;
import org.gongkai.platform.files.html.TidyStructure;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * Brings the body of a document into its one clean form (正文清理): a closed list of elements, no
 * scripts, no styles, no pictures from elsewhere, headings in order, tables with their head cells.
 *
 * <p>Cleaning a clean text changes nothing, byte for byte; signatures bind these bytes (ADR 0032).
 */
public final class HtmlCleaner {
    /** The longest body taken in, in characters, before cleaning. */
    public static final int LONGEST = 4_000_000;

    private static final int MOST_ROUNDS = 10;

    private HtmlCleaner() {}

    /** The clean form of {@code html}. */
    public static CleanHtml clean(String html) {
        if (html.length() > LONGEST) {
            throw Refusal.of(RefusalKind.TOO_LARGE, "files.html.too-long");
        }
        List<Removal> removals = new ArrayList<>();
        var now = round(html, removals);
        for (var count = 1; count < MOST_ROUNDS; count++) {
            var next = round(now, new ArrayList<>());
            if (next.equals(now)) {
                return new CleanHtml(now, PlainText.of(now), removals.stream().distinct().toList());
            }
            now = next;
        }
        throw Refusal.invalid("bodyHtml", "files.html.unstable");
    }

    private static String round(String html, List<Removal> removals) {
        var parser = Parser.htmlParser().setMaxDepth(AllowedTree.DEEPEST * 4);
        var source = Jsoup.parse(html, "", parser).body();
        var tree = new AllowedTree(removals).of(source);
        TidyStructure.apply(tree);
        return CanonicalHtml.write(tree);
    }
}
