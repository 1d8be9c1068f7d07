package org.gongkai.platform.textcheck.attachments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.PdfFiles;

/**
 * A copy without author, company, place and other properties (清除文件属性). What readers see is
 * untouched; comments, tracked changes and hidden content stay for a person to settle.
 */
public final class CleanCopy {
    private static final String CORE =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>";
    private static final String APP =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>";
    private static final String CUSTOM =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>";

    private CleanCopy() {}

    /** The copy; empty for kinds, and signed files, that cannot be changed safely. */
    public static Optional<byte[]> of(Path file, MediaKind kind) throws IOException {
        return switch (kind) {
            case DOCX, XLSX, PPTX -> office(file);
            case PDF -> pdf(file);
            case JPEG -> Optional.of(ImageCopy.jpeg(Files.readAllBytes(file)));
            case PNG -> Optional.of(ImageCopy.png(Files.readAllBytes(file)));
            case WEBP -> Optional.of(ImageCopy.webp(Files.readAllBytes(file)));
            case DOC, XLS, OFD, TXT, CSV, GIF -> Optional.empty();
        };
    }

    private static Optional<byte[]> office(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.stream().anyMatch(it -> it.getName().startsWith("_xmlsignatures/"))) {
                return Optional.empty();
            }
            var out = new ByteArrayOutputStream();
            try (var copy = new ZipOutputStream(out)) {
                for (var parts = zip.entries(); parts.hasMoreElements(); ) {
                    var part = parts.nextElement();
                    copy.putNextEntry(new ZipEntry(part.getName()));
                    copy.write(content(zip, part));
                    copy.closeEntry();
                }
            }
            return Optional.of(out.toByteArray());
        }
    }

    private static byte[] content(ZipFile zip, ZipEntry part) throws IOException {
        var name = part.getName().toLowerCase(Locale.ROOT);
        switch (name) {
            case "docprops/core.xml" -> {
                return CORE.getBytes(StandardCharsets.UTF_8);
            }
            case "docprops/app.xml" -> {
                return APP.getBytes(StandardCharsets.UTF_8);
            }
            case "docprops/custom.xml" -> {
                return CUSTOM.getBytes(StandardCharsets.UTF_8);
            }
            default -> {
                try (var in = zip.getInputStream(part)) {
                    var bytes = in.readAllBytes();
                    return name.contains("/media/") ? media(name, bytes) : bytes;
                }
            }
        }
    }

    private static byte[] media(String name, byte[] bytes) throws IOException {
        if (name.endsWith(".png")) {
            return ImageCopy.png(bytes);
        }
        return name.endsWith(".jpg") || name.endsWith(".jpeg") ? ImageCopy.jpeg(bytes) : bytes;
    }

    private static Optional<byte[]> pdf(Path file) throws IOException {
        try (var document = PdfFiles.open(file)) {
            if (!document.getSignatureDictionaries().isEmpty()) {
                return Optional.empty();
            }
            document.setDocumentInformation(new PDDocumentInformation());
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.METADATA);
            for (var page : document.getPages()) {
                page.getCOSObject().removeItem(COSName.METADATA);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return Optional.of(out.toByteArray());
        }
    }
}
