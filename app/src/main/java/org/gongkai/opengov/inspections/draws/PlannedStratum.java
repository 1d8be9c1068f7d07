package org.gongkai.opengov.inspections.draws;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
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
 * @param classes the supervision classes, at least one
 * @param risks the risk grades it is narrowed to, each the worse of risk class and environmental
 *     credit; empty for all of the classes
 * @param n how many are drawn
 * @param register how many units the register had of it on the day of the announcement
 * @param weighted whether units of higher risk have more tickets, by the local rules
 */
public record PlannedStratum(
        String id,
        Set<SupervisionClass> classes,
        Set<RiskClass> risks,
        int n,
        int register,
        boolean weighted) {
    /** Ends the name of the part of a stratum that was drawn in this year before. */
    static final String AGAIN = "-again";

    /** Between the classes of one stratum, as {@code key+special}. */
    static final String AND = "+";

    private static final List<String> FIELDS =
            List.of("id", "class", "risk", "n", "register", "weighted");

    public PlannedStratum {
        classes = Collections.unmodifiableSet(EnumSet.copyOf(classes));
        risks = Set.copyOf(risks);
    }

    /** Whether a unit of this class and grade belongs here. */
    boolean takes(SupervisionClass supervision, RiskClass grade) {
        return classes.contains(supervision) && (risks.isEmpty() || risks.contains(grade));
    }

    /** The same, with how many the register has of it. */
    PlannedStratum counted(int units) {
        return new PlannedStratum(id, classes, risks, n, units, weighted);
    }

    SortedMap<String, Object> toJson() {
        return CanonicalJson.object(
                "id", id,
                "class",
                        classes.stream()
                                .map(SupervisionClass::slug)
                                .collect(Collectors.joining(AND)),
                "risk", risks.stream().map(RiskClass::name).sorted().toList(),
                "n", n,
                "register", register,
                "weighted", weighted);
    }

    static PlannedStratum of(Object value, Path path) {
        var fields = Fields.of(value, path, FIELDS);
        return new PlannedStratum(
                fields.id("id"),
                classes(fields),
                risks(fields),
                (int) fields.number("n", 0, Integer.MAX_VALUE),
                (int) fields.number("register", 0, Integer.MAX_VALUE),
                fields.truth("weighted"));
    }

    private static Set<SupervisionClass> classes(Fields fields) {
        var classes = EnumSet.noneOf(SupervisionClass.class);
        for (var slug : fields.text("class").split(Pattern.quote(AND), -1)) {
            classes.add(
                    SupervisionClass.named(slug)
                            .orElseThrow(
                                    () -> fields.refused("class", CommitmentFault.NOT_ALLOWED)));
        }
        return classes;
    }

    private static Set<RiskClass> risks(Fields fields) {
        var named = Set.copyOf(fields.texts("risk"));
        return Arrays.stream(RiskClass.values())
                .filter(it -> named.contains(it.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RiskClass.class)));
    }
}
