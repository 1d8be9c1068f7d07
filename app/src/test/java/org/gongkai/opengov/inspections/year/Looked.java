package org.gongkai.opengov.inspections.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;

/** What is asked of every page on the way: readable by everybody, on a desk and on a telephone. */
final class Looked {
    private Looked() {}

    /** A picture for people to look at, wide and narrow, of what another test asks. */
    static void pictured(Page page, String name) {
        var size = page.viewportSize();
        page.setViewportSize(Browser.WIDE, 800);
        Browser.photograph(page, "year-" + name);
        page.setViewportSize(Browser.NARROW, 800);
        Browser.photograph(page, "year-" + name + "-narrow");
        page.setViewportSize(size.width, size.height);
    }

    /** Nothing for axe to find and nothing beyond the edge, wide and narrow; a picture of each. */
    static void at(Page page, String name) {
        var size = page.viewportSize();
        page.setViewportSize(Browser.WIDE, 800);
        assertThat(Axe.findings(page)).as(name).isEmpty();
        Browser.photograph(page, "year-" + name);
        page.setViewportSize(Browser.NARROW, 800);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name + " at 360 px")
                .isLessThanOrEqualTo(Browser.NARROW);
        Browser.photograph(page, "year-" + name + "-narrow");
        page.setViewportSize(size.width, size.height);
    }
}
