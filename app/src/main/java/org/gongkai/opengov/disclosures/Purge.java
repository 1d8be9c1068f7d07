package org.gongkai.opengov.disclosures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.operations.BackupMade;
import org.gongkai.platform.roles.PersonId;

/**
 * A purge of spilled content (清除记录): what is left of the document is this record.
 *
 * @param indexNumber empty where it was never public
 * @param begunAt when the document was begun: older backups do not hold it
 * @param backups those that hold the content: to be destroyed, or destroyed
 */
public record Purge(
        DocumentId document,
        Optional<IndexNumber> indexNumber,
        Instant begunAt,
        Instant purgedAt,
        List<Word> words,
        List<BackupMade> backups) {

    /** A person's word for the purge. */
    public record Word(PersonId person, String ground, Instant givenAt) {}

    /** How many backups still hold the content. */
    public long backupsLeft() {
        return backups.stream().filter(it -> it.destroyedAt() == null).count();
    }
}
