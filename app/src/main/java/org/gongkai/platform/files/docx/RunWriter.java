package org.gongkai.platform.files.docx;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Writes the words of a paragraph (行内内容): runs, links, notes, pictures; tracked changes as
 * accepted.
 */
final class RunWriter {
    private final WordFile file;
    private final Remarks remarks;
    private final List<Picture> pictures = new ArrayList<>();
    private final List<String> footnotes = new ArrayList<>();
    private final List<Element> boxes = new ArrayList<>();

    /** A picture found, to be stored later; its place holder is {@code media:<index>}. */
    record Picture(String path, String alternative) {}

    RunWriter(WordFile file, Remarks remarks) {
        this.file = file;
        this.remarks = remarks;
    }

    List<Picture> pictures() {
        return pictures;
    }

    List<String> footnotes() {
        return footnotes;
    }

    /** The text boxes met since the last call. */
    List<Element> takeBoxes() {
        var taken = List.copyOf(boxes);
        boxes.clear();
        return taken;
    }

    String write(Element parent) {
        var html = new StringBuilder();
        for (var child : Xml.children(parent)) {
            switch (child.getLocalName()) {
                case "r" -> html.append(run(child));
                case "ins", "moveTo" -> {
                    remarks.add("tracked-changes", child.getTextContent());
                    html.append(write(child));
                }
                case "del", "moveFrom" -> remarks.add("tracked-changes", child.getTextContent());
                case "hyperlink" -> html.append(link(child));
                case "smartTag", "sdtContent", "fldSimple", "customXml" ->
                        html.append(write(child));
                case "sdt" ->
                        Xml.children(child, "sdtContent").forEach(it -> html.append(write(it)));
                case "oMath", "oMathPara" -> {
                    remarks.add("formula", child.getTextContent());
                    html.append(escape(child.getTextContent()));
                }
                case "commentRangeStart" -> remarks.add("comments", "");
                default -> {}
            }
        }
        return html.toString();
    }

    private String link(Element link) {
        var words = write(link);
        return file.address(Xml.attribute(link, "id"))
                .map(it -> "<a href=\"" + escape(it) + "\">" + words + "</a>")
                .orElse(words);
    }

    private String run(Element run) {
        if (Xml.isOn(run, "rPr", "vanish")) {
            remarks.add("hidden-text", run.getTextContent());
            return "";
        }
        var words = new StringBuilder();
        for (var child : Xml.children(run)) {
            words.append(piece(child));
        }
        return words.toString().isBlank() ? words.toString() : marked(run, words.toString());
    }

    private String piece(Element piece) {
        return switch (piece.getLocalName()) {
            case "t" -> escape(piece.getTextContent());
            case "tab", "ptab" -> " ";
            case "br" -> Xml.attribute(piece, "type").isEmpty() ? "<br>" : "";
            case "cr" -> "<br>";
            case "noBreakHyphen" -> "-";
            case "sym" -> "";
            case "footnoteReference" -> footnote(Xml.attribute(piece, "id"));
            case "drawing", "pict", "object" -> drawing(piece);
            case "AlternateContent" -> alternate(piece);
            default -> "";
        };
    }

    private String alternate(Element choice) {
        var html = new StringBuilder();
        Xml.at(choice, "Choice").stream()
                .limit(1)
                .flatMap(it -> Xml.children(it).stream())
                .forEach(it -> html.append(piece(it)));
        return html.toString();
    }

    private String footnote(String id) {
        footnotes.add(id);
        var number = footnotes.size();
        return "<sup><a href=\"#fn-"
                + number
                + "\" id=\"fnref-"
                + number
                + "\">"
                + number
                + "</a></sup>";
    }

    private String drawing(Element drawing) {
        boxes.addAll(Xml.all(drawing, "txbxContent"));
        var html = new StringBuilder();
        var properties = Xml.all(drawing, "docPr").stream().findFirst();
        for (var image : Xml.all(drawing, "blip")) {
            var words = properties.map(RunWriter::alternative).orElse("");
            html.append(picture(Xml.attribute(image, "embed"), words));
        }
        for (var image : Xml.all(drawing, "imagedata")) {
            html.append(picture(Xml.attribute(image, "id"), Xml.attribute(image, "title")));
        }
        if (!Xml.all(drawing, "chart").isEmpty() || !Xml.all(drawing, "relIds").isEmpty()) {
            remarks.add("chart", properties.map(it -> Xml.attribute(it, "name")).orElse(""));
        }
        if (!Xml.all(drawing, "OLEObject").isEmpty()) {
            remarks.add("object", "");
        }
        return html.toString();
    }

    private static String alternative(Element properties) {
        var description = Xml.attribute(properties, "descr");
        return description.isBlank() ? Xml.attribute(properties, "title") : description;
    }

    private String picture(String relation, String words) {
        var path = file.inside(relation);
        if (path.isEmpty()) {
            remarks.add("outside-picture", file.address(relation).orElse(""));
            return "";
        }
        pictures.add(new Picture(path.get(), words.replaceAll("\\s+", " ").strip()));
        return "<img src=\"media:" + (pictures.size() - 1) + "\">";
    }

    private static String marked(Element run, String words) {
        var html = words;
        if (Xml.isOn(run, "rPr", "b")) {
            html = "<strong>" + html + "</strong>";
        }
        if (Xml.isOn(run, "rPr", "i")) {
            html = "<em>" + html + "</em>";
        }
        if (Xml.isOn(run, "rPr", "strike")) {
            html = "<del>" + html + "</del>";
        }
        return switch (Xml.value(run, "rPr", "vertAlign")) {
            case "superscript" -> "<sup>" + html + "</sup>";
            case "subscript" -> "<sub>" + html + "</sub>";
            default -> html;
        };
    }

    static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
