package org.gongkai.platform.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddressBook;
import org.gongkai.platform.settings.StartRefused;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.Nginx;
import org.gongkai.testing.OwnAgencyTest;
import org.gongkai.testing.PublicWork;
import org.gongkai.testing.PublicWork.Published;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OwnAgencyTest
@DisplayName("Static export (静态导出): the whole site in files, served by nginx")
class SiteExportTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What a reader's browser and proxies go by. */
    private static final List<String> HEADERS =
            List.of(
                    "Content-Type",
                    "Content-Disposition",
                    "Cache-Control",
                    "Content-Security-Policy",
                    "X-Content-Type-Options",
                    "X-Frame-Options",
                    "Referrer-Policy",
                    "Permissions-Policy",
                    "Cross-Origin-Opener-Policy",
                    "Cross-Origin-Resource-Policy",
                    "Location");

    @LocalServerPort int port;
    @Autowired PublicAddressBook book;
    @TempDir Path folder;

    private PublicWork work;
    private DemoPeople people;
    private Path target;

    @BeforeEach
    void workAtTheDesk() {
        work = PublicWork.at(port);
        people = DemoPeople.at(port);
        target = folder.resolve("out");
    }

    @Test
    void isServedByNginxByteForByteAsTheProgramServesIt() throws IOException {
        makeSomeOfEverything();

        var outcome = export("frame");

        assertThat(outcome.leftOut()).isEmpty();
        try (var nginx = Nginx.with(outcome.nginx(), folder)) {
            var wrong = new TreeSet<String>();
            var links = new TreeMap<String, String>();
            var gone = new TreeSet<String>();
            for (var each : named()) {
                if (each.kind() == Kind.GONE) {
                    gone.add(each.address());
                }
                compare(nginx, each, wrong, links);
            }
            assertThat(wrong).isEmpty();
            var dead = new TreeMap<String, String>();
            links.forEach(
                    (link, on) -> {
                        var status = get(nginx.base(), link, false).statusCode();
                        if (status != 200
                                && status != 301
                                && !(status == 410 && gone.contains(link))) {
                            dead.put(link, status + " on " + on);
                        }
                    });
            assertThat(dead).isEmpty();
            compare(nginx, PublicAddress.of("/nothing/at/all", Kind.PAGE), wrong, links);
            assertThat(wrong).isEmpty();
            assertThat(text(nginx, "/search?q=%E6%B0%B4")).contains("这里不能现场查询");
            assertThat(text(nginx, "/c/key-work?from=singlemessage"))
                    .isEqualTo(text(nginx, "/c/key-work"));
            for (var bad : new String[] {"/.gone/d/x", "/.static/asked.html", "/../manifest.tsv"}) {
                assertThat(get(nginx.base(), bad, false).statusCode()).as(bad).isIn(400, 404);
            }
        }
    }

    @Test
    void writesOnlyWhatHasChangedAndSaysOfTheWithdrawnWhy() throws IOException {
        var kept = publish();
        var corrected = publish();
        var withdrawn = publish();
        export("frame");
        var before = inodes();

        var fresh = publish();
        work.correct(corrected, "有错字", "<p>改正后的内容。</p>");
        work.withdraw(withdrawn, "内容有误", "《政府信息公开条例》第六条");
        var second = export("frame");
        var after = inodes();

        assertThat(after.get(file(kept))).isEqualTo(before.get(file(kept)));
        assertThat(after.get("assets")).isEqualTo(before.get("assets"));
        assertThat(after.get(file(corrected))).isNotEqualTo(before.get(file(corrected)));
        assertThat(after).containsKey(file(fresh)).doesNotContainKey(file(withdrawn));
        assertThat(after.keySet()).noneMatch(it -> it.startsWith(withdrawn.path().substring(1)));
        assertThat(second.unchanged()).isGreaterThan(second.written());
        assertThat(Files.readString(target.resolve("current/changes.txt")))
                .contains("+ " + file(fresh))
                .contains("+ " + file(corrected))
                .contains("- " + file(withdrawn))
                .contains("+ .gone/" + file(withdrawn))
                .doesNotContain(file(kept));
        try (var nginx = Nginx.with(second.nginx(), folder)) {
            assertThat(get(nginx.base(), withdrawn.path(), false).statusCode()).isEqualTo(410);
            assertThat(text(nginx, withdrawn.path())).contains("内容有误");
            assertThat(get(nginx.base(), withdrawn.path() + "/print", false).statusCode())
                    .isEqualTo(404);
            assertThat(text(nginx, corrected.path())).contains("改正后的内容");
        }
    }

    @Test
    void findsTheSameBytesAgainWhenTheFrameHasChanged() throws IOException {
        var kept = publish();
        export("one");
        var before = inodes();

        export("another");

        assertThat(inodes().get(file(kept))).isEqualTo(before.get(file(kept)));
    }

    @Test
    void leavesTheFormerExportWholeWhenItBreaksOffAndGoesOnFromWhatWasWritten() throws IOException {
        var kept = publish();
        export("frame");
        var served = target.resolve("current").toRealPath();
        var left = new AtomicInteger(40);
        publish();

        assertThatThrownBy(() -> export("other", () -> left.decrementAndGet() < 0))
                .isInstanceOf(ExportStopped.class);

        assertThat(target.resolve("current").toRealPath()).isEqualTo(served);
        assertThat(target.resolve("current/site").resolve(file(kept))).exists();
        assertThat(trees()).hasSize(2);
        assertThat(export("other").unchanged()).isPositive();
        assertThat(trees()).hasSize(1);
    }

    @Test
    void refusesAFolderThatHoldsSomethingElse() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("letter.txt"), "x");

        assertThatThrownBy(() -> export("frame")).isInstanceOf(StartRefused.class);

        assertThat(target.resolve("letter.txt")).exists();
    }

    private SiteExport.Outcome export(String frame) throws IOException {
        return export(frame, () -> false);
    }

    private SiteExport.Outcome export(String frame, BooleanSupplier stopped) throws IOException {
        return new SiteExport(
                        book,
                        new Renderer("http://127.0.0.1:" + port),
                        frame,
                        null,
                        new Progress(it -> {}, Duration.ofHours(1), System::nanoTime),
                        stopped,
                        Clock.systemUTC())
                .into(target);
    }

    private void compare(
            Nginx nginx, PublicAddress each, TreeSet<String> wrong, Map<String, String> links)
            throws IOException {
        var address = each.address();
        var live = get("http://127.0.0.1:" + port, address, false);
        var file = get(nginx.base(), address, false);
        var zipped = get(nginx.base(), address, true);
        if (live.statusCode() != file.statusCode()) {
            wrong.add("%s: %d, nginx %d".formatted(each, live.statusCode(), file.statusCode()));
            return;
        }
        for (var header : HEADERS) {
            // What leads on has no content to have a type.
            var counts = each.kind() != Kind.MOVED || !header.equals("Content-Type");
            if (counts && !header(live, header).equals(header(file, header))) {
                wrong.add(
                        "%s %s: %s, nginx %s"
                                .formatted(
                                        address,
                                        header,
                                        header(live, header),
                                        header(file, header)));
            }
        }
        if (each.kind() == Kind.MOVED) {
            return;
        }
        if (!sameBytes(address, live.body(), file.body())
                || !sameBytes(address, live.body(), unzipped(zipped))) {
            wrong.add(address + " has other bytes");
        }
        if (header(live, "Content-Type").startsWith("text/html")) {
            Jsoup.parse(new String(live.body(), StandardCharsets.UTF_8))
                    .select("[href^=/], [src^=/], form[method=get][action^=/]")
                    .forEach(
                            it ->
                                    links.putIfAbsent(
                                            (it.attr("href") + it.attr("src") + it.attr("action"))
                                                    .replaceAll("#.*", ""),
                                            address));
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers()
                .firstValue(name)
                .orElse("")
                .replace("; charset", ";charset")
                .replace("UTF-8", "utf-8")
                .replaceFirst("filename\\*=utf-8", "filename*=UTF-8");
    }

    /**
     * A workbook says when it was made, in one of its parts and the head of each; all else is the
     * same.
     */
    private boolean sameBytes(String address, byte[] one, byte[] other) throws IOException {
        return address.replaceAll("\\?.*$", "").endsWith(".xlsx")
                ? parts(one).equals(parts(other))
                : Arrays.equals(one, other);
    }

    private Map<String, String> parts(byte[] workbook) throws IOException {
        var parts = new TreeMap<String, String>();
        var kept = Files.write(folder.resolve("workbook.xlsx"), workbook);
        try (var zip = new ZipFile(kept.toFile())) {
            for (var it : Collections.list(zip.entries())) {
                if (!it.getName().equals("docProps/core.xml")) {
                    var content = zip.getInputStream(it).readAllBytes();
                    parts.put(it.getName(), HexFormat.of().formatHex(content));
                }
            }
        }
        return parts;
    }

    private static byte[] unzipped(HttpResponse<byte[]> answer) {
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return answer.body();
        }
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Nginx nginx, String address) {
        return new String(get(nginx.base(), address, false).body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(String base, String address, boolean zipped) {
        var request = HttpRequest.newBuilder(URI.create(base + address));
        if (zipped) {
            request.header("Accept-Encoding", "gzip");
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private List<PublicAddress> named() {
        try (var all = book.all()) {
            return all.filter(it -> it.kind() != Kind.ASKED).toList();
        }
    }

    private Published publish() {
        var title = "关于导出的通知第" + NUMBER.incrementAndGet() + "号";
        var id = people.published(DemoPeople.notice(title, "<p>内容。</p>"));
        return new Published(id, people.read(id).text("/indexNumber"));
    }

    private static String file(Published published) {
        return published.path().substring(1) + ".html";
    }

    private Map<String, Object> inodes() throws IOException {
        var site = target.resolve("current/site").toRealPath();
        var inodes = new TreeMap<String, Object>();
        try (var all = Files.walk(site)) {
            for (var each : all.filter(Files::isRegularFile).toList()) {
                inodes.put(site.relativize(each).toString(), Files.getAttribute(each, "unix:ino"));
            }
        }
        return inodes;
    }

    private List<Path> trees() throws IOException {
        try (var all = Files.list(target.resolve("trees"))) {
            return new ArrayList<>(all.toList());
        }
    }

    private void makeSomeOfEverything() {
        work.correct(publish(), "有错字", "<p>改。</p>");
        work.withdraw(publish(), "内容有误", "《政府信息公开条例》第六条");
        var bytes = "附件正文".getBytes(StandardCharsets.UTF_8);
        var kept = people.as("clerk").upload("/api/v1/files", "点位 表.txt", bytes, Map.of());
        var input = new LinkedHashMap<String, Object>(DemoPeople.notice("带附件的通知", "<p>见附件。</p>"));
        input.put(
                "attachments",
                List.of(Map.of("sha256", kept.expect(201).text("/sha256"), "name", "点位 表.txt")));
        people.published(input);
        for (var it = 0; it < 120; it++) {
            publish();
        }
    }
}
