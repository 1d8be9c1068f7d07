package org.gongkai.opengov.projects;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A key project in one of its versions (重点项目).
 *
 * @param number of the version, from 1
 * @param from the day from which it stands so
 * @param reason why it was changed; empty for the first version
 * @param landing null before it has landed
 */
public record KeyProject(
        long id,
        AgencyId agency,
        int number,
        LocalDate from,
        Facts facts,
        String reason,
        PersonId by,
        Instant at,
        @Nullable Landing landing) {

    /**
     * What it is.
     *
     * @param builder 建设单位
     * @param investor 投资方, whose consent is asked
     * @param district code of GB/T 2260
     * @param importance why it matters for the environment or for how people live
     */
    public record Facts(
            String name,
            String builder,
            String investor,
            String district,
            ProjectKind kind,
            String importance,
            ProjectState state) {}

    /**
     * That it has landed (落地).
     *
     * @param number from 1; each correction is one more
     * @param proof which paper shows it
     * @param reason why it was corrected; empty for the first
     */
    public record Landing(
            int number,
            LocalDate on,
            String proof,
            ProjectFile file,
            String reason,
            PersonId by,
            Instant at) {}
}
