package org.gongkai.opengov.inspections.plans.web;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.opengov.inspections.plans.Feasibility.QuarterLoad;

/** The units that a quarter's numbers name (测算涉及的检查对象). */
final class UnitsBehind {
    private UnitsBehind() {}

    static List<Long> of(QuarterLoad load, int most) {
        var bottleneck = load.bottleneck();
        return Stream.concat(
                        load.unstaffable().stream().limit(most),
                        bottleneck == null ? Stream.of() : bottleneck.units().stream().limit(most))
                .toList();
    }
}
