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
        tell(new Change(Set.copyOf(changed), false));
    }

    /**
     * Something was added to these, and nothing that pages made from them show has become wrong by
     * it: until such a page is made anew, and for a second at most, others may get the previous
     * one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellAdded(Collection<String> added) {
        tell(new Change(Set.copyOf(added), true));
    }

    private void tell(Change change) {
        if (change.names().isEmpty()) {
            return;
        }
        for (var message : nodes.messages(change, LONGEST)) {
            database.sql("SELECT pg_notify(?, ?)").params(Nodes.CHANNEL, message).query(row -> {});
        }
        TransactionSynchronizationManager.registerSynchronization(new Ending(change));
    }

    /** First of all that follows the commit, whatever becomes of the others. */
    private final class Ending implements TransactionSynchronization {
        private final Change told;
        private boolean done;

        Ending(Change told) {
            this.told = told;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            told.tell(pages);
            done = true;
        }

        /** Where it is not known whether it was committed, it is taken as done. */
        @Override
        public void afterCompletion(int status) {
            if (!done && status != STATUS_ROLLED_BACK) {
                told.tell(pages);
            }
        }
    }
}
