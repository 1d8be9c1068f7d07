package org.gongkai.opengov.disclosures;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of content (内容差异): all that an earlier signer, a second editor
 * or a reader of a correction has to read.
 *
 * @param fields the fields that differ, by name
 * @param lines the text's paragraphs in order, each kept, removed or added
 */
public record ContentDifference(List<FieldChange> fields, List<Line> lines) {

    /** A field with another value than before. */
    public record FieldChange(String field, String before, String after) {}

    /** What became of a paragraph. */
    public enum Kind {
        /** 未改. */
        KEPT,
        /** 删去. */
        REMOVED,
        /** 新增. */
        ADDED
    }

    /** A paragraph, heading or table row as plain text. */
    public record Line(Kind kind, String text) {}

    /** From {@code before} to {@code after}. */
    public static ContentDifference between(DocumentContent before, DocumentContent after) {
        return new ContentDifference(
                fieldChanges(before, after),
                lineChanges(linesOf(before.bodyHtml()), linesOf(after.bodyHtml())));
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return fields.isEmpty() && lines.stream().allMatch(it -> it.kind() == Kind.KEPT);
    }

    /** The changed paragraphs alone. */
    public List<Line> changedLines() {
        return lines.stream().filter(it -> it.kind() != Kind.KEPT).toList();
    }

    private static List<FieldChange> fieldChanges(DocumentContent before, DocumentContent after) {
        var old = facts(before);
        var now = facts(after);
        var names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(it -> !Objects.equals(old.get(it), now.get(it)))
                .map(it -> new FieldChange(it, old.getOrDefault(it, ""), now.getOrDefault(it, "")))
                .toList();
    }

    private static Map<String, String> facts(DocumentContent content) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("title", content.title());
        facts.put("section", content.section());
        facts.put("attribute", text(content.attribute()));
        facts.put("legalGround", text(content.legalGround()));
        facts.put("article20Item", text(content.article20Item()));
        facts.put("correctionNote", text(content.correctionNote()));
        var source = content.source();
        facts.put("source", source == null || source.own() ? "" : text(source.name()));
        content.fields().forEach((key, value) -> facts.put("fields." + key, value));
        content.attachments()
                .forEach(it -> facts.put("attachments." + it.name(), it.sha256().substring(0, 16)));
        return facts;
    }

    private static List<Line> lineChanges(List<String> before, List<String> after) {
        var lines = new ArrayList<Line>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                delta.getSource().getLines().forEach(it -> lines.add(new Line(Kind.KEPT, it)));
            } else {
                delta.getSource().getLines().forEach(it -> lines.add(new Line(Kind.REMOVED, it)));
                delta.getTarget().getLines().forEach(it -> lines.add(new Line(Kind.ADDED, it)));
            }
        }
        return lines;
    }

    private static List<String> linesOf(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        return body.select("p, h1, h2, h3, h4, h5, h6, li, tr, caption, figcaption, img").stream()
                .filter(it -> !"p".equals(it.normalName()) || it.closest("td, th, li") == null)
                .map(ContentDifference::words)
                .filter(it -> !it.isBlank())
                .toList();
    }

    private static String words(Element element) {
        return "img".equals(element.normalName())
                ? "[" + element.attr("alt") + "] " + element.attr("src")
                : element.text();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
