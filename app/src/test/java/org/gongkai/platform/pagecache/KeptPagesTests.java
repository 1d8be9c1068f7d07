package org.gongkai.platform.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("Pages in memory")
class KeptPagesTests {
    private final TestClock clock = new TestClock();
    private final AtomicInteger made = new AtomicInteger();
    private KeptPages pages;
    private PageFilter filter;

    @RestController
    static class Probe {
        @KeptPage
        @GetMapping({"/kept", "/kept/{name}"})
        String kept(
                @RequestParam(required = false) String year,
                @RequestParam(name = "page", defaultValue = "1") int number) {
            return "";
        }

        @GetMapping("/other")
        String other() {
            return "";
        }
    }

    @BeforeEach
    void open() {
        filled(64);
    }

    private void filled(int mebibytes) {
        var memory =
                new PageMemory(
                        new MockEnvironment()
                                .withProperty("GONGKAI_PAGE_MEMORY", Integer.toString(mebibytes)));
        pages = new KeptPages(memory, clock);
        pages.answering(true);
        filter = new PageFilter(pages, addresses(), memory);
    }

    private static KeptAddresses addresses() {
        var context = new StaticWebApplicationContext();
        context.registerSingleton("probe", Probe.class);
        context.refresh();
        var mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        var beans = new StaticListableBeanFactory();
        beans.addBean("requestMappingHandlerMapping", mapping);
        return new KeptAddresses(beans.getBeanProvider(RequestMappingHandlerMapping.class));
    }

    private MockHttpServletResponse ask(String path, FilterChain page) throws Exception {
        var response = new MockHttpServletResponse();
        var at = path.indexOf('?');
        var request = new MockHttpServletRequest("GET", at < 0 ? path : path.substring(0, at));
        request.setQueryString(at < 0 ? null : path.substring(at + 1));
        filter.doFilter(request, response, page);
        return response;
    }

    /** A page that says how often one was made, and was made from these. */
    private FilterChain page(String... sources) {
        return (request, response) -> {
            List.of(sources).forEach(PageSources::note);
            response.getOutputStream().print("page " + made.incrementAndGet());
        };
    }

    @Test
    void areWrittenInOneWay() {
        var addresses = addresses();
        assertThat(addresses.canonical("/kept", null)).hasValue("/kept");
        assertThat(addresses.canonical("/kept", "")).hasValue("/kept");
        assertThat(addresses.canonical("/kept/a-1", "x=1&page=2&year=2021"))
                .hasValue("/kept/a-1?year=2021&page=2");
        assertThat(addresses.canonical("/kept", "utm=a&b&&c=%E4")).hasValue("/kept");
        for (var path :
                List.of("/other", "/kept/a/b", "/kept/", "/kept//a", "/kept/..", "/k%65pt")) {
            assertThat(addresses.canonical(path, null)).as(path).isEmpty();
        }
        for (var query :
                List.of(
                        "page=1&page=2",
                        "page=%31",
                        "p%61ge=1",
                        "page",
                        "year=",
                        "year=" + "9".repeat(65),
                        "a&".repeat(30))) {
            assertThat(addresses.canonical("/kept", query)).as(query).isEmpty();
        }
    }

