package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.opengov.columns.ColumnDesk;
import org.gongkai.opengov.columns.ColumnInput;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.platform.organization.DisclosureListDesk;
import org.gongkai.platform.organization.ListEntry;
import org.gongkai.platform.organization.ListedItem;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.Worklist;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.SectionWork;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@DemoAgencyTest
@DisplayName("A section's public list knows what was published — 科室公开清单")
class PublicationDaysModuleTests {
    private static final String COLUMN = "soil-monthly";

    @LocalServerPort int port;
    @Autowired ApplicationContext program;
    @Autowired ColumnDesk columnDesk;
    @Autowired Columns columns;
    @Autowired DisclosureListDesk lists;
    @Autowired Organization organization;
    @Autowired Worklist worklist;
    @Autowired TestClock clock;

    private SectionWork soil;

    @BeforeEach
    void aSectionThatOwesOneItemByTheFifthWorkingDayOfEachMonth() {
        soil = SectionWork.of(program, "soil", COLUMN);
        var office = soil.holder(Role.DISCLOSURE_OFFICE);
        if (columns.atAddress(COLUMN).isEmpty()) {
            columnDesk.create(
                    office,
                    new ColumnInput(
                            COLUMN, "", "土壤月报", "政务动态", "每月土壤环境情况", "土壤", "soil", null, null));
        }
        var line = new ListEntry.Line("土壤环境月报", "《土壤污染防治法》第八十一条", "13", "MONTHLY", "5", COLUMN);
        var section = organization.findSection(office.agency(), "soil").orElseThrow();
        var newest = lists.versions(section.id()).size();
        lists.adopt(
                office,
                "soil",
                new ListEntry(Integer.toString(newest), "2021-07-30", "试行", List.of(line)));
    }

    @Test
    void isLateUntilTheSectionPublishesAndOwesTheNextMonthThen() {
        assertThat(standing().owedBy()).isEqualTo("2021-08-06");
        assertThat(standing().overdue()).isFalse();

        clock.set("2021-08-09T09:00:00+08:00");
        assertThat(standing().overdue()).isTrue();
        assertThat(state()).startsWith("逾期");
        assertThat(owed("soil-clerk")).extracting(WorkItem::due).hasToString("[2021-08-06]");
        assertThat(owed("air-clerk")).isEmpty();

        var number = soil.published("七月土壤环境月报");
        assertThat(standing().latest()).isEqualTo("2021-08-09");
        assertThat(standing().owedBy()).isEqualTo("2021-09-07");
        assertThat(state()).doesNotStartWith("逾期");
        assertThat(owed("soil-clerk")).isEmpty();

        withdraw(number);
        assertThat(standing().overdue()).isTrue();
    }

    @Test
    void isNotAnsweredByAnotherSection() {
        clock.set("2021-08-09T09:00:00+08:00");
        SectionWork.of(program, "air", COLUMN).published("别科的月报");

        assertThat(standing().overdue()).isTrue();
    }

    private void withdraw(IndexNumber number) {
        var register = program.getBean(PublicRegister.class);
        var found = (PublicAnswer.Found) register.at(number);
        program.getBean(PublishingDesk.class)
                .withdraw(
                        soil.holder(Role.DISCLOSURE_OFFICE),
                        found.document().listing().id(),
                        "数据有误",
                        "条例第六条");
    }

    private ListedItem standing() {
        var office = soil.holder(Role.DISCLOSURE_OFFICE);
        var section = organization.findSection(office.agency(), "soil").orElseThrow();
        return lists.standing(section.id()).getFirst();
    }

    private String state() {
        return DeskClient.at(port)
                .open("/organization/lists/soil")
                .expect(200)
                .page()
                .select("tbody tr .tag")
                .first()
                .text();
    }

    private List<WorkItem> owed(String who) {
        return worklist.itemsFor(soil.person(who)).stream()
                .filter(it -> it.link().equals("/desk/organization/lists/soil"))
                .toList();
    }
}
