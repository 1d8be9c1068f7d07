package org.gongkai.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.gongkai.platform.search.text.Folding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any two characters that stand together find their document, whatever the engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SubstringSuite {

    private static final List<SearchableDocument> DOCUMENTS = Corpus.documents();

    private final TestEngine engine;
    private FilledIndex index;

    SubstringSuite(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeAll
    void fill(@TempDir Path folder) {
        index = FilledIndex.of(engine, folder, DOCUMENTS);
    }

    @AfterAll
    void close() {
        index.close();
    }

    /** The complaint of readers elsewhere: a stretch of the title that is no word finds nothing. */
    @Test
    void findsEveryStretchOfEveryTitle() {
        for (SearchableDocument document : DOCUMENTS) {
            String title = document.title();
            for (int from = 0; from < title.length(); from++) {
                for (int to = from + 2;
                        to <= Math.min(title.length(), from + 9);
                        to += engine == TestEngine.LUCENE ? 1 : 3) {
                    assertFound(document, title.substring(from, to));
                }
            }
        }
    }

    @Test
    void findsThousandsOfStretchesOfTheBodies() {
        var random = new Random(711);
        for (int i = 0; i < engine.cases(3_000); i++) {
            SearchableDocument document = DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
            String body = document.bodyText();
            int from = random.nextInt(body.length() - 2);
            int to = Math.min(body.length(), from + 2 + random.nextInt(30));
            assertFound(document, body.substring(from, to));
        }
    }

    private void assertFound(SearchableDocument document, String stretch) {
        boolean minus = stretch.strip().matches("[-−–－].*|.*\\s[-−–－].*");
        boolean oneCharacter = Folding.bare(stretch).length() < 2;
        if (!minus && !oneCharacter) {
            SearchQuery query = SearchQuery.of(stretch).page(0, 50);
            assertThat(FilledIndex.ids(index.find(query))).as(stretch).contains(document.id());
        }
    }

    @Test
    void marksOnlyTextOfTheDocumentAndChangesNoneOfIt() {
        var random = new Random(24);
        for (int i = 0; i < engine.cases(500); i++) {
            SearchableDocument document = DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
            String body = document.bodyText();
            int from = random.nextInt(body.length() - 6);
            SearchResults found = index.find(SearchQuery.of(body.substring(from, from + 6)));
            found.hits().forEach(SubstringSuite::assertOwnText);
        }
    }

    private static void assertOwnText(SearchHit hit) {
        SearchableDocument document =
                DOCUMENTS.stream().filter(it -> it.id().equals(hit.id())).findFirst().orElseThrow();
        String everything =
                document.bodyText() + document.attachmentTexts() + document.fields().values();
        assertThat(joined(hit.title())).isEqualTo(document.title());
        assertThat(everything).contains(hit.snippet().text());
        assertThat(hit.snippet().text().length()).isLessThanOrEqualTo(121);
    }

    private static String joined(List<MarkedText> pieces) {
        return pieces.stream().map(MarkedText::text).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "-",
                "--",
                "AND",
                "OR NOT",
                "title:*",
                "*",
                "?",
                "水*",
                "[a TO b]",
                "{",
                ")(",
                "+-!(){}[]^\"~*?:\\/",
                "a^99999999",
                "“",
                "”“",
                "《》",
                "〔〕",
                "\u0000",
                "\ud840",
                "\udc00\ud840",
                "😀",
                "𠮷野家",
                "水",
                "-水 -源",
                "-\"",
                "\\",
                "//",
                "\u202e倒",
                "<script>alert(1)</script>",
                "' OR 1=1 --",
                "-640100",
                "　",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z"
            })
    void takesAnythingTyped(String text) {
        assertThatCode(() -> index.find(SearchQuery.of(text))).doesNotThrowAnyException();
    }

    @Test
    void takesRandomTextAndVeryLongText() {
        var random = new Random(20);
        for (int i = 0; i < engine.cases(1_000); i++) {
            int length = i % 50 == 0 ? 10_000 : random.nextInt(60);
            String text =
                    random.ints(length, 1, 0x10000)
                            .mapToObj(it -> String.valueOf((char) (it % 3 == 0 ? it % 128 : it)))
                            .collect(Collectors.joining());
            SearchResults found = index.find(SearchQuery.of(text));
            assertThat(found.complete()).isTrue();
        }
    }
}
