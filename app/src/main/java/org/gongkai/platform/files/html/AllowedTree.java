package org.gongkai.platform.files.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.platform.files.Removal;
import org.gongkai.platform.files.Removal.Kind;
import org.gongkai.platform.files.SeenText;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Copies what is allowed, and nothing else, into a new tree (只留许可标记). */
public final class AllowedTree {
    /** Deeper nesting is flattened. */
    public static final int DEEPEST = 100;

    private static final Map<String, Kind> DROPPED =
            Map.ofEntries(
                    Map.entry("script", Kind.SCRIPT),
                    Map.entry("noscript", Kind.SCRIPT),
                    Map.entry("template", Kind.SCRIPT),
                    Map.entry("iframe", Kind.FRAME),
                    Map.entry("frame", Kind.FRAME),
                    Map.entry("frameset", Kind.FRAME),
                    Map.entry("object", Kind.FRAME),
                    Map.entry("embed", Kind.FRAME),
                    Map.entry("applet", Kind.FRAME),
                    Map.entry("svg", Kind.FRAME),
                    Map.entry("math", Kind.FRAME),
                    Map.entry("audio", Kind.FRAME),
                    Map.entry("video", Kind.FRAME),
                    Map.entry("canvas", Kind.FRAME),
                    Map.entry("input", Kind.FORM),
                    Map.entry("select", Kind.FORM),
                    Map.entry("textarea", Kind.FORM),
                    Map.entry("button", Kind.FORM));

    private static final List<String> SILENTLY_DROPPED =
            List.of(
                    "style",
                    "head",
                    "title",
                    "meta",
                    "link",
                    "base",
                    "xml",
                    "w:worddocument",
                    "plaintext",
                    "xmp",
                    "noframes",
                    "colgroup",
                    "col");

    private static final Pattern HIDDEN =
            Pattern.compile(
                    "(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all|font-size\\s*:\\s*0(?![.\\d]))");

    private final List<Removal> removals;

    /** Notes what is taken out in {@code removals}. */
    public AllowedTree(List<Removal> removals) {
        this.removals = removals;
    }

    /** The allowed part of what is under {@code source}, under a new root. */
    public Element of(Element source) {
        var root = new Element("body");
        noteHandlers(source);
        copyChildren(source, root, 0);
        return root;
    }

    private void copyChildren(Element source, Element target, int depth) {
        for (Node child : source.childNodes()) {
            switch (child) {
                case TextNode words ->
                        target.appendChild(new TextNode(SeenText.of(words.getWholeText())));
                case Element element -> copy(element, target, depth + 1);
                default -> {}
            }
        }
    }

    private void copy(Element source, Element target, int depth) {
        var name = source.normalName();
        if (isDropped(source, name)) {
            return;
        }
        noteHandlers(source);
        var allowed = Vocabulary.OTHER_NAMES.getOrDefault(name, name);
        if (allowed.equals("img")) {
            copyImage(source, target);
        } else if (!Vocabulary.isAllowed(allowed) || depth > DEEPEST) {
            copyChildren(source, target, depth);
        } else if (allowed.equals("a")) {
            copyLink(source, target, depth);
        } else {
            var copy = target.appendElement(allowed);
            AllowedAttributes.copy(source, copy);
            copyChildren(source, copy, depth);
        }
    }

    private boolean isDropped(Element source, String name) {
        var kind = DROPPED.get(name);
        if (kind != null) {
            removals.add(new Removal(kind, name));
            return true;
        }
        if (SILENTLY_DROPPED.contains(name)) {
            return true;
        }
        if (HIDDEN.matcher(source.attr("style")).find() || source.hasAttr("hidden")) {
            if (!source.text().isBlank()) {
                removals.add(new Removal(Kind.HIDDEN_TEXT, source.text()));
            }
            return true;
        }
        return false;
    }

    private void noteHandlers(Element source) {
        for (Attribute attribute : source.attributes()) {
            if (attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on")) {
                removals.add(new Removal(Kind.HANDLER, attribute.getKey()));
            }
        }
    }

    private void copyLink(Element source, Element target, int depth) {
        var address = LinkAddress.clean(source.attr("href"));
        if (address.isEmpty() && !source.attr("href").isBlank()) {
            removals.add(new Removal(Kind.LINK, source.attr("href").strip()));
        }
        var copy = new Element("a");
        address.ifPresent(it -> copy.attr("href", it));
        AllowedAttributes.copyFootnoteId(source, copy);
        if (copy.attributesSize() == 0) {
            copyChildren(source, target, depth);
        } else {
            target.appendChild(copy);
            copyChildren(source, copy, depth);
        }
    }

    private void copyImage(Element source, Element target) {
        var address = source.attr("src").strip();
        if (!LinkAddress.isOwnImage(address) || AllowedAttributes.isTiny(source)) {
            removals.add(new Removal(Kind.IMAGE, address));
            return;
        }
        var copy = target.appendElement("img").attr("src", address);
        copy.attr("alt", SeenText.of(source.attr("alt")).replaceAll("\\s+", " ").strip());
        AllowedAttributes.copySize(source, copy);
    }
}
