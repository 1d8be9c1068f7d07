package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.PublicFilter.Facet;
import org.gongkai.opengov.disclosures.PublicRegister.Order;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.PublicWork;
import org.gongkai.testing.PublicWork.Published;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Lists of what is public (公开目录): their counts, pages and marks of validity")
class PublicListsModuleTests {
    private static final Map<String, String> FORMED = Map.of("formedOn", "2021-07-28");

    @LocalServerPort int port;
    @Autowired PublicRegister register;
    @Autowired ColumnStocks stocks;
    @Autowired Validities validities;
    @Autowired Columns columns;
    @Autowired Organization organization;
    @Autowired JdbcClient database;
    @Autowired TestClock clock;

    @Test
    void countADocumentWhileItIsPublicAndOnlyOnce() {
        var work = PublicWork.at(port).in("budgets");
        var before = register.count(in("budgets"));

        var published = work.publish("notice", "计数一", "<p>正文。</p>", FORMED);
        assertThat(register.count(in("budgets"))).isEqualTo(before + 1);
        assertThat(counted()).isEqualTo(listed());

        work.correct(published, "改一处", "<p>正文二。</p>");
        assertThat(register.count(in("budgets"))).isEqualTo(before + 1);

        work.withdraw(published, "已过时", "《政府信息公开条例》第十八条");
        assertThat(register.count(in("budgets"))).isEqualTo(before);
        assertThat(counted()).isEqualTo(listed());
    }

    @Test
    void countWhatEachChoiceWouldShow() {
        PublicWork.at(port).in("emergency").publish("news", "动态一", "<p>正文。</p>", FORMED);
        PublicWork.at(port).in("emergency").publish("notice", "通知一", "<p>正文。</p>", FORMED);

        var filter = in("emergency");
        for (var facet : Facet.values()) {
            register.counts(filter, facet)
                    .forEach(
                            (choice, count) ->
                                    assertThat(register.count(narrowed(filter, facet, choice)))
                                            .as(facet + " " + choice)
                                            .isEqualTo(count));
        }
        assertThat(register.counts(filter, Facet.KIND)).containsKeys("NEWS", "NOTICE");
    }

    /** As the export asks, page by page, with pages of one and three lines between. */
    @Test
    void areTheSamePageByPageForWhoeverRemembersWhereThePageBeforeEnded() {
        var work = PublicWork.at(port).in("plans");
        for (var each = 1; each <= 7; each++) {
            work.publish("notice", "规划" + each, "<p>正文。</p>", FORMED);
        }
        var kept = Duration.ofMinutes(1);
        var remembering =
                new PublicRegister(
                        database,
                        new PublicCounts(database, kept),
                        new ListPlaces(kept),
                        validities,
                        clock);
        for (var filter : List.of(in("plans"), PublicFilter.of(agency()))) {
            for (var order : Order.values()) {
                var all = register.page(filter, order, 0, 1_000);
                assertThat(remembering.count(filter)).isEqualTo(all.size());
                for (var limit : List.of(3, 1)) {
                    for (var skip = 0; skip <= all.size(); skip += limit) {
                        assertThat(remembering.page(filter, order, skip, limit))
                                .as(order + " " + skip)
                                .isEqualTo(register.page(filter, order, skip, limit));
                    }
                }
            }
        }
    }

    @Test
    void areNarrowedByValidityAsTheRuleSaysOnEachDay() {
        var work = PublicWork.at(port).in("rules");
        var old = work.publish("normative-document", "甲办法", "<p>第一条。</p>", normative(51, Map.of()));
        work.publish(
                "normative-document",
                "乙办法",
                "<p>第一条。</p>",
                normative(52, Map.of("repeals", old.indexNumber())));
        work.publish("notice", "丙通知", "<p>正文。</p>", FORMED);
        var filter = in("rules");

        // 2021-07-05 is the first day; 90 days before 2026-07-04 is 2026-04-05; then the last day
        // and the next.
        for (var day :
                List.of("2021-07-30", "2026-04-04", "2026-04-05", "2026-07-04", "2026-07-05")) {
            clock.set(day + "T09:00:00+08:00");
            var expected = new HashMap<String, Long>();
            validities
                    .of(register.list(filter, null, 200))
                    .values()
                    .forEach(it -> expected.merge(it.name(), 1L, Long::sum));

            assertThat(register.counts(filter, Facet.VALIDITY)).as(day).isEqualTo(expected);
            expected.forEach(
                    (validity, count) -> {
                        var narrowed = narrowed(filter, Facet.VALIDITY, validity);
                        assertThat(register.count(narrowed)).as(day + validity).isEqualTo(count);
                        assertThat(validities.of(register.list(narrowed, null, 200)).values())
                                .hasSize(count.intValue())
                                .containsOnly(Validity.valueOf(validity));
                    });
        }
    }

    @Test
    void areReadFromEitherEnd() {
        var work = PublicWork.at(port).in("interpretation");
        work.publish("notice", "解读一", "<p>正文。</p>", FORMED);
        clock.advance(Duration.ofMinutes(1));
        work.publish("notice", "解读二", "<p>正文。</p>", FORMED);
        var filter = in("interpretation");

        var newest = register.page(filter, Order.NEWEST_FIRST, 0, 200);

        assertThat(register.page(filter, Order.OLDEST_FIRST, 0, 200)).isEqualTo(newest.reversed());
    }

