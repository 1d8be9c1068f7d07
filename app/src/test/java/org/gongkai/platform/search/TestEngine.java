package org.gongkai.platform.search;

import java.nio.file.Path;
import java.util.Map;
import org.gongkai.platform.search.lucene.LuceneShelf;
import org.gongkai.platform.search.opensearch.OpenSearchSettings;
import org.gongkai.platform.search.opensearch.OpenSearchShelf;
import org.gongkai.testing.SearchServer;

/** The engines that stand behind the port; every test of what search does runs on each. */
public enum TestEngine {
    LUCENE {
        @Override
        public IndexShelf shelf(Path folder, String server) {
            return new LuceneShelf(folder);
        }

        @Override
        String server() {
            return "";
        }
    },
    OPENSEARCH {
        @Override
        public IndexShelf shelf(Path folder, String server) {
            return new OpenSearchShelf(
                    OpenSearchSettings.read(
                                    Map.of(
                                                    "GONGKAI_SEARCH_URL",
                                                    server,
                                                    "GONGKAI_SEARCH_INDEX",
                                                    index(folder))
                                            ::get)
                            .orElseThrow());
        }

        @Override
        String server() {
            return SearchServer.shared().url();
        }
    };

    /** Where its server answers; empty where it has none. */
    abstract String server();

    /** Indexes of their own for each folder, kept there or on the server. */
    abstract IndexShelf shelf(Path folder, String server);

    /** Indexes of their own for each folder. */
    public IndexShelf shelf(Path folder) {
        return shelf(folder, server());
    }

    /** Of so many cases only a part where each is a call to another process. */
    public int cases(int many) {
        return this == LUCENE ? many : many / 6;
    }

    /** Our indexes of this folder on a server. */
    static String index(Path folder) {
        return "t" + Integer.toHexString(folder.toAbsolutePath().toString().hashCode());
    }
}
