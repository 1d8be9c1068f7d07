package org.gongkai.accessibility;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.Browser;

/**
 * Somebody without a mouse (只用键盘): goes from one field to the next by the tab key and acts by
 * enter, space and arrows. Where the focus cannot be seen on the way is kept.
 */
final class Keys {
    private static final int FURTHEST = 400;

    /** Where the focus is: what it is called, what it holds, and whether one sees it. */
    private static final String HERE =
            """
            () => {
              const it = document.activeElement;
              const style = getComputedStyle(it);
              const box = it.getBoundingClientRect();
              const name = it.labels?.[0]?.textContent ?? it.getAttribute("aria-label") ?? it.textContent;
              return { name: name.trim().replace(/\\s+/g, " "), tag: it.localName, chosen: it.selectedOptions?.[0]?.textContent ?? "",
                seen: it === document.body || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
                  && box.bottom > 0 && box.top < innerHeight };
            }
            """;

    private final Page page;
    private final List<String> unseen = new ArrayList<>();

    Keys(Page page) {
        this.page = page;
    }

    /** Goes on with the tab key until the focus is on what starts with this name. */
    void to(String name) {
        for (int press = 0; press < FURTHEST; press++) {
            page.keyboard().press("Tab");
            var here = here();
            if (!Boolean.TRUE.equals(here.get("seen"))) {
                unseen.add(page.url() + " " + here.get("tag") + " " + here.get("name"));
            }
            if (!here.get("tag").equals("body") && here.get("name").toString().startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("The tab key does not reach " + name + " on " + page.url());
    }

    /** Types into the field of this name. */
    void type(String name, String text) {
        to(name);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().insertText(text);
    }

    /** Chooses by the arrow keys, in a list or a group of radio buttons that the focus is in. */
    void choose(String option) {
        for (int press = 0; press < FURTHEST; press++) {
            var here = here();
            if (here.get("chosen").toString().strip().startsWith(option)) {
                return;
            }
            if (here.get("tag").equals("input") && here.get("name").toString().startsWith(option)) {
                page.keyboard().press("Space");
                return;
            }
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError("The arrow keys do not reach " + option + " on " + page.url());
    }

    /** Ticks the box of this name. */
    void tick(String name) {
        to(name);
        page.keyboard().press("Space");
    }

    /** Presses enter on the link or button of this name and waits for the page that follows. */
    void press(String name) {
        to(name);
        Browser.follow(page, () -> page.keyboard().press("Enter"));
    }

    /** What the focus is on. */
    String name() {
        return here().get("name").toString();
    }

    /** Where the focus could not be seen. */
    List<String> unseen() {
        return unseen;
    }

    private Map<?, ?> here() {
        return (Map<?, ?>) page.evaluate(HERE);
    }
}
