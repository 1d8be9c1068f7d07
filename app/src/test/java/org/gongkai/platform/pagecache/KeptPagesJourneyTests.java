package org.gongkai.platform.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.PublicWork;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DisplayName("A public page kept in memory")
@DemoAgencyTest
class KeptPagesJourneyTests {
    /** Of the transport, or what keeping adds. */
    private static final Set<String> ADDED =
            Set.of(
                    "etag",
                    "vary",
                    "date",
                    "content-length",
                    "transfer-encoding",
                    "content-encoding");

    private static final String ALL_ENCODINGS = "gzip, deflate, br, zstd";

    @LocalServerPort int port;
    @Autowired KeptPages pages;
    @Autowired TestClock clock;

    private PageReader reader;
    private PublicWork work;

    @BeforeEach
    void open() {
        reader = new PageReader(port);
        work = PublicWork.at(port).in("budgets");
    }

    private PublicWork.Published published(String title) {
        return work.publish("general", title, "<p>水质监测结果公开。</p>", Map.of());
    }

    private boolean kept(String path) {
        return pages.find(path) != null;
    }

    private void read(String... paths) {
        for (var it : paths) {
            assertThat(reader.get(it).statusCode()).as(it).isEqualTo(200);
            assertThat(kept(it)).as(it + " is kept").isTrue();
        }
    }

    @Test
    void isWhatItWouldBeWithoutBeingKept() {
        var document = published("驻留页面与逐次渲染一致");

        for (var path :
                List.of(
                        "/",
                        "/columns",
                        "/c/budgets",
                        "/c/budgets?year=2021",
                        "/c/budgets/feed.xml",
                        "/register",
                        "/normative-documents",
                        "/plans",
                        "/plans.csv",
                        "/sitemap.xml",
                        "/sitemap/news.xml",
                        "/robots.txt",
                        "/catalogue",
                        "/catalogue?column=budgets&year=2021&section=office&order=oldest",
                        "/catalog.ttl",
                        "/catalog.rdf",
                        "/catalog.jsonld",
                        "/site-map",
                        "/sitemap/pages.xml",
                        "/sections/office",
                        "/organization",
                        "/organization/leading-group",
                        "/organization/lists/office",
                        document.path(),
                        document.path() + "/print",
                        document.path() + "/qr.svg",
                        document.path() + "/editions/1")) {
            var made = reader.get(path);
            var hits = pages.figures().hits();
            var again = reader.get(path);
            assertThat(pages.figures().hits()).as(path + " from memory").isGreaterThan(hits);
            var uncached = reader.uncached(path);

            assertThat(made.statusCode()).as(path).isEqualTo(200);
            assertThat(again.body()).as(path).isEqualTo(made.body()).isEqualTo(uncached.body());
            assertThat(PageReader.headWithout(again, ADDED))
                    .as(path)
                    .isEqualTo(PageReader.headWithout(made, ADDED))
                    .isEqualTo(PageReader.headWithout(uncached, ADDED))
                    .containsKey("content-security-policy");
            assertThat(PageReader.headWithout(again, Set.of("date")))
                    .as(path)
                    .isEqualTo(PageReader.headWithout(made, Set.of("date")));
        }
    }

    @Test
    void isSentAsTheReaderAcceptsIt() {
        read("/columns");
        var plain = reader.get("/columns");
        var gzip = reader.get("/columns", "Accept-Encoding", "gzip");
        var zstd = reader.get("/columns", "Accept-Encoding", ALL_ENCODINGS);

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(zstd.headers().firstValue("Content-Encoding")).hasValue("zstd");
        assertThat(PageReader.gunzip(gzip.body())).isEqualTo(plain.body());
        assertThat(Zstd.decompress(zstd.body(), plain.body().length)).isEqualTo(plain.body());
        for (var it : List.of(plain, gzip, zstd)) {
            assertThat(it.headers().firstValue("Vary")).hasValue("Accept-Encoding");
            assertThat(it.headers().firstValueAsLong("Content-Length")).hasValue(it.body().length);
        }
        assertThat(Set.of(tag(plain), tag(gzip), tag(zstd))).hasSize(3);
    }

    private static String tag(java.net.http.HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        read("/columns");
        var gzip = reader.get("/columns", "Accept-Encoding", "gzip");
        for (var known : List.of(tag(gzip), "W/" + tag(gzip), "\"old\", " + tag(gzip), "*")) {
            var answer = reader.get("/columns", "Accept-Encoding", "gzip", "If-None-Match", known);
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(tag(answer)).isEqualTo(tag(gzip));
            assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        }
        for (var other : List.of("\"old\"", tag(reader.get("/columns")), "\"\"")) {
            assertThat(
                            reader.get(
                                            "/columns",
                                            "Accept-Encoding",
                                            "gzip",
                                            "If-None-Match",
                                            other)
                                    .statusCode())
                    .as(other)
                    .isEqualTo(200);
        }
    }

