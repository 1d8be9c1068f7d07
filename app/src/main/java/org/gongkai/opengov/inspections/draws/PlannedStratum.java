package org.gongkai.opengov.inspections.draws;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Path;

/**
 * A class of units drawn from by itself (分层), and how many of it.
 *
 * <p>The number rests on the register and not on the pool left after exclusions: 25 % of 57 is 15,
 * though one of the 57 may be closed. It is announced as a number, with the register's beside it.
 *
 * @param id its name in the manifest, such as {@code key}
 * @param of the supervision class
 * @param risks the risk classes it is narrowed to; empty for all of the class
 * @param n how many are drawn
 * @param register how many units the register had of it on the day of the announcement
 * @param weighted whether units of higher risk have more tickets, by the local rules
 */
public record PlannedStratum(
        String id,
        SupervisionClass of,
        Set<RiskClass> risks,
        int n,
        int register,
        boolean weighted) {
    /** Ends the name of the part of a stratum that was drawn in this year before. */
    static final String AGAIN = "-again";

    private static final List<String> FIELDS =
            List.of("id", "class", "risk", "n", "register", "weighted");

    public PlannedStratum {
        risks = Set.copyOf(risks);
    }

    /** Whether a unit of this class and risk belongs here. */
    boolean takes(SupervisionClass supervision, RiskClass risk) {
        return supervision == of && (risks.isEmpty() || risks.contains(risk));
    }

    /** The same, with how many the register has of it. */
    PlannedStratum counted(int units) {
        return new PlannedStratum(id, of, risks, n, units, weighted);
    }

    SortedMap<String, Object> toJson() {
        return CanonicalJson.object(
                "id", id,
                "class", of.slug(),
                "risk", risks.stream().map(RiskClass::name).sorted().toList(),
                "n", n,
                "register", register,
                "weighted", weighted);
    }

    static PlannedStratum of(Object value, Path path) {
        var fields = Fields.of(value, path, FIELDS);
        return new PlannedStratum(
                fields.id("id"),
                SupervisionClass.named(fields.text("class"))
                        .orElseThrow(() -> fields.refused("class", CommitmentFault.NOT_ALLOWED)),
                risks(fields),
                (int) fields.number("n", 0, Integer.MAX_VALUE),
                (int) fields.number("register", 0, Integer.MAX_VALUE),
                fields.truth("weighted"));
    }

    private static Set<RiskClass> risks(Fields fields) {
        var named = Set.copyOf(fields.texts("risk"));
        return Arrays.stream(RiskClass.values())
                .filter(it -> named.contains(it.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RiskClass.class)));
    }
}
