package org.gongkai.opengov.inspections.draws;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of draws and of what was done with each (抽取台账). */
@Repository
public class Draws {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String ALL = "SELECT * FROM inspection_draw";
    private static final String IN_STATE = " AND (CAST(:state AS text) IS NULL OR state = :state)";

    private final JdbcClient database;

    Draws(JdbcClient database) {
        this.database = database;
    }

    /** The next number of this agency; others wait until the transaction ends (C4). */
    long nextSeq(AgencyId agency) {
        return database.sql(
                        """
                        INSERT INTO inspection_draw_counter AS c (agency_id, last) VALUES (?, 1)
                        ON CONFLICT (agency_id) DO UPDATE SET last = c.last + 1 RETURNING c.last
                        """)
                .param(agency.value())
                .query(Long.class)
                .single();
    }

    /** The ceremony of this line and quarter of a plan, if one stands that was not called off. */
    Optional<Long> carrying(long line, int quarter) {
        return database.sql(
                        "SELECT seq FROM inspection_draw WHERE plan_line_id = ? AND plan_quarter = ?"
                                + " AND state <> 'VOID'")
                .params(line, quarter)
                .query(Long.class)
                .optional();
    }

    InspectionDraw add(AgencyId agency, Announcement announcement, PersonId by, Instant at) {
        var plan = announcement.plan();
        database.sql(
                        """
                        INSERT INTO inspection_draw (agency_id, seq, name, title, mode, announcement,
                            plan_line_id, plan_quarter, first_source_at, last_source_at, nonces_until, check_from,
                            check_to, reveal_by, announced_at, announced_by, state)
                        VALUES (:agency, :seq, :name, :title, :mode, :announcement, :line, :quarter, :first, :last,
                            :nonces, :from, :to, :reveal, :at, :by, 'ANNOUNCED')
                        """)
                .param("agency", agency.value())
                .param("seq", announcement.seq())
                .param("name", announcement.name())
                .param("title", announcement.title())
                .param("mode", announcement.mode().slug())
                .param("announcement", announcement.text())
                .param("line", plan == null ? null : plan.line())
                .param("quarter", plan == null ? null : plan.quarter())
                .param("first", Timestamp.from(announcement.firstSource()))
                .param("last", Timestamp.from(announcement.lastSource()))
                .param("nonces", Timestamp.from(announcement.noncesUntil()))
                .param("from", announcement.checkFrom())
                .param("to", announcement.checkTo())
                .param("reveal", announcement.revealBy())
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .update();
        return find(agency, announcement.seq()).orElseThrow();
    }

    /** The draw with this number. */
    public Optional<InspectionDraw> find(AgencyId agency, long seq) {
        return database.sql(ALL + " WHERE agency_id = ? AND seq = ?")
                .params(agency.value(), seq)
                .query(Draws::read)
                .optional();
    }

    /** The draw by its id. */
    public Optional<InspectionDraw> find(long id) {
        return database.sql(ALL + " WHERE id = ?").param(id).query(Draws::read).optional();
    }

