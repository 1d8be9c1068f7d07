package org.gongkai.opengov.inspections.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import org.gongkai.opengov.inspections.LocalRules.Ratio;
import org.gongkai.opengov.inspections.LocalRules.Span;
import org.gongkai.opengov.inspections.LocalRulesBook;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DemoAgencyTest
@DisplayName("Registers of inspections (一单两库) of the demo agency")
class DemoRegistersTests {
    private static final LocalDate TODAY = LocalDate.of(2021, 7, 30);
    private static final String FIRST_SITE = "91640104MA7XD00196";

    @Autowired InspectionItems items;
    @Autowired InspectedUnits units;
    @Autowired EnforcementOfficers officers;
    @Autowired Recusals recusals;
    @Autowired LocalRulesBook rules;
    @Autowired Organization organization;

    private AgencyId agency;

    @BeforeEach
    void findAgency() {
        agency = organization.agencyByKey("ycsthj").orElseThrow().id();
    }

    @Test
    void haveWhatADrawNeeds() {
        var vocs = items.numbered(agency, "4").orElseThrow();
        var found = new ArrayList<InspectedUnit>();
        units.forEachDrawable(agency, vocs, TODAY, found::add);

        assertThat(found).hasSizeGreaterThan(20).allMatch(vocs::concerns);
        assertThat(units.counts(agency, vocs, TODAY).get(SupervisionClass.KEY)).isGreaterThan(5);
        assertThat(officers.on(agency, TODAY)).hasSizeGreaterThanOrEqualTo(8);
        assertThat(recusals.on(agency, TODAY)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void leaveOutWhoIsOnLeave() {
        assertThat(officers.drawableOn(agency, TODAY))
                .extracting(EnforcementOfficer::certificate)
                .contains("宁A-样例-0001")
                .doesNotContain("宁A-样例-0008");
        assertThat(officers.drawableOn(agency, LocalDate.of(2031, 1, 1)))
                .extracting(EnforcementOfficer::certificate)
                .doesNotContain("宁A-样例-0001");
    }

    @Test
    void keepTwoSitesOfOneFirmApart() {
        var first = units.coded(agency, FIRST_SITE, 1).orElseThrow();
        var second = units.coded(agency, FIRST_SITE, 2).orElseThrow();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.publicId()).isNotEqualTo(first.publicId());
    }

    @Test
    void countByTheNationalRulesWhereNoneAreEntered() {
        var national = rules.on(agency, LocalDate.of(2017, 1, 1));

        assertThat(national.ratio(SupervisionClass.KEY)).isEqualTo(new Ratio(5, Span.QUARTER));
        assertThat(national.ratio(SupervisionClass.KEY).of(56)).isEqualTo(3);
        assertThat(national.seats()).isEqualTo(2);
    }
}
