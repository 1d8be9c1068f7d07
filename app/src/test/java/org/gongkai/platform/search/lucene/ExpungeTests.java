package org.gongkai.platform.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.gongkai.platform.search.SearchableDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 清除: what is purged must not stay in the files of the index (保守国家秘密法 art. 57). */
@DisplayName("What is expunged")
class ExpungeTests {
    private static final int DOCUMENTS = 50;

    @TempDir Path folder;

    @Test
    void isNoLongerOnDiskWhileWhatIsOnlyRemovedStillIs() throws Exception {
        var documents = IntStream.range(0, DOCUMENTS).mapToObj(ExpungeTests::document).toList();
        var index = LuceneFixture.indexOf(folder, documents);
        index.makeDurable();
        index.remove("d7");
        index.makeVisible();
        index.makeDurable();
        assertThat(onDisk()).isEqualTo(DOCUMENTS);

        index.expunge();

        assertThat(onDisk()).isEqualTo(DOCUMENTS - 1);
        assertThat(index.size()).isEqualTo(DOCUMENTS - 1);
        assertThat(LuceneFixture.ids(index, "正文7")).doesNotContain("d7");
        index.close();
    }

    /** Documents in the files, those marked as removed too. */
    private int onDisk() throws Exception {
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            return reader.maxDoc();
        }
    }

    private static SearchableDocument document(int number) {
        return new SearchableDocument(
                "d" + number,
                "水质公告" + number,
                "正文" + number,
                null,
                null,
                "water",
                List.of("water"),
                "notice",
                2021,
                "water",
                Instant.parse("2021-07-30T01:00:00Z"),
                List.of(),
                Map.of());
    }
}
