package org.gongkai.opengov.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.gongkai.opengov.requestclock.ClockReading;
import org.gongkai.opengov.requests.Redatings.Reread;
import org.gongkai.platform.calendar.WorkingCalendar;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of requests (依申请公开登记). Who asks lies apart, see {@link Applicants}. */
@Repository
class Requests {
    private static final String ALL = "SELECT * FROM request_case";

    private final JdbcClient database;

    Requests(JdbcClient database) {
        this.database = database;
    }

    /** A request about to be written down. */
    record Arrival(
            AgencyId agency,
            IntakeChannel channel,
            RequestEntry.Checked entry,
            String applicantKey,
            String fingerprint,
            LocalDate arrivedOn,
            Instant enteredAt,
            @Nullable PersonId enteredBy) {
        @Override
        public String toString() {
            return "Arrival";
        }
    }

    long add(Arrival it, LocalDate today) {
        var id =
                database.sql(
                                """
                                INSERT INTO request_case (agency_id, number, channel, applicant_class,
                                    applicant_mask, applicant_key, wanted_form, delivery, fingerprint,
                                    arrived_on, entered_at, entered_by, stage)
                                VALUES (:agency, :number, :channel, :class, :mask, :key, :form, :delivery,
                                    :fingerprint, :arrived, :entered, :by, 'ARRIVED') RETURNING id
                                """)
                        .param("agency", it.agency().value())
                        .param("number", nextNumber(it.agency(), today.getYear()))
                        .param("channel", it.channel().name())
                        .param("class", it.entry().applicantClass().name())
                        .param("mask", it.entry().applicant().mask())
                        .param("key", it.applicantKey())
                        .param("form", it.entry().form().name())
                        .param("delivery", it.entry().delivery().name())
                        .param("fingerprint", it.fingerprint())
                        .param("arrived", it.arrivedOn())
                        .param("entered", Timestamp.from(it.enteredAt()))
                        .param("by", it.enteredBy() == null ? null : it.enteredBy().value())
                        .query(Long.class)
                        .single();
        addMatters(id, 1, it.entry().matters());
        return id;
    }

    void addMatters(long id, int edition, List<String> matters) {
        for (var at = 0; at < matters.size(); at++) {
            database.sql(
                            "INSERT INTO request_matter (case_id, edition, position, words)"
                                    + " VALUES (?, ?, ?, ?)")
                    .params(id, edition, at + 1, matters.get(at))
                    .update();
        }
    }

