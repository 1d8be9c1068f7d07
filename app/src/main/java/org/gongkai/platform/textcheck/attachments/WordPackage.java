package org.gongkai.platform.textcheck.attachments;

import java.io.IOException;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamReader;

/** Word files (Word文件检查): tracked changes, comments, hidden and unreadably pale or small words. */
final class WordPackage {
    private static final Set<String> CHANGES =
            Set.of("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel");

    private WordPackage() {}

    static void inspect(ZipFile zip, InspectedFile.Notes notes) throws IOException {
        for (var parts = zip.entries(); parts.hasMoreElements(); ) {
            var part = parts.nextElement();
            var name = part.getName();
            if (name.matches("word/(document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml")) {
                var words = new Words(notes);
                XmlParts.read(zip, part, words);
                notes.addText(
                        name.equals("word/document.xml") ? "" : name.substring(5), words.text);
            } else if (name.matches("word/comments(Extended)?\\.xml")) {
                XmlParts.read(zip, part, new Comments(notes));
            }
        }
    }

    /** Comments 批注. */
    private static final class Comments implements XmlParts.Reader {
        private final InspectedFile.Notes notes;
        private final StringBuilder comment = new StringBuilder();

        Comments(InspectedFile.Notes notes) {
            this.notes = notes;
        }

        @Override
        public void words(String words) {
            comment.append(words);
        }

        @Override
        public void end(String name) {
            if (name.equals("comment")) {
                notes.add(Hidden.blocking("hidden.comments", "", comment.toString()));
                notes.addText("comments", comment.toString());
                comment.setLength(0);
            }
        }
    }

    /** The story of a part, run by run. */
    private static final class Words implements XmlParts.Reader {
        private final InspectedFile.Notes notes;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder run = new StringBuilder();
        private int changes;
        private boolean inText;
        private boolean hidden;
        private boolean pale;
        private boolean tiny;
        private boolean shaded;
        private boolean cellShaded;
        private boolean inRun;

        Words(InspectedFile.Notes notes) {
            this.notes = notes;
        }

        @Override
        public void start(String name, XMLStreamReader at) {
            if (CHANGES.contains(name)) {
                changes++;
            }
            switch (name) {
                case "r" -> beginRun();
                case "t", "delText" -> inText = true;
                case "tab" -> run.append('\t');
                case "vanish", "webHidden" ->
                        hidden |= inRun && name.equals("vanish") && XmlParts.isOn(at, "val", true);
                case "color" -> pale |= "FFFFFF".equalsIgnoreCase(XmlParts.attribute(at, "val"));
                case "sz" -> tiny |= isTiny(XmlParts.attribute(at, "val"));
                case "shd" -> shade(at);
                case "highlight" -> shaded = true;
                case "tc" -> cellShaded = false;
                case "rPrChange", "pPrChange" ->
                        notes.add(Hidden.warning("hidden.format-changes", "", ""));
                default -> {}
            }
        }

        private void beginRun() {
            inRun = true;
            hidden = false;
            pale = false;
            tiny = false;
            shaded = false;
            run.setLength(0);
        }

        private void shade(XMLStreamReader at) {
            var fill = XmlParts.attribute(at, "fill");
            var dark = fill != null && !fill.equals("auto") && !fill.equalsIgnoreCase("FFFFFF");
            if (inRun) {
                shaded |= dark;
            } else {
                cellShaded |= dark;
            }
        }

        private static boolean isTiny(@org.jspecify.annotations.Nullable String halfPoints) {
            return halfPoints != null && halfPoints.matches("[1-4]");
        }

        @Override
        public void words(String words) {
            if (inText) {
                run.append(words);
            }
        }

        @Override
        public void end(String name) {
            switch (name) {
                case "t", "delText" -> inText = false;
                case "r" -> endRun();
                case "p" -> text.append('\n');
                case "tc" -> endCell();
                default -> {}
            }
            if (CHANGES.contains(name)) {
                changes--;
            }
        }

        private void endCell() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
                text.setCharAt(text.length() - 1, '\t');
            }
        }

        private void endRun() {
            inRun = false;
            if (run.toString().isBlank()) {
                text.append(run);
                return;
            }
            if (changes > 0) {
                notes.add(Hidden.blocking("hidden.tracked-changes", "", run.toString()));
            }
            if (hidden) {
                notes.add(Hidden.blocking("hidden.text", "", run.toString()));
            } else if (tiny || pale && !shaded && !cellShaded) {
                notes.add(Hidden.warning("hidden.pale-text", "", run.toString()));
            }
            text.append(run);
        }
    }
}
