package org.gongkai.opengov.requests.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One request on its way through the demo agency's hands (案件办理), asked on the public form. */
final class CaseWork {
    /** The name that stands in the letters and nowhere before. */
    static final String NAME = "欧阳测试";

    private static final String NUMBER = "11010519491231002X";
    private static final AtomicInteger COUNT = new AtomicInteger();

    final String number;
    final String secret;
    final long id;

    private final int port;
    private DemoPeople people;

    private CaseWork(int port, JdbcClient database, DemoPeople people, Map<String, String> more) {
        this.port = port;
        this.people = people;
        var fields = new HashMap<String, String>();
        fields.put("applicantClass", "natural-person");
        fields.put("name", NAME);
        fields.put("identityKind", "id-card");
        fields.put("identityNumber", NUMBER);
        fields.put("phone", "0951-0000000");
        fields.put("address", "750001 银川市兴庆区某街2号");
        fields.put("matters", "2020年度某化工厂排污许可证副本第" + COUNT.incrementAndGet() + "份");
        fields.put("form", "paper");
        fields.put("delivery", "post");
        fields.put("step", "send");
        fields.putAll(more);
        var sent = DeskClient.at(port).post("/requests/new", fields).expect(200);
        this.number = sent.page().select(".keep").text();
        this.secret = sent.page().select("dd .number").text();
        this.id =
                database.sql("SELECT id FROM request_case WHERE number = ?")
                        .param(number)
                        .query(Long.class)
                        .single();
    }

    /** Asked on the public form, confirmed, accepted and given to the water section. */
    static CaseWork asked(int port, JdbcClient database, DemoPeople people) {
        return asked(port, database, people, Map.of());
    }

    static CaseWork asked(
            int port, JdbcClient database, DemoPeople people, Map<String, String> more) {
        var work = new CaseWork(port, database, people, more);
        work.event("office", Map.of("type", "confirmed", "way", "电话")).expect(200);
        work.event("office", Map.of("type", "accepted")).expect(200);
        work.event("office", Map.of("type", "assigned", "section", "water")).expect(200);
        return work;
    }

    /** Somebody else's tokens, after the clock was moved. */
    void by(DemoPeople others) {
        people = others;
    }

    String path() {
        return "/api/v1/requests/" + id;
    }

    String desk() {
        return "/desk/requests/" + id;
    }

    ApiAnswer read() {
        return people.as("office").get(path()).expect(200);
    }

    ApiAnswer event(String who, Map<String, Object> event) {
        return people.as(who).post(path() + "/events", event);
    }

    /** Keeps the decision on the one matter. */
    void decide(String answers, Map<String, String> told) {
        people.as("office")
                .put(path() + "/matters/1/decision", Map.of("answers", answers, "told", told))
                .expect(200);
    }

    ApiAnswer attach(Map<String, Object> paper) {
        return people.as("office").post(path() + "/matters/1/papers", paper);
    }

    ApiAnswer begin(String kind, Map<String, String> fields) {
        return people.as("office")
                .post(path() + "/letters", Map.of("kind", kind, "fields", fields));
    }

    ApiAnswer letter(long letter) {
        return people.as("office").get(path() + "/letters/" + letter).expect(200);
    }

    /** Takes a step with what is read of the letter now. */
    ApiAnswer step(String who, long letter, String step, Map<String, String> more) {
        var body = new HashMap<String, String>(more);
        body.putIfAbsent("sha256", letter(letter).text("/sha256"));
        return people.as(who).post(path() + "/letters/" + letter + "/steps/" + step, body);
    }

    /** An answer from the draft to the delivered letter, through all hands. */
    long answered(String kind) {
        var letter = begin(kind, Map.of()).expect(201).number("/id");
        step("office", letter, "submit", Map.of()).expect(200);
        step("head2", letter, "review", Map.of()).expect(200);
        step("leader", letter, "sign", Map.of("note", "同意")).expect(200);
        step("office", letter, "make", Map.of()).expect(200);
        step("office", letter, "dispatch", Map.of("way", "邮寄", "evidence", "XA0001")).expect(200);
        step("office", letter, "deliver", Map.of("way", "邮寄", "evidence", "回执")).expect(200);
        return letter;
    }

    /** A notice from the draft until it was handed over. */
    long noticed(String kind, Map<String, String> fields) {
        var letter = begin(kind, fields).expect(201).number("/id");
        step("office", letter, "submit", Map.of()).expect(200);
        step("office-head", letter, "sign", Map.of()).expect(200);
        step("office", letter, "make", Map.of()).expect(200);
        step("office", letter, "deliver", Map.of("way", "当面", "evidence", "送达回证")).expect(200);
        return letter;
    }

    /** A file with one line of words, disclosed in part; the id of the redaction. */
    long redacted() {
        var sha256 =
                people.as("office")
                        .upload("/api/v1/files", "record.pdf", paper(), Map.of())
                        .expect(201)
                        .text("/sha256");
        var job =
                people.as("office")
                        .post(
                                "/api/v1/redactions",
                                Map.of(
                                        "sha256", sha256,
                                        "fileName", "检查记录.pdf",
                                        "title", "检查记录",
                                        "section", "water",
                                        "caseKey", number))
                        .expect(201)
                        .number("/id");
        var path = "/api/v1/redactions/" + job;
        people.as("office")
                .post(path + "/marks", Map.of("quote", "Wang Wu", "ground", "privacy"))
                .expect(201);
        people.as("office").post(path + "/releases", Map.of()).expect(201);
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(1))
                .until(
                        () ->
                                people.as("office")
                                        .get(path)
                                        .text("/releases/0/state")
                                        .equals("done"));
        return job;
    }

    private static byte[] paper() {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                pen.newLineAtOffset(72, 700);
                pen.showText("Report by Wang Wu on the plant");
                pen.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the applicant sees with number and secret. */
    DeskClient tracked() {
        return DeskClient.at(port)
                .post("/requests/track", Map.of("number", number, "secret", secret))
                .expect(200);
    }

    /** The words of a letter, as the applicant downloads it. */
    String downloaded(long letter) {
        return words(track("/letters/" + letter, secret, 200));
    }

    /** What is answered to a download from the tracking page. */
    byte[] track(String path, String with, int status) {
        var body =
                Map.of("number", number, "secret", with).entrySet().stream()
                        .map(
                                it ->
                                        it.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        it.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/requests/track" + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(answer.headers().allValues("set-cookie")).isEmpty();
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The words of a PDF without blanks. */
    static String words(byte[] pdf) {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("[\\s\u3000]", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(ApiAnswer letter) {
        return letter.at("/words").valueStream().map(it -> it.asString()).toList();
    }
}
