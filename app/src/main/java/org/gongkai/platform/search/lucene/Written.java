package org.gongkai.platform.search.lucene;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;

/** What the last durable state says about itself (索引提交说明). */
final class Written {

    private Written() {}

    static Map<String, String> of(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        var written = writer.getLiveCommitData();
        if (written != null) {
            written.forEach(it -> data.put(it.getKey(), it.getValue()));
        }
        return data;
    }
}
