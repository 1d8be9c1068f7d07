package org.gongkai.opengov.inspections.draws;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.platform.draw.DrawMode;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;

/**
 * One draw (一次抽取) and where it stands.
 *
 * @param version changes with every step
 */
public record InspectionDraw(
        long id,
        AgencyId agency,
        Announcement announcement,
        Instant announcedAt,
        PersonId announcedBy,
        DrawState state,
        long version) {

    public long seq() {
        return announcement.seq();
    }

    /** The draw's name in the manifest and the log. */
    public String name() {
        return announcement.name();
    }

    public String title() {
        return announcement.title();
    }

    public boolean isSealed() {
        return announcement.mode() == DrawMode.SEALED;
    }

    /** Whether there is a result. */
    public boolean isDrawn() {
        return state.isDrawn();
    }

    /** Whether everybody may see which visits were drawn. */
    public boolean isOpenToAll() {
        return state == DrawState.REVEALED || state == DrawState.DRAWN && !isSealed();
    }

    /** Whether the secret should have been public before this day (C6). */
    public boolean isRevealOverdue(LocalDate today) {
        return isSealed() && state == DrawState.DRAWN && announcement.revealBy().isBefore(today);
    }

    /** The steps that this state allows. */
    public Set<DrawStep> possible() {
        return EnumSet.allOf(DrawStep.class).stream()
                .filter(it -> it.from().contains(state))
                .filter(it -> it != DrawStep.REVEAL || isSealed())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DrawStep.class)));
    }
}
