package org.gongkai.platform.files.docx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.platform.files.ImportNote;
import org.w3c.dom.Element;

/**
 * Reads a .docx draft into plain markup (Word稿件读取); pictures are taken out beside it, and the
 * cleaner has the last word on the markup.
 */
public final class WordReading {
    private static final Pattern FIRST_LEVEL = Pattern.compile("[一二三四五六七八九十]{1,3}、.{1,40}");
    private static final Pattern SECOND_LEVEL = Pattern.compile("（[一二三四五六七八九十]{1,3}）.{1,40}");
    private static final Pattern SENTENCE = Pattern.compile(".*[。；：，;:,]");

    private final Styles styles;
    private final Numbering numbering;
    private final RunWriter runs;
    private final Remarks remarks = new Remarks();
    private final StringBuilder html = new StringBuilder();
    private final Set<Element> skipped = new HashSet<>();

    /** What was read: pictures are named {@code media:0}, {@code media:1} … in the markup. */
    public record Draft(
            String title, String html, List<DraftImage> images, List<ImportNote> notes) {}

    /** A picture of the draft. */
    public record DraftImage(String name, String alternative, byte[] bytes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof DraftImage it && it.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private WordReading(WordFile file) throws IOException {
        styles = new Styles(file);
        numbering = new Numbering(file);
        runs = new RunWriter(file, remarks);
    }

    /** Reads a file that was recognised as .docx. */
    public static Draft read(Path path, String name) throws IOException {
        try (var file = new WordFile(path, name)) {
            var reading = new WordReading(file);
            var body = Xml.children(file.document(), "body").getFirst();
            var title = reading.takeTitle(body);
            reading.blocks(Xml.children(body));
            reading.footnotes(file);
            if (file.part("word/comments.xml").isPresent()) {
                reading.remarks.add("comments", "");
            }
            return new Draft(
                    title, reading.html.toString(), reading.images(file), reading.remarks.notes());
        }
    }

    private String takeTitle(Element body) {
        var title = new TitleFinder(styles).find(Xml.children(body, "p"));
        skipped.addAll(title);
        var words = new StringBuilder();
        title.forEach(it -> words.append(TitleFinder.words(it)));
        return words.toString();
    }

    private List<DraftImage> images(WordFile file) throws IOException {
        List<DraftImage> images = new ArrayList<>();
        for (var picture : runs.pictures()) {
            var name = picture.path().substring(picture.path().lastIndexOf('/') + 1);
            images.add(new DraftImage(name, picture.alternative(), file.bytes(picture.path())));
        }
        return images;
    }

    private void blocks(List<Element> blocks) {
        var lists = new ListWriter(html);
        for (var block : blocks) {
            switch (block.getLocalName()) {
                case "p" -> paragraph(block, lists);
                case "tbl" -> {
                    lists.close();
                    html.append(new TableWriter(this::cell).write(block));
                }
                case "sdt" -> {
                    lists.close();
                    Xml.children(block, "sdtContent").forEach(it -> blocks(Xml.children(it)));
                }
                case "ins", "moveTo", "customXml", "smartTag" -> {
                    lists.close();
                    blocks(Xml.children(block));
                }
                default -> {}
            }
        }
        lists.close();
    }

    private String cell(Element cell) {
        var start = html.length();
        blocks(Xml.children(cell));
        var inner = html.substring(start);
        html.setLength(start);
        return inner;
    }

    private void paragraph(Element paragraph, ListWriter lists) {
        if (skipped.contains(paragraph) || styles.isContents(paragraph)) {
            return;
        }
        var item = numbering.next(styles.numbered(paragraph));
        var words = runs.write(paragraph);
        var plain = TitleFinder.words(paragraph);
        var level = styles.level(paragraph);
        var numbered =
                item.isPresent() && !item.get().bullet() ? item.get().words() + plain : plain;
        if (level == 0) {
            level = fakeLevel(numbered);
        }
        if (level == 0 && item.isPresent() && item.get().list()) {
            lists.item(item.get(), words);
        } else {
            lists.close();
            var prefix =
                    item.isPresent() && !item.get().bullet()
                            ? RunWriter.escape(item.get().words())
                            : "";
            html.append(block(paragraph, plain.isEmpty() ? 0 : Math.min(level, 5), prefix + words));
        }
        for (var box : runs.takeBoxes()) {
            lists.close();
            remarks.add("text-box", box.getTextContent());
            blocks(Xml.children(box));
        }
    }

    /** Headings that are headings by their number only, as papers write them: 一、 and （一）. */
    private static int fakeLevel(String words) {
        if (SENTENCE.matcher(words).matches()) {
            return 0;
        }
        if (FIRST_LEVEL.matcher(words).matches()) {
            return 1;
        }
        return SECOND_LEVEL.matcher(words).matches() ? 2 : 0;
    }

    private static String block(Element paragraph, int level, String words) {
        if (level > 0) {
            var name = "h" + (level + 1);
            var bare = words.replaceAll("</?strong>", "");
            return "<" + name + ">" + bare + "</" + name + ">";
        }
        var align = Xml.value(paragraph, "pPr", "jc");
        return switch (align) {
            case "center" -> "<p align=\"center\">" + words + "</p>";
            case "right", "end" -> "<p align=\"right\">" + words + "</p>";
            default -> "<p>" + words + "</p>";
        };
    }

    private void footnotes(WordFile file) throws IOException {
        var part = file.part("word/footnotes.xml");
        if (part.isEmpty() || runs.footnotes().isEmpty()) {
            return;
        }
        html.append("<ol>");
        for (var number = 1; number <= runs.footnotes().size(); number++) {
            var id = runs.footnotes().get(number - 1);
            html.append("<li id=\"fn-").append(number).append("\">");
            Xml.children(part.get(), "footnote").stream()
                    .filter(it -> Xml.attribute(it, "id").equals(id))
                    .flatMap(it -> Xml.children(it, "p").stream())
                    .forEach(it -> html.append(runs.write(it)).append(' '));
            html.append("</li>");
        }
        html.append("</ol>");
    }
}
