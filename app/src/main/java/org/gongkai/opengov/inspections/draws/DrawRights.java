package org.gongkai.opengov.inspections.draws;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;

/**
 * Who does what with a draw (抽取权限): the keeper takes the steps, printed numbers are typed by two of
 * those named here, leaders decide amendments, and the list before the visits is for those who have
 * to see it (docs/rules/inspections-draws.md).
 */
public final class DrawRights {
    private static final Set<Role> TYPE =
            EnumSet.of(
                    Role.INSPECTION_KEEPER,
                    Role.DISCLOSURE_OFFICE,
                    Role.PRINCIPAL_LEADER,
                    Role.DEPUTY_LEADER,
                    Role.SECTION_HEAD);
    private static final Set<Role> SEE_VISITS =
            EnumSet.of(Role.INSPECTION_KEEPER, Role.PRINCIPAL_LEADER, Role.DEPUTY_LEADER);

    private DrawRights() {}

    /** Whether this person sees draws at all. */
    public static boolean reads(Actor by) {
        return InspectionRights.reads(by) || types(by);
    }

    static void mustRead(Actor by) {
        if (!reads(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.refusal.readers");
        }
    }

    /** Whether this person may type what a source disclosed. */
    public static boolean types(Actor by) {
        return TYPE.stream().anyMatch(by::has);
    }

    static Grant mustType(Actor by) {
        return grant(by, TYPE, "inspections.draw.refusal.typists");
    }

    /** Whether this person sees the visits before everybody does, which is written down. */
    public static boolean seesVisits(Actor by) {
        return SEE_VISITS.stream().anyMatch(by::has);
    }

    static void mustSeeVisits(Actor by) {
        grant(by, SEE_VISITS, "inspections.draw.refusal.visits");
    }

    private static Grant grant(Actor by, Set<Role> roles, String refusal) {
        return by.grants().stream()
                .filter(it -> roles.contains(it.role()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(RefusalKind.NOT_ALLOWED, refusal));
    }

    /** What this person can do with the draw now. */
    public static Set<DrawStep> allowed(Actor by, InspectionDraw draw) {
        var allowed = EnumSet.noneOf(DrawStep.class);
        Arrays.stream(DrawStep.values())
                .filter(draw.possible()::contains)
                .filter(
                        it ->
                                switch (it) {
                                    case SOURCE -> types(by);
                                    case AMEND ->
                                            InspectionRights.keeps(by)
                                                    || InspectionRights.approves(by);
                                    case FREEZE, NONCE, DRAW, REVEAL, VOID ->
                                            InspectionRights.keeps(by);
                                })
                .forEach(allowed::add);
        return allowed;
    }
}
