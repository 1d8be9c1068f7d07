package org.gongkai.opengov.inspections;

import java.util.EnumSet;
import java.util.Set;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;

/** Who may do what with inspections (双随机抽查权限); docs/rules/inspections.md has the table. */
public final class InspectionRights {
    private static final Set<Role> APPROVE = EnumSet.of(Role.PRINCIPAL_LEADER, Role.DEPUTY_LEADER);
    private static final Set<Role> READ =
            EnumSet.of(
                    Role.INSPECTION_KEEPER,
                    Role.ENFORCEMENT_OFFICER,
                    Role.PRINCIPAL_LEADER,
                    Role.DEPUTY_LEADER,
                    Role.DISCLOSURE_OFFICE,
                    Role.AUDITOR);
    private static final Set<Role> READ_TIES =
            EnumSet.of(
                    Role.INSPECTION_KEEPER,
                    Role.PRINCIPAL_LEADER,
                    Role.DEPUTY_LEADER,
                    Role.AUDITOR);

    private InspectionRights() {}

    /** Whether this person keeps registers, plans and draws. */
    public static boolean keeps(Actor by) {
        return by.has(Role.INSPECTION_KEEPER);
    }

    /** The grant of a keeper, or a refusal that says who may. */
    public static Grant mustKeep(Actor by) {
        return by.grants().stream()
                .filter(it -> it.role() == Role.INSPECTION_KEEPER)
                .findFirst()
                .orElseThrow(
                        () -> Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.refusal.keepers"));
    }

    /** Whether this person approves plans, amendments and inspections outside the plan. */
    public static boolean approves(Actor by) {
        return APPROVE.stream().anyMatch(by::has);
    }

    /** The grant of a leader, or a refusal that says who may. */
    public static Grant mustApprove(Actor by) {
        return by.grants().stream()
                .filter(it -> APPROVE.contains(it.role()))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.refusal.leaders"));
    }

    /** Whether this person goes out and inspects. */
    public static boolean inspects(Actor by) {
        return by.has(Role.ENFORCEMENT_OFFICER);
    }

    /** Whether this person reads the registers of items, units and officers. */
    public static boolean reads(Actor by) {
        return READ.stream().anyMatch(by::has);
    }

    /** Refuses whoever may not read the registers. */
    public static void mustRead(Actor by) {
        if (!reads(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.refusal.readers");
        }
    }

    /** Whether this person reads everybody's recusals; an officer reads their own. */
    public static boolean readsTies(Actor by) {
        return READ_TIES.stream().anyMatch(by::has);
    }
}
