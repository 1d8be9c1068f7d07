package org.gongkai.platform.files.recognition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gongkai.platform.files.MediaKind;

/**
 * Office Open XML and OFD containers (办公文件包): which of them it is, and that it carries no macros,
 * no DOCTYPE (entity expansion), no template fetched from elsewhere.
 */
final class PackageCheck {
    private static final int ENOUGH = 4096;
    // A web address or a share, also one that is written with character references.
    private static final Pattern FETCHED =
            Pattern.compile(
                    "Target\\s*=\\s*[\"']\\s*(?:(?i:https?|ftp|webdav|smb):|(?i:file):/{4,}|(?i:file)://(?!/)|\\\\\\\\|//|[^\"']*&#)");

    private PackageCheck() {}

    static MediaKind check(Path file, byte[] head, String shown) throws IOException {
        if (FileRecognition.mentions(head, "%pdf-") && !FileRecognition.startsWith(head, "%PDF-")) {
            throw Refused.POLYGLOT.naming(shown);
        }
        new ZipCheck(shown).check(file);
        try (var zip = new ZipFile(file.toFile())) {
            var kind = kindOf(zip, shown);
            for (var each = zip.entries(); each.hasMoreElements(); ) {
                checkPart(zip, each.nextElement(), shown);
            }
            return kind;
        }
    }

    private static MediaKind kindOf(ZipFile zip, String shown) throws IOException {
        if (zip.getEntry("OFD.xml") != null) {
            return MediaKind.OFD;
        }
        var types = zip.getEntry("[Content_Types].xml");
        if (types == null) {
            throw Refused.ARCHIVE.naming(shown);
        }
        var text = start(zip, types, 1 << 20);
        if (text.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw Refused.MACROS.naming(shown);
        }
        if (text.contains("wordprocessingml.document.main+xml")) {
            return MediaKind.DOCX;
        }
        if (text.contains("spreadsheetml.sheet.main+xml")) {
            return MediaKind.XLSX;
        }
        if (text.contains("presentationml.presentation.main+xml")) {
            return MediaKind.PPTX;
        }
        throw Refused.ARCHIVE.naming(shown);
    }

    private static void checkPart(ZipFile zip, ZipEntry part, String shown) throws IOException {
        var name = part.getName().toLowerCase(Locale.ROOT);
        if (name.contains("vbaproject")
                || name.contains("vbadata")
                || name.contains("macrosheets/")) {
            throw Refused.MACROS.naming(shown);
        }
        if (name.endsWith(".exe") || name.endsWith(".dll") || name.endsWith(".scr")) {
            throw Refused.EXECUTABLE.naming(shown);
        }
        if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
            return;
        }
        if (declaresEntities(start(zip, part, ENOUGH))) {
            throw Refused.ENTITIES.naming(shown);
        }
        if (name.endsWith(".rels")) {
            checkRelations(start(zip, part, 1 << 20), shown);
        }
    }

    /** A DOCTYPE in UTF-8 or, with a zero byte between the letters, in UTF-16. */
    private static boolean declaresEntities(String start) {
        return start.replace("\u0000", "").toLowerCase(Locale.ROOT).contains("<!doctype");
    }

    private static void checkRelations(String relations, String shown) {
        for (var relation : relations.replace("\u0000", "").split("<(?:\\w+:)?Relationship\\b")) {
            if (relation.contains("/attachedTemplate")
                    && relation.contains("External")
                    && FETCHED.matcher(relation).find()) {
                throw Refused.REMOTE_TEMPLATE.naming(shown);
            }
        }
    }

    private static String start(ZipFile zip, ZipEntry part, int most) throws IOException {
        try (var in = zip.getInputStream(part)) {
            return new String(in.readNBytes(most), StandardCharsets.ISO_8859_1);
        }
    }
}
