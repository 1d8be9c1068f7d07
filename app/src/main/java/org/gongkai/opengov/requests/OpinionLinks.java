package org.gongkai.opengov.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links by which third parties answer (征求意见链接台账), and what they answered. */
@Repository
class OpinionLinks {
    private static final String ALL = "SELECT * FROM request_opinion_link";

    private final JdbcClient database;

    OpinionLinks(JdbcClient database) {
        this.database = database;
    }

    /** A new link; an older one of the same party opens nothing from now on. */
    OpinionLink add(
            long request,
            String party,
            String secretKey,
            String shown,
            @Nullable String harm,
            PersonId by,
            Instant at) {
        database.sql(
                        """
                        UPDATE request_opinion_link SET ended_at = ?, ended_by = 'NEW_LINK'
                        WHERE case_id = ? AND party = ? AND ended_at IS NULL
                        """)
                .params(Timestamp.from(at), request, party)
                .update();
        return database.sql(
                        """
                        INSERT INTO request_opinion_link
                            (case_id, party, secret_key, shown, harm, made_by, made_at)
                        VALUES (:case, :party, :key, :shown, :harm, :by, :at) RETURNING *
                        """)
                .param("case", request)
                .param("party", party)
                .param("key", secretKey)
                .param("shown", shown)
                .param("harm", harm)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .query(OpinionLinks::read)
                .single();
    }

    Optional<OpinionLink> bySecret(String secretKey) {
        return database.sql(ALL + " WHERE secret_key = ?")
                .param(secretKey)
                .query(OpinionLinks::read)
                .optional();
    }

    List<OpinionLink> of(long request) {
        return database.sql(ALL + " WHERE case_id = ? ORDER BY id")
                .param(request)
                .query(OpinionLinks::read)
                .list();
    }

    void answered(long link, OpinionEntry.Checked opinion, Instant at) {
        database.sql(
                        """
                        INSERT INTO request_opinion (link_id, choice, reasons, signed_by, given_at)
                        VALUES (:link, :choice, :reasons, :name, :at)
                        """)
                .param("link", link)
                .param("choice", opinion.choice().name())
                .param("reasons", opinion.reasons())
                .param("name", opinion.name())
                .param("at", Timestamp.from(at))
                .update();
        database.sql(
                        "UPDATE request_opinion_link SET ended_at = ?, ended_by = 'ANSWER' WHERE id"
                                + " = ?")
                .params(Timestamp.from(at), link)
                .update();
    }

    private static OpinionLink read(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new OpinionLink(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getString("party"),
                row.getString("shown"),
                row.getString("harm"),
                new PersonId(row.getLong("made_by")),
                row.getTimestamp("made_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