    @Test
    void hasAHeadWithoutABody() {
        read("/columns");
        for (var path : List.of("/columns", "/columns?unknown=1", "/c/budgets?page=1")) {
            var get = reader.get(path, "Accept-Encoding", "gzip");
            var head = reader.head(path, "Accept-Encoding", "gzip");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(PageReader.headWithout(head, Set.of("date")))
                    .as(path)
                    .isEqualTo(PageReader.headWithout(get, Set.of("date")));
        }
    }

    @Test
    void isTheSameWhateverElseAReaderSends() {
        read("/c/budgets", "/c/budgets?year=2021&page=1");
        var plain = reader.get("/c/budgets").body();
        var before = pages.figures();

        for (var path :
                List.of(
                        "/c/budgets?utm_source=a",
                        "/c/budgets?from=b&utm_source=c",
                        "/c/budgets?;=1",
                        "/c/budgets?")) {
            assertThat(reader.get(path, "Cookie", "session=x", "Accept-Language", "en").body())
                    .as(path)
                    .isEqualTo(plain);
        }
        assertThat(reader.get("/c/budgets?page=1&junk=2&year=2021").body())
                .isEqualTo(reader.get("/c/budgets?year=2021&page=1").body());
        assertThat(pages.figures().misses()).isEqualTo(before.misses());
        assertThat(pages.figures().pages()).isEqualTo(before.pages());

        for (var odd :
                List.of(
                        "/c/budgets?page=1&page=2",
                        "/c/budgets?p%61ge=1",
                        "/c/budgets?page=%31",
                        "/nothing-here",
                        "/c/no-such-column",
                        "/search?q=a",
                        "/c/budgets?page=x")) {
            reader.get(odd);
        }
        assertThat(pages.figures().pages()).as("nothing odd is kept").isEqualTo(before.pages());
    }

    @Test
    void endsWithWhatItShowsAndWithNothingElse() {
        var old = published("旧文");
        read(
                "/",
                "/columns",
                "/c/budgets",
                "/c/budgets/feed.xml",
                "/c/statutory",
                "/c/key-work",
                "/c/key-work/feed.xml",
                "/register",
                "/plans",
                "/normative-documents",
                "/robots.txt",
                "/sitemap/news.xml",
                old.path(),
                old.path() + "/qr.svg");

        published("新文");

        assertThat(ended("/", "/columns", "/c/budgets", "/c/budgets/feed.xml", "/sitemap/news.xml"))
                .as("home, counts, the column's list and feed")
                .hasSize(5);
        assertThat(
                        ended(
                                "/c/key-work",
                                "/c/key-work/feed.xml",
                                "/register",
                                "/plans",
                                "/normative-documents",
                                "/robots.txt",
                                old.path(),
                                old.path() + "/qr.svg"))
                .as("other columns, registers and documents")
                .isEmpty();

        read("/", "/c/budgets", "/register", old.path(), "/c/key-work");
        work.correct(old, "更正数字", "<p>更正后的结果。</p>");
        assertThat(ended("/", "/c/budgets", "/register", old.path())).hasSize(4);
        assertThat(ended("/c/key-work")).isEmpty();
        assertThat(PageReader.text(reader.get(old.path()))).contains("更正后的结果");
    }

    @Test
    void endsAsACatalogueWithEveryDocumentAndAsASectionWithItsOwn() {
        read(
                "/catalogue",
                "/catalogue?year=2021",
                "/sections/office",
                "/sections/air",
                "/catalog.ttl",
                "/site-map",
                "/sitemap/pages.xml",
                "/organization");

        published("目录新文");

        assertThat(ended("/catalogue", "/catalogue?year=2021", "/sections/office")).hasSize(3);
        assertThat(
                        ended(
                                "/sections/air",
                                "/catalog.ttl",
                                "/site-map",
                                "/sitemap/pages.xml",
                                "/organization"))
                .isEmpty();
    }

    @Test
    void endsWithTheCalendarByWhichItCounts() {
        read("/sections/air", "/organization/lists/air", "/site-map");
        var office = DemoPeople.at(port).as("office");
        var notice = new HashMap<String, Object>();
        notice.put("calendar", "CN");
        notice.put("year", 2093);
        notice.put("number", "国办发明电〔2093〕1号");
        notice.put("title", "国务院办公厅关于调整2093年放假安排的通知");
        notice.put("issuedBy", "国务院办公厅");
        notice.put("validFrom", "2093-01-20");
        notice.put("certainty", "UNCHECKED");
        notice.put("source", "驻留页面测试");
        notice.put("wholeYear", false);
        notice.put("days", List.of(Map.of("day", "2093-03-04", "kind", "OFF", "festival", "测试假日")));
        var review = office.post("/api/v1/calendar/notices/examination", notice).expect(200);
        assertThat(kept("/sections/air")).isTrue();

        var entered =
                office.post("/api/v1/calendar/notices", review.at("/input").toString()).expect(201);

        assertThat(ended("/sections/air", "/organization/lists/air")).hasSize(2);
        assertThat(kept("/site-map")).isTrue();
        read("/sections/air");
        office.post(entered.header("Location") + "/withdrawal", Map.of("reason", "测试")).expect(200);
        assertThat(kept("/sections/air")).isFalse();
    }

