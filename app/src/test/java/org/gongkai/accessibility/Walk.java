package org.gongkai.accessibility;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.testing.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A walk of one reader along the program's own links (逐页走查). One page of each kind is read, and
 * looked at when it offers something that nobody before was offered on that kind of page; then its
 * forms are sent empty, and the answers are looked at too. A link that leads nowhere is found on
 * the way.
 */
final class Walk implements AutoCloseable {
    /** A form that takes something: at least one field that a person fills in. */
    private static final String FIELDS =
            "input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea, select";

    /**
     * Steps that need no word, sent empty, would be done; records of inspections are kept
     * unfinished and guarded by their own script: {@code FieldOfflineTests}, {@code
     * InspectionJourneyTests}.
     */
    private static final String MAY_BE_EMPTY =
            ".*/(end|leave|close|reopen)|/desk/inspections/field/.*";

    /** What a page may have or lack from one case to the next. */
    private static final String PARTS =
            "main :is(.empty, .pagination, .banner, .filters, .document-list, .table, .attachments, .task-list)";

    private static final String SEND_EMPTY =
            """
            (action) => {
              const form = [...document.querySelectorAll("main form[method=post]")].find((it) => it.getAttribute("action") === action);
              form.noValidate = true;
              delete form.dataset.autosave;
              for (const field of form.elements) {
                if (field.type === "hidden" || field.type === "submit" || field.type === "button") continue;
                if (field.type === "checkbox" || field.type === "radio") field.checked = false;
                else if (field.tagName === "SELECT") field.selectedIndex = -1;
                else field.value = "";
              }
              form.submit();
            }
            """;

    private final String base;
    private final String who;
    private final BrowserContext window;
    private final Page page;
    private final PageCheck check;
    private final Set<String> looked;
    private final Set<String> queued = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private final List<String> complaints;

    /** Of this reader; what others have looked at already is not looked at again. */
    Walk(String base, String who, PageCheck check, Set<String> looked) {
        this.base = base;
        this.who = who;
        this.check = check;
        this.looked = looked;
        this.window = Browser.open();
        this.complaints = Browser.complaints(window);
        this.page = window.newPage();
    }

    /** The reader's page. */
    Page page() {
        return page;
    }

    /** Walks on from these pages, each of which is read. */
    void from(List<String> starts) {
        for (var start : starts) {
            queued.add(start);
            kinds.add(kindOf(start));
            visit(start);
        }
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            if (kinds.add(kindOf(path))) {
                visit(path);
            }
        }
    }

    private void visit(String path) {
        try {
            read(path);
        } catch (PlaywrightException e) {
            throw new AssertionError(
                    "%s did not come to an end with %s, at %s".formatted(who, path, page.url()), e);
        }
    }

    private void read(String path) {
        var answer =
                window.request()
                        .get(
                                base + path,
                                RequestOptions.create()
                                        .setMaxRedirects(0)
                                        .setTimeout(Browser.PATIENCE_MILLIS));
        if (answer.status() >= 400) {
            check.note(who + " " + path, List.of("answers " + answer.status()));
            return;
        }
        if (!answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
            return;
        }
        var read = Jsoup.parse(answer.text(), base + path);
        for (var link : read.select("a[href^=/]:not([download])")) {
            if (queued.add(link.attr("href"))) {
                waiting.add(link.attr("href"));
            }
        }
        if (looked.add(shape(path, read))) {
            page.navigate(base + path);
            lookAt(path);
            sendEmptyForms(path, read);
        }
    }

    /**
     * Looks at a page that says no: the browser complains of its status, which is what was asked
     * for.
     */
    void lookAtRefusal(String path) {
        check.look(page, who + " " + path);
        complaints.removeIf(it -> it.contains("Failed to load resource"));
        noteComplaints(path);
    }

    private void lookAt(String path) {
        check.look(page, who + " " + path);
        noteComplaints(path);
    }

    private void noteComplaints(String path) {
        check.note(who + " " + path, List.copyOf(complaints));
        complaints.clear();
    }

    private void sendEmptyForms(String path, Document read) {
        for (var form : read.select("main form[method=post]")) {
            var action = form.attr("action");
            if (form.select(FIELDS).isEmpty()
                    || action.matches(MAY_BE_EMPTY)
                    || !looked.add("empty " + kindOf(action))) {
                continue;
            }
            page.navigate(base + path);
            var answer =
                    page.waitForResponse(
                            Walk::isSending,
                            () -> Browser.follow(page, () -> page.evaluate(SEND_EMPTY, action)));
            if (answer.status() < 400) {
                check.note(who + " " + path, List.of("the empty form was taken: " + action));
            } else {
                lookAtRefusal(path + " empty " + action);
            }
        }
    }

    private static boolean isSending(Response answer) {
        var request = answer.request();
        return request.isNavigationRequest() && request.method().equals("POST");
    }

    /** The kind of page, and what it offers to do. */
    private static String shape(String path, Document page) {
        var offers = new TreeSet<String>();
        for (Element form : page.select("main form")) {
            offers.add("form " + kindOf(form.attr("action")));
        }
        for (Element button : page.select("main a.button[href]")) {
            offers.add("button " + kindOf(button.attr("href")));
        }
        for (Element part : page.select(PARTS)) {
            offers.add(part.className());
        }
        return kindOf(path) + " " + offers;
    }

    /** The page without what differs from one case to the next: numbers, ids, keys, questions. */
    static String kindOf(String path) {
        return path.replaceAll("[?#].*$", "")
                .replaceAll("/d/[^/]+/[^/]+", "/d/*")
                .replaceAll("/water/items/[^/]+", "/water/items/*")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
                .replaceAll("[0-9a-f]{64}", "*")
                .replaceAll(
                        "/(c|problems|sections|people|lists|columns)/(?!new(/|$))[^/]+", "/$1/*")
                .replaceAll("\\d+", "*");
    }

    @Override
    public void close() {
        window.close();
    }
}
