package org.gongkai.opengov.inspections.plans.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.gongkai.opengov.inspections.InspectionMethod;
import org.gongkai.opengov.inspections.PermitClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.plans.CarriedDraw;
import org.gongkai.opengov.inspections.plans.Feasibility;
import org.gongkai.opengov.inspections.plans.Feasibility.LineCount;
import org.gongkai.opengov.inspections.plans.Feasibility.QuarterLoad;
import org.gongkai.opengov.inspections.plans.FormulaKind;
import org.gongkai.opengov.inspections.plans.FrozenQuota;
import org.gongkai.opengov.inspections.plans.PlanLine;
import org.gongkai.opengov.inspections.plans.PlanPublication;
import org.gongkai.opengov.inspections.plans.PlanSettings;
import org.gongkai.opengov.inspections.plans.PlanStep;
import org.gongkai.opengov.inspections.plans.PlanVersion;
import org.gongkai.opengov.inspections.plans.PlanView;
import org.gongkai.opengov.inspections.plans.PlanWords;
import org.gongkai.opengov.inspections.plans.PlannedDraw;
import org.jspecify.annotations.Nullable;

/** A version of a plan as the API tells it (计划). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanAnswer(
        long id,
        int year,
        int version,
        String state,
        @Nullable String reason,
        PlanSettings settings,
        List<Line> lines,
        @Nullable Computed feasibility,
        @Nullable List<CarriedDraw> draws,
        @Nullable Instant approvedAt,
        @Nullable String publicAt,
        @Nullable Published publication,
        @Nullable List<String> allowedSteps) {

    /** By when a version is to be public, and since when it is. */
    record Published(LocalDate due, @Nullable LocalDate publicOn, String timeliness) {
        static Published of(PlanPublication it) {
            return new Published(it.due(), it.publicOn(), it.timeliness().slug());
        }
    }

    /** A version in a list. */
    static PlanAnswer of(PlanVersion it, PlanWords words) {
        return of(it, words, it.feasibility(), null, null, null, null);
    }

    /** A version with what may be done with it. */
    static PlanAnswer of(PlanView view, PlanWords words) {
        var publication = view.publication();
        return of(
                view.version(),
                words,
                view.owed(),
                view.draws(),
                view.publicAt(),
                publication == null ? null : Published.of(publication),
                view.allowed().stream().map(PlanStep::slug).toList());
    }

    private static PlanAnswer of(
            PlanVersion it,
            PlanWords words,
            @Nullable Feasibility feasibility,
            @Nullable List<CarriedDraw> draws,
            @Nullable String publicAt,
            @Nullable Published publication,
            @Nullable List<String> allowed) {
        return new PlanAnswer(
                it.plan(),
                it.year(),
                it.number(),
                it.state().slug(),
                it.reason().isEmpty() ? null : it.reason(),
                it.settings(),
                it.lines().stream().map(line -> Line.of(it, line, words)).toList(),
                feasibility == null ? null : Computed.of(feasibility),
                draws,
                it.approvedAt(),
                publicAt,
                publication,
                allowed);
    }

    /** A line of a plan. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long key,
            int position,
            String title,
            List<String> classes,
            List<String> permitClasses,
            List<String> industries,
            List<String> regions,
            List<String> items,
            List<String> methods,
            String formula,
            String amount,
            boolean graded,
            List<Integer> quarters,
            String initiator,
            List<String> joint,
            String note,
            @Nullable Integer units) {
        static Line of(PlanVersion version, PlanLine it, PlanWords words) {
            var feasibility = version.feasibility();
            return new Line(
                    it.key(),
                    it.position(),
                    it.title(),
                    it.classes().stream().map(SupervisionClass::slug).toList(),
                    it.permitClasses().stream().map(PermitClass::slug).toList(),
                    it.industries(),
                    it.regions(),
                    words.itemNumbers(version, it),
                    it.methods().stream().map(InspectionMethod::slug).toList(),
                    FormulaKind.of(it.formula()).slug(),
                    FormulaKind.typed(it.formula()),
                    it.graded(),
                    List.copyOf(it.quarters()),
                    it.initiator(),
                    it.joint(),
                    it.note(),
                    feasibility == null ? null : feasibility.units(it.key()));
        }
    }

    /** The numbers of a version. */
    record Computed(
            LocalDate asOf,
            boolean carried,
            int officersInPost,
            int units,
            List<Count> counts,
            List<Load> quarters) {
        static Computed of(Feasibility it) {
            return new Computed(
                    it.asOf(),
                    it.carried(),
                    it.officersInPost(),
                    it.units(),
                    it.counts().stream().map(Count::of).toList(),
                    it.quarters().stream().map(Load::of).toList());
        }
    }

    /** What a line owes in a quarter. */
    record Count(long line, int quarter, boolean frozen, int units, List<Quota> quotas) {
        static Count of(LineCount it) {
            return new Count(
                    it.line(),
                    it.quarter(),
                    it.frozen(),
                    it.units(),
                    it.quotas().stream().map(Quota::of).toList());
        }
    }

    /** A count with all it was computed from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Quota(
            String formula,
            String amount,
            @Nullable String riskClass,
            int register,
            int classRegister,
            int officers,
            int wanted,
            int turn,
            int turns,
            int drawnBefore,
            int count,
            LocalDate asOf) {
        static Quota of(FrozenQuota it) {
            var grade = it.grade();
            return new Quota(
                    FormulaKind.of(it.formula()).slug(),
                    FormulaKind.typed(it.formula()),
                    grade == null ? null : grade.name(),
                    it.register(),
                    it.classRegister(),
                    it.officers(),
                    it.wanted(),
                    it.turn().number(),
                    it.turn().of(),
                    it.drawnBefore(),
                    it.count(),
                    it.asOf());
        }
    }

    /** What a quarter asks of the officers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Load(
            int quarter,
            int visits,
            int seats,
            int officers,
            int capacity,
            int filled,
            int missing,
            List<Feasibility.SpecialityLoad> specialities,
            List<Long> unstaffable,
            Feasibility.@Nullable Bottleneck bottleneck) {
        static Load of(QuarterLoad it) {
            return new Load(
                    it.quarter(),
                    it.visits(),
                    it.seats(),
                    it.officers().size(),
                    it.capacity(),
                    it.filled(),
                    it.missing(),
                    it.specialities(),
                    it.unstaffable(),
                    it.bottleneck());
        }
    }

    /** What a draw would draw from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pool(
            long plan,
            int version,
            long line,
            int quarter,
            LocalDate asOf,
            int units,
            @Nullable String speciality,
            List<Stratum> strata,
            List<Left> excluded,
            int drawnThisYear) {
        static Pool of(PlannedDraw it) {
            return new Pool(
                    it.plan(),
                    it.version(),
                    it.line().key(),
                    it.quarter(),
                    it.asOf(),
                    it.units(),
                    it.speciality(),
                    it.strata().stream()
                            .map(
                                    s ->
                                            new Stratum(
                                                    s.id(),
                                                    s.again(),
                                                    s.pool().size(),
                                                    s.count(),
                                                    Quota.of(s.quota())))
                            .toList(),
                    it.namedExclusions().entrySet().stream()
                            .map(e -> new Left(e.getKey(), e.getValue().slug()))
                            .sorted(Comparator.comparingLong(Left::unit))
                            .toList(),
                    it.excluded().size() - it.namedExclusions().size());
        }
    }

    /** A stratum of a draw. */
    record Stratum(String id, boolean again, int pool, int count, Quota quota) {}

    /** A unit left out of a draw, and why. */
    record Left(long unit, String reason) {}
}
