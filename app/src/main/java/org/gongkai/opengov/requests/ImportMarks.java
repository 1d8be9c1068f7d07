package org.gongkai.opengov.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases came from another system (导入标记). */
@Repository("requestImportMarks")
class ImportMarks {
    private final JdbcClient database;

    ImportMarks(JdbcClient database) {
        this.database = database;
    }

    /** From where a case came; empty for one that began here. */
    Optional<ImportMark> of(long caseId) {
        return database.sql("SELECT * FROM request_import_mark WHERE case_id = ?")
                .param(caseId)
                .query(ImportMarks::read)
                .optional();
    }

    /** The case that has this number of another system. */
    Optional<ImportMark> find(AgencyId agency, String system, String outsideNumber) {
        return database.sql(
                        "SELECT * FROM request_import_mark WHERE agency_id = ? AND system = ?"
                                + " AND outside_number = ?")
                .params(agency.value(), system, outsideNumber)
                .query(ImportMarks::read)
                .optional();
    }

    void add(AgencyId agency, ImportMark it, long run) {
        database.sql(
                        """
                        INSERT INTO request_import_mark (case_id, agency_id, system, outside_number, run_id,
                            imported_at) VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        it.caseId(),
                        agency.value(),
                        it.system(),
                        it.outsideNumber(),
                        run,
                        Timestamp.from(it.importedAt()))
                .update();
    }

    private static ImportMark read(ResultSet row, int number) throws SQLException {
        return new ImportMark(
                row.getLong("case_id"),
                row.getString("system"),
                row.getString("outside_number"),
                moment(row));
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return row.getTimestamp("imported_at").toInstant();
    }
}
