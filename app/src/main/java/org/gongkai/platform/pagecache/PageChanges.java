package org.gongkai.platform.pagecache;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the kept pages what changed (变动通知), by the names that {@link PageSources} were noted under.
 * Called within the transaction that changes it. When that has committed, and before the caller
 * goes on, no page made from it is answered on this node any more; the other nodes hear of it from
 * the database in the same moment. Nothing is told of a transaction that was rolled back.
 */
@Component
public class PageChanges {
    /** PostgreSQL's notifications carry less than 8,000 bytes each. */
    private static final int LONGEST = 4_000;

    private final KeptPages pages;
    private final Nodes nodes;
    private final JdbcClient database;

    PageChanges(KeptPages pages, Nodes nodes, JdbcClient database) {
        this.pages = pages;
        this.nodes = nodes;
        this.database = database;
    }

    /** These have changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(String... changed) {
        tell(List.of(changed));
    }

    /** These have changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<String> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var told = Set.copyOf(changed);
        for (var message : nodes.messages(told, LONGEST)) {
            database.sql("SELECT pg_notify(?, ?)").params(Nodes.CHANNEL, message).query(row -> {});
        }
        TransactionSynchronizationManager.registerSynchronization(new Ending(told));
    }

    /** First of all that follows the commit, whatever becomes of the others. */
    private final class Ending implements TransactionSynchronization {
        private final Set<String> told;
        private boolean done;

        Ending(Set<String> told) {
            this.told = told;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            pages.forget(told);
            done = true;
        }

        /** Where it is not known whether it was committed, it is taken as done. */
        @Override
        public void afterCompletion(int status) {
            if (!done && status != STATUS_ROLLED_BACK) {
                pages.forget(told);
            }
        }
    }
}
