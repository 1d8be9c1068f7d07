package org.gongkai.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.verifier.draw.CertificateTests;
import org.gongkai.verifier.draw.RandomDraws;
import org.gongkai.verifier.json.JsonObject;
import org.gongkai.verifier.json.JsonText;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.testing.Vectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In the system's Chromium, without network, the page opened from the disk. */
@DisplayName("The page that verifies offline")
class PageTests {
    private static final Path PAGE = Path.of("verify.html").toAbsolutePath();
    private static final int NARROW = 360;

    private static Playwright playwright;
    private static Browser browser;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium())
                                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    private static Path chromium() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing"));
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void open() {
        BrowserContext window =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setOffline(true)
                                .setViewportSize(NARROW, 740)
                                .setLocale("zh-CN"));
        page = window.newPage();
        page.onConsoleMessage(it -> complaints.add(it.text()));
        page.onPageError(complaints::add);
        page.navigate(PAGE.toUri().toString());
    }

    @Test
    void judgesThePublishedExample() {
        assertThat(verdict(Vectors.bytes("vdraw-open-small-sha256.json")))
                .startsWith("valid 有效")
                .contains("demo/open-small/sha256");
        assertThat(page.locator("#steps li").count()).isEqualTo(5);
        assertThat(page.locator("#steps").textContent())
                .contains("3f76212d67aac320a6abb30c6233397414f055d41e14bbfa1ce54a1a80626f01");
        assertThat(
                        verdict(
                                JsonText.of(
                                                Vectors.with(
                                                        Vectors.example(),
                                                        "/expect/result/2/team/0",
                                                        "ZF-01"))
                                        .getBytes(StandardCharsets.UTF_8)))
                .startsWith("refused 不符 Differs /expect/result/2/team/0")
                .contains("computed \"ZF-02\"");
        assertThat(complaints).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 360")).isTrue();
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", "verify.png"))
                        .setFullPage(true));
    }

    @Test
    void refusesWhatTheJarRefusesAndNamesTheSamePlace() {
        Object example = Vectors.example();
        List<Object> bundles = new ArrayList<>();
        for (String path : Vectors.leaves(Node.root(example))) {
            Object value = Vectors.at(example, path);
            bundles.add(
                    Vectors.with(
                            example,
                            path,
                            value instanceof Long number
                                    ? (Object) (number + 1)
                                    : value instanceof Boolean truth ? !truth : value + "x"));
            bundles.add(Vectors.with(example, path, null));
        }

        assertSameVerdicts(bundles);
    }

    @Test
    void agreesWithTheJarOnRandomDraws() {
        List<Object> bundles = new ArrayList<>();
        var random = new Random(20261126);
        for (long seed = 0; seed < 500; seed++) {
            Object bundle = RandomDraws.of(seed);
            bundles.add(bundle);
            List<String> leaves = Vectors.leaves(Node.root(bundle));
            String path = leaves.get(random.nextInt(leaves.size()));
            bundles.add(Vectors.with(bundle, path, "x"));
        }

        assertSameVerdicts(bundles);
    }

    @Test
    void agreesOnDrawsWithBeacons() {
        Object bundle = BeaconDraws.nist();

        assertSameVerdicts(
                List.of(
                        bundle,
                        Vectors.with(bundle, "/disclosures/nist/statusCode", 1L),
                        Vectors.with(bundle, "/disclosures/nist/outputValue", "00".repeat(64))));
        assertThat(verdict(JsonText.of(BeaconDraws.drand()).getBytes(StandardCharsets.UTF_8)))
                .startsWith("valid 有效")
                .contains("BLS 签名本页不核对");
    }

    @Test
    void judgesCertificates() {
        JsonObject certificate = CertificateTests.certificate(3);

        assertThat(verdict(JsonText.of(certificate).getBytes(StandardCharsets.UTF_8)))
                .startsWith("valid 有效")
                .contains("日志检查点的签名本页不核对");
        for (String path : Vectors.leaves(Node.root(certificate))) {
            Object value = Vectors.at(certificate, path);
            Object other = value instanceof Long number ? (Object) (number + 1) : value + "x";
            String text = JsonText.of(Vectors.with(certificate, path, other));
            assertThat(verdict(text.getBytes(StandardCharsets.UTF_8)))
                    .as(path)
                    .startsWith("refused");
        }
    }

    @Test
    void computesTheHashesOfTheVectors() {
        for (Node each : Vectors.json("sm2-sm3.json").get("sm3").items()) {
            assertThat(
                            page.evaluate(
                                    "it => Verifier.hex(Verifier.SUITES.sm3.hash(Verifier.unhex(it)))",
                                    each.get("message_hex").text()))
                    .isEqualTo(each.get("digest").text());
        }
        assertThat(
                        page.evaluate(
                                "() => Verifier.hex(Verifier.SUITES.sha256.hmac(Verifier.utf8('Jefe'))"
                                        + "(Verifier.utf8('what do ya want for nothing?')))"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    private void assertSameVerdicts(List<Object> bundles) {
        for (Object bundle : bundles) {
            String text = JsonText.of(bundle);
            assertThat(
                            page.evaluate(
                                    """
                                    text => {
                                      try {
                                        Verifier.verify(new TextEncoder().encode(text));
                                        return "valid";
                                      } catch (refusal) {
                                        return `${refusal.kind} ${refusal.path} ${refusal.expected ?? null}`;
                                      }
                                    }
                                    """,
                                    text))
                    .as(text)
                    .isEqualTo(jar(text));
        }
    }

    private static String jar(String text) {
        try {
            org.gongkai.verifier.draw.DrawVerifier.verify(
                    org.gongkai.verifier.json.JsonReader.read(
                            text.getBytes(StandardCharsets.UTF_8)));
            return "valid";
        } catch (Refusal refusal) {
            return refusal.kind() + " " + refusal.path() + " " + refusal.expected();
        }
    }

    private String verdict(byte[] file) {
        page.evaluate("document.getElementById('verdict').className = ''");
        page.setInputFiles("#file", new FilePayload("bundle.json", "application/json", file));
        page.waitForSelector("#verdict.valid, #verdict.refused");
        return page.locator("#verdict").getAttribute("class")
                + " "
                + page.locator("#verdict").textContent();
    }
}
