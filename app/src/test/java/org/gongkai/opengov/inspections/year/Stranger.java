package org.gongkai.opengov.inspections.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.Verifier;

/** Somebody without an account (陌生人) who knows the address of the public list and nothing else. */
final class Stranger {
    private static final Path PAGE = Path.of("..", "verifier", "verify.html");

    private final int port;
    private final String base;

    Stranger(int port) {
        this.port = port;
        base = "http://127.0.0.1:" + port;
    }

    /** Reads that the list is still sealed. */
    void findsTheDrawSealed(Ceremony ceremony) {
        try (var window = Browser.open()) {
            var page = found(window.newPage(), ceremony);
            assertThat(page.locator("main").textContent()).contains("名单在检查前保密", "已抽取");
            assertThat(page.locator("a[href$='/bundle.json']").count()).isZero();
            assertThat(page.locator("main").textContent()).doesNotContain("样例·年度企业");
        }
    }

    /** Downloads everything from the public page and computes it again, twice. */
    void computesItAgain(Ceremony ceremony) {
        try (var window = Browser.open()) {
            var page = found(window.newPage(), ceremony);
            Looked.at(page, "public-draw");
            var bundle =
                    page.waitForDownload(() -> page.locator("a[href$='/bundle.json']").click());
            onThePageFromTheDisk(bundle);
            var outcome = Verifier.load().run("draw", bundle.path().toString());
            assertThat(outcome.status()).as(outcome.line()).isZero();
        }
    }

    /** The same with the program alone, of the file that the page of the draw offers. */
    void computesItAgainWithTheJar(Ceremony ceremony) {
        var nobody = DeskClient.at(port);
        var file =
                nobody.open("/draws/" + YearAgency.KEY + "/" + ceremony.seq())
                        .expect(200)
                        .page()
                        .select("a[href$=/bundle.json]")
                        .attr("href");
        try {
            var bundle = Files.createTempFile("draw", ".json");
            Files.write(bundle, nobody.download(file));
            var outcome = Verifier.load().run("draw", bundle.toString());
            Files.delete(bundle);
            assertThat(outcome.status()).as(outcome.line()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads how much was public too late, and opens what stands behind the number. */
    void readsTheFigures(int late) {
        try (var window = Browser.open()) {
            var page = window.newPage();
            page.navigate(base + "/draws?agency=" + YearAgency.KEY);
            Looked.at(page, "public-draws");
            follow(page, "抽查公示统计");
            assertThat(page.locator(".lead").textContent()).contains("其中逾期公示" + late + "户次");
            Looked.at(page, "public-figures");
            page.locator("a[href$='figure=late']").click();
            page.waitForLoadState();
            assertThat(page.locator("h1").textContent()).isEqualTo("2022年度逾期公示的抽查结果");
            assertThat(page.locator("tbody tr").count()).isEqualTo(late);
            Looked.at(page, "public-late");
            page.locator("tbody a").first().click();
            page.waitForLoadState();
            assertThat(page.locator("h1").textContent()).contains("补充公示");
            page.navigate(base + "/draws/statistics?agency=" + YearAgency.KEY);
            Looked.at(page, "public-statistics");
        }
    }

    private static void follow(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
        page.waitForLoadState();
    }

    private Page found(Page page, Ceremony ceremony) {
        page.navigate(base + "/draws?agency=" + YearAgency.KEY);
        follow(page, ceremony.title());
        return page;
    }

    private static void onThePageFromTheDisk(Download bundle) {
        try (var offline = Browser.open()) {
            offline.setOffline(true);
            var page = offline.newPage();
            page.navigate(PAGE.toAbsolutePath().normalize().toUri().toString());
            page.setInputFiles("#file", bundle.path());
            page.waitForSelector("#verdict.valid, #verdict.refused");
            var verdict = page.locator("#verdict");
            assertThat(verdict.getAttribute("class")).as(verdict.textContent()).isEqualTo("valid");
        }
    }
}
