package org.gongkai.platform.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.platform.search.lucene.LuceneFixture.find;
import static org.gongkai.platform.search.lucene.LuceneFixture.ids;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.platform.search.Corpus;
import org.gongkai.platform.search.FacetCount;
import org.gongkai.platform.search.SearchOrder;
import org.gongkai.platform.search.SearchQuery;
import org.gongkai.platform.search.SearchResults;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Filters, counts, order and pages")
class FacetTests {

    @TempDir static Path folder;
    private static LuceneIndex index;

    @BeforeAll
    static void fill() throws Exception {
        index = LuceneFixture.indexOf(folder, Corpus.documents());
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    void countsWithoutFilters() {
        SearchResults found = find(index, SearchQuery.of(""));

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
        SearchResults found = find(index, SearchQuery.of("").inColumn("licences").ofYear(2021));

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
        assertThat(find(index, SearchQuery.of("饮用水水源地").inColumn("statutory")).total())
                .isEqualTo(3);
        assertThat(ids(find(index, SearchQuery.of("饮用水水源地").inColumn("work"))))
                .containsExactly(Corpus.KEY_POINTS);
        assertThat(find(index, SearchQuery.of("饮用水水源地").inColumn("nowhere")).total()).isZero();
    }

    @Test
    void findsByKindAndSection() {
        assertThat(ids(find(index, SearchQuery.of("公开").ofKind("规划计划"))))
                .containsExactlyInAnyOrder(Corpus.KEY_POINTS, "random-plan");
        assertThat(find(index, SearchQuery.of("公开").ofSection("财务科")).total()).isZero();
    }

    @Test
    void ordersByDateNewestFirst() {
        assertThat(ids(find(index, SearchQuery.of("饮用水水源地").orderedBy(SearchOrder.DATE))))
                .containsExactly(Corpus.KEY_POINTS, "water-june", "water-may");
    }

    @ParameterizedTest
    @EnumSource(SearchOrder.class)
    void leafsThroughAllHitsByCursorWithoutRepeatingOrSkipping(SearchOrder order) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            SearchResults page =
                    find(index, SearchQuery.of("银川市").orderedBy(order).behind(cursor, 2));
            seen.addAll(ids(page));
            cursor = page.next();
        } while (cursor != null);

        SearchQuery atOnce = SearchQuery.of("银川市").orderedBy(order).page(0, 50);
        assertThat(seen).hasSizeGreaterThan(4).isEqualTo(ids(find(index, atOnce)));
    }

    @Test
    void takesAForeignCursorForTheBeginning() {
        List<String> first = ids(find(index, SearchQuery.of("银川市")));
        for (String cursor : List.of("x", "!!", "ZDoxOng", "ZDp4OnA", "")) {
            assertThat(ids(find(index, SearchQuery.of("银川市").behind(cursor, 20)))).isEqualTo(first);
        }
    }

    @Test
    void takesHiddenHitsOutOfTotalAndCounts() {
        SearchResults found =
                LuceneFixture.INQUIRY.search(
                        index, SearchQuery.of("饮用水水源地"), shown -> Set.of("water-may"));

        assertThat(ids(found)).containsExactly("water-may");
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.facets().columns())
                .contains(new FacetCount("water", 1))
                .doesNotContain(new FacetCount("work", 1));
    }

    @Test
    void showsTheFieldsOfAHit() {
        var hit = find(index, SearchQuery.of("640100-113/2021-00201")).hits().getFirst();

        assertThat(hit.indexNumber()).isEqualTo("640100-113/2021-00201");
        assertThat(hit.documentNumber()).isEqualTo("银政公开办发〔2021〕1号");
        assertThat(hit.columnKey()).isEqualTo("work");
        assertThat(hit.kind()).isEqualTo("规划计划");
        assertThat(hit.year()).isEqualTo(2021);
        assertThat(hit.publishedAt()).isEqualTo("2021-07-30T01:00:00Z");
    }

    @Test
    void snipsAnAttachmentIfOnlyItHasTheWord() {
        var hit = find(index, SearchQuery.of("围油栏")).hits().getFirst();

        assertThat(hit.snippet().text()).isEqualTo("附件1 应急物资清单.xlsx 围油栏 吸附棉 防化服");
    }
}