    /** What is asked, as last corrected. */
    List<String> matters(long id) {
        return database.sql(
                        """
                        SELECT words FROM request_matter WHERE case_id = :id AND edition =
                            (SELECT max(edition) FROM request_matter WHERE case_id = :id)
                        ORDER BY position
                        """)
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** The beginning of what each of these asks. */
    Map<Long, String> beginnings(List<Long> ids) {
        var beginnings = new HashMap<Long, String>();
        if (!ids.isEmpty()) {
            RowCallbackHandler reading = row -> beginnings.put(row.getLong(1), row.getString(2));
            database.sql(
                            """
                            SELECT DISTINCT ON (case_id) case_id, left(words, 60) FROM request_matter
                            WHERE case_id IN (:ids) ORDER BY case_id, edition DESC, position
                            """)
                    .param("ids", ids)
                    .query(reading);
        }
        return beginnings;
    }

    /** What each of these asks, as last corrected, as far as it is compared. */
    Map<Long, String> words(List<Long> ids) {
        var words = new HashMap<Long, String>();
        if (!ids.isEmpty()) {
            RowCallbackHandler reading = row -> words.put(row.getLong(1), row.getString(2));
            database.sql(
                            """
                            SELECT m.case_id, left(string_agg(m.words, E'\\n' ORDER BY m.position), :most)
                            FROM request_matter m JOIN (SELECT case_id, max(edition) AS edition
                                FROM request_matter WHERE case_id IN (:ids) GROUP BY case_id) latest
                                USING (case_id, edition)
                            GROUP BY m.case_id
                            """)
                    .param("ids", ids)
                    .param("most", Likeness.COMPARED)
                    .query(reading);
        }
        return words;
    }

    /** How many this applicant asked in these days of arrival, the first and the last included. */
    long countOfApplicant(RequestCase of, LocalDate first, LocalDate last) {
        return database.sql(
                        """
                        SELECT count(*) FROM request_case WHERE applicant_key = ? AND agency_id = ?
                            AND arrived_on BETWEEN ? AND ?
                        """)
                .params(of.applicantKey(), of.agency().value(), first, last)
                .query(Long.class)
                .single();
    }

    /** What was asked in every wording, the latest first. */
    List<String> everyMatter(long id) {
        return database.sql(
                        "SELECT words FROM request_matter WHERE case_id = ?"
                                + " ORDER BY edition DESC, position")
                .param(id)
                .query(String.class)
                .list();
    }

    /**
     * What is written in the letters of a case as they stand; who asks has a mark in them, no name.
     */
    List<String> letters(long id) {
        return database.sql(
                        """
                        SELECT d.title || E'\\n' || d.words FROM request_letter l
                        JOIN request_letter_draft d ON d.letter_id = l.id AND d.draft = l.draft
                        WHERE l.case_id = ? AND l.state <> 'VOID' ORDER BY l.id
                        """)
                .param(id)
                .query(String.class)
                .list();
    }

    /** How each of these was answered last; what was not answered is not among them. */
    Map<Long, String> outcomes(List<Long> ids) {
        return texts(
                ids,
                """
                SELECT DISTINCT ON (case_id) case_id, outcome FROM request_event
                WHERE case_id IN (:ids) AND step = 'MADE_ANSWER' AND outcome IS NOT NULL
                ORDER BY case_id, happened_on DESC, id DESC
                """);
    }

    private Map<Long, String> texts(List<Long> ids, String question) {
        var texts = new HashMap<Long, String>();
        if (!ids.isEmpty()) {
            RowCallbackHandler reading = row -> texts.put(row.getLong(1), row.getString(2));
            database.sql(question).param("ids", ids).query(reading);
        }
        return texts;
    }

    /** Earlier requests of others that share a band of this sketch, newest first. */
    List<RequestCase> sketched(RequestCase other, List<Integer> sketch, int limit) {
        return sketched(other.agency(), other.id(), other.applicantKey(), sketch, limit);
    }

    /** Requests of anybody that share a band of this sketch, newest first. */
    List<RequestCase> sketched(AgencyId agency, List<Integer> sketch, int limit) {
        return sketched(agency, Long.MAX_VALUE, "", sketch, limit);
    }

    private List<RequestCase> sketched(
            AgencyId agency, long before, String notBy, List<Integer> sketch, int limit) {
        return sketch.isEmpty()
                ? List.of()
                : database.sql(
                                """
                                SELECT c.* FROM request_text t JOIN request_case c ON c.id = t.case_id
                                WHERE t.sketch && CAST(string_to_array(:sketch, ',') AS integer[])
                                    AND c.agency_id = :agency AND c.id < :id AND c.applicant_key <> :who
                                ORDER BY c.id DESC LIMIT :limit
                                """)
                        .param("sketch", Sketch.joined(sketch))
                        .param("agency", agency.value())
                        .param("id", before)
                        .param("who", notBy)
                        .param("limit", limit)
                        .query(Requests::read)
                        .list();
    }

    /** How often it was put into words: 1 without a correction. */
    int editions(long id) {
        return database.sql("SELECT max(edition) FROM request_matter WHERE case_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    Optional<RequestCase> find(long id) {
        return database.sql(ALL + " WHERE id = ?").param(id).query(Requests::read).optional();
    }

    Optional<RequestCase> locked(long id) {
        return database.sql(ALL + " WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Requests::read)
                .optional();
    }

    Optional<RequestCase> numbered(String number) {
        return database.sql(ALL + " WHERE number = ?")
                .param(number)
                .query(Requests::read)
                .optional();
    }

    /**
     * Lets nobody else ask the same until this transaction has ended: two clicks of one moment
     * would both find that nothing had been asked.
     */
    void alone(String fingerprint) {
        database.sql("SELECT pg_advisory_xact_lock(4173, hashtext(?))")
                .param(fingerprint)
                .query(_ -> {});
    }

    /** The same thing asked by the same applicant since then. */
    Optional<RequestCase> same(String fingerprint, Instant since) {
        return database.sql(ALL + " WHERE fingerprint = ? AND entered_at >= ? ORDER BY id LIMIT 1")
                .params(fingerprint, Timestamp.from(since))
                .query(Requests::read)
                .optional();
    }

    /** What the same applicant asked before, newest first. */
    List<RequestCase> ofApplicant(RequestCase other, int limit) {
        return database.sql(
                        ALL
                                + " WHERE applicant_key = ? AND agency_id = ? AND id < ?"
                                + " ORDER BY id DESC LIMIT ?")
                .params(other.applicantKey(), other.agency().value(), other.id(), limit)
                .query(Requests::read)
                .list();
    }

    /** Everything that this applicant asked, newest first. */
    List<RequestCase> ofApplicant(AgencyId agency, String applicantKey, int limit) {
        return database.sql(
                        ALL
                                + " WHERE applicant_key = ? AND agency_id = ?"
                                + " ORDER BY id DESC LIMIT ?")
                .params(applicantKey, agency.value(), limit)
                .query(Requests::read)
                .list();
    }

    /** How many the same applicant made since a day. */
    int askedSince(RequestCase one, LocalDate since) {
        return database.sql(
                        "SELECT count(*) FROM request_case WHERE applicant_key = ? AND agency_id = ?"
                                + " AND arrived_on >= ?")
                .params(one.applicantKey(), one.agency().value(), since)
                .query(Integer.class)
                .single();
    }

    List<RequestCase> list(Chosen chosen, long before, int limit) {
        return database.sql(
                        ALL + chosen.where() + " AND id < :before ORDER BY id DESC LIMIT :limit")
                .params(chosen.parameters())
                .param("before", before)
                .param("limit", limit)
                .query(Requests::read)
                .list();
    }

    /**
     * What is chosen from one agency, seen from a day.
     *
     * @param due the days of the filter; null when they are not asked for
     */
    record Chosen(AgencyId agency, RequestFilter filter, DaysLeft.@Nullable Range due) {
        static Chosen of(
                AgencyId agency, RequestFilter filter, LocalDate today, WorkingCalendar calendar) {
            var left = filter.left();
            return new Chosen(agency, filter, left == null ? null : left.seenFrom(today, calendar));
        }

        private String where() {
            return filter.where(due);
        }

        private Map<String, Object> parameters() {
            return filter.parameters(agency, due);
        }
    }

    /** A numbered page in the order of the filter. */
    List<RequestCase> page(Chosen chosen, long skip, int limit) {
        return database.sql(
                        ALL
                                + chosen.where()
                                + " ORDER BY "
                                + chosen.filter().shownIn().columns()
                                + " OFFSET :skip LIMIT :limit")
                .params(chosen.parameters())
                .param("skip", skip)
                .param("limit", limit)
                .query(Requests::read)
                .list();
    }

    long count(Chosen chosen) {
        return database.sql("SELECT count(*) FROM request_case" + chosen.where())
                .params(chosen.parameters())
                .query(Long.class)
                .single();
    }

    /** How many stand in each stage with so many days left, from the columns of the case alone. */
    List<RequestBoard.Cell> board(Chosen chosen, LocalDate today, WorkingCalendar calendar) {
        return database.sql(
                        """
                        SELECT stage, CASE WHEN due IS NULL THEN 'UNKNOWN' WHEN due < :today THEN 'OVER'
                            WHEN due <= :one THEN 'ONE' WHEN due <= :three THEN 'THREE'
                            WHEN due <= :five THEN 'FIVE' ELSE 'MORE' END AS days_left, count(*)
                        FROM request_case
                        """
                                + chosen.where()
                                + " GROUP BY 1, 2")
                .params(chosen.parameters())
                .param("today", today)
                .param("one", calendar.dueAfter(today, 1))
                .param("three", calendar.dueAfter(today, 3))
                .param("five", calendar.dueAfter(today, 5))
                .query(
                        (row, _) ->
                                new RequestBoard.Cell(
                                        RequestStage.valueOf(row.getString(1)),
                                        DaysLeft.valueOf(row.getString(2)),
                                        row.getLong(3)))
                .list();
    }

    /** Whoever had it, has it no longer. */
    void give(long id, PersonId holder) {
        database.sql("UPDATE request_case SET holder_id = ? WHERE id = ?")
                .params(holder.value(), id)
                .update();
    }

    /** The open requests that somebody holds, in the order in which rows are locked. */
    List<Long> openOf(PersonId holder) {
        return database.sql(
                        "SELECT id FROM request_case WHERE holder_id = ? AND answered_on IS NULL"
                                + " ORDER BY id")
                .param(holder.value())
                .query(Long.class)
                .list();
    }

    /** Writes down again what follows from the events. */
    void derive(
            long id, CaseFile file, @Nullable SectionId section, ClockReading dates, int breaches) {
        database.sql(
                        """
                        UPDATE request_case SET stage = :stage, section_id = :section,
                            holder_id = CASE WHEN section_id IS NOT DISTINCT FROM :section
                                THEN holder_id END,
                            received_on = :received, due = :due, warn_by = :warn,
                            provisional = :provisional, calendar_version = :calendar,
                            answered_on = :answered, breaches = :breaches, version = version + 1
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("stage", file.stage().name())
                .param("section", section == null ? null : section.value())
                .param("received", file.receivedOn().orElse(null))
                .param("due", dates.due())
                .param("warn", dates.warnBy())
                .param("provisional", dates.provisional())
                .param("calendar", dates.calendarVersion())
                .param("answered", file.answeredOn().orElse(null))
                .param("breaches", breaches)
                .update();
    }

    /** The latest words of the public register; empty while there are none. */
    Optional<String> publicWords(long id) {
        return database.sql(
                        "SELECT words FROM request_public_words WHERE case_id = ? ORDER BY id DESC"
                                + " LIMIT 1")
                .param(id)
                .query(String.class)
                .optional();
    }

    void describe(long id, String words, PersonId by, Instant at) {
        database.sql(
                        "INSERT INTO request_public_words (case_id, words, person_id, written_at)"
                                + " VALUES (?, ?, ?, ?)")
                .params(id, words, by.value(), Timestamp.from(at))
                .update();
    }

    /** How many open requests are counted by another calendar. */
    int countDatedOtherwise(String version) {
        return database.sql(
                        "SELECT count(*) FROM request_case"
                                + " WHERE answered_on IS NULL AND calendar_version <> ?")
                .param(version)
                .query(Integer.class)
                .single();
    }

    /**
     * Open requests counted by another calendar, the first of these, past what somebody is working
     * on.
     */
    List<RequestCase> datedOtherwise(String version, Span span, int limit) {
        return database.sql(
                        ALL
                                + " WHERE answered_on IS NULL AND calendar_version <> ?"
                                + " AND id BETWEEN ? AND ?"
                                + " ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(version, span.first(), span.last(), limit)
                .query(Requests::read)
                .list();
    }

    /** From the first to the last open request counted by another calendar. */
    Span spanDatedOtherwise(String version) {
        return database.sql(
                        "SELECT coalesce(min(id), 0), coalesce(max(id), 0) FROM request_case"
                                + " WHERE answered_on IS NULL AND calendar_version <> ?")
                .param(version)
                .query((row, _) -> new Span(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** Requests from one to another, both included. */
    record Span(long first, long last) {
        /** In so many stretches of the same length. */
        List<Span> stretches(int many) {
            long length = (last - first) / many + 1;
            return LongStream.range(0, many)
                    .map(it -> first + it * length)
                    .mapToObj(it -> new Span(it, Math.min(last, it + length - 1)))
                    .toList();
        }

        /** What lies behind this one. */
        Span after(long id) {
            return new Span(id + 1, last);
        }
    }

    /** Writes down the days alone, all at once; what somebody has read is still current. */
    void redate(List<Reread> cases, String version) {
        database.sql(
                        """
                        UPDATE request_case c SET due = n.due, warn_by = n.warn,
                            provisional = n.provisional, breaches = n.breaches,
                            calendar_version = :version
                        FROM unnest(CAST(:ids AS bigint[]), CAST(:due AS date[]), CAST(:warn AS date[]),
                            CAST(:provisional AS boolean[]), CAST(:breaches AS integer[]))
                            AS n (id, due, warn, provisional, breaches)
                        WHERE c.id = n.id
                        """)
                .param("ids", cases.stream().map(it -> it.request().id()).toArray(Long[]::new))
                .param("due", days(cases.stream().map(Reread::due).toList()))
                .param("warn", days(cases.stream().map(Reread::warnBy).toList()))
                .param(
                        "provisional",
                        cases.stream().map(Reread::provisional).toArray(Boolean[]::new))
                .param("breaches", cases.stream().map(Reread::breaches).toArray(Integer[]::new))
                .param("version", version)
                .update();
    }

    /** As an array that the database reads as days. */
    static @Nullable String[] days(List<? extends @Nullable LocalDate> days) {
        return days.stream().map(it -> it == null ? null : it.toString()).toArray(String[]::new);
    }

    /** Open requests whose extension was asked for and not yet consented to or noticed. */
    List<RequestCase> awaitingConsent(AgencyId agency, int limit) {
        return database.sql(
                        """
                        SELECT c.* FROM request_case c WHERE c.agency_id = ? AND c.answered_on IS NULL
                            AND EXISTS (SELECT 1 FROM request_event e WHERE e.case_id = c.id
                                AND e.step = 'EXTENSION_ASKED')
                            AND NOT EXISTS (SELECT 1 FROM request_event e WHERE e.case_id = c.id
                                AND e.step IN ('EXTENSION_APPROVED', 'EXTENDED'))
                        ORDER BY c.due NULLS FIRST, c.id LIMIT ?
                        """)
                .params(agency.value(), limit)
                .query(Requests::read)
                .list();
    }

    /** Older secrets open nothing from now on. */
    void nextSecret(long id) {
        database.sql(
                        "UPDATE request_case SET secret_generation = secret_generation + 1,"
                                + " version = version + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    void record(long id, CaseEvent event) {
        var facts = event.facts();
        database.sql(
                        """
                        INSERT INTO request_event (case_id, step, happened_on, entered_at, entered_on,
                            person_id, on_behalf_of, note, evidence, late_reason, party, working_days,
                            section_id, way, term, outcome)
                        VALUES (:case, :step, :on, :at, :today, :person, :onBehalfOf, :note, :evidence,
                            :late, :party, :days, :section, :way, :term, :outcome)
                        """)
                .param("case", id)
                .param("step", event.step().name())
                .param("on", event.on())
                .param("at", Timestamp.from(event.enteredAt()))
                .param("today", event.enteredOn())
                .param("person", number(event.by()))
                .param("onBehalfOf", number(event.onBehalfOf()))
                .param("note", facts.note())
                .param("evidence", facts.evidence())
                .param("late", facts.lateReason())
                .param("party", facts.party())
                .param("days", facts.workingDays())
                .param("section", facts.section() == null ? null : facts.section().value())
                .param("way", facts.way())
                .param("term", facts.term())
                .param("outcome", facts.outcome())
                .update();
    }

    List<CaseEvent> events(long id) {
        return database.sql(
                        "SELECT * FROM request_event WHERE case_id = ? ORDER BY happened_on, id")
                .param(id)
                .query(Requests::readEvent)
                .list();
    }

    /** The events of these requests, each in order. */
    Map<Long, List<CaseEvent>> events(List<Long> ids) {
        var events = new HashMap<Long, List<CaseEvent>>();
        database.sql("SELECT * FROM request_event WHERE case_id = ANY(?) ORDER BY happened_on, id")
                .param(ids.toArray(Long[]::new))
                .query(
                        row -> {
                            events.computeIfAbsent(row.getLong("case_id"), _ -> new ArrayList<>())
                                    .add(readEvent(row, 0));
                        });
        return events;
    }

    private String nextNumber(AgencyId agency, int year) {
        var number =
                database.sql(
                                """
                                INSERT INTO request_counter AS c (agency_id, year, last) VALUES (?, ?, 1)
                                ON CONFLICT (agency_id, year) DO UPDATE SET last = c.last + 1
                                RETURNING c.last
                                """)
                        .params(agency.value(), year)
                        .query(Integer.class)
                        .single();
        return "YSQ-%04d-%05d".formatted(year, number);
    }

    private static @Nullable Long number(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    static RequestCase read(ResultSet row, int number) throws SQLException {
        return new RequestCase(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("number"),
                IntakeChannel.valueOf(row.getString("channel")),
                ApplicantClass.valueOf(row.getString("applicant_class")),
                row.getString("applicant_mask"),
                row.getString("applicant_key"),
                WantedForm.valueOf(row.getString("wanted_form")),
                DeliveryWay.valueOf(row.getString("delivery")),
                row.getObject("arrived_on", LocalDate.class),
                row.getTimestamp("entered_at").toInstant(),
                person(row, "entered_by"),
                row.getInt("secret_generation"),
                RequestStage.valueOf(row.getString("stage")),
                section(row),
                person(row, "holder_id"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("warn_by", LocalDate.class),
                row.getBoolean("provisional"),
                row.getString("calendar_version"),
                row.getObject("answered_on", LocalDate.class),
                row.getInt("breaches"),
                row.getLong("version"));
    }

    static CaseEvent readEvent(ResultSet row, int number) throws SQLException {
        return new CaseEvent(
                row.getLong("id"),
                RequestStep.valueOf(row.getString("step")),
                row.getObject("happened_on", LocalDate.class),
                row.getTimestamp("entered_at").toInstant(),
                row.getObject("entered_on", LocalDate.class),
                person(row, "person_id"),
                person(row, "on_behalf_of"),
                new EventFacts(
                        row.getString("note"),
                        row.getString("evidence"),
                        row.getString("late_reason"),
                        row.getString("party"),
                        (Integer) row.getObject("working_days"),
                        section(row),
                        row.getString("way"),
                        row.getObject("term", LocalDate.class),
                        row.getString("outcome")));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = (Long) row.getObject(column);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable SectionId section(ResultSet row) throws SQLException {
        var section = (Long) row.getObject("section_id");
        return section == null ? null : new SectionId(section);
    }
}
