package org.gongkai.opengov.remediation;

import java.time.Instant;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A project with its newest revision (整治项目).
 *
 * @param number for everybody, e.g. 2021-003
 * @param revision number of the newest revision
 * @param verdict what was decided of the newest revision; null while it waits
 * @param released the newest revision that was released; null for none
 * @param open whether it is public: released, and a document of it has been published
 */
public record RemediationProject(
        long id,
        AgencyId agency,
        String number,
        Revision revision,
        @Nullable Verdict verdict,
        @Nullable Revision released,
        boolean open) {

    /** What somebody wrote. */
    public record Revision(
            int number,
            ProjectContent content,
            String sha256,
            String reason,
            PersonId by,
            Instant at) {}

    /** What a second person decided: released, or given back with a reason. */
    public record Verdict(boolean released, String reason, PersonId by, Instant at) {}

    /** The newest content, as the desk has it. */
    public ProjectContent content() {
        return revision.content();
    }

    /** Whether the newest revision waits for a second person. */
    public boolean waiting() {
        return verdict == null;
    }

    /** Whether the newest revision was given back. */
    public boolean returned() {
        return verdict != null && !verdict.released();
    }
}
