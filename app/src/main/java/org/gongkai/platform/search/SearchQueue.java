package org.gongkai.platform.search;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What has to be indexed anew (待索引队列): written in the transaction that changes the document, so
 * that neither can happen without the other.
 */
@Component
public class SearchQueue {

    private final JdbcClient database;
    private final Clock clock;
    private final SearchIndexer indexer;

    SearchQueue(JdbcClient database, Clock clock, SearchIndexer indexer) {
        this.database = database;
        this.clock = clock;
        this.indexer = indexer;
    }

    /**
     * The document was published, changed, withdrawn or restored, or its column moved: it is looked
     * at as soon as the transaction commits. Call it inside that transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(String id) {
        write(id);
        afterCommit(indexer::wake);
    }

    /** The same for many documents at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueueAll(Collection<String> ids) {
        database.sql(
                        "INSERT INTO search_queue (document, queued_at)"
                                + " SELECT unnest(string_to_array(:documents, ',')), :at")
                .param("documents", String.join(",", ids))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        afterCommit(indexer::wake);
    }

    /**
     * The same for a document that must be gone when the caller returns (撤下): it leaves the index
     * in the moment the transaction commits, on the caller's own thread.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeNow(String id) {
        write(id);
        afterCommit(() -> indexer.removeAtOnce(id));
    }

    /** The same for spilled content (清除): the files of the index are cleared of it as well. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void purgeNow(String id) {
        write(id);
        afterCommit(() -> indexer.expungeAtOnce(id));
    }

    private void write(String id) {
        database.sql("INSERT INTO search_queue (document, queued_at) VALUES (:document, :at)")
                .param("document", id)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }
}
