package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DeskWindow;
import org.gongkai.testing.OwnAgencyTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OwnAgencyTest
@DisplayName("Every page (无障碍): WCAG 2.2 AA and best practice, wide, narrow and dark")
class EveryPageTests {
    private static final List<String> PUBLIC =
            List.of(
                    "/",
                    "/columns",
                    "/c/key-work",
                    "/search",
                    "/search?q=%E9%A5%AE%E7%94%A8%E6%B0%B4",
                    "/search?q=%E6%97%A0%E6%AD%A4%E5%86%85%E5%AE%B9%E5%B0%B1%E5%AF%B9%E4%BA%86",
                    "/register",
                    "/deadline",
                    "/deadline?from=2021-09-10&workingDays=20&calendar=NX",
                    "/request-clock?calendar=NX&channel=online&received=2021-07-10&type-1=confirmed&date-1=2021-07-12&detail-1=&do=count",
                    "/request-fee?method=piece&from=1&to=35",
                    "/desk/login");

    private static final List<String> DESK =
            List.of("/desk", "/desk/components", "/desk/account", "/desk/documents?q=wd");

    /** A column that may be merged and retired; the first that the walk meets may not. */
    private static final String MOVABLE_COLUMN = "/desk/columns/notices";

    @LocalServerPort int port;

    /** Readers and those at the desk, side by side. */
    @Test
    void thatAnybodyReachesIsInOrder() {
        var wrong =
                Browser.sideBySide(
                        List.<Callable<List<String>>>of(
                                this::wrongOnThePublicSite, this::wrongAtTheDesk));

        assertThat(wrong).allSatisfy(it -> assertThat(it).isEmpty());
    }

    @Test
    void thatSaysNoStillHelps() {
        assertThat(wrongWithRefusals()).isEmpty();
    }

    private List<String> wrongOnThePublicSite() {
        var check = new PageCheck();
        var states = EveryState.at(port);
        try (var reader = new Walk(base(), "reader", check, new HashSet<>())) {
            var starts = new ArrayList<>(PUBLIC);
            starts.add(states.published());
            reader.from(starts);
            reader.page().navigate(base() + states.published() + "/print");
            PageCheck.photographPrint(reader.page(), "print-view");
        }
        return check.wrong();
    }

    /** Each role in turn; what one has seen as it is need not be looked at for the next. */
    private List<String> wrongAtTheDesk() {
        var check = new PageCheck();
        var documents = EveryState.at(port).deskPaths();
        var looked = new HashSet<String>();
        for (var account : DeskWindow.ACCOUNTS) {
            try (var walk = new Walk(base(), account, check, looked)) {
                DeskWindow.signIn(walk.page(), base(), account);
                walk.from(starts(account, documents));
            }
        }
        return check.wrong();
    }

    /** Who reads no documents of a section: they keep the program going, or inspect. */
    private static final Set<String> WITHOUT_DOCUMENTS = Set.of("operator", "keeper", "officer");

    private static List<String> starts(String account, List<String> documents) {
        var starts = new ArrayList<>(DESK);
        if (!WITHOUT_DOCUMENTS.contains(account)) {
            starts.addAll(documents);
        }
        if (account.equals("office")) {
            starts.add(MOVABLE_COLUMN);
        }
        return starts;
    }

    private List<String> wrongWithRefusals() {
        var check = new PageCheck();
        var withdrawn = EveryState.at(port).withdrawn();
        try (var reader = new Walk(base(), "reader", check, new HashSet<>())) {
            says(reader, "/d/640100-113/2021-99999", 404);
            says(reader, withdrawn, 410);
            says(reader, "/search?page=many", 422);
            says(reader, "/deadline?from=2021-02-30&workingDays=0&calendar=CN", 422);
            says(
                    reader,
                    "/request-clock?calendar=CN&channel=in-person&received=2021-06-01"
                            + "&type-1=corrected&date-1=2021-06-02&detail-1=",
                    422);
        }
        try (var auditor = new Walk(base(), "auditor", check, new HashSet<>())) {
            DeskWindow.signIn(auditor.page(), base(), "auditor");
            says(auditor, "/desk/documents/new", 403);
        }
        try (var clerk = new Walk(base(), "clerk", check, new HashSet<>())) {
            DeskWindow.signIn(clerk.page(), base(), "clerk");
            says(clerk, "/desk/accounts", 403);
            says(clerk, "/desk/nothing-here", 404);
        }
        return check.wrong();
    }

    private void says(Walk walk, String path, int status) {
        var answer = walk.page().navigate(base() + path);
        assertThat(answer.status()).as(path).isEqualTo(status);
        assertThat(walk.page().locator("main a").count()).as(path).isPositive();
        walk.lookAtRefusal(path);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
