package org.gongkai.testing.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrackChange;

/** Word files as offices make them, built with POI. */
public final class WordSamples {

    /** Writes into a document. */
    public interface Writer {
        void write(XWPFDocument document) throws IOException, InvalidFormatException;
    }

    private WordSamples() {}

    /** The file that {@code writer} writes, without author. */
    public static byte[] word(Writer writer) {
        try (var document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setCreator("");
            writer.write(document);
            var bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A plain Word file with one more part, as a bad one has. */
    public static byte[] withPart(String part, byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var plain = new ZipInputStream(new ByteArrayInputStream(plain("文")));
                var zip = new ZipOutputStream(out)) {
            for (var entry = plain.getNextEntry(); entry != null; entry = plain.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                plain.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** A Word file that opens only with a password. */
    public static byte[] locked() {
        try (var store = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var inside = encryptor.getDataStream(store)) {
                inside.write(plain("文"));
            }
            store.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One plain paragraph. */
    public static byte[] plain(String words) {
        return word(document -> add(document, words));
    }

    public static XWPFRun add(XWPFDocument document, String words) {
        var run = document.createParagraph().createRun();
        run.setText(words);
        return run;
    }

    public static void centred(XWPFDocument document, String words, int size) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        var run = paragraph.createRun();
        run.setFontSize(size);
        run.setText(words);
    }

    /** A tracked insertion and a tracked deletion by 张三. */
    public static void tracked(XWPFDocument document, String inserted, String deleted) {
        var paragraph = document.createParagraph();
        paragraph.createRun().setText("前");
        var ins = paragraph.getCTP().addNewIns();
        who(ins);
        ins.addNewR().addNewT().setStringValue(inserted);
        var del = paragraph.getCTP().addNewDel();
        who(del);
        del.addNewR().addNewDelText().setStringValue(deleted);
    }

    private static void who(CTTrackChange change) {
        change.setAuthor("张三");
        change.setId(BigInteger.ONE);
    }

    public static void hidden(XWPFDocument document, String words) {
        add(document, words).setVanish(true);
    }

    public static void picture(
            XWPFDocument document, byte[] image, String name, String alternative) {
        try {
            var run = document.createParagraph().createRun();
            var type =
                    name.endsWith("png") ? Document.PICTURE_TYPE_PNG : Document.PICTURE_TYPE_JPEG;
            run.addPicture(
                    new ByteArrayInputStream(image), type, name, Units.toEMU(100), Units.toEMU(50));
            var inline = run.getCTR().getDrawingArray(0).getInlineArray(0);
            inline.getDocPr().setDescr(alternative);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
