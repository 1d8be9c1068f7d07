package org.gongkai.platform.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.gongkai.platform.search.FacetCount;
import org.gongkai.platform.search.SearchOrder;
import org.gongkai.platform.search.SearchQuery;
import org.gongkai.platform.search.SearchResults;
import org.gongkai.platform.search.SearchableDocument;
import org.gongkai.platform.search.quality.Archive;
import org.gongkai.platform.search.quality.Paper;
import org.gongkai.platform.search.text.Question;
import org.gongkai.platform.search.text.Understanding;
import org.gongkai.platform.search.text.Understanding.Demand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What search leaves out of its way changes no answer")
class ExhaustiveTests {

    private static final Understanding UNDERSTANDING = Understanding.shipped();
    private static final int PAGE = 20;

    @TempDir static Path folder;
    private static final Map<String, SearchableDocument> BY_ID = new HashMap<>();
    private static LuceneIndex index;
    private static DirectoryReader reader;

    @BeforeAll
    static void fill() throws Exception {
        List<SearchableDocument> documents =
                Archive.papers().stream().map(Paper::document).toList();
        documents.forEach(it -> BY_ID.put(it.id(), it));
        index = LuceneFixture.indexOf(folder, documents.subList(0, documents.size() / 2));
        index.makeDurable();
        documents.subList(documents.size() / 2, documents.size()).forEach(index::put);
        documents.subList(0, 50).forEach(index::put);
        index.makeVisible();
        index.makeDurable();
        reader = DirectoryReader.open(FSDirectory.open(folder));
    }

    @AfterAll
    static void close() throws Exception {
        reader.close();
        index.close();
    }

    static Stream<SearchQuery> queries() {
        Stream<String> texts =
                Stream.of(
                        "环境",
                        "公开",
                        "水",
                        "水源地",
                        "饮用水水源地水质状况报告",
                        "双随机",
                        "双随机 -处罚",
                        "环评",
                        "排污许可",
                        "\"水质达标率\"",
                        "2021年政务公开工作要点",
                        "银环发〔2021〕",
                        "640100-113",
                        "危险废物 转移",
                        "关于印发",
                        "信访",
                        "2021年6月",
                        "典农河 水质",
                        "");
        return texts.flatMap(
                text ->
                        Stream.of(
                                SearchQuery.of(text),
                                SearchQuery.of(text).ofYear(2021),
                                SearchQuery.of(text).ofYear(2020).ofKind("通知"),
                                SearchQuery.of(text).ofSection("办公室"),
                                SearchQuery.of(text).orderedBy(SearchOrder.DATE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void pagesAreThoseOfASearchThroughEverything(SearchQuery query) throws Exception {
        List<String> expected = everything(query);
        List<String> shown = new ArrayList<>();
        SearchQuery page = query;
        for (int i = 0; i < 3; i++) {
            SearchResults results = index.search(question(query), page, HashSet::new);
            results.hits().forEach(it -> shown.add(it.id()));
            if (results.next() == null) {
                break;
            }
            page = query.behind(results.next(), PAGE);
        }

        assertThat(shown).isEqualTo(expected.subList(0, Math.min(expected.size(), 3 * PAGE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void countsAreThoseOfTheHitsThemselves(SearchQuery query) throws Exception {
        List<String> ids = everything(query);
        SearchResults results = index.search(question(query), query, HashSet::new);

        assertThat(results.total()).isEqualTo(ids.size());
        if (query.filters().kind() == null) {
            assertThat(counts(results.facets().kinds()))
                    .isEqualTo(counted(ids, SearchableDocument::kind));
        }
        if (query.filters().year() == null) {
            assertThat(counts(results.facets().years()))
                    .isEqualTo(counted(ids, it -> Integer.toString(it.year())));
        } else {
            assertThat(
                            counts(results.facets().years())
                                    .getOrDefault(query.filters().year().toString(), 0L))
                    .isEqualTo(ids.size());
        }
    }

    private static Question question(SearchQuery query) {
        return UNDERSTANDING.read(query.text(), Demand.ALL);
    }

    private static List<String> everything(SearchQuery query) throws Exception {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Scoring.BY_FIELD);
        Question question = question(query);
        Query all = Filters.around(Translation.of(question.sought()), query.filters());
        SearchOrder order = question.ranked() ? query.order() : SearchOrder.DATE;
        var manager =
                new TopFieldCollectorManager(
                        Cursor.sort(order), BY_ID.size(), null, Integer.MAX_VALUE);
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(all, manager).scoreDocs) {
            Object[] fields = ((FieldDoc) hit).fields;
            ids.add(((BytesRef) fields[fields.length - 1]).utf8ToString());
        }
        return ids;
    }

    private static Map<String, Long> counts(List<FacetCount> counts) {
        Map<String, Long> found = new HashMap<>();
        counts.forEach(it -> found.put(it.value(), it.count()));
        return found;
    }

    private static Map<String, Long> counted(
            List<String> ids, Function<SearchableDocument, String> property) {
        Map<String, Long> found = new HashMap<>();
        ids.forEach(it -> found.merge(property.apply(BY_ID.get(it)), 1L, Long::sum));
        return found;
    }
}
