package org.gongkai.platform.search;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.testing.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A register of documents in a real database, with search over it. */
final class World implements SearchableDocuments, AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    final SearchIndexer indexer;
    final SearchQueue queue;
    final Search search;
    final SearchAudit audit;
    final IndexShelf shelf;
    final QueueReader reader;
    volatile String poison = "";

    World(String url, String role, String password, IndexShelf shelf) {
        pool.setJdbcUrl(url);
        pool.setUsername(role);
        pool.setPassword(password);
        pool.setMaximumPoolSize(6);
        database = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.shelf = shelf;
        reader = new QueueReader(database);
        var beans = new StaticListableBeanFactory(Map.of("register", this));
        var sources = new Sources(beans.getBeanProvider(SearchableDocuments.class));
        indexer = new SearchIndexer(shelf, reader, sources);
        queue = new SearchQueue(database, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), indexer);
        search =
                new Search(
                        shelf,
                        indexer,
                        sources,
                        Inquiry.shipped(),
                        new Suggestions(
                                org.gongkai.platform.search.text.Understanding.shipped(),
                                org.gongkai.platform.search.text.Dictionary.shipped().words()));
        audit = new SearchAudit(indexer);
    }

    static World on(TestDatabase database, IndexShelf shelf) {
        var login = database.access().application();
        return new World(database.access().url(), login.role(), login.password(), shelf);
    }

    /** The register's own table, made by the owner. */
    static void prepare(TestDatabase database) {
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql(
                        "CREATE TABLE test_register (id text PRIMARY KEY, title text, body text, open boolean)")
                .update();
        owner.sql("GRANT SELECT, INSERT, UPDATE ON test_register TO gongkai_app").update();
    }

    void publish(String id, String title, String body) {
        transaction.executeWithoutResult(
                status -> {
                    write(id, title, body);
                    queue.enqueue(id);
                });
    }

    void write(String id, String title, String body) {
        database.sql(
                        """
                        INSERT INTO test_register VALUES (?, ?, ?, true)
                        ON CONFLICT (id) DO UPDATE SET title = excluded.title, body = excluded.body
                        """)
                .params(id, title, body)
                .update();
    }

    void rollBack(String id, String title) {
        transaction.executeWithoutResult(
                status -> {
                    write(id, title, "");
                    queue.enqueue(id);
                    status.setRollbackOnly();
                });
    }

    void withdraw(String id) {
        transaction.executeWithoutResult(
                status -> {
                    close(id);
                    queue.removeNow(id);
                });
    }

    /** Closed in the register, and nobody tells search. */
    void close(String id) {
        database.sql("UPDATE test_register SET open = false WHERE id = ?").param(id).update();
    }

    List<String> ids(String text) {
        return search.search(SearchQuery.of(text).page(0, 200)).hits().stream()
                .map(SearchHit::id)
                .toList();
    }

    @Override
    public Optional<SearchableDocument> find(String id) {
        if (id.equals(poison)) {
            throw new IllegalArgumentException("cannot be read");
        }
        return database.sql("SELECT id, title, body FROM test_register WHERE id = ? AND open")
                .param(id)
                .query(
                        (row, number) ->
                                Corpus.document(
                                        Corpus.a(row.getString(1), row.getString(2), "work", 2021)
                                                .body(row.getString(3))))
                .optional();
    }

    @Override
    public Stream<String> allIds() {
        return database.sql("SELECT id FROM test_register WHERE open").query(String.class).stream();
    }

    @Override
    public Set<String> publicAmong(Collection<String> ids) {
        return new HashSet<>(
                database.sql("SELECT id FROM test_register WHERE open AND id IN (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .list());
    }

    @Override
    public void close() {
        indexer.stop();
        pool.close();
    }
}
