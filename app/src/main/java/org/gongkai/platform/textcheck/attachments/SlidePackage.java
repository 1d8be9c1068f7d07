package org.gongkai.platform.textcheck.attachments;

import java.io.IOException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamReader;

/** PowerPoint files (演示文稿检查): hidden slides, speaker's notes, comments. */
final class SlidePackage {
    private SlidePackage() {}

    static void inspect(ZipFile zip, InspectedFile.Notes notes) throws IOException {
        for (var parts = zip.entries(); parts.hasMoreElements(); ) {
            var part = parts.nextElement();
            var name = part.getName();
            if (name.matches("ppt/slides/slide\\d+\\.xml")) {
                var slide = new Slide();
                XmlParts.read(zip, part, slide);
                var title = name.replaceAll("\\D", "");
                if (slide.hidden) {
                    notes.add(Hidden.blocking("hidden.slide", title, slide.text.toString()));
                }
                notes.addText(title, slide.text);
            } else if (name.matches("ppt/notesSlides/notesSlide\\d+\\.xml")) {
                var slide = new Slide();
                XmlParts.read(zip, part, slide);
                if (slide.text.toString().replaceAll("[\\s\\d]", "").length() > 1) {
                    notes.add(
                            Hidden.blocking(
                                    "hidden.speaker-notes",
                                    name.replaceAll("\\D", ""),
                                    slide.text.toString()));
                    notes.addText("notes", slide.text);
                }
            } else if (name.matches("ppt/comments/.*\\.xml")) {
                notes.add(Hidden.blocking("hidden.comments", "", ExcelPackage.allWords(zip, name)));
            }
        }
    }

    private static final class Slide implements XmlParts.Reader {
        private final StringBuilder text = new StringBuilder();
        private boolean hidden;
        private boolean inText;

        @Override
        public void start(String name, XMLStreamReader at) {
            if (name.equals("sld")) {
                hidden = !XmlParts.isOn(at, "show", true);
            }
            inText = name.equals("t");
        }

        @Override
        public void words(String words) {
            if (inText) {
                text.append(words);
            }
        }

        @Override
        public void end(String name) {
            inText = false;
            if (name.equals("p")) {
                text.append('\n');
            }
        }
    }
}
