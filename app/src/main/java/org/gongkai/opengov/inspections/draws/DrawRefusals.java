package org.gongkai.opengov.inspections.draws;

import java.util.List;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Why a step of a draw is not done (抽取环节不予办理的理由): with the rule that forbids it. */
final class DrawRefusals {
    private DrawRefusals() {}

    /** Another state. */
    static Refusal notNow(InspectionDraw draw, DrawStep step) {
        return notNow(
                draw,
                step == DrawStep.VOID ? "c3-void" : "state",
                named("inspections.draw.step." + step.name()),
                named("inspections.draw.state." + draw.state().name()));
    }

    /** A rule of the ceremony, by the end of its message key. */
    static Refusal notNow(InspectionDraw draw, String rule, Object... arguments) {
        return Refusal.notPossibleNow(
                draw.possible().stream().map(DrawStep::slug).toList(),
                "inspections.draw.refusal." + rule,
                arguments);
    }

    /** What somebody disclosed is not what was announced, or does not hold. */
    static Refusal disclosure(String field, CommitmentRefused refused) {
        return Refusal.invalid(
                field,
                "inspections.draw.field.disclosure",
                named("draw.fault." + refused.fault().slug()),
                refused.path());
    }

    /** What was frozen is not there any more as it was. */
    static MessageSourceResolvable changed(CommitmentRefused refused) {
        return new DefaultMessageSourceResolvable(
                new String[] {"inspections.draw.changed"},
                List.of(refused.path(), named("draw.fault." + refused.fault().slug())).toArray());
    }

    static MessageSourceResolvable named(String key) {
        return new DefaultMessageSourceResolvable(key);
    }
}
