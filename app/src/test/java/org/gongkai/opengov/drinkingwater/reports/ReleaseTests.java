package org.gongkai.opengov.drinkingwater.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.opengov.drinkingwater.results.SampleEntry;
import org.gongkai.opengov.drinkingwater.results.Sampling;
import org.gongkai.opengov.drinkingwater.results.SamplingDesk;
import org.gongkai.opengov.drinkingwater.results.Samplings;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.sources.WaterSources;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Role;
import org.gongkai.testing.OwnAgencyTest;
import org.gongkai.testing.SectionWork;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** On Friday, 30 July 2021; the demo agency has results of June 2020 to June 2021. */
@OwnAgencyTest
@DisplayName("What is public of a month (月度公开) is what the public edition of its report tells")
class ReleaseTests {
    @Autowired ApplicationContext program;
    @Autowired ReportDesk desk;
    @Autowired ReleasedMonths months;
    @Autowired SamplingDesk results;
    @Autowired Samplings samplings;
    @Autowired WaterSources sources;
    @Autowired DraftingDesk drafting;
    @Autowired DocumentDesk documents;
    @Autowired PublishingDesk publishing;
    @Autowired TestClock clock;

    private SectionWork section;
    private Actor clerk;
    private AgencyId agency;

    @BeforeEach
    void open() {
        section = SectionWork.of(program, "water", "water-quality");
        clerk = section.holder(Role.CLERK);
        agency = clerk.agency();
    }

    @Test
    void beginsWithTheEditionChangesWithItsCorrectionAndEndsWithItsWithdrawal() {
        var month = YearMonth.of(2021, 6);
        var east = named("东郊水源地");
        assertThat(months.of(agency, month)).isEmpty();

        var document = desk.draft(clerk, ReportPeriod.of(month), ReportWords.NONE);
        drafting.submit(clerk, document);
        assertThat(months.of(agency, month)).isEmpty();
        published(document);

        var first = months.of(agency, month).orElseThrow();
        assertThat(first.month().lines()).hasSize(5);
        assertThat(first.release().edition()).isEqualTo(1);
        assertThat(first.release().corrections()).isEmpty();
        assertThat(hardness(east, month)).isNotEqualTo("499");

        correctHardness(east, month, "499");
        assertThat(hardness(east, month)).isNotEqualTo("499");
        desk.correct(clerk, ReportPeriod.of(month), ReportWords.NONE, "总硬度录入有误，予以更正");
        drafting.submit(clerk, document);
        assertThat(hardness(east, month)).isNotEqualTo("499");
        clock.advance(Duration.ofMinutes(5));
        published(document);

        var second = months.of(agency, month).orElseThrow().release();
        assertThat(hardness(east, month)).isEqualTo("499");
        assertThat(second.edition()).isEqualTo(2);
        assertThat(second.corrections())
                .extracting(Release.Correction::note)
                .containsExactly("总硬度录入有误，予以更正");
        assertThat(second.since()).isAfter(second.publishedAt());
        assertThat(months.of(agency)).containsKey(month);

        var office = section.holder(Role.DISCLOSURE_OFFICE);
        publishing.withdraw(office, document, "监测方法有误", "《政府信息公开条例》第六条");
        assertThat(months.of(agency, month)).isEmpty();
        assertThat(months.of(agency)).doesNotContainKey(month);
        var standing = months.standings(agency, month, month).getFirst();
        assertThat(standing.state()).isEqualTo(MonthStanding.State.WITHDRAWN);
        assertThat(standing.reason()).isEqualTo("监测方法有误");

        publishing.restore(office, document, "核实无误");
        assertThat(hardness(east, month)).isEqualTo("499");
        assertThat(months.of(agency, month).orElseThrow().release().corrections()).hasSize(1);
    }

    /** 2021-05 is due on 20 June (our convention, ADR 0276). */
    @Test
    void isAGapFromTheDayAfterItWasDueWithTheReasonThatIsGiven() {
        var month = YearMonth.of(2021, 5);
        clock.set("2021-06-20T23:00:00+08:00");
        assertThat(standing(month).state()).isEqualTo(MonthStanding.State.NOT_YET_DUE);
        assertThat(standing(month).due()).isEqualTo(LocalDate.of(2021, 6, 20));

        clock.set("2021-06-21T00:30:00+08:00");
        assertThat(standing(month).state()).isEqualTo(MonthStanding.State.MISSING);
        assertThat(standing(month).reason()).isEmpty();
        desk.explain(section.holder(Role.SECTION_HEAD), month, "仪器检定，样品复测中");
        assertThat(standing(month).reason()).isEqualTo("仪器检定，样品复测中");
    }

