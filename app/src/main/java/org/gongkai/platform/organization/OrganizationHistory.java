package org.gongkai.platform.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of the registers (变更记录): every entry there ever was, newest first. */
@Repository
public class OrganizationHistory {
    /** The registers by which it can be narrowed. */
    public static final Set<String> REGISTERS =
            Set.of(
                    "agency", "prefix", "section", "person", "grant", "officer", "cover", "duty",
                    "member", "list");

    private final JdbcClient db;

    OrganizationHistory(JdbcClient db) {
        this.db = db;
    }

    /** The entries of one register, or of all for an empty text; at most {@code most}. */
    public List<HistoryLine> of(AgencyId agency, String register, int most) {
        return db.sql(
                        """
                        SELECT * FROM organization_history
                        WHERE agency_id = :agency AND (register = :register OR :register = '')
                        ORDER BY greatest(recorded_at, closed_at) DESC, register, id DESC LIMIT :most
                        """)
                .param("agency", agency.value())
                .param("register", register)
                .param("most", most)
                .query(OrganizationHistory::read)
                .list();
    }

    private static HistoryLine read(ResultSet row, int number) throws SQLException {
        return new HistoryLine(
                row.getString("register"),
                row.getString("subject_key"),
                row.getString("subject"),
                row.getString("message_key"),
                row.getString("content"),
                Rows.validity(row),
                Objects.requireNonNull(Rows.momentOrNull(row, "recorded_at")),
                row.getString("recorded_name"),
                Rows.momentOrNull(row, "closed_at"),
                row.getString("closed_name"),
                row.getBoolean("replaced"));
    }
}
