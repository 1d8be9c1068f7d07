package org.gongkai.opengov.inspections.draws;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The escrow of secrets (秘密托管), rule C6: each of three holders gets a share that only they can
 * open, and any two of them can reveal what the agency does not.
 */
@Repository
class Escrow {
    private final JdbcClient database;
    private final RandomBytes random;

    Escrow(JdbcClient database, RandomBytes random) {
        this.database = database;
        this.random = random;
    }

    /** What a holder was given of a draw. */
    record Deposit(EscrowHolder holder, int lacks, byte[] sealed) {}

    List<EscrowHolder> holders(AgencyId agency) {
        return database.sql(
                        "SELECT * FROM inspection_escrow_holder WHERE agency_id = ?"
                                + " AND ended_at IS NULL ORDER BY id")
                .param(agency.value())
                .query(Escrow::holder)
                .list();
    }

    /** The three holders of this agency; a sealed draw cannot be frozen without them. */
    List<EscrowHolder> requireHolders(InspectionDraw draw) {
        var holders = holders(draw.agency());
        if (holders.size() != EscrowShares.HOLDERS) {
            throw DrawRefusals.notNow(draw, "c6-holders", holders.size());
        }
        return holders;
    }

    long add(AgencyId agency, String name, EscrowKey key, PersonId by, Instant at) {
        return database.sql(
                        """
                        INSERT INTO inspection_escrow_holder
                            (agency_id, name, public_key, fingerprint, added_at, added_by)
                        VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(
                        agency.value(),
                        name,
                        key.pem(),
                        key.fingerprint(),
                        Timestamp.from(at),
                        by.value())
                .query(Long.class)
                .single();
    }

    boolean end(AgencyId agency, long holder, Instant at) {
        return database.sql(
                                "UPDATE inspection_escrow_holder SET ended_at = ?"
                                        + " WHERE agency_id = ? AND id = ? AND ended_at IS NULL")
                        .params(Timestamp.from(at), agency.value(), holder)
                        .update()
                > 0;
    }

    void deposit(InspectionDraw draw, byte[] secret, List<EscrowHolder> holders) {
        var shares = EscrowShares.of(secret, random.source());
        for (var at = 0; at < holders.size(); at++) {
            var holder = holders.get(at);
            database.sql(
                            "INSERT INTO inspection_draw_escrow (draw_id, holder_id, lacks, sealed)"
                                    + " VALUES (?, ?, ?, ?)")
                    .params(
                            draw.id(),
                            holder.id(),
                            at + 1,
                            EscrowKey.read(holder.publicKey()).orElseThrow().close(shares.get(at)))
                    .update();
        }
    }

    List<Deposit> deposits(long draw) {
        return database.sql(
                        """
                        SELECT h.*, e.lacks, e.sealed FROM inspection_draw_escrow e
                        JOIN inspection_escrow_holder h ON h.id = e.holder_id
                        WHERE e.draw_id = ? ORDER BY e.lacks
                        """)
                .param(draw)
                .query(
                        (row, number) ->
                                new Deposit(
                                        holder(row, number),
                                        row.getInt("lacks"),
                                        row.getBytes("sealed")))
                .list();
    }

    private static EscrowHolder holder(ResultSet row, int number) throws SQLException {
        return new EscrowHolder(
                row.getLong("id"),
                row.getString("name"),
                row.getString("public_key"),
                row.getString("fingerprint"),
                row.getTimestamp("added_at").toInstant());
    }
}
