package org.gongkai.opengov.inspections.draws;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Why a step of a draw is not done (抽取环节不予办理的理由): with the rule that forbids it. */
final class DrawRefusals {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE);

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
                Arrays.stream(arguments).map(DrawRefusals::written).toArray());
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

    /** A moment as pages write it, in Beijing time. */
    private static Object written(Object argument) {
        return argument instanceof Instant moment
                ? MOMENT.format(moment.atZone(Draws.ZONE))
                : argument;
    }

    static MessageSourceResolvable named(String key) {
        return new DefaultMessageSourceResolvable(key);
    }
}
