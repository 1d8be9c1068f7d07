package org.gongkai.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.platform.search.FilledIndex.ids;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters, counts, order and pages, whatever the engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FacetSuite {

    private final TestEngine engine;
    private FilledIndex index;

    FacetSuite(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeAll
    void fill(@TempDir Path folder) {
        index = FilledIndex.of(engine, folder, Corpus.documents());
    }

    @AfterAll
    void close() {
        index.close();
    }

    @Test
    void countsWithoutFilters() {
        SearchResults found = index.find(SearchQuery.of(""));

        assertThat(found.total()).isEqualTo(14);
        assertThat(found.facets().years())
                .containsExactly(
                        new FacetCount("2021", 10),
                        new FacetCount("2020", 3),
                        new FacetCount("2019", 1));
        assertThat(found.facets().kinds())
                .containsExactly(
                        new FacetCount("一般信息", 11),
                        new FacetCount("规划计划", 2),
                        new FacetCount("规范性文件", 1));
        assertThat(found.facets().columns())
                .contains(
                        new FacetCount("disclosure", 14),
                        new FacetCount("statutory", 14),
                        new FacetCount("licences", 3),
                        new FacetCount("water", 2));
        assertThat(found.facets().sections()).containsExactly(new FacetCount("办公室", 14));
    }

    @Test
    void countsAChosenFilterAsIfItWereNotChosenAndTheOthersAsIfItWere() {
        SearchResults found = index.find(SearchQuery.of("").inColumn("licences").ofYear(2021));

        assertThat(ids(found)).containsExactlyInAnyOrder("eia", "permit");
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.facets().years())
                .containsExactly(new FacetCount("2021", 2), new FacetCount("2020", 1));
        assertThat(found.facets().columns())
                .contains(
                        new FacetCount("statutory", 10),
                        new FacetCount("licences", 2),
                        new FacetCount("water", 2));
        assertThat(found.facets().kinds()).containsExactly(new FacetCount("一般信息", 2));
    }

    @Test
    void findsInAColumnWhatStandsBelowIt() {
        assertThat(index.find(SearchQuery.of("饮用水水源地").inColumn("statutory")).total()).isEqualTo(3);
        assertThat(ids(index.find(SearchQuery.of("饮用水水源地").inColumn("work"))))
                .containsExactly(Corpus.KEY_POINTS);
        assertThat(index.find(SearchQuery.of("饮用水水源地").inColumn("nowhere")).total()).isZero();
    }

    @Test
    void findsByKindAndSection() {
        assertThat(ids(index.find(SearchQuery.of("公开").ofKind("规划计划"))))
                .containsExactlyInAnyOrder(Corpus.KEY_POINTS, "random-plan");
        assertThat(index.find(SearchQuery.of("公开").ofSection("财务科")).total()).isZero();
    }

    @Test
    void findsAndCountsByItemOfArticle20() {
        SearchResults found = index.find(SearchQuery.of("").ofItem("7"));

        assertThat(ids(found)).containsExactly("budget");
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.facets().items())
                .containsExactlyInAnyOrder(
                        new FacetCount("6", 1), new FacetCount("7", 1), new FacetCount("12", 1));
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2020-09-30, not-yet-in-force",
        "2020-10-01, in-force",
        "2025-09-30, in-force",
        "2025-10-01, expired"
    })
    void findsAndCountsByForceOnTheDayItIsAsked(LocalDate today, String slug) {
        for (LegalForce force : LegalForce.values()) {
            SearchResults found = index.find(SearchQuery.of("").inForce(force, today));

            assertThat(ids(found))
                    .isEqualTo(force.slug().equals(slug) ? List.of("radiation") : List.of());
            assertThat(found.facets().forces()).containsExactly(new FacetCount(slug, 1));
        }
    }

    @Test
    void countsNoForceWhereNoDayIsSaid() {
        assertThat(index.find(SearchQuery.of("")).facets().forces()).isEmpty();
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2021-07-30, 2021-07-30, key-points",
        "2021-07-05, 2021-07-29, water-june random-results",
        "2021-07-10, , key-points",
        ", 2019-12-02, emergency",
        ", 2019-12-01, ''",
        "2021-07-30, 2021-07-05, ''"
    })
    void findsAndCountsOnlyWhatWasPublishedOnTheseDays(
            LocalDate since, LocalDate until, String expected) {
        SearchResults found = index.find(SearchQuery.of("").published(since, until));

        List<String> wanted = expected.isEmpty() ? List.of() : List.of(expected.split(" "));
        assertThat(ids(found)).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(found.facets().kinds().stream().mapToLong(FacetCount::count).sum())
                .isEqualTo(wanted.size());
    }

    @Test
    void ordersByDateNewestFirst() {
        assertThat(ids(index.find(SearchQuery.of("饮用水水源地").orderedBy(SearchOrder.DATE))))
                .containsExactly(Corpus.KEY_POINTS, "water-june", "water-may");
    }

    @ParameterizedTest
    @EnumSource(SearchOrder.class)
    void leafsThroughAllHitsByCursorWithoutRepeatingOrSkipping(SearchOrder order) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            SearchResults page =
                    index.find(SearchQuery.of("银川市").orderedBy(order).behind(cursor, 2));
            seen.addAll(ids(page));
            cursor = page.next();
        } while (cursor != null);

        SearchQuery atOnce = SearchQuery.of("银川市").orderedBy(order).page(0, 50);
        assertThat(seen).hasSizeGreaterThan(4).isEqualTo(ids(index.find(atOnce)));
    }

    @Test
    void takesAForeignCursorForTheBeginning() {
        List<String> first = ids(index.find(SearchQuery.of("银川市")));
        for (String cursor : List.of("x", "!!", "ZDoxOng", "ZDp4OnA", "")) {
            assertThat(ids(index.find(SearchQuery.of("银川市").behind(cursor, 20)))).isEqualTo(first);
        }
    }

    @Test
    void takesHiddenHitsOutOfTotalAndCounts() {
        SearchResults found = index.find(SearchQuery.of("饮用水水源地"), shown -> Set.of("water-may"));

        assertThat(ids(found)).containsExactly("water-may");
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.facets().columns())
                .contains(new FacetCount("water", 1))
                .doesNotContain(new FacetCount("work", 1));
    }

    @Test
    void showsTheFieldsOfAHit() {
        var hit = index.find(SearchQuery.of("640100-113/2021-00201")).hits().getFirst();

        assertThat(hit.indexNumber()).isEqualTo("640100-113/2021-00201");
        assertThat(hit.documentNumber()).isEqualTo("银政公开办发〔2021〕1号");
        assertThat(hit.columnKey()).isEqualTo("work");
        assertThat(hit.kind()).isEqualTo("规划计划");
        assertThat(hit.year()).isEqualTo(2021);
        assertThat(hit.publishedAt()).isEqualTo("2021-07-30T01:00:00Z");
    }

    @Test
    void snipsAnAttachmentIfOnlyItHasTheWordAndSaysSo() {
        var hit = index.find(SearchQuery.of("围油栏")).hits().getFirst();

        assertThat(hit.snippet().text()).isEqualTo("围油栏 吸附棉 防化服");
        assertThat(hit.attachment()).isEqualTo("附件1 应急物资清单.xlsx");
    }

    @Test
    void saysNothingOfAttachmentsWhereTheTextItselfHasTheWord() {
        var hit = index.find(SearchQuery.of("银川市突发环境事件应急预案")).hits().getFirst();

        assertThat(hit.id()).isEqualTo("emergency");
        assertThat(hit.attachment()).isNull();
    }
}
