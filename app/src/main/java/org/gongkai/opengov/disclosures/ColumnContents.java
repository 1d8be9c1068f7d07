package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.NewestItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tells the columns what is public in them (栏目内容), from the one register that anybody may read. */
@Repository
@Transactional(readOnly = true)
class ColumnContents implements NewestItems {
    private final JdbcClient database;
    private final PublicRegister register;
    private final Clock clock;

    ColumnContents(JdbcClient database, PublicRegister register, Clock clock) {
        this.database = database;
        this.register = register;
        this.clock = clock;
    }

    /** One look into the index for each column, so that it stays quick with many documents. */
    @Override
    public Map<ColumnId, LocalDate> newestIn(Collection<ColumnId> columns) {
        var newest = new HashMap<ColumnId, LocalDate>();
        database.sql(
                        """
                        SELECT asked.id, (SELECT max(p.published_at) FROM public_document p
                            WHERE p.column_id = asked.id) AS newest
                        FROM unnest(CAST(string_to_array(?, ',') AS bigint[])) AS asked (id)
                        """)
                .param(columns.stream().map(ColumnId::toString).collect(Collectors.joining(",")))
                .query(
                        row -> {
                            var at = row.getTimestamp("newest");
                            if (at != null) {
                                newest.put(
                                        new ColumnId(row.getLong("id")),
                                        LocalDate.ofInstant(at.toInstant(), clock.getZone()));
                            }
                        });
        return newest;
    }

    @Override
    public long count(Collection<ColumnId> columns) {
        return columns.isEmpty() ? 0 : register.count(PublicFilter.all().in(Set.copyOf(columns)));
    }
}
