package org.gongkai.platform.search;

import org.gongkai.platform.search.lucene.LuceneShelf;
import org.gongkai.platform.search.opensearch.OpenSearchSettings;
import org.gongkai.platform.search.opensearch.OpenSearchShelf;
import org.gongkai.platform.search.text.Dictionary;
import org.gongkai.platform.search.text.Spelling;
import org.gongkai.platform.search.text.Understanding;
import org.gongkai.platform.search.text.Words;
import org.gongkai.platform.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Which engine stands behind the port (检索引擎选择): OpenSearch where a server is named, else Lucene in
 * the data folder.
 */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    /** Closed by {@link SearchIndexer#stop()}, which has to come first. */
    @Bean(destroyMethod = "")
    IndexShelf indexShelf(Settings settings, Environment environment) {
        return OpenSearchSettings.read(environment::getProperty)
                .<IndexShelf>map(OpenSearchShelf::new)
                .orElseGet(() -> new LuceneShelf(settings.indexFolder()));
    }

    @Bean
    Understanding understanding(Synonyms synonyms) {
        Dictionary dictionary = Dictionary.shipped();
        return new Understanding(dictionary, new Words(dictionary), synonyms::thesaurus);
    }

    @Bean
    Inquiry inquiry(Understanding understanding) {
        return new Inquiry(understanding, Spelling.shipped());
    }

    @Bean
    Suggestions suggestions(Understanding understanding) {
        return new Suggestions(understanding, Dictionary.shipped().words());
    }
}
