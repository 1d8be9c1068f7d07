package org.gongkai.accessibility;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;

/**
 * What is looked at on every page (逐页检查): axe-core wide and narrow, contrast in the dark, nothing
 * sideways at 360 px, one heading of the first level, title, language, skip link, form tokens, and
 * no word that only a programmer knows.
 */
final class PageCheck {
    /** Set to photograph each page as well, wide and narrow. */
    private static final boolean PHOTOGRAPH = System.getenv("GONGKAI_SCREENSHOTS") != null;

    private static final String FRAME =
            """
            () => {
              const wrong = [];
              const all = (selector) => [...document.querySelectorAll(selector)];
              if (document.documentElement.lang !== "zh-CN") wrong.push("language is " + document.documentElement.lang);
              if (!document.title.trim()) wrong.push("no title");
              if (all("h1").length !== 1) wrong.push(all("h1").length + " headings of the first level");
              if (all("main").length !== 1) wrong.push(all("main").length + " main parts");
              const skip = document.querySelector("body > a");
              if (document.querySelector("body > header") && (!skip?.matches(".skip-link") || !document.querySelector(skip.getAttribute("href")))) wrong.push("no skip link");
              const ids = all("[id]").map((it) => it.id);
              ids.filter((it, at) => ids.indexOf(it) !== at).forEach((it) => wrong.push("two have the id " + it));
              all("form[method=post]").filter((it) => it.getAttribute("action").startsWith("/desk") && !it.querySelector("input[name=_csrf]")).forEach((it) => wrong.push("no form token: " + it.action));
              all("img").filter((it) => it.complete && !it.naturalWidth).forEach((it) => wrong.push("picture did not come: " + it.src));
              const raw = /\\?\\?\\S+|\\{\\d\\}|\\b(null|undefined|NaN)\\b|Optional\\[|\\b[A-Z]{2,}_[A-Z_]{2,}\\b/.exec(document.querySelector("main")?.innerText || "");
              if (raw) wrong.push("a programmer's word: " + raw[0]);
              return wrong;
            }
            """;

    /** The element that reaches furthest to the right. */
    private static final String WIDEST =
            """
            () => [...document.querySelectorAll("main *, header *, footer *")]
              .filter((it) => !it.closest(".scroller, .visually-hidden"))
              .map((it) => [it.getBoundingClientRect().right, it.outerHTML.slice(0, 120)])
              .sort((a, b) => b[0] - a[0])[0][1]
            """;

    /** The scripts have seen the new width. */
    private static final String SETTLED =
            "() => new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))";

    private final List<String> wrong = new ArrayList<>();

    /** Looks at the page that is open. */
    void look(Page page, String name) {
        note(name, list(page.evaluate(FRAME)));
        at(page, name, Browser.WIDE);
        note(name + ", wide: ", Axe.findings(page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        note(name + ", dark: ", Axe.contrast(page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        at(page, name, Browser.NARROW);
        note(name + ", narrow: ", Axe.findings(page));
        page.setViewportSize(Browser.WIDE, 900);
    }

    /** Something else that is wrong with a page. */
    void note(String name, List<?> what) {
        what.forEach(it -> wrong.add(name + ": " + it));
    }

    /** All that was found. */
    List<String> wrong() {
        return wrong;
    }

    private void at(Page page, String name, int width) {
        page.setViewportSize(width, 900);
        page.evaluate(SETTLED);
        var needed = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (needed > width) {
            var widest = page.evaluate(WIDEST);
            wrong.add("%s: %d px wide at %d: %s".formatted(name, needed, width, widest));
        }
        if (PHOTOGRAPH) {
            var file = name.replaceAll("[^A-Za-z0-9]+", "-");
            Browser.photograph(page, file + "-" + width);
        }
    }

    /** Photographs the page as it is printed. */
    static void photographPrint(Page page, String name) {
        if (PHOTOGRAPH) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            Browser.photograph(page, name + "-print");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    private static List<?> list(Object found) {
        return (List<?>) found;
    }
}
