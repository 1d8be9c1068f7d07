package org.gongkai.accessibility;

import com.microsoft.playwright.Page;
import java.util.List;

/** The desk of the demo agency in a browser (演示工作台). */
final class Desk {
    /** One account for each role, as the README lists them. */
    static final List<String> ACCOUNTS =
            List.of(
                    "clerk",
                    "head",
                    "secrecy",
                    "leader",
                    "principal",
                    "office",
                    "legal",
                    "auditor",
                    "operator");

    private static final String PASSWORD = "gongkai-demo-2021";

    private Desk() {}

    /** Signs in through the page, as a person does. */
    static void signIn(Page page, String base, String account) {
        page.navigate(base + "/desk/login");
        page.fill("main input[name=username]", account);
        page.fill("main input[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(base + "/desk");
    }
}
