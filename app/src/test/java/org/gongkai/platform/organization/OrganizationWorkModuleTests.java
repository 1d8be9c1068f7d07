package org.gongkai.platform.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.Worklist;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DemoAgencyTest
@DisplayName("A section without its openness officer is on the start page — 政务公开兼职人员")
class OrganizationWorkModuleTests {
    @Autowired Worklist worklist;
    @Autowired Organization organization;
    @Autowired TestClock clock;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "office, true, whoever keeps the registers",
        "operator, true, whoever keeps the installation",
        "finance-head, true, the head of the section",
        "air-head, false, the head of another section",
        "clerk, false, who may not name one"
    })
    void ofWhoeverMayNameOne(String who, boolean shown, String why) {
        assertThat(officers(who).contains("/desk/organization/sections/finance/officer"))
                .isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"office", "air-head"})
    void onlyWhileThereIsNone(String who) {
        assertThat(officers(who)).doesNotContain("/desk/organization/sections/air/officer");
    }

    private List<String> officers(String who) {
        var person = organization.personByKey(who).orElseThrow();
        var actor = organization.actorOn(person.id(), LocalDate.now(clock));
        return worklist.itemsFor(actor).stream()
                .filter(it -> it.messageKey().equals("organization.work.officer"))
                .map(WorkItem::link)
                .toList();
    }
}