    @Test
    void haveTheSamePagesWhetherByNumberOrByPlace() {
        for (int i = 1; i <= 5; i++) {
            PublicWork.at(port)
                    .in("key-projects")
                    .publish("notice", "分页" + i, "<p>正文。</p>", FORMED);
        }
        var filter = in("key-projects");
        var whole = register.list(filter, null, 200);

        var byNumber =
                Stream.of(0, 2, 4).flatMap(it -> register.page(filter, it, 2).stream()).toList();

        assertThat(byNumber).startsWith(whole.subList(0, 5).toArray(PublicListing[]::new));
        assertThat(register.page(filter, whole.size(), 2)).isEmpty();
    }

    @Test
    void tellWhatEachColumnHoldsAndItsNewest() {
        var work = PublicWork.at(port).in("overview");
        work.publish("notice", "概况一", "<p>正文。</p>", FORMED);
        clock.advance(Duration.ofMinutes(1));
        var last = work.publish("notice", "概况二", "<p>正文。</p>", FORMED);
        var column = column("overview");

        var stock = stocks.all().get(column);
        var newest = stocks.newest(Map.of(column, columns.branch(column)), 1);

        assertThat(stock.documents()).isEqualTo(register.count(in("overview")));
        assertThat(newest.get(column))
                .singleElement()
                .satisfies(it -> assertThat(it.indexNumber()).hasToString(last.indexNumber()));
        assertThat(stock.newest()).isEqualTo(newest.get(column).getFirst().editedAt());
        assertThat(stocks.newest(Map.of(), 1)).isEmpty();
    }

    @Test
    void markWhatAnotherPublicDocumentRepealsUntilThatIsWithdrawn() {
        var work = PublicWork.at(port);
        var old = work.publish("normative-document", "旧办法", "<p>第一条。</p>", normative(41, Map.of()));
        assertThat(validity(old)).isEqualTo(Validity.IN_FORCE);

        for (var name : List.of("银环规发〔2021〕41号", old.indexNumber(), "旧办法")) {
            var next =
                    work.publish(
                            "normative-document",
                            "新办法",
                            "<p>第一条。</p>",
                            normative(42, Map.of("repeals", name)));
            assertThat(validity(old)).as(name).isEqualTo(Validity.REPEALED);
            assertThat(validity(next)).as(name).isEqualTo(Validity.IN_FORCE);

            work.withdraw(next, "另行制定", "《政府信息公开条例》第十八条");
            assertThat(validity(old)).as("after the withdrawal").isEqualTo(Validity.IN_FORCE);
        }
    }

    @Test
    void areNotTheApplicationsToChange() {
        for (var table : List.of("public_count", "public_field", "public_reference")) {
            assertThatThrownBy(() -> database.sql("DELETE FROM " + table).update())
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> database.sql("UPDATE public_count SET documents = 0").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void seeTheSameBranchesInATreeReadOnceAsTheDatabaseDoes() {
        var tree = new ColumnTree(columns.tree(agency()));

        assertThat(tree.columns())
                .allSatisfy(
                        it -> assertThat(tree.branch(it.id())).isEqualTo(columns.branch(it.id())));
    }

    private List<String> counted() {
        return lines(
                """
                SELECT concat_ws(' ', agency_id, column_id, section_id, kind, year, article20_item, documents)
                FROM public_count WHERE documents > 0 ORDER BY 1
                """);
    }

    private List<String> listed() {
        return lines(
                """
                SELECT concat_ws(' ', agency_id, column_id, section_id, kind,
                    extract(year FROM published_at AT TIME ZONE 'Asia/Shanghai')::integer,
                    coalesce(article20_item, 0), count(*))
                FROM public_document
                GROUP BY agency_id, column_id, section_id, kind, coalesce(article20_item, 0),
                    extract(year FROM published_at AT TIME ZONE 'Asia/Shanghai')
                ORDER BY 1
                """);
    }

    private List<String> lines(String sql) {
        return database.sql(sql).query(String.class).list();
    }

    private static PublicFilter narrowed(PublicFilter filter, Facet facet, String choice) {
        var section = facet == Facet.SECTION ? Long.parseLong(choice) : 0;
        return new PublicFilter(
                filter.agency(),
                facet == Facet.COLUMN
                        ? Set.of(new ColumnId(Long.parseLong(choice)))
                        : filter.columns(),
                facet == Facet.KIND ? DocumentKind.valueOf(choice) : null,
                facet == Facet.YEAR ? Integer.valueOf(choice) : null,
                section == 0 ? null : new SectionId(section),
                facet == Facet.ITEM ? Integer.valueOf(choice) : null,
                facet == Facet.VALIDITY ? Validity.valueOf(choice) : null);
    }

    private Validity validity(Published published) {
        var number = IndexNumber.parse(published.indexNumber()).orElseThrow();
        var document = ((PublicAnswer.Found) register.at(number)).document();
        assertThat(validities.of(List.of(document.listing())))
                .containsEntry(document.listing().id(), document.validity());
        return document.validity();
    }

    private static Map<String, String> normative(int number, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.putAll(
                Map.of(
                        "documentNumber", "银环规发〔2021〕" + number + "号",
                        "issuer", "银川市生态环境局",
                        "formedOn", "2021-07-01",
                        "printedOn", "2021-07-02",
                        "effectiveOn", "2021-07-05",
                        "expiresOn", "2026-07-04",
                        "topic", "环境保护",
                        "legalityReview", "已审核"));
        return fields;
    }

    private PublicFilter in(String key) {
        return PublicFilter.of(agency()).in(columns.branch(column(key)));
    }

    private ColumnId column(String key) {
        return columns.atAddress(key).orElseThrow().id();
    }

    private AgencyId agency() {
        return organization.agencies().getFirst().id();
    }
}