    /** The draw by its id, held until the transaction ends. */
    Optional<InspectionDraw> locked(long id) {
        return database.sql(ALL + " WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Draws::read)
                .optional();
    }

    /**
     * The draw with this number, held until the transaction ends, in a state that allows the step.
     *
     * @throws Refusal if there is none, somebody changed it, or it is in another state
     */
    InspectionDraw taking(AgencyId agency, long seq, DrawStep step, @Nullable Long version) {
        var draw =
                database.sql(ALL + " WHERE agency_id = ? AND seq = ? FOR UPDATE")
                        .params(agency.value(), seq)
                        .query(Draws::read)
                        .optional()
                        .orElseThrow(Refusal::notFound);
        if (version != null && version != draw.version()) {
            throw Refusal.stale(draw.version(), "inspections.draw.refusal.stale");
        }
        if (!draw.possible().contains(step)) {
            throw DrawRefusals.notNow(draw, step);
        }
        return draw;
    }

    /** A part of the list, newest first, below this number. */
    public List<InspectionDraw> list(
            AgencyId agency, @Nullable DrawState state, long below, int limit) {
        return database.sql(
                        ALL
                                + " WHERE agency_id = :agency AND seq < :below"
                                + IN_STATE
                                + " ORDER BY seq DESC LIMIT :limit")
                .param("agency", agency.value())
                .param("below", below)
                .param("state", name(state))
                .param("limit", limit)
                .query(Draws::read)
                .list();
    }

    /** A numbered page of the list, newest first. */
    public List<InspectionDraw> page(
            AgencyId agency, @Nullable DrawState state, int skip, int limit) {
        return database.sql(
                        ALL
                                + " WHERE agency_id = :agency"
                                + IN_STATE
                                + " ORDER BY seq DESC OFFSET :skip LIMIT :limit")
                .param("agency", agency.value())
                .param("state", name(state))
                .param("skip", skip)
                .param("limit", limit)
                .query(Draws::read)
                .list();
    }

    /** How many there are in each state. */
    public Map<DrawState, Long> counts(AgencyId agency) {
        var counts = new EnumMap<DrawState, Long>(DrawState.class);
        RowCallbackHandler reading =
                row -> counts.put(DrawState.valueOf(row.getString(1)), row.getLong(2));
        database.sql(
                        "SELECT state, count(*) FROM inspection_draw WHERE agency_id = ?"
                                + " GROUP BY state")
                .param(agency.value())
                .query(reading);
        return counts;
    }

    /** Frozen draws whose witnesses have had their time. */
    List<Long> noncesOver(Instant now) {
        return database.sql(
                        "SELECT id FROM inspection_draw WHERE state = 'FROZEN' AND nonces_until <= ?"
                                + " ORDER BY id")
                .param(Timestamp.from(now))
                .query(Long.class)
                .list();
    }

    /** Draws that wait for a step of the desk, the oldest first. */
    List<InspectionDraw> open(AgencyId agency, LocalDate today) {
        return database.sql(
                        ALL
                                + " WHERE agency_id = ? AND (state IN ('ANNOUNCED', 'FROZEN',"
                                + " 'NONCES_IN', 'SOURCES_IN') OR state = 'DRAWN' AND mode = 'sealed'"
                                + " AND reveal_by <= ?) ORDER BY seq")
                .params(agency.value(), today.plusDays(3))
                .query(Draws::read)
                .list();
    }

    void move(InspectionDraw draw, DrawState to) {
        database.sql("UPDATE inspection_draw SET state = ?, version = version + 1 WHERE id = ?")
                .params(to.name(), draw.id())
                .update();
    }

    void record(InspectionDraw draw, DrawEvent event) {
        database.sql(
                        """
                        INSERT INTO inspection_draw_event
                            (draw_id, kind, subject, words, at, person_id, leaf_index, leaf)
                        VALUES (:draw, :kind, :subject, :words, :at, :person, :index, :leaf)
                        """)
                .param("draw", draw.id())
                .param("kind", event.kind().name())
                .param("subject", event.subject())
                .param("words", event.words())
                .param("at", Timestamp.from(event.at()))
                .param("person", event.person() == null ? null : event.person().value())
                .param("index", event.leafIndex())
                .param("leaf", event.leaf())
                .update();
    }

    /** What was done, in order. */
    public List<DrawEvent> events(long draw) {
        return database.sql("SELECT * FROM inspection_draw_event WHERE draw_id = ? ORDER BY id")
                .param(draw)
                .query(Draws::readEvent)
                .list();
    }

    private static @Nullable String name(@Nullable DrawState state) {
        return state == null ? null : state.name();
    }

    private static InspectionDraw read(ResultSet row, int number) throws SQLException {
        return new InspectionDraw(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                Announcement.read(row.getString("announcement")),
                row.getTimestamp("announced_at").toInstant(),
                new PersonId(row.getLong("announced_by")),
                DrawState.valueOf(row.getString("state")),
                row.getLong("version"));
    }

    private static DrawEvent readEvent(ResultSet row, int number) throws SQLException {
        var person = (Long) row.getObject("person_id");
        return new DrawEvent(
                DrawEvent.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("words"),
                row.getTimestamp("at").toInstant(),
                person == null ? null : new PersonId(person),
                row.getLong("leaf_index"),
                row.getString("leaf"));
    }
}
