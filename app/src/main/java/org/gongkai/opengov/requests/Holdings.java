package org.gongkai.opengov.requests;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was given which request, by whom and why (经办人记录); only added to. */
@Repository
class Holdings {
    private final JdbcClient database;

    Holdings(JdbcClient database) {
        this.database = database;
    }

    void add(
            long request,
            @Nullable PersonId holder,
            PersonId by,
            @Nullable PersonId onBehalfOf,
            @Nullable String note,
            Instant at) {
        database.sql(
                        """
                        INSERT INTO request_holding (case_id, holder_id, given_by, on_behalf_of, note, given_at)
                        VALUES (:case, :holder, :by, :onBehalfOf, :note, :at)
                        """)
                .param("case", request)
                .param("holder", holder == null ? null : holder.value())
                .param("by", by.value())
                .param("onBehalfOf", onBehalfOf == null ? null : onBehalfOf.value())
                .param("note", note)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The first first. */
    List<Holding> of(long request) {
        return database.sql("SELECT * FROM request_holding WHERE case_id = ? ORDER BY id")
                .param(request)
                .query(
                        (row, _) ->
                                new Holding(
                                        person((Long) row.getObject("holder_id")).orElse(null),
                                        new PersonId(row.getLong("given_by")),
                                        person((Long) row.getObject("on_behalf_of")).orElse(null),
                                        row.getString("note"),
                                        row.getTimestamp("given_at").toInstant()))
                .list();
    }

    private static Optional<PersonId> person(@Nullable Long id) {
        return Optional.ofNullable(id).map(PersonId::new);
    }
}
