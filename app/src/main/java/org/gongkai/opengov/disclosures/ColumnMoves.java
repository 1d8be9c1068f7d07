package org.gongkai.opengov.disclosures;

import org.gongkai.opengov.columns.ColumnMoved;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.platform.search.SearchQueue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has search read again what stands in a column that moved (栏目变动后重新索引), in the same transaction.
 */
@Component
class ColumnMoves {
    private final Columns columns;
    private final PublicRegister register;
    private final SearchQueue search;

    ColumnMoves(Columns columns, PublicRegister register, SearchQueue search) {
        this.columns = columns;
        this.register = register;
        this.search = search;
    }

    @EventListener
    void on(ColumnMoved moved) {
        register.idsIn(columns.branch(moved.column())).forEach(it -> search.enqueue(it.toString()));
    }
}
