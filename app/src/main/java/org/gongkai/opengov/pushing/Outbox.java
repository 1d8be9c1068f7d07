package org.gongkai.opengov.pushing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.PublicChange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is still to be told (推送发件箱): written with the publication, taken by one sender at a time,
 * settled with what came of it.
 *
 * <p>Each message holds the whole state of its document, so a later one makes every earlier one
 * needless that is not under way; a withdrawal never waits behind a failed push (ADR 0096).
 */
@Repository
class Outbox {
    static final Duration RECEIPT_WITHIN = Duration.ofDays(1);
    private static final int LONGEST_DETAIL = 200;

    private final JdbcClient database;
    private final Pushes pushes;
    private final Clock clock;

    Outbox(JdbcClient database, Pushes pushes, Clock clock) {
        this.database = database;
        this.pushes = pushes;
        this.clock = clock;
    }

    /** Writes what has to be told of this change, in the transaction of the change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(PublicChange change) {
        var document = change.document();
        onlyOneAtATime(document);
        database.sql(
                        """
                        UPDATE push SET state = 'OVERTAKEN'
                        WHERE document_id = ? AND state IN ('WAITING', 'DEAD')
                        """)
                .param(document.value())
                .update();
        if (change.what() == PublicChange.What.PURGED) {
            forgetWhatWasSaid(document);
        }
        insert(change);
    }

    /** The same for what was never pushed before; false when it was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean addFirst(PublicChange change) {
        onlyOneAtATime(change.document());
        if (pushes.know(change.document())) {
            return false;
        }
        insert(change);
        return true;
    }

    private void insert(PublicChange change) {
        database.sql(
                        """
                        INSERT INTO push (document_id, sequence, operation, edition, agency_id,
                            index_number, queued_at, due_at)
                        VALUES (:document,
                            1 + (SELECT count(*) FROM push WHERE document_id = :document),
                            :operation, :edition, :agency, :number, :at, :at)
                        """)
                .param("document", change.document().value())
                .param("operation", PushOperation.of(change.what()).name())
                .param("edition", change.edition())
                .param("agency", change.agency().value())
                .param("number", change.indexNumber().toString())
                .param("at", moment(change.at()))
                .update();
    }

    /** What a platform said of spilled content may quote it. */
    private void forgetWhatWasSaid(DocumentId document) {
        database.sql(
                        """
                        UPDATE push_attempt SET detail = NULL WHERE detail IS NOT NULL AND push_id IN
                            (SELECT id FROM push WHERE document_id = ?)
                        """)
                .param(document.value())
                .update();
    }

    /**
     * Takes the next push that is due, take-downs first, and writes the attempt down; nobody else
     * takes it until then. One whose sender was stopped is taken again when its time has run out.
     */
    @Transactional
    public Optional<Push> claim(Duration longest) {
        var now = clock.instant();
        var claimed =
                database.sql(
                                """
                                WITH next AS (
                                    SELECT p.id FROM push p
                                    WHERE p.state IN ('WAITING', 'SENDING') AND p.due_at <= :now
                                      AND NOT EXISTS (SELECT 1 FROM push o
                                        WHERE o.document_id = p.document_id AND o.sequence < p.sequence
                                          AND o.state IN ('WAITING', 'SENDING'))
                                    ORDER BY p.operation IN ('WITHDRAW', 'PURGE') DESC, p.due_at, p.id
                                    LIMIT 1 FOR UPDATE SKIP LOCKED)
                                UPDATE push SET state = 'SENDING', attempts = attempts + 1, due_at = :until
                                FROM next WHERE push.id = next.id RETURNING push.*
                                """)
                        .param("now", moment(now))
                        .param("until", moment(now.plus(longest)))
                        .query(Pushes::read)
                        .optional();
        claimed.ifPresent(
                it ->
                        database.sql(
                                        "INSERT INTO push_attempt (push_id, number, started_at)"
                                                + " VALUES (?, ?, ?)")
                                .params(it.id(), it.attempts(), moment(now))
                                .update());
        return claimed;
    }

    /**
     * Writes down what came of an attempt.
     *
     * @param mostFailures after so many failures it is given up
     * @return whether it counted; not when the sender took so long that another has taken over
     */
    @Transactional
    public boolean settle(Push push, Delivery delivery, int mostFailures) {
        onlyOneAtATime(push.document());
        if (!endAttempt(push, delivery)) {
            return false;
        }
        var now = clock.instant();
        switch (delivery) {
            case Delivery.Received received -> receive(push, received.receipt());
            case Delivery.HandedOver handed ->
                    move(push, PushState.HANDED_OVER, now.plus(RECEIPT_WITHIN), push.failures());
            case Delivery.NotPublic gone -> move(push, PushState.OVERTAKEN, now, push.failures());
            case Delivery.Refused refused ->
                    move(push, orOvertaken(push, PushState.DEAD), now, push.failures() + 1);
            case Delivery.Failed failed -> {
                int failures = push.failures() + 1;
                var state = failures < mostFailures ? PushState.WAITING : PushState.DEAD;
                var again = now.plus(Backoff.after(failures, failed.notBefore()));
                move(push, orOvertaken(push, state), again, failures);
            }
        }
        return true;
    }

