package org.gongkai.opengov.requests.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notices that wait, went out or were given up (通知登记). A notice is written in the transaction
 * of what it tells of: neither exists without the other.
 */
@Repository
public class Notices {
    /** Tries after which a notice is given up; the office sees it then. */
    static final int TRIES = 8;

    /** Longer than any try takes: then another program may take it up. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final String ALL = "SELECT * FROM request_notice";

    private final JdbcClient database;
    private final Couriers couriers;
    private final Addressees addressees;
    private final Clock clock;

    Notices(JdbcClient database, Couriers couriers, Addressees addressees, Clock clock) {
        this.database = database;
        this.couriers = couriers;
        this.addressees = addressees;
        this.clock = clock;
    }

    /** Tells the applicant by each way there is, once this transaction is done. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(long request, AgencyId agency, String number, NoticeKind kind) {
        for (var way : couriers.ways()) {
            if (addressees.addressOf(request, way).isPresent()) {
                add(request, agency, number, way, kind);
            }
        }
    }

    private void add(long request, AgencyId agency, String number, NoticeWay way, NoticeKind kind) {
        var now = Timestamp.from(clock.instant());
        database.sql(
                        """
                        INSERT INTO request_notice
                            (case_id, agency_id, number, way, kind, made_at, next_at)
                        VALUES (:case, :agency, :number, :way, :kind, :now, :now)
                        """)
                .param("case", request)
                .param("agency", agency.value())
                .param("number", number)
                .param("way", way.name())
                .param("kind", kind.name())
                .param("now", now)
                .update();
    }

    /** The notices of a request, the last first. */
    public List<Notice> of(long request) {
        return database.sql(ALL + " WHERE case_id = ? ORDER BY id DESC")
                .param(request)
                .query(Notices::read)
                .list();
    }

    /** Those that were given up, the first first. */
    public List<Notice> givenUp(AgencyId agency, int limit) {
        return database.sql(ALL + " WHERE agency_id = ? AND state = 'GIVEN_UP' ORDER BY id LIMIT ?")
                .params(agency.value(), limit)
                .query(Notices::read)
                .list();
    }

    /** Sends one that was given up once more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean again(long request, long id) {
        return database.sql(
                                """
                                UPDATE request_notice SET state = 'WAITING', tries = 0, next_at = ?,
                                    settled_at = NULL
                                WHERE id = ? AND case_id = ? AND state = 'GIVEN_UP'
                                """)
                        .params(Timestamp.from(clock.instant()), id, request)
                        .update()
                == 1;
    }

    /** One that was given up needs no more: the applicant was told in another way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean toldOtherwise(long request, long id) {
        return database.sql(
                                """
                                UPDATE request_notice SET state = 'TOLD_OTHERWISE', settled_at = ?
                                WHERE id = ? AND case_id = ? AND state = 'GIVEN_UP'
                                """)
                        .params(Timestamp.from(clock.instant()), id, request)
                        .update()
                == 1;
    }

    /** Takes the next that is due, so that no other program does. */
    Optional<Notice> claim() {
        var now = clock.instant();
        return database.sql(
                        """
                        UPDATE request_notice SET tries = tries + 1, next_at = :lease
                        WHERE id = (SELECT id FROM request_notice WHERE state = 'WAITING'
                            AND next_at <= :now ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .param("now", Timestamp.from(now))
                .query(Notices::read)
                .optional();
    }

    void sent(Notice notice) {
        settle(notice.id(), NoticeState.SENT, clock.instant(), null);
    }

    /** Tried again after a pause that doubles; given up after so many tries. */
    void failed(Notice notice, String why) {
        if (notice.tries() >= TRIES) {
            settle(notice.id(), NoticeState.GIVEN_UP, clock.instant(), why);
            return;
        }
        database.sql("UPDATE request_notice SET next_at = ?, failure = ? WHERE id = ?")
                .params(
                        Timestamp.from(clock.instant().plus(pauseAfter(notice.tries()))),
                        why,
                        notice.id())
                .update();
    }

    /** There is nobody to be told any more. */
    void dropped(Notice notice, String why) {
        settle(notice.id(), NoticeState.GIVEN_UP, clock.instant(), why);
    }

    /** A minute after the first failure, then twice as long each time, two hours at most. */
    static Duration pauseAfter(int tries) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(tries - 1L, 0, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void settle(long id, NoticeState state, Instant at, @Nullable String why) {
        database.sql(
                        "UPDATE request_notice SET state = :state, settled_at = :at,"
                                + " failure = :why WHERE id = :id")
                .param("state", state.name())
                .param("at", Timestamp.from(at))
                .param("why", why)
                .param("id", id)
                .update();
    }

    private static Notice read(ResultSet row, int number) throws SQLException {
        var settled = row.getTimestamp("settled_at");
        return new Notice(
                row.getLong("id"),
                row.getLong("case_id"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("number"),
                NoticeWay.valueOf(row.getString("way")),
                NoticeKind.valueOf(row.getString("kind")),
                NoticeState.valueOf(row.getString("state")),
                row.getInt("tries"),
                row.getTimestamp("made_at").toInstant(),
                settled == null ? null : settled.toInstant(),
                row.getString("failure"));
    }
}
