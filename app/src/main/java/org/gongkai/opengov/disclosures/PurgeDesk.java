package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.persistence.Rows.values;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.operations.BackupMade;
import org.gongkai.platform.operations.Backups;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was purged, and which backups still hold it (清除台账).
 *
 * <p>保守国家秘密法 (2024) art. 57; publishing facts 3.12. The program cannot reach into a backup: the
 * operator destroys it, makes a new one, and writes that down (ADR 0095).
 */
@Service
@Transactional
public class PurgeDesk {
    private static final Set<Role> READERS =
            EnumSet.of(Role.DISCLOSURE_OFFICE, Role.SECRECY_REVIEWER, Role.AUDITOR, Role.OPERATOR);

    private final JdbcClient database;
    private final Editions editions;
    private final Backups backups;
    private final Rights rights;
    private final Documents documents;
    private final AuditTrail audit;
    private final Clock clock;

    PurgeDesk(
            JdbcClient database,
            Editions editions,
            Backups backups,
            Rights rights,
            Documents documents,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.editions = editions;
        this.backups = backups;
        this.rights = rights;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every purge of the agency, the newest first. */
    @Transactional(readOnly = true)
    public List<Purge> purges(Actor actor) {
        if (READERS.stream().noneMatch(actor::has)) {
            throw Refusal.notFound();
        }
        var made = backups.all();
        return database.sql(
                        """
                        SELECT d.id, d.created_at, max(w.given_at) AS purged_at
                        FROM document d JOIN purge_word w ON w.document_id = d.id
                        WHERE d.agency_id = ? AND d.state = 'PURGED'
                        GROUP BY d.id, d.created_at ORDER BY purged_at DESC, d.id
                        """)
                .param(actor.agency().value())
                .query(
                        (row, number) ->
                                purge(
                                        new DocumentId(row.getObject("id", UUID.class)),
                                        row.getTimestamp("created_at").toInstant(),
                                        row.getTimestamp("purged_at").toInstant(),
                                        made))
                .list();
    }

    /** The words given so far for purging a document that is still there. */
    @Transactional(readOnly = true)
    public List<Purge.Word> words(Actor actor, DocumentId id) {
        rights.mayRead(actor, documents.find(id).orElseThrow(Refusal::notFound));
        return wordsFor(id);
    }

    /** The backups that would still hold a document if it were purged now. */
    @Transactional(readOnly = true)
    public List<BackupMade> backupsWith(Actor actor, DocumentId id) {
        var document = documents.find(id).orElseThrow(Refusal::notFound);
        rights.mayRead(actor, document);
        return holding(backups.all(), document.createdAt(), clock.instant()).stream()
                .filter(it -> it.destroyedAt() == null)
                .toList();
    }

    /** Writes down that a backup and every copy of it were destroyed, and how. */
    public void destroyed(Actor actor, long backup, String note) {
        if (!actor.has(Role.OPERATOR)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "disclosures.refusal.backup-role");
        }
        if (note.isBlank()) {
            throw Refusal.invalid("note", "disclosures.field.destruction");
        }
        var found = backups.find(backup).orElseThrow(Refusal::notFound);
        if (!backups.destroyed(backup, actor.person(), clock.instant(), note.strip())) {
            throw Refusal.notPossibleNow(List.of(), "disclosures.refusal.backup-destroyed");
        }
        audit.record(
                actor,
                "disclosures.backup-destroyed",
                "backup:" + backup,
                Map.of("file", found.file()),
                Map.of("file", found.file(), "note", note.strip()));
    }

    private Purge purge(DocumentId id, Instant begunAt, Instant purgedAt, List<BackupMade> made) {
        return new Purge(
                id,
                editions.indexNumber(id),
                begunAt,
                purgedAt,
                wordsFor(id),
                holding(made, begunAt, purgedAt));
    }

    private static List<BackupMade> holding(List<BackupMade> made, Instant from, Instant to) {
        return made.stream()
                .filter(it -> !it.takenAt().isBefore(from) && !it.takenAt().isAfter(to))
                .toList();
    }

    private List<Purge.Word> wordsFor(DocumentId id) {
        return database.sql("SELECT * FROM purge_word WHERE document_id = ? ORDER BY id")
                .params(values(id.value()))
                .query(
                        (row, number) ->
                                new Purge.Word(
                                        new PersonId(row.getLong("person_id")),
                                        row.getString("ground"),
                                        row.getTimestamp("given_at").toInstant()))
                .list();
    }
}
