package org.gongkai.opengov.disclosures;

import org.gongkai.platform.files.FileReferences;
import org.gongkai.platform.files.FileStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Which kept files documents need (附件留存), and the end of those that only a purged document had.
 *
 * <p>保守国家秘密法 (2024) art. 57: what was spilled is removed, the bytes with the words.
 */
@Component
class DocumentFiles implements FileReferences {
    private final JdbcClient database;
    private final FileStore files;

    DocumentFiles(JdbcClient database, FileStore files) {
        this.database = database;
        this.files = files;
    }

    @Override
    public boolean needs(String sha256) {
        return database.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM draft WHERE strpos(content, :sha256) > 0)
                            OR EXISTS (SELECT 1 FROM revision WHERE strpos(content, :sha256) > 0)
                            OR EXISTS (SELECT 1 FROM import_record WHERE strpos(content, :sha256) > 0)
                            OR EXISTS (SELECT 1 FROM paper_scan p JOIN document d ON d.id = p.document_id
                                WHERE p.scan_sha256 = :sha256 AND d.state <> 'PURGED')
                        """)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    /** Once the purge is committed; a file that another document has too stays. */
    @TransactionalEventListener
    void erase(ContentPurged purged) {
        purged.fileHashes().stream().filter(it -> !needs(it)).forEach(files::erase);
    }
}