    private List<String> ended(String... paths) {
        return List.of(paths).stream().filter(it -> !kept(it)).toList();
    }

    @Test
    void endsWithTheDocumentsThatAreRelatedToIt() {
        var repealed =
                work.publish(
                        "normative-document",
                        "被废止的办法",
                        "<p>第一条</p>",
                        normative("银环规〔2021〕71号", ""));
        read(repealed.path(), "/c/budgets");
        assertThat(PageReader.text(reader.get(repealed.path()))).doesNotContain("后来的办法");

        var later =
                work.in("key-work")
                        .publish(
                                "normative-document",
                                "后来的办法",
                                "<p>第一条</p>",
                                normative("银环规〔2021〕72号", "银环规〔2021〕71号"));

        assertThat(ended(repealed.path(), "/c/budgets")).hasSize(2);
        assertThat(PageReader.text(reader.get(repealed.path()))).contains("后来的办法");
        read("/c/budgets");

        work.withdraw(later, "有误", "条例第十五条");

        assertThat(PageReader.text(reader.get(repealed.path()))).doesNotContain("后来的办法");
        assertThat(ended("/c/budgets")).hasSize(1);
    }

    private static Map<String, String> normative(String number, String repeals) {
        return Map.ofEntries(
                Map.entry("documentNumber", number),
                Map.entry("repeals", repeals),
                Map.entry("issuer", "银川市生态环境局"),
                Map.entry("formedOn", "2021-07-01"),
                Map.entry("printedOn", "2021-07-02"),
                Map.entry("effectiveOn", "2021-07-03"),
                Map.entry("topic", "环境管理"),
                Map.entry("legalityReview", "已审核"));
    }

    @Test
    void endsWithTheNamesOfColumns() {
        read("/", "/c/budgets", "/robots.txt");
        var office = DemoPeople.at(port).as("office");
        var column =
                Map.of(
                        "key",
                        "kept-pages",
                        "parent",
                        "statutory",
                        "name",
                        "驻留页面栏目",
                        "kind",
                        "政务动态",
                        "description",
                        "试",
                        "keywords",
                        "试",
                        "position",
                        901);
        office.post("/api/v1/columns", column).expect(201);

        assertThat(ended("/", "/c/budgets")).hasSize(2);
        assertThat(kept("/robots.txt")).isTrue();
        assertThat(PageReader.text(reader.get("/columns"))).contains("驻留页面栏目");
    }

    /** What was taken back is said from memory too, and no longer once it is public again. */
    @Test
    void saysThatItWasTakenBackUntilItIsPublicAgain() {
        var document = published("撤回后恢复");
        work.withdraw(document, "有误", "条例第十五条");
        var made = reader.get(document.path());
        var hits = pages.figures().hits();
        var again = reader.get(document.path(), "If-None-Match", "*");

        assertThat(made.statusCode()).isEqualTo(410);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body())
                .isEqualTo(made.body())
                .isEqualTo(reader.uncached(document.path()).body());
        assertThat(pages.figures().hits()).isGreaterThan(hits);
        published("另一篇");
        assertThat(kept(document.path())).as("another publication does not concern it").isTrue();

        DemoPeople.at(port)
                .step("office", document.id(), "restore", Map.of("reason", "已处理"))
                .expect(200);

        assertThat(reader.get(document.path()).statusCode()).isEqualTo(200);
    }

    @Test
    void isMadeAnewOnTheNextDay() {
        read("/plans");
        clock.set("2021-07-30T23:59:59+08:00");
        assertThat(kept("/plans")).isTrue();
        clock.set("2021-07-31T00:00:00+08:00");
        assertThat(kept("/plans")).isFalse();
        read("/plans");
    }

    /**
     * Whoever asks after the withdrawal was answered gets nothing of it, however many were asking.
     */
    @Test
    void isNeverAnsweredAgainOnceWithdrawn() throws Exception {
        for (var round = 0; round < 3; round++) {
            var title = "撤回即不见" + round;
            var document = published(title);
            var lists = List.of(document.path(), "/c/budgets", "/", "/c/budgets/feed.xml");
            var withdrawn = new AtomicBoolean();
            var stop = new AtomicBoolean();
            var begun = new CountDownLatch(8);
            var stale = new ArrayList<String>();
            try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var each = 0; each < 8; each++) {
                    var path = lists.get(each % lists.size());
                    readers.submit(
                            () -> {
                                while (!stop.get()) {
                                    var after = withdrawn.get();
                                    var text = PageReader.text(reader.get(path));
                                    if (after && text.contains(title)) {
                                        synchronized (stale) {
                                            stale.add(path);
                                        }
                                    }
                                    begun.countDown();
                                }
                            });
                }
                begun.await();
                work.withdraw(document, "有误", "条例第十五条");
                withdrawn.set(true);
                for (var it : lists) {
                    assertThat(PageReader.text(reader.get(it))).as(it).doesNotContain(title);
                }
                assertThat(reader.get(document.path()).statusCode()).isEqualTo(410);
                stop.set(true);
            }
            assertThat(stale).isEmpty();
        }
    }
}
