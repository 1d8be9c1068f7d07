package org.gongkai.opengov.inspections.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.gongkai.testing.Browser;
import org.gongkai.testing.Verifier;
import tools.jackson.databind.JsonNode;

/** A firm at its door (被检查单位), with the sign on the officers' paper and a telephone. */
final class Firm {
    private final String base;
    private final String certificate;
    private final String name;

    /** The one that this inspection is made at. */
    Firm(int port, JsonNode task) {
        base = "http://127.0.0.1:" + port;
        certificate = task.at("/certificate").asString();
        name = task.at("/unit/name").asString();
    }

    /** Reads that it was drawn and who comes, and has the certificate computed again. */
    void checksTheVisit(List<String> team) {
        try (var window = Browser.openNarrow()) {
            var page = opened(window.newPage());
            assertThat(page.locator("main").textContent())
                    .contains(name, "这次检查出自")
                    .contains(team.toArray(String[]::new));
            var file =
                    page.waitForDownload(
                            () -> page.locator("a[href$='/certificate.json']").click());
            var outcome = Verifier.load().run("certificate", file.path().toString());
            assertThat(outcome.status()).as(outcome.line()).isZero();
        }
    }

    /** Reads that it was replaced, and does not wait. */
    void findsItselfReplaced() {
        try (var window = Browser.openNarrow()) {
            var page = opened(window.newPage());
            assertThat(page.locator("main").textContent()).contains("这张凭证已经失效");
        }
    }

    private Page opened(Page page) {
        page.navigate(base + certificate);
        return page;
    }
}