    @Test
    void isNothingThatWasEditedPastTheFigures() {
        var month = YearMonth.of(2021, 4);
        var document = desk.draft(clerk, ReportPeriod.of(month), new ReportWords("开头。", "说明。"));
        var content = documents.view(clerk, document).copy().content();
        assertThat(content.bodyHtml()).contains("开头。", "说明。", "三、评价结果");
        assertThat(content.attachments()).hasSize(2);

        save(document, content.bodyHtml().replaceFirst("东郊水源地：监测 39 项", "东郊水源地：监测 93 项"));
        var refused = refusedSubmission(document);
        assertThat(refused.problems())
                .extracting(FieldProblem::messageKey)
                .contains("drinkingwater.reports.disagrees.items");
        assertThat(refused.problems().getFirst().arguments()).contains("东郊水源地", "93", "39");

        desk.rewrite(clerk, ReportPeriod.of(month), new ReportWords("开头。", ""), null);
        correctHardness(named("南郊水源地"), month, "498");
        assertThat(refusedSubmission(document).problems())
                .extracting(FieldProblem::messageKey)
                .contains("drinkingwater.reports.disagrees.files");
        desk.rewrite(clerk, ReportPeriod.of(month), new ReportWords("开头。", ""), null);
        drafting.submit(clerk, document);
    }

    @Test
    void hasOneReportAtATime() {
        var period = ReportPeriod.of(YearMonth.of(2021, 3));
        var document = desk.draft(clerk, period, ReportWords.NONE);
        var refused =
                catchThrowableOfType(
                        Refusal.class, () -> desk.draft(clerk, period, ReportWords.NONE));
        assertThat(refused.messageKey()).isEqualTo("drinkingwater.reports.refusal.exists");

        drafting.discard(clerk, document);
        assertThat(desk.draft(clerk, period, ReportWords.NONE)).isNotEqualTo(document);
    }

    private MonthStanding standing(YearMonth month) {
        return months.standings(agency, month, month).getFirst();
    }

    private void published(DocumentId document) {
        List.of(Role.SECTION_HEAD, Role.SECRECY_REVIEWER, Role.DEPUTY_LEADER)
                .forEach(it -> section.sign(section.holder(it), document));
        publishing.publish(section.holder(Role.DISCLOSURE_OFFICE), document);
    }

    private long named(String name) {
        return sources.newest(agency).stream()
                .filter(it -> it.facts().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String hardness(long source, YearMonth month) {
        SourceMonth it = months.history(agency, source, month, month).get(month);
        return Objects.requireNonNull(it.sampling()).value("总硬度(以CaCO3计)").orElseThrow().value();
    }

    private void correctHardness(long source, YearMonth month, String value) {
        var now = samplings.find(agency, source, month).orElseThrow();
        var values = new ArrayList<SampleEntry.Typed>();
        for (var it : now.values()) {
            var is = it.item().startsWith("总硬度") ? value : it.value();
            values.add(new SampleEntry.Typed("values", it.item(), is, it.unit()));
        }
        var doubts = Set.of("总硬度(以CaCO3计)|jump|" + value);
        results.keep(
                clerk,
                source,
                month,
                new SampleEntry(
                        false,
                        Objects.requireNonNull(now.sampledOn()).toString(),
                        now.laboratory(),
                        "",
                        values,
                        "实验室更正报告",
                        doubts),
                Sampling.Origin.HAND,
                null);
    }

    private void save(DocumentId document, String body) {
        var view = documents.view(clerk, document);
        var content = view.copy().content();
        drafting.save(
                clerk,
                document,
                view.document().version(),
                DocumentInput.of(content, "water-quality", false)
                        .withBody(body, new HashMap<>(content.fields())));
    }

    private Refusal refusedSubmission(DocumentId document) {
        return catchThrowableOfType(Refusal.class, () -> drafting.submit(clerk, document));
    }
}
