package org.gongkai.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * A real browser for tests: the system's Chromium, started once for all tests. Each test opens
 * windows of its own, which share no cookies.
 */
public final class Browser {
    /** A desk's screen. */
    public static final int WIDE = 1280;

    /** The narrowest telephone. */
    public static final int NARROW = 360;

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /**
     * How long a page may take on a machine that does much else: a page that hangs is still found.
     */
    public static final double PATIENCE_MILLIS = 180_000;

    private Browser() {}

    /** A window with JavaScript, light, as wide as a desk's screen. */
    public static BrowserContext open() {
        return open(WIDE, ColorScheme.LIGHT, true);
    }

    /** A window of this width and scheme. */
    public static BrowserContext open(int width, ColorScheme scheme, boolean scripts) {
        return patient(
                Running.ONE
                        .get()
                        .browser()
                        .newContext(
                                new com.microsoft.playwright.Browser.NewContextOptions()
                                        .setViewportSize(width, width == NARROW ? 740 : 900)
                                        .setColorScheme(scheme)
                                        .setLocale("zh-CN")
                                        .setTimezoneId("Asia/Shanghai")
                                        .setJavaScriptEnabled(scripts)));
    }

    private static BrowserContext patient(BrowserContext window) {
        window.setDefaultTimeout(PATIENCE_MILLIS);
        window.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        return window;
    }

    /** A window with JavaScript as narrow as a telephone. */
    public static BrowserContext openNarrow() {
        return open(NARROW, ColorScheme.LIGHT, true);
    }

    /** A window of this width whose cookies and stores lie in a folder and outlive it. */
    public static BrowserContext openProfile(Path folder, int width) {
        return patient(
                Running.ONE
                        .get()
                        .playwright()
                        .chromium()
                        .launchPersistentContext(
                                folder,
                                new BrowserType.LaunchPersistentContextOptions()
                                        .setExecutablePath(chromium())
                                        .setHeadless(true)
                                        .setArgs(FLAGS)
                                        .setViewportSize(width, width == NARROW ? 740 : 900)
                                        .setLocale("zh-CN")
                                        .setTimezoneId("Asia/Shanghai")));
    }

    /**
     * Does something that leads to another page, and waits until that is there. The mark is called
     * as no element is, because a window answers to ids too.
     */
    public static void follow(Page page, Runnable action) {
        page.evaluate("() => { window.documentBeforeAction = true; }");
        action.run();
        page.waitForFunction(
                "() => !window.documentBeforeAction && document.readyState === 'complete'");
    }

    /**
     * What the browser complains about in this window from now on: errors of scripts, what the
     * content security policy stopped, files that did not come.
     */
    public static List<String> complaints(BrowserContext window) {
        var said = new CopyOnWriteArrayList<String>();
        window.onConsoleMessage(
                it -> {
                    if (it.type().equals("error") || it.type().equals("warning")) {
                        said.add(it.page().url() + ": " + it.text());
                    }
                });
        window.onWebError(it -> said.add(it.page().url() + ": " + it.error()));
        return said;
    }

    /**
     * A picture of the whole page under {@code target/screenshots}, for people to look at; none
     * where nobody does ({@code GONGKAI_PICTURES=no}).
     */
    public static void photograph(Page page, String name) {
        if ("no".equals(System.getenv("GONGKAI_PICTURES"))) {
            return;
        }
        Path file = Path.of("target", "screenshots", name + ".png").toAbsolutePath();
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** Where Chromium is: {@code GONGKAI_CHROMIUM}, or where Debian and Ubuntu put it. */
    static Path chromium() {
        return Optional.ofNullable(System.getenv("GONGKAI_CHROMIUM")).stream()
                .map(Path::of)
                .findFirst()
                .or(
                        () ->
                                List.of("/usr/bin/chromium", "/usr/bin/chromium-browser").stream()
                                        .map(Path::of)
                                        .filter(Files::isExecutable)
                                        .findFirst())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "No Chromium for the browser tests: apt-get install"
                                                + " chromium fonts-noto-cjk"));
    }

    /**
     * Does these at the same time, each in a browser of its own, because a page is looked at by one
     * processor alone.
     */
    public static <T> List<T> sideBySide(List<? extends Callable<T>> looks) {
        try (var threads = Executors.newFixedThreadPool(looks.size())) {
            var seen = new ArrayList<T>();
            for (var each : threads.invokeAll(looks.stream().map(Browser::closingAfter).toList())) {
                seen.add(each.get());
            }
            return seen;
        } catch (ExecutionException e) {
            throw new AssertionError(
                    "A browser did not come to its end: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> Callable<T> closingAfter(Callable<T> look) {
        return () -> {
            try {
                return look.call();
            } finally {
                Running.ONE.get().playwright().close();
                Running.ONE.remove();
            }
        };
    }

    /** The browser of a thread: Playwright is not to be shared by two. */
    private record Running(Playwright playwright, com.microsoft.playwright.Browser browser) {
        static final ThreadLocal<Running> ONE = ThreadLocal.withInitial(Running::start);

        private static Running start() {
            var playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return new Running(
                    playwright,
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(chromium())
                                            .setHeadless(true)
                                            .setArgs(FLAGS)));
        }
    }
}
