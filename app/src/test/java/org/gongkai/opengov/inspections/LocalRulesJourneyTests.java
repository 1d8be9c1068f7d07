package org.gongkai.opengov.inspections;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.platform.organization.Organization;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Local rules of inspections by date (一细则)")
class LocalRulesJourneyTests {
    private static final String ADDRESS = "/api/v1/inspections/rules";

    @Autowired LocalRulesBook book;
    @Autowired Organization organization;
    @LocalServerPort int port;

    /** Editions begin far ahead, so that no other test meets them. */
    @Test
    void holdFromTheirDayOn() {
        var people = DemoPeople.at(port);
        var rules = typed("2045-01-01");
        people.as("officer").post(ADDRESS, rules).expectProblem(403, "not-allowed");
        people.as("keeper").post(ADDRESS, rules).expect(201);
        people.as("keeper").post(ADDRESS, rules).expect(422);
        people.as("keeper").post(ADDRESS, typed("2021-07-29")).expect(422);

        var agency = organization.agencyByKey("ycsthj").orElseThrow().id();
        var before = book.on(agency, LocalDate.of(2044, 12, 31));
        var after = book.on(agency, LocalDate.of(2045, 1, 1));
        assertThat(before.source()).isNotEqualTo(after.source());
        assertThat(after.ratio(SupervisionClass.KEY).percent()).isEqualTo(25);
        assertThat(after.seats()).isEqualTo(3);
        assertThat(LocalRulesEntry.of(after).checked()).isEqualTo(after);
    }

    @Test
    void neverSendOneOfficerAlone() {
        var rules = typed("2046-01-01");
        rules.put("seats", "1");
        rules.put("ratio-key", "101");

        var refused = DemoPeople.at(port).as("keeper").post(ADDRESS, rules).expect(422);

        assertThat(refused.body()).contains("seats").contains("ratio-key");
    }

    @Test
    void standOnAPage() {
        try (var window = Browser.open(Browser.NARROW, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "keeper");
            page.navigate("http://127.0.0.1:" + port + "/desk/inspections/rules");

            assertThat(Axe.findings(page)).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            Browser.photograph(page, "registers-rules");
        }
    }

    private static Map<String, String> typed(String from) {
        var rules = new HashMap<>(LocalRulesEntry.of(LocalRulesBook.DEFAULT).typed());
        rules.put("from", from);
        rules.put("source", "样例细则第六条");
        rules.put("ratio-key", "25");
        rules.put("seats", "3");
        return rules;
    }
}
