package org.gongkai.opengov.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log of reminders (催办督办台账). */
@Repository
class Chases {
    private final JdbcClient database;

    Chases(JdbcClient database) {
        this.database = database;
    }

    long add(Chase it) {
        return database.sql(
                        """
                        INSERT INTO request_chase (case_id, kind, to_person, by_person, words, answer_by, sent_at)
                        VALUES (:case, :kind, :to, :by, :words, :until, :at) RETURNING id
                        """)
                .param("case", it.request())
                .param("kind", it.kind().name())
                .param("to", it.to().value())
                .param("by", it.by().value())
                .param("words", it.words())
                .param("until", it.answerBy())
                .param("at", Timestamp.from(it.sentAt()))
                .query(Long.class)
                .single();
    }

    /** The first first. */
    List<Chase> of(long request) {
        return database.sql("SELECT * FROM request_chase WHERE case_id = ? ORDER BY id")
                .param(request)
                .query(Chases::read)
                .list();
    }

    /** Without an answer, to these people, the first due first. */
    List<Chase> openTo(Set<PersonId> people, int limit) {
        return database.sql(
                        """
                        SELECT * FROM request_chase WHERE answered_at IS NULL AND to_person IN (:people)
                        ORDER BY answer_by, id LIMIT :limit
                        """)
                .param("people", people.stream().map(PersonId::value).toList())
                .param("limit", limit)
                .query(Chases::read)
                .list();
    }

    Optional<Chase> locked(long id) {
        return database.sql("SELECT * FROM request_chase WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Chases::read)
                .optional();
    }

    void answer(long id, PersonId by, String words, Instant at) {
        database.sql(
                        "UPDATE request_chase SET answered_by = ?, answered_at = ?, answer = ?"
                                + " WHERE id = ? AND answered_at IS NULL")
                .params(by.value(), Timestamp.from(at), words, id)
                .update();
    }

    private static Chase read(ResultSet row, int number) throws SQLException {
        var answeredBy = person(row, "answered_by");
        return new Chase(
                row.getLong("id"),
                row.getLong("case_id"),
                Chase.Kind.valueOf(row.getString("kind")),
                new PersonId(row.getLong("to_person")),
                new PersonId(row.getLong("by_person")),
                row.getString("words"),
                row.getObject("answer_by", LocalDate.class),
                row.getTimestamp("sent_at").toInstant(),
                answeredBy == null
                        ? null
                        : new Chase.Answer(
                                answeredBy,
                                row.getTimestamp("answered_at").toInstant(),
                                row.getString("answer")));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = (Long) row.getObject(column);
        return id == null ? null : new PersonId(id);
    }
}
