package org.gongkai.opengov.disclosures;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
    /** Longer middles are shown as removed and added whole: comparing them would take too long. */
    private static final int LONGEST = 1_500;

    private static final String LINES =
            "p, h1, h2, h3, h4, h5, h6, li, dt, dd, tr, caption, figure, figcaption, img";

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
        var fields = new ArrayList<>(fieldChanges(before, after));
        var lines = lineChanges(linesOf(before.bodyHtml()), linesOf(after.bodyHtml()));
        if (lines.stream().allMatch(it -> it.kind() == Kind.KEPT)) {
            layoutChange(before.bodyHtml(), after.bodyHtml()).ifPresent(fields::add);
        }
        return new ContentDifference(List.copyOf(fields), lines);
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
        facts.put("kind", content.kind().term());
        facts.put("title", content.title());
        facts.put("section", content.section());
        facts.put("attribute", text(content.attribute()));
        facts.put("legalGround", text(content.legalGround()));
        facts.put("article20Item", text(content.article20Item()));
        facts.put("correctionNote", text(content.correctionNote()));
        var source = content.source();
        facts.put(
                "source",
                source == null || source.own()
                        ? ""
                        : (text(source.name()) + " " + text(source.url())).strip());
        content.fields().forEach((key, value) -> facts.put("fields." + key, value));
        content.attachments()
                .forEach(
                        it ->
                                facts.merge(
                                        "attachments." + it.name(),
                                        it.sha256().substring(0, 16),
                                        (one, other) -> one + " " + other));
        return facts;
    }

    /** The first line of markup that differs, where the words are the same. */
    private static Optional<FieldChange> layoutChange(String before, String after) {
        var old = before.lines().toList();
        var now = after.lines().toList();
        return IntStream.range(0, Math.max(old.size(), now.size()))
                .filter(it -> !lineAt(old, it).equals(lineAt(now, it)))
                .mapToObj(it -> new FieldChange("layout", lineAt(old, it), lineAt(now, it)))
                .findFirst();
    }

    private static String lineAt(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "";
    }

    private static List<Line> lineChanges(List<String> before, List<String> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        var lines = new ArrayList<Line>();
        add(lines, Kind.KEPT, before.subList(0, start));
        addMiddle(
                lines,
                before.subList(start, before.size() - end),
                after.subList(start, after.size() - end));
        add(lines, Kind.KEPT, before.subList(before.size() - end, before.size()));
        return lines;
    }

    private static void addMiddle(List<Line> lines, List<String> before, List<String> after) {
        if (before.size() > LONGEST || after.size() > LONGEST) {
            add(lines, Kind.REMOVED, before);
            add(lines, Kind.ADDED, after);
            return;
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(lines, Kind.KEPT, delta.getSource().getLines());
            } else {
                add(lines, Kind.REMOVED, delta.getSource().getLines());
                add(lines, Kind.ADDED, delta.getTarget().getLines());
            }
        }
    }

    private static void add(List<Line> lines, Kind kind, List<String> texts) {
        texts.forEach(it -> lines.add(new Line(kind, it)));
    }

    private static List<String> linesOf(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        return body.select(LINES).stream()
                .filter(it -> !"p".equals(it.normalName()) || it.closest("td, th, li, dd") == null)
                .map(ContentDifference::words)
                .filter(it -> !it.isBlank())
                .toList();
    }

    private static String words(Element element) {
        if ("img".equals(element.normalName())) {
            return "[" + element.attr("alt") + "] " + element.attr("src");
        }
        if (element.select("a[href]").isEmpty()) {
            return element.text();
        }
        var shown = element.clone();
        shown.select("a[href]").forEach(it -> it.appendText(" 〔" + it.attr("href") + "〕"));
        return shown.text();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
