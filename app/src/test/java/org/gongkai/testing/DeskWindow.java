package org.gongkai.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody of the demo agency at the desk, in a real browser (演示人员的浏览器). What the browser complains
 * about on the way is kept: errors of scripts, what the content security policy stopped, files that
 * did not come.
 *
 * <pre>{@code
 * try (var clerk = DeskWindow.of("clerk", port)) {
 *     clerk.open("/desk/documents/new");
 *     clerk.fill("标题", "…");
 * }
 * }</pre>
 */
public final class DeskWindow implements AutoCloseable {
    /** One account for each role, as the README lists them. */
    public static final List<String> ACCOUNTS =
            List.of(
                    "clerk",
                    "head",
                    "secrecy",
                    "leader",
                    "principal",
                    "office",
                    "office-head",
                    "legal",
                    "keeper",
                    "officer",
                    "auditor",
                    "operator");

    private final BrowserContext window;
    private final Page page;
    private final String base;
    private final List<String> complaints;

    private DeskWindow(BrowserContext window, String base) {
        this.window = window;
        this.base = base;
        this.complaints = Browser.complaints(window);
        this.page = window.newPage();
    }

    /** Signed in by the page, as a person does. */
    public static DeskWindow of(String account, int port) {
        return of(account, port, Browser.open());
    }

    /** The same without scripts. */
    public static DeskWindow withoutScripts(String account, int port) {
        return of(account, port, Browser.open(Browser.WIDE, ColorScheme.LIGHT, false));
    }

    private static DeskWindow of(String account, int port, BrowserContext window) {
        var desk = new DeskWindow(window, "http://127.0.0.1:" + port);
        signIn(desk.page, desk.base, account);
        return desk;
    }

    /** Signs in on this page. */
    public static void signIn(Page page, String base, String account) {
        page.navigate(base + "/desk/login");
        page.fill("main input[name=username]", account);
        page.fill("main input[name=password]", DemoPeople.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(base + "/desk");
    }

    /** The page that is open. */
    public Page page() {
        return page;
    }

    /** Opens this address of the program. */
    public Page open(String path) {
        page.navigate(base + path);
        return page;
    }

    /** Where the page is: path and question. */
    public String path() {
        return page.url().substring(base.length());
    }

    /** Types into the field of this label. */
    public void fill(String label, String text) {
        labelled(label).fill(text);
    }

    /** Chooses the radio button that starts with these words. */
    public void choose(String radio) {
        var name = Pattern.compile("^" + radio);
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name)).check();
    }

    /** Selects the first option with these words in the list of this label. */
    public void select(String label, String option) {
        var list = labelled(label);
        var with = new Locator.FilterOptions().setHasText(option);
        list.selectOption(list.locator("option").filter(with).first().getAttribute("value"));
    }

    /** Says yes to the three gates and signs. */
    public void sign() {
        List.of("政治关通过", "保密关通过", "文字关通过").forEach(it -> page.getByLabel(it).check());
        press("签署");
    }

    private Locator labelled(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Presses the button of this name and waits for the page that follows. */
    public Page press(String name) {
        var button = new Page.GetByRoleOptions().setName(name).setExact(true);
        page.getByRole(AriaRole.BUTTON, button).click();
        page.waitForLoadState();
        return page;
    }

    /** Follows the link of this name. */
    public Page follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
        page.waitForLoadState();
        return page;
    }

    /** What the browser complained about so far. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        window.close();
    }
}
