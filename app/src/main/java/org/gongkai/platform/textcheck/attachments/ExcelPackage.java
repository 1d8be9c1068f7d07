package org.gongkai.platform.textcheck.attachments;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamReader;

/** Excel files (Excel文件检查): hidden sheets, rows and columns with content, comments. */
final class ExcelPackage {
    private ExcelPackage() {}

    private record Sheet(String name, String relation) {}

    static void inspect(ZipFile zip, InspectedFile.Notes notes) throws IOException {
        var strings = sharedStrings(zip);
        var targets = relations(zip);
        for (var sheet : sheets(zip, notes)) {
            var part = targets.getOrDefault(sheet.relation(), "");
            var cells = new Cells(notes, sheet.name(), strings);
            XmlParts.read(zip, part, cells);
            notes.addText(sheet.name(), cells.text);
        }
        for (var parts = zip.entries(); parts.hasMoreElements(); ) {
            var part = parts.nextElement();
            if (part.getName().matches("xl/(comments\\d*|comments/.*|threadedComments/.*)\\.xml")) {
                var words = allWords(zip, part.getName());
                notes.add(Hidden.blocking("hidden.comments", "", words));
                notes.addText("comments", words);
            }
        }
    }

    private static List<Sheet> sheets(ZipFile zip, InspectedFile.Notes notes) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        XmlParts.read(
                zip,
                "xl/workbook.xml",
                new XmlParts.Reader() {
                    @Override
                    public void start(String name, XMLStreamReader at) {
                        if (name.equals("sheet")) {
                            var title =
                                    Objects.requireNonNullElse(XmlParts.attribute(at, "name"), "");
                            var state = XmlParts.attribute(at, "state");
                            if (state != null && !state.equals("visible")) {
                                notes.add(Hidden.blocking("hidden.sheet", title, title));
                            }
                            sheets.add(
                                    new Sheet(
                                            title,
                                            Objects.requireNonNullElse(
                                                    XmlParts.attribute(at, "id"), "")));
                        }
                    }
                });
        return sheets;
    }

    private static Map<String, String> relations(ZipFile zip) throws IOException {
        Map<String, String> targets = new HashMap<>();
        XmlParts.read(
                zip,
                "xl/_rels/workbook.xml.rels",
                new XmlParts.Reader() {
                    @Override
                    public void start(String name, XMLStreamReader at) {
                        var id = XmlParts.attribute(at, "Id");
                        var target = XmlParts.attribute(at, "Target");
                        if (id != null && target != null) {
                            targets.put(
                                    id,
                                    target.startsWith("/") ? target.substring(1) : "xl/" + target);
                        }
                    }
                });
        return targets;
    }

    private static List<String> sharedStrings(ZipFile zip) throws IOException {
        List<String> strings = new ArrayList<>();
        XmlParts.read(
                zip,
                "xl/sharedStrings.xml",
                new XmlParts.Reader() {
                    private final StringBuilder words = new StringBuilder();
                    private boolean inText;
                    private boolean phonetic;

                    @Override
                    public void start(String name, XMLStreamReader at) {
                        phonetic |= name.equals("rPh");
                        inText = name.equals("t") && !phonetic;
                    }

                    @Override
                    public void words(String text) {
                        if (inText) {
                            words.append(text);
                        }
                    }

                    @Override
                    public void end(String name) {
                        inText = false;
                        phonetic &= !name.equals("rPh");
                        if (name.equals("si")) {
                            strings.add(words.toString());
                            words.setLength(0);
                        }
                    }
                });
        return strings;
    }

    static String allWords(ZipFile zip, String part) throws IOException {
        var text = new StringBuilder();
        XmlParts.read(
                zip,
                part,
                new XmlParts.Reader() {
                    @Override
                    public void words(String words) {
                        text.append(words).append(' ');
                    }
                });
        return text.toString();
    }

    /** The cells of one sheet, row by row. */
    private static final class Cells implements XmlParts.Reader {
        private final InspectedFile.Notes notes;
        private final String sheet;
        private final List<String> strings;
        private final StringBuilder text = new StringBuilder();
        private final BitSet hiddenColumns = new BitSet();
        private final StringBuilder value = new StringBuilder();
        private boolean rowHidden;
        private boolean inValue;
        private int column;
        private String type = "";

        Cells(InspectedFile.Notes notes, String sheet, List<String> strings) {
            this.notes = notes;
            this.sheet = sheet;
            this.strings = strings;
        }

        @Override
        public void start(String name, XMLStreamReader at) {
            switch (name) {
                case "col" -> column(at);
                case "row" -> rowHidden = XmlParts.isOn(at, "hidden", false);
                case "c" -> {
                    column = columnOf(XmlParts.attribute(at, "r"), column + 1);
                    type = Objects.requireNonNullElse(XmlParts.attribute(at, "t"), "n");
                    value.setLength(0);
                }
                case "v", "t" -> inValue = true;
                default -> {}
            }
        }

        private void column(XMLStreamReader at) {
            var from = XmlParts.attribute(at, "min");
            var to = XmlParts.attribute(at, "max");
            if (XmlParts.isOn(at, "hidden", false) && from != null && to != null) {
                hiddenColumns.set(
                        Integer.parseInt(from), Math.min(Integer.parseInt(to), 16_384) + 1);
            }
        }

        private static int columnOf(
                @org.jspecify.annotations.Nullable String reference, int otherwise) {
            if (reference == null) {
                return otherwise;
            }
            var column = 0;
            for (var at = 0;
                    at < reference.length() && Character.isLetter(reference.charAt(at));
                    at++) {
                column = column * 26 + (Character.toUpperCase(reference.charAt(at)) - 'A' + 1);
            }
            return column;
        }

        @Override
        public void words(String words) {
            if (inValue) {
                value.append(words);
            }
        }

        @Override
        public void end(String name) {
            switch (name) {
                case "v", "t" -> inValue = false;
                case "c" -> endCell();
                case "row" -> {
                    text.append('\n');
                    column = 0;
                    rowHidden = false;
                }
                default -> {}
            }
        }

        private void endCell() {
            var shown = shown();
            if (!shown.isBlank()) {
                if (rowHidden) {
                    notes.add(Hidden.blocking("hidden.row", sheet, shown));
                }
                if (hiddenColumns.get(column)) {
                    notes.add(Hidden.blocking("hidden.column", sheet, shown));
                }
                text.append(shown);
            }
            text.append('\t');
        }

        private String shown() {
            var raw = value.toString();
            if (type.equals("s")) {
                return raw.matches("\\d{1,9}") && Integer.parseInt(raw) < strings.size()
                        ? strings.get(Integer.parseInt(raw))
                        : "";
            }
            var big = raw.matches("[0-9.]+E[0-9]{1,2}");
            return big ? new BigDecimal(raw).toPlainString() : raw;
        }
    }
}
