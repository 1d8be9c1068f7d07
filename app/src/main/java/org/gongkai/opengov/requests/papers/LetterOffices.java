package org.gongkai.opengov.requests.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The particulars of the agencies' letters (文书信息); the latest counts. */
@Repository
class LetterOffices {
    private final JdbcClient database;

    LetterOffices(JdbcClient database) {
        this.database = database;
    }

    Optional<LetterOffice> find(AgencyId agency) {
        return database.sql(
                        "SELECT * FROM request_letter_office WHERE agency_id = ? ORDER BY id DESC"
                                + " LIMIT 1")
                .param(agency.value())
                .query(LetterOffices::read)
                .optional();
    }

    void keep(AgencyId agency, LetterOffice it, @Nullable PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO request_letter_office (agency_id, series, phone, address, postcode,
                            government, upper_department, court, district, department, online_review,
                            fee_way, person_id, written_at)
                        VALUES (:agency, :series, :phone, :address, :postcode, :government, :upper,
                            :court, :district, :department, :online, :fee, :by, :at)
                        """)
                .param("agency", agency.value())
                .param("series", it.series())
                .param("phone", it.phone())
                .param("address", it.address())
                .param("postcode", it.postcode())
                .param("government", it.government())
                .param("upper", it.upperDepartment())
                .param("court", it.court())
                .param("district", it.district())
                .param("department", it.department())
                .param("online", it.onlineReview())
                .param("fee", it.feeWay())
                .param("by", by == null ? null : by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static LetterOffice read(ResultSet row, int number) throws SQLException {
        return new LetterOffice(
                row.getString("series"),
                row.getString("phone"),
                row.getString("address"),
                row.getString("postcode"),
                row.getString("government"),
                row.getString("upper_department"),
                row.getString("court"),
                row.getString("district"),
                row.getString("department"),
                row.getString("online_review"),
                row.getString("fee_way"));
    }
}
