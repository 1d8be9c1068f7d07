package org.gongkai.platform.textcheck.attachments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamReader;

/** OFD files (OFD文件检查), GB/T 33190-2016: author, annotations, attachments, words. */
final class OfdInspection {
    private static final Set<String> WORDS = Set.of("TextCode");

    private OfdInspection() {}

    static void inspect(Path file, InspectedFile.Notes notes) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var parts = zip.entries(); parts.hasMoreElements(); ) {
                var part = parts.nextElement();
                var name = part.getName();
                if (!name.endsWith(".xml")) {
                    continue;
                }
                var page = new Page(notes, name.equals("OFD.xml"));
                XmlParts.read(zip, part, page);
                notes.addText(name, page.text);
                if (name.matches(".*/Annot[^/]*/?.*Annotation.*\\.xml")) {
                    notes.add(Hidden.blocking("hidden.annotation", name, page.text.toString()));
                }
                if (name.endsWith("Attachments.xml") && page.attachment) {
                    notes.add(Hidden.blocking("hidden.embedded", "", name));
                }
            }
        }
    }

    private static final class Page implements XmlParts.Reader {
        private final InspectedFile.Notes notes;
        private final boolean head;
        private final StringBuilder text = new StringBuilder();
        private String open = "";
        private boolean attachment;

        Page(InspectedFile.Notes notes, boolean head) {
            this.notes = notes;
            this.head = head;
        }

        @Override
        public void start(String name, XMLStreamReader at) {
            open = name;
            attachment |= name.equals("Attachment");
        }

        @Override
        public void words(String words) {
            if (WORDS.contains(open)) {
                text.append(words);
            } else if (head && open.equals("Author") && !words.isBlank()) {
                notes.add(Hidden.warning("hidden.author", "", words));
            }
        }

        @Override
        public void end(String name) {
            if (name.equals("TextObject")) {
                text.append('\n');
            }
            open = "";
        }
    }
}
