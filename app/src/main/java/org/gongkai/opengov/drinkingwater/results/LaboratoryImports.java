package org.gongkai.opengov.drinkingwater.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.results.LaboratoryImport.State;
import org.gongkai.platform.files.FileReferences;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of files that came in (监测数据导入台账); a file that was not cancelled is kept. */
@Repository
class LaboratoryImports implements FileReferences {
    private final JdbcClient database;

    LaboratoryImports(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean needs(String sha256) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM water_import WHERE sha256 = ? AND state <>"
                                + " 'CANCELLED')")
                .param(sha256)
                .query(Boolean.class)
                .single();
    }

    long add(AgencyId agency, String name, String sha256, PersonId by, Instant at) {
        return database.sql(
                        """
                        INSERT INTO water_import (agency_id, file_name, sha256, state, begun_by, begun_at)
                        VALUES (?, ?, ?, 'READ', ?, ?) RETURNING id
                        """)
                .params(agency.value(), name, sha256, by.value(), Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** Ends it, if nobody else has. */
    boolean end(long id, State state, Instant at) {
        return database.sql(
                                "UPDATE water_import SET state = ?, ended_at = ? WHERE id = ? AND"
                                        + " state = 'READ'")
                        .params(state.name(), Timestamp.from(at), id)
                        .update()
                == 1;
    }

    Optional<LaboratoryImport> find(AgencyId agency, long id) {
        return database.sql("SELECT * FROM water_import WHERE agency_id = ? AND id = ?")
                .params(agency.value(), id)
                .query(LaboratoryImports::read)
                .optional();
    }

    /** The newest first. */
    List<LaboratoryImport> list(AgencyId agency, long before, int most) {
        return database.sql(
                        "SELECT * FROM water_import WHERE agency_id = ? AND id < ? ORDER BY id DESC"
                                + " LIMIT ?")
                .params(agency.value(), before, most)
                .query(LaboratoryImports::read)
                .list();
    }

    private static LaboratoryImport read(ResultSet row, int at) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new LaboratoryImport(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("sha256"),
                State.valueOf(row.getString("state")),
                new PersonId(row.getLong("begun_by")),
                row.getTimestamp("begun_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