    /** Keeps a receipt that came by itself, or a refusal; false when nobody asked for it. */
    @Transactional
    public boolean takeReceipt(String key, Delivery delivery) {
        var push = pushes.named(key).filter(it -> it.attempts() > 0);
        if (push.isEmpty()) {
            return false;
        }
        onlyOneAtATime(push.get().document());
        var now = pushes.find(push.get().id()).orElseThrow();
        switch (delivery) {
            case Delivery.Received received -> {
                receive(now, received.receipt());
                endAgain(now, received);
            }
            case Delivery.Refused refused -> {
                if (now.state() == PushState.HANDED_OVER) {
                    var state = orOvertaken(now, PushState.DEAD);
                    move(now, state, clock.instant(), now.failures() + 1);
                    endAgain(now, refused);
                }
            }
            default -> throw new IllegalArgumentException("No receipt: " + delivery);
        }
        return true;
    }

    /** Sets it to be tried at once, with all attempts before it. */
    void again(Push push) {
        move(push, PushState.WAITING, clock.instant(), 0);
    }

    /** Writes down what a person did. */
    void record(Push push, PushStepTaken taken) {
        var onBehalfOf = taken.onBehalfOf();
        database.sql(
                        """
                        INSERT INTO push_step (push_id, step, reason, person_id, on_behalf_of, taken_at)
                        VALUES (:push, :step, :reason, :person, :for, :at)
                        """)
                .param("push", push.id())
                .param("step", taken.step().name())
                .param("reason", taken.reason())
                .param("person", taken.person().value())
                .param("for", onBehalfOf == null ? null : onBehalfOf.value())
                .param("at", moment(taken.takenAt()))
                .update();
    }

    /** Leaves it. */
    void skip(Push push) {
        move(push, PushState.SKIPPED, clock.instant(), push.failures());
    }

    private PushState orOvertaken(Push push, PushState state) {
        return pushes.isOvertaken(push) ? PushState.OVERTAKEN : state;
    }

    private boolean endAttempt(Push push, Delivery delivery) {
        int ended =
                database.sql(
                                """
                                UPDATE push_attempt a SET ended_at = :at, outcome = :outcome,
                                    code = :code, detail = :detail
                                FROM push p WHERE p.id = a.push_id AND a.push_id = :push
                                  AND a.number = :number AND a.outcome IS NULL
                                  AND p.attempts = :number AND p.state = 'SENDING'
                                """)
                        .param("at", moment(clock.instant()))
                        .param("outcome", outcome(delivery).name())
                        .param("code", code(delivery))
                        .param("detail", detail(delivery))
                        .param("push", push.id())
                        .param("number", push.attempts())
                        .update();
        return ended == 1;
    }

    /** The end of the last attempt, told anew by a receipt that came by itself. */
    private void endAgain(Push push, Delivery delivery) {
        database.sql(
                        """
                        UPDATE push_attempt SET outcome = ?, code = ?, detail = ?, ended_at = ?
                        WHERE push_id = ? AND number = ?
                        """)
                .params(
                        Arrays.asList(
                                outcome(delivery).name(),
                                code(delivery),
                                detail(delivery),
                                moment(clock.instant()),
                                push.id(),
                                push.attempts()))
                .update();
    }

    /**
     * A receipt counts in whatever state it comes; what a person or a later push has closed stays.
     */
    private void receive(Push push, Receipt receipt) {
        var closed = push.state() == PushState.SKIPPED || push.state() == PushState.OVERTAKEN;
        database.sql(
                        """
                        UPDATE push SET state = :state, receipt = :receipt, external_number = :number,
                            received_at = :at WHERE id = :id AND receipt IS NULL
                        """)
                .param("state", (closed ? push.state() : PushState.RECEIVED).name())
                .param("receipt", receipt.number())
                .param("number", receipt.externalNumber())
                .param("at", moment(receipt.receivedAt()))
                .param("id", push.id())
                .update();
    }

    private void move(Push push, PushState state, Instant due, int failures) {
        database.sql("UPDATE push SET state = ?, due_at = ?, failures = ? WHERE id = ?")
                .params(state.name(), moment(due), failures, push.id())
                .update();
    }

    /** Queueing and settling of one document follow each other. */
    private void onlyOneAtATime(DocumentId document) {
        database.sql("SELECT pg_advisory_xact_lock(4712, hashtext(?))")
                .param(document.toString())
                .query((row, number) -> true)
                .single();
    }

    private static PushAttempt.Outcome outcome(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Received it -> PushAttempt.Outcome.RECEIVED;
            case Delivery.HandedOver it -> PushAttempt.Outcome.HANDED_OVER;
            case Delivery.Failed it -> PushAttempt.Outcome.FAILED;
            case Delivery.Refused it -> PushAttempt.Outcome.REFUSED;
            case Delivery.NotPublic it -> PushAttempt.Outcome.NOT_PUBLIC;
        };
    }

    private static @Nullable String code(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Failed it -> it.code();
            case Delivery.Refused it -> it.code();
            default -> null;
        };
    }

    private static @Nullable String detail(Delivery delivery) {
        var said =
                switch (delivery) {
                    case Delivery.Failed it -> it.detail();
                    case Delivery.Refused it -> it.detail();
                    default -> null;
                };
        return said == null || said.length() <= LONGEST_DETAIL
                ? said
                : said.substring(0, LONGEST_DETAIL);
    }

    static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
