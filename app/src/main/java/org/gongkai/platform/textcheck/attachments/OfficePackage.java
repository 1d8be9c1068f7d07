package org.gongkai.platform.textcheck.attachments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.platform.files.MediaKind;

/** Word, Excel and PowerPoint packages (办公文件包检查), ISO/IEC 29500. */
final class OfficePackage {
    private static final Set<String> PEOPLE = Set.of("creator", "lastModifiedBy");
    private static final Set<String> PLACES = Set.of("Company", "Manager");

    /** The author of tables that this program made itself: nobody to be hidden. */
    private static final String OWN = "Gongkai";

    private OfficePackage() {}

    static void inspect(Path file, MediaKind kind, InspectedFile.Notes notes) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            readProperties(zip, "docProps/core.xml", PEOPLE, "hidden.author", notes);
            readProperties(zip, "docProps/app.xml", PLACES, "hidden.company", notes);
            for (var parts = zip.entries(); parts.hasMoreElements(); ) {
                lookAt(zip, parts.nextElement(), notes);
            }
            switch (kind) {
                case DOCX -> WordPackage.inspect(zip, notes);
                case XLSX -> ExcelPackage.inspect(zip, notes);
                default -> SlidePackage.inspect(zip, notes);
            }
        }
    }

    private static void readProperties(
            ZipFile zip, String part, Set<String> wanted, String code, InspectedFile.Notes notes)
            throws IOException {
        XmlParts.read(
                zip,
                part,
                new XmlParts.Reader() {
                    private String open = "";

                    @Override
                    public void start(String name, XMLStreamReader at) {
                        open = name;
                    }

                    @Override
                    public void words(String words) {
                        if (wanted.contains(open) && !words.isBlank() && !words.equals(OWN)) {
                            notes.add(Hidden.warning(code, "", words));
                        }
                    }

                    @Override
                    public void end(String name) {
                        open = "";
                    }
                });
    }

    private static void lookAt(ZipFile zip, ZipEntry part, InspectedFile.Notes notes)
            throws IOException {
        var name = part.getName();
        var lower = name.toLowerCase(Locale.ROOT);
        var last = name.substring(name.lastIndexOf('/') + 1);
        if (lower.contains("/embeddings/")) {
            notes.add(
                    lower.endsWith(".xlsx")
                            ? Hidden.warning("hidden.embedded", "", last)
                            : Hidden.blocking("hidden.embedded", "", last));
        } else if (lower.equals("docprops/custom.xml")) {
            notes.add(Hidden.note("hidden.properties", "", last));
        } else if (lower.contains("/externallinks/") && !lower.contains("_rels")) {
            notes.add(Hidden.warning("hidden.external-link", "", last));
        } else if (lower.endsWith(".rels")) {
            XmlParts.read(zip, part, new Relations(notes));
        } else if (lower.contains("/pivotcache/") && lower.contains("records")) {
            notes.add(Hidden.warning("hidden.pivot-data", "", last));
        } else if (lower.contains("/media/") && lower.matches(".*\\.(jpe?g|png|webp|tiff?)")) {
            try (var in = zip.getInputStream(part)) {
                ImageInspection.inspect(in, last, notes);
            }
        }
    }

    /**
     * What a program fetches from elsewhere when the file is opened: the sender learns who reads.
     */
    private static final class Relations implements XmlParts.Reader {
        private static final Set<String> FETCHED =
                Set.of("image", "video", "audio", "media", "frame", "oleObject", "subDocument");

        private final InspectedFile.Notes notes;

        Relations(InspectedFile.Notes notes) {
            this.notes = notes;
        }

        @Override
        public void start(String name, XMLStreamReader at) {
            var type = XmlParts.attribute(at, "Type");
            var target = XmlParts.attribute(at, "Target");
            if ("External".equals(XmlParts.attribute(at, "TargetMode"))
                    && type != null
                    && target != null
                    && FETCHED.contains(type.substring(type.lastIndexOf('/') + 1))) {
                notes.add(Hidden.blocking("hidden.external-link", "", target));
            }
        }
    }
}
