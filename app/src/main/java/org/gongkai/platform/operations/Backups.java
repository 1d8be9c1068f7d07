package org.gongkai.platform.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The register of backups (备份台账): the command that makes one enters it, so that it is known which
 * of them still hold content that was purged.
 */
@Repository
public class Backups {
    private final JdbcClient database;

    Backups(JdbcClient database) {
        this.database = database;
    }

    /** Every backup, oldest first; those that were destroyed too. */
    public List<BackupMade> all() {
        return database.sql("SELECT * FROM backup_made ORDER BY taken_at, id")
                .query(Backups::read)
                .list();
    }

    /** One of them. */
    public Optional<BackupMade> find(long id) {
        return database.sql("SELECT * FROM backup_made WHERE id = ?")
                .param(id)
                .query(Backups::read)
                .optional();
    }

    /** Writes down that no copy of it is left; false if that stood there already. */
    public boolean destroyed(long id, PersonId by, Instant at, String note) {
        return database.sql(
                                "UPDATE backup_made SET destroyed_by = ?, destroyed_at = ?, note = ?"
                                        + " WHERE id = ? AND destroyed_at IS NULL")
                        .param(by.value())
                        .param(Timestamp.from(at))
                        .param(note)
                        .param(id)
                        .update()
                == 1;
    }

    private static BackupMade read(ResultSet row, int number) throws SQLException {
        long by = row.getLong("destroyed_by");
        boolean kept = row.wasNull();
        var at = row.getTimestamp("destroyed_at");
        return new BackupMade(
                row.getLong("id"),
                row.getString("file"),
                row.getTimestamp("taken_at").toInstant(),
                kept ? null : new PersonId(by),
                at == null ? null : at.toInstant(),
                row.getString("note"));
    }
}
