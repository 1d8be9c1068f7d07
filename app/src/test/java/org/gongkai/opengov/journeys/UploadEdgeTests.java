package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.files.PdfSamples;
import org.gongkai.testing.files.WordSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that must not come in, sent to the running program. */
@DemoAgencyTest
@DisplayName("A file that must not come in, over HTTP")
class UploadEdgeTests {
    private static final String PATH = "/api/v1/files";
    private static final long THREE_HUNDRED_MEGABYTES = 300L << 20;

    @LocalServerPort int port;
    @Autowired JdbcClient database;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    /**
     * A bad file.
     *
     * @param told words of the sentence that the clerk reads
     */
    record Bad(String name, Supplier<byte[]> content, int status, String told) {
        @Override
        public String toString() {
            return told;
        }
    }

    static Stream<Bad> badFiles() {
        return Stream.of(
                new Bad("通知.docx", () -> word("word/vbaProject.bin", bytes("x")), 415, "宏"),
                new Bad("通知.docx", () -> bytes("MZ\u0000\u0001program"), 415, "程序"),
                new Bad("通知.exe", () -> bytes("MZ\u0000\u0001program"), 415, "程序"),
                new Bad(
                        "通知.docx",
                        () -> word("word/media/image1.bmp", new byte[60 << 20]),
                        415,
                        "异常庞大"),
                new Bad("报告.pdf", () -> PdfSamples.locked("owner", "user"), 415, "密码"),
                new Bad("../../etc/passwd.txt", () -> bytes("x"), 422, "文件名中不能有"),
                new Bad("通知\u202Efdp.exe", () -> bytes("x"), 422, "方向"),
                new Bad(
                        "图.svg",
                        () -> bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"),
                        415,
                        "SVG"),
                new Bad("页.html", () -> bytes("<!DOCTYPE html><script>x</script>"), 415, "网页"),
                new Bad("空.txt", () -> new byte[0], 415, "空"),
                new Bad("报告.pdf", () -> bytes("%PDF-1.7 nothing"), 415, "损坏"),
                new Bad("材料.txt", () -> bytes("机密★十年\n正文"), 422, "密级"),
                new Bad("秘密★材料.txt", () -> bytes("正文"), 422, "密级"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void isRefusedInPlainWordsAndNotKept(Bad bad) {
        var before = kept();

        var answer = people.as("clerk").upload(PATH, bad.name(), bad.content().get(), Map.of());

        answer.expect(bad.status());
        assertThat(sentences(answer)).contains(bad.told()).doesNotContain("Exception");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void isRefusedAtTheLimitHoweverLargeItIs() throws Exception {
        var before = kept();
        var token =
                people.reader()
                        .post(
                                "/api/v1/tokens",
                                Map.of("username", "clerk", "password", DemoPeople.PASSWORD))
                        .text("/token");
        var head =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(
                                BodyPublishers.concat(
                                        BodyPublishers.ofString(head),
                                        BodyPublishers.ofInputStream(UploadEdgeTests::spaces),
                                        BodyPublishers.ofString("\r\n--b--\r\n")))
                        .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/too-large");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void isNotTakenFromSomebodyWhoDoesNotDraft() {
        people.as("auditor").upload(PATH, "a.txt", bytes("文"), Map.of()).expect(403);
        people.reader().upload(PATH, "a.txt", bytes("文"), Map.of()).expect(401);
    }

    private static String sentences(ApiAnswer answer) {
        return answer.text("/detail") + answer.at("/errors").findValuesAsString("message");
    }

    private long kept() {
        return database.sql("SELECT count(*) FROM stored_file").query(Long.class).single();
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    /** A plain Word file with one more part. */
    private static byte[] word(String part, byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var plain = new ZipInputStream(new ByteArrayInputStream(WordSamples.plain("文")));
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

    private static InputStream spaces() {
        return new InputStream() {
            private long left = THREE_HUNDRED_MEGABYTES;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                int given = (int) Math.min(left, length);
                java.util.Arrays.fill(into, from, from + given, (byte) ' ');
                left -= given;
                return given;
            }
        };
    }
}
