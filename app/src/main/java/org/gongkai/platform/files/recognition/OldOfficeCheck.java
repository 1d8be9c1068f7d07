package org.gongkai.platform.files.recognition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.platform.files.MediaKind;

/**
 * Compound files of older Office and WPS programs (旧版办公文件): which kind, and neither macros nor a
 * password.
 *
 * <p>The flags are read as the file formats [MS-DOC] 2.5.1 (FIB, fEncrypted) and [MS-XLS] 2.4.28
 * (BoundSheet8) and 2.4.117 (FilePass) give them.
 */
final class OldOfficeCheck {
    private static final int FLAGS_OF_FIB = 0x0A;
    private static final int ENCRYPTED = 0x0100;
    private static final int FILE_PASS = 0x002F;
    private static final int BOUND_SHEET = 0x0085;
    private static final int MACRO_SHEET = 1;

    private OldOfficeCheck() {}

    static MediaKind check(Path file, String shown) throws IOException {
        try (var store = new POIFSFileSystem(file.toFile(), true)) {
            var root = store.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw Refused.ENCRYPTED.naming(shown);
            }
            refuseMacros(root, shown, 0);
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                checkFib(root, shown);
                return MediaKind.DOC;
            }
            var book = root.hasEntryCaseInsensitive("Workbook") ? "Workbook" : "Book";
            if (root.hasEntryCaseInsensitive(book)) {
                checkRecords(root, book, shown);
                return MediaKind.XLS;
            }
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
                throw Refused.OLD_PRESENTATION.naming(shown);
            }
            throw Refused.UNKNOWN.naming(shown);
        }
    }

    private static void refuseMacros(DirectoryEntry folder, String shown, int depth) {
        for (Entry entry : folder) {
            var name = entry.getName().toUpperCase(Locale.ROOT);
            if (name.equals("VBA") || name.equals("MACROS") || name.startsWith("_VBA_PROJECT")) {
                throw Refused.MACROS.naming(shown);
            }
            if (entry instanceof DirectoryEntry inner && depth < 8) {
                refuseMacros(inner, shown, depth + 1);
            }
        }
    }

    private static void checkFib(DirectoryNode root, String shown) throws IOException {
        try (var in = root.createDocumentInputStream("WordDocument")) {
            var fib = ByteBuffer.wrap(in.readNBytes(32)).order(ByteOrder.LITTLE_ENDIAN);
            if (fib.limit() < 32) {
                throw Refused.BROKEN.naming(shown);
            }
            if ((fib.getShort(FLAGS_OF_FIB) & ENCRYPTED) != 0) {
                throw Refused.ENCRYPTED.naming(shown);
            }
        }
    }

    private static void checkRecords(DirectoryNode root, String book, String shown)
            throws IOException {
        try (var in = root.createDocumentInputStream(book)) {
            var records = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            while (records.remaining() >= 4) {
                var id = Short.toUnsignedInt(records.getShort());
                var length = Short.toUnsignedInt(records.getShort());
                if (length > records.remaining()) {
                    return;
                }
                if (id == FILE_PASS) {
                    throw Refused.ENCRYPTED.naming(shown);
                }
                if (id == BOUND_SHEET
                        && length > 5
                        && records.get(records.position() + 5) == MACRO_SHEET) {
                    throw Refused.MACROS.naming(shown);
                }
                records.position(records.position() + length);
            }
        }
    }
}
