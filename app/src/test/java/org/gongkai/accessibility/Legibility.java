package org.gongkai.accessibility;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whether all of a page can be read and reached as it stands (看得全、点得到): nothing cut off, nothing
 * over other text, nothing sideways but tables in their scrollers; in the elder edition type of 18
 * pt (24 px) and targets of 60 px.
 */
final class Legibility {
    private static final String LOST =
            """
            () => {
              const wrong = [];
              const name = (it) => `${it.localName}.${it.className} "${it.textContent.trim().slice(0, 24)}"`;
              const needed = document.documentElement.scrollWidth;
              if (needed > innerWidth) wrong.push(`${needed} px wide at ${innerWidth}`);
              const hidden = ".visually-hidden, .skip-link, rt, rp, option";
              const texts = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const it = walker.currentNode.parentElement;
                if (!walker.currentNode.data.trim() || it.closest(hidden) || !it.checkVisibility({ visibilityProperty: true })) continue;
                const range = document.createRange();
                range.selectNodeContents(walker.currentNode);
                const scrolled = it.closest(".scroller");
                for (const box of range.getClientRects()) {
                  if (box.width < 2) continue;
                  if (!scrolled && (box.right > innerWidth + 1 || box.left < -1)) wrong.push(`out of the page: ${name(it)}`);
                  // Glyphs stand in the middle of their line's box.
                  texts.push({ it, scrolled, left: box.left + 1, right: box.right - 1, top: box.top + box.height * 0.25, bottom: box.bottom - box.height * 0.25 });
                }
              }
              for (const it of document.querySelectorAll("body *")) {
                const style = getComputedStyle(it);
                if (it.closest(".scroller, .visually-hidden, svg, input, select") || !it.checkVisibility()) continue;
                const cut = (overflow) => overflow === "hidden" || overflow === "clip";
                if (cut(style.overflowX) && it.scrollWidth > it.clientWidth + 1) wrong.push(`cut off on the right: ${name(it)}`);
                if (cut(style.overflowY) && it.scrollHeight > it.clientHeight + 1) wrong.push(`cut off below: ${name(it)}`);
                const owned = [...it.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
                if (owned && style.display !== "inline" && it.scrollWidth > it.clientWidth + 2 && it.clientWidth > 0) wrong.push(`wider than its box: ${name(it)}`);
              }
              texts.sort((a, b) => a.top - b.top);
              texts.forEach((a, at) => {
                for (let next = at + 1; next < texts.length && texts[next].top < a.bottom; next++) {
                  const b = texts[next];
                  if (a.it === b.it || a.scrolled !== b.scrolled || a.left >= b.right || b.left >= a.right) continue;
                  wrong.push(`one over the other: ${name(a.it)} and ${name(b.it)}`);
                }
              });
              return [...new Set(wrong)];
            }
            """;

    private static final String TOO_SMALL =
            """
            () => {
              const wrong = [];
              const name = (it) => `${it.localName}.${it.className} in ${it.parentElement.localName}.${it.parentElement.className} "${it.textContent.trim().slice(0, 24)}"`;
              const seen = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest(".visually-hidden, .skip-link, [hidden]");
              // A link within a sentence is as high as its line (WCAG 2.5.8, inline).
              const inline = (it) => it.localName === "a" && getComputedStyle(it).display === "inline"
                && it.parentElement.textContent.trim().length > it.textContent.trim().length + 2;
              for (const it of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]")) {
                if (!seen(it) || inline(it)) continue;
                const target = it.matches("[type=radio], [type=checkbox]") && it.labels[0] ? it.closest(".choice") ?? it.labels[0] : it;
                const box = target.getBoundingClientRect();
                if (box.width < 60 || box.height < 60) wrong.push(`${Math.round(box.width)} × ${Math.round(box.height)} px: ${name(it)}`);
              }
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const it = walker.currentNode.parentElement;
                if (!walker.currentNode.data.trim() || !seen(it) || it.closest("sup, sub, rt, rp, svg, option, .tag, script, noscript, style")) continue;
                const size = parseFloat(getComputedStyle(it).fontSize);
                if (size < 24) wrong.push(`type of ${size} px: ${name(it)}`);
              }
              return [...new Set(wrong)];
            }
            """;

    /** What WCAG 1.4.12 lets a reader set for themselves. */
    private static final String SPACE_OUT =
            """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
              document.adoptedStyleSheets = [sheet];
            }
            """;

    private Legibility() {}

    /** What is cut off, covered or out of sight. */
    static List<String> lost(Page page) {
        return list(page, LOST);
    }

    /** Targets under 60 px and type under 24 px. */
    static List<String> tooSmallForElders(Page page) {
        return list(page, TOO_SMALL);
    }

    /** Puts the spacing of WCAG 1.4.12 on the page, until it is loaded again. */
    static void spaceOut(Page page) {
        page.evaluate(SPACE_OUT);
    }

    private static List<String> list(Page page, String script) {
        var found = new ArrayList<String>();
        ((List<?>) Objects.requireNonNull(page.evaluate(script)))
                .forEach(it -> found.add(it.toString()));
        return found;
    }
}