    @Test
    void areMadeOnceHoweverManyAsk() throws Exception {
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var answers = new ArrayList<Future<String>>();
        FilterChain slow =
                (request, response) -> {
                    inside.countDown();
                    waitFor(goOn);
                    page("x").doFilter(request, response);
                };
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.add(readers.submit(() -> ask("/kept", slow).getContentAsString()));
            inside.await();
            for (var reader = 0; reader < 50; reader++) {
                answers.add(readers.submit(() -> ask("/kept?junk=1", slow).getContentAsString()));
            }
            goOn.countDown();
            for (var it : answers) {
                assertThat(it.get()).isEqualTo("page 1");
            }
        }
        assertThat(made).hasValue(1);
    }

    /** The change comes after the old state was read and before the page would have been kept. */
    @Test
    void areNotKeptWhenOvertakenByAChange() throws Exception {
        FilterChain overtaken =
                (request, response) -> {
                    page("list").doFilter(request, response);
                    pages.forget(Set.of("list"));
                };

        assertThat(ask("/kept", overtaken).getContentAsString()).isEqualTo("page 1");
        assertThat(pages.find("/kept")).isNull();
        assertThat(ask("/kept", page("list")).getContentAsString()).isEqualTo("page 2");
        assertThat(ask("/kept", page("list")).getContentAsString()).isEqualTo("page 2");
    }

    /** Even when the change comes before the page has read anything: it has begun to read. */
    @Test
    void areNotKeptWhenTheChangeCameFirst() throws Exception {
        ask(
                "/kept",
                (request, response) -> {
                    pages.forget(Set.of("list"));
                    page("list").doFilter(request, response);
                });
        assertThat(pages.find("/kept")).isNull();
    }

    /** Who asked after the change, while the old page was still being made, gets the new one. */
    @Test
    void areNotSharedWithWhoCameAfterTheChange() throws Exception {
        var read = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var before =
                    readers.submit(
                            () ->
                                    ask(
                                                    "/kept",
                                                    (request, response) -> {
                                                        page("list").doFilter(request, response);
                                                        read.countDown();
                                                        waitFor(goOn);
                                                    })
                                            .getContentAsString());
            read.await();
            pages.forget(Set.of("list"));
            var after = readers.submit(() -> ask("/kept", page("list")).getContentAsString());
            goOn.countDown();

            assertThat(before.get()).isEqualTo("page 1");
            assertThat(after.get()).isEqualTo("page 2");
        }
        assertThat(ask("/kept", page("list")).getContentAsString()).isEqualTo("page 2");
    }

    @Test
    void areKeptThroughChangesThatDoNotConcernThem() throws Exception {
        FilterChain untouched =
                (request, response) -> {
                    pages.forget(Set.of("b"));
                    page("a").doFilter(request, response);
                };
        ask("/kept", untouched);
        pages.forget(Set.of("b", "c"));
        assertThat(ask("/kept", untouched).getContentAsString()).isEqualTo("page 1");
        assertThat(pages.figures().evictions()).isZero();
    }

    @Test
    void areNotKeptWhenTheyFailOrAreNotToBeKept() throws Exception {
        ask(
                "/kept",
                (request, response) ->
                        ((jakarta.servlet.http.HttpServletResponse) response).setStatus(404));
        ask("/other", page());
        try {
            ask(
                    "/kept",
                    (request, response) -> {
                        throw new IllegalStateException("broken");
                    });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("broken");
        }
        assertThat(pages.figures().pages()).isZero();
        assertThat(ask("/kept", page()).getContentAsString()).isEqualTo("page 2");
    }

    /**
     * Whoever asks first after an addition makes the page; meanwhile others need not wait for him.
     */
    @Test
    void areAnsweredAsTheyWereWhileSomethingIsAdded() throws Exception {
        ask("/kept", page("list"));
        pages.renew(Set.of("list"));
        assertThat(pages.find("/kept")).as("somebody has to make it").isNull();

        whileMaking(
                page("list"),
                () -> {
                    assertThat(ask("/kept", page("list")).getContentAsString()).isEqualTo("page 1");
                    assertThat(ask("/kept?x=1", page("list")).getContentAsString())
                            .isEqualTo("page 1");
                    assertThat(pages.find("/kept")).isNotNull();
                    clock.advance(Duration.ofMillis(999));
                    assertThat(pages.find("/kept")).isNotNull();
                    clock.advance(Duration.ofMillis(1));
                    assertThat(pages.find("/kept")).as("a second at most").isNull();
                });

        assertThat(ask("/kept", page("list")).getContentAsString()).isEqualTo("page 2");
        assertThat(made).hasValue(2);
        assertThat(pages.figures().bridged()).isEqualTo(4);
        assertThat(pages.figures().evictions()).isOne();
        assertThat(pages.sources()).isOne();
    }

    /** The second runs from the first addition that the page lacks, however many follow. */
    @Test
    void areNoOlderThanASecondHoweverMuchIsAdded() throws Exception {
        ask("/kept", page("list"));
        pages.renew(Set.of("list"));
        clock.advance(Duration.ofMillis(600));
        pages.renew(Set.of("list"));
        whileMaking(
                page("list"),
                () -> {
                    pages.renew(Set.of("list"));
                    assertThat(pages.find("/kept")).isNotNull();
                    clock.advance(Duration.ofMillis(400));
                    assertThat(pages.find("/kept")).isNull();
                });
        assertThat(ask("/kept", page("list")).getContentAsString())
                .as("the one made meanwhile lacks the third addition")
                .isEqualTo("page 3");
    }

    @Test
    void areNotAnsweredAsTheyWereOnceSomethingWasTakenAway() throws Exception {
        for (var first : List.of(true, false)) {
            ask("/kept", page("list", "document"));
            if (first) {
                pages.forget(Set.of("document"));
            }
            pages.renew(Set.of("list"));
            whileMaking(
                    page("list", "document"),
                    () -> {
                        if (!first) {
                            assertThat(pages.find("/kept")).isNotNull();
                            pages.forget(Set.of("document"));
                        }
                        assertThat(pages.find("/kept")).isNull();
                    });
        }
    }

    @Test
    void areNotAnsweredAsTheyWereWhenNobodyCanMakeThemAnew() throws Exception {
        ask("/kept", page("list"));
        pages.renew(Set.of("list"));
        ask(
                "/kept",
                (request, response) ->
                        ((jakarta.servlet.http.HttpServletResponse) response).setStatus(500));
        whileMaking(page("list"), () -> assertThat(pages.find("/kept")).isNull());
        pages.renew(Set.of("list"));
        pages.forgetEverything();
        whileMaking(page("list"), () -> assertThat(pages.find("/kept")).isNull());
    }

    /** Does this while somebody makes the page. */
    private void whileMaking(FilterChain page, Check check) throws Exception {
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var making =
                    readers.submit(
                            () ->
                                    ask(
                                            "/kept",
                                            (request, response) -> {
                                                page.doFilter(request, response);
                                                inside.countDown();
                                                waitFor(goOn);
                                            }));
            inside.await();
            try {
                check.run();
            } finally {
                goOn.countDown();
            }
            making.get();
        }
    }

    private interface Check {
        void run() throws Exception;
    }

    /** The word that something was taken back is a page too; an error is none. */
    @Test
    void sayWhatIsGone() throws Exception {
        FilterChain gone =
                (request, response) -> {
                    ((jakarta.servlet.http.HttpServletResponse) response).setStatus(410);
                    page("document").doFilter(request, response);
                };
        for (var time = 0; time < 2; time++) {
            var answer = ask("/kept", gone);
            assertThat(answer.getStatus()).isEqualTo(410);
            assertThat(answer.getContentAsString()).isEqualTo("page 1");
        }
        pages.forget(Set.of("document"));
        assertThat(pages.find("/kept")).isNull();
        ask(
                "/kept",
                (request, response) ->
                        ((jakarta.servlet.http.HttpServletResponse) response).sendError(410));
        assertThat(pages.find("/kept")).isNull();
    }

    @Test
    void areForgottenAltogetherWhenChangesWentUnheard() throws Exception {
        ask("/kept", page("a"));
        pages.answering(false);
        assertThat(pages.find("/kept")).isNull();
        assertThat(ask("/kept", page("a")).getContentAsString()).isEqualTo("page 2");
        pages.forgetEverything();
        pages.answering(true);
        assertThat(ask("/kept", page("a")).getContentAsString()).isEqualTo("page 3");
    }

    @Test
    void takeNoMoreMemoryThanTheyMay() throws Exception {
        filled(1);
        var random = new Random(7);
        for (var each = 0; each < 2_000; each++) {
            var noise = new byte[4_000];
            random.nextBytes(noise);
            var name = "each" + each;
            ask(
                    "/kept/" + name,
                    (request, response) -> {
                        PageSources.note(name);
                        PageSources.note("all");
                        response.getOutputStream().write(noise);
                    });
            assertThat(pages.figures().bytes()).isLessThanOrEqualTo(1 << 20);
        }
        assertThat(pages.figures().pages()).isBetween(50L, 300L);
        assertThat(pages.sources()).as("nothing is remembered of what went").isLessThan(302);

        var large = new byte[200_000];
        random.nextBytes(large);
        ask("/kept/large", (request, response) -> response.getOutputStream().write(large));
        assertThat(pages.find("/kept/large")).as("one page may not push out all others").isNull();
        pages.forget(Set.of("all"));
        assertThat(pages.figures().pages()).isZero();
        assertThat(pages.sources()).isZero();
    }

    @Test
    void endAtMidnightInBeijing() throws Exception {
        clock.set("2021-07-30T23:59:59+08:00");
        ask("/kept", page());
        assertThat(pages.find("/kept")).isNotNull();
        clock.set("2021-07-31T00:00:00+08:00");
        assertThat(pages.find("/kept")).isNull();
        assertThat(ask("/kept", page()).getContentAsString()).isEqualTo("page 2");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
