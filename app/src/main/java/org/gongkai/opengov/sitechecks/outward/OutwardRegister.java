package org.gongkai.opengov.sitechecks.outward;

import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of addresses of other sites that public documents name (站外链接台账). */
@Repository
public class OutwardRegister {
    /** How often an address that could be opened is looked at again, and one that could not. */
    private static final Duration WEEK = Duration.ofDays(7);

    private static final Duration DAY = Duration.ofDays(1);

    /** One visit that failed may have been the network's fault (ADR 0156). */
    static final int FAILURES = 2;

    /** What no document has named for so long is not visited any more. */
    private static final Duration FORGOTTEN = Duration.ofDays(30);

    private final JdbcClient database;
    private final JdbcTemplate rows;

    OutwardRegister(JdbcClient database, JdbcTemplate rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * How far the looking has come.
     *
     * @param known addresses that public documents name
     * @param waiting those never looked at yet
     * @param dead those that could not be opened twice in a row
     */
    public record Standing(long known, long waiting, long dead) {}

    /** Public documents name these addresses. */
    public void seen(Collection<String> addresses, Instant at) {
        rows.batchUpdate(
                "INSERT INTO outward_link (address, host, seen_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (address) DO UPDATE SET seen_at = excluded.seen_at",
                addresses.stream()
                        .sorted()
                        .map(it -> new Object[] {it, host(it), moment(at)})
                        .toList());
    }

    /**
     * Of these, the addresses that could not be opened twice in a row, each with what came back.
     */
    public Map<String, Failure> failures(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("SELECT * FROM outward_link WHERE address IN (:all) AND failures >= :enough")
                .param("all", addresses)
                .param("enough", FAILURES)
                .query(
                        (row, number) ->
                                Map.entry(
                                        row.getString("address"),
                                        new Failure(
                                                LinkOutcome.valueOf(row.getString("outcome")),
                                                row.getInt("status"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Why an address cannot be opened; the status of HTTP, or 0. */
    public record Failure(LinkOutcome outcome, int status) {}

    /** How far the looking has come. */
    public Standing standing(Instant now) {
        return database.sql(
                        """
                        SELECT count(*) AS known, count(*) FILTER (WHERE visited_at IS NULL) AS waiting,
                               count(*) FILTER (WHERE failures >= :enough) AS dead
                        FROM outward_link WHERE seen_at >= :recent
                        """)
                .param("enough", FAILURES)
                .param("recent", moment(now.minus(FORGOTTEN)))
                .query(
                        (row, number) ->
                                new Standing(
                                        row.getLong("known"),
                                        row.getLong("waiting"),
                                        row.getLong("dead")))
                .single();
    }

    /** How many were looked at since. */
    long visitedSince(Instant since) {
        return database.sql("SELECT count(*) FROM outward_link WHERE visited_at >= ?")
                .param(moment(since))
                .query(Long.class)
                .single();
    }

    /**
     * What is to be looked at next: never seen ones first, then the longest ago; no host that was
     * asked within the pause, or often enough today.
     */
    Optional<String> due(Instant now, Instant today, int perHost, Duration pause) {
        return database.sql(
                        """
                        SELECT address FROM outward_link l
                        WHERE seen_at >= :recent
                          AND (visited_at IS NULL
                               OR visited_at < CASE WHEN failures > 0 THEN :yesterday ELSE :lastWeek END)
                          AND NOT EXISTS (SELECT 1 FROM outward_link o
                              WHERE o.host = l.host AND o.visited_at > :pause)
                          AND (SELECT count(*) FROM outward_link o
                               WHERE o.host = l.host AND o.visited_at >= :today) < :perHost
                        ORDER BY visited_at NULLS FIRST, address LIMIT 1
                        """)
                .param("recent", moment(now.minus(FORGOTTEN)))
                .param("yesterday", moment(now.minus(DAY)))
                .param("lastWeek", moment(now.minus(WEEK)))
                .param("pause", moment(now.minus(pause)))
                .param("today", moment(today))
                .param("perHost", perHost)
                .query(String.class)
                .optional();
    }

    void visited(String address, Visit visit, Instant at) {
        database.sql(
                        """
                        UPDATE outward_link SET visited_at = :at, outcome = :outcome, status = :status,
                            failures = CASE WHEN :failed THEN failures + 1 ELSE 0 END
                        WHERE address = :address
                        """)
                .param("at", moment(at))
                .param("outcome", visit.outcome().name())
                .param("status", visit.status())
                .param("failed", visit.outcome().isFailure())
                .param("address", address)
                .update();
    }

    /**
     * What stands for the host in the limits; an address that nobody can read is a host by itself.
     */
    private static String host(String address) {
        try {
            var authority = URI.create(address.replace(" ", "%20")).getAuthority();
            return authority == null ? address : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException unreadable) {
            return address;
        }
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
