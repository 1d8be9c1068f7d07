package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;
import static org.gongkai.opengov.disclosures.persistence.Rows.values;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which levels were set for which kind, when and by whom (审签流程台账); entries are only added. */
@Repository
class RouteBook {
    private final JdbcClient database;

    RouteBook(JdbcClient database) {
        this.database = database;
    }

    /**
     * An entry.
     *
     * @param kind null for the agency's own, which kinds without one follow
     * @param route null: from then on the kind follows the agency's
     */
    record Entry(
            @Nullable DocumentKind kind,
            @Nullable ReviewRoute route,
            PersonId setBy,
            Instant setAt) {}

    /** Every entry of an agency, newest first. */
    List<Entry> of(AgencyId agency) {
        return database.sql("SELECT * FROM review_route WHERE agency_id = ? ORDER BY id DESC")
                .param(agency.value())
                .query(RouteBook::read)
                .list();
    }

    /** The entry in force for the kind itself, or for the agency where it is null. */
    Optional<Entry> newest(AgencyId agency, @Nullable DocumentKind kind) {
        return of(agency).stream().filter(it -> it.kind() == kind).findFirst();
    }

    /** The levels for this kind: its own route, else the agency's, else the least. */
    ReviewRoute routeFor(AgencyId agency, @Nullable DocumentKind kind) {
        var own = newest(agency, kind).flatMap(it -> Optional.ofNullable(it.route()));
        return own.or(() -> newest(agency, null).flatMap(it -> Optional.ofNullable(it.route())))
                .orElseGet(ReviewRoute::least);
    }

    void add(AgencyId agency, Entry entry) {
        var kind = entry.kind();
        var route = entry.route();
        database.sql(
                        "INSERT INTO review_route (agency_id, kind, levels, set_by, set_at)"
                                + " VALUES (?, ?, string_to_array(?, ','), ?, ?)")
                .params(
                        values(
                                agency.value(),
                                kind == null ? null : kind.name(),
                                route == null ? null : joined(route),
                                entry.setBy().value(),
                                moment(entry.setAt())))
                .update();
    }

    private static String joined(ReviewRoute route) {
        return String.join(",", route.levels().stream().map(Enum::name).toList());
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        var kind = row.getString("kind");
        var levels = row.getArray("levels");
        return new Entry(
                kind == null ? null : DocumentKind.valueOf(kind),
                levels == null ? null : route(levels),
                new PersonId(row.getLong("set_by")),
                row.getTimestamp("set_at").toInstant());
    }

    private static ReviewRoute route(Array levels) throws SQLException {
        return new ReviewRoute(
                Arrays.stream((String[]) levels.getArray()).map(ReviewLevel::valueOf).toList());
    }
}
