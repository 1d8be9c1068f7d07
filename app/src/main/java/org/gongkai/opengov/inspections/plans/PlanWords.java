package org.gongkai.opengov.inspections.plans;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.InspectionMethod;
import org.gongkai.opengov.inspections.PermitClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.plans.QuotaFormula.EachDraw;
import org.gongkai.opengov.inspections.plans.QuotaFormula.Fixed;
import org.gongkai.opengov.inspections.plans.QuotaFormula.OfYear;
import org.gongkai.opengov.inspections.plans.QuotaFormula.PerOfficer;
import org.gongkai.opengov.inspections.registers.InspectionItem;
import org.gongkai.opengov.inspections.registers.InspectionItems;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** What a plan says, in the words of the published table (计划文字). */
@Component
public class PlanWords {
    private static final int QUARTERS = 4;

    private final Wording wording;
    private final InspectionItems items;

    PlanWords(Wording wording, InspectionItems items) {
        this.wording = wording;
        this.items = items;
    }

    /** 状态. */
    public String state(PlanState state) {
        return say("state." + state.name());
    }

    /** 抽查对象: the classes, and what narrows them. */
    public String objects(PlanLine line) {
        var parts = new ArrayList<String>();
        parts.add(joined(line.classes().stream().map(SupervisionClass::term).toList()));
        if (!line.permitClasses().isEmpty()) {
            parts.add(
                    say(
                            "objects.permits",
                            joined(line.permitClasses().stream().map(PermitClass::term).toList())));
        }
        if (!line.industries().isEmpty()) {
            parts.add(say("objects.industries", joined(line.industries())));
        }
        if (!line.regions().isEmpty()) {
            parts.add(say("objects.regions", joined(line.regions())));
        }
        return String.join("；", parts);
    }

    /** 分层: the classes, the risk class, and whether they come in again. */
    public String stratum(PlanLine line, PlannedDraw.Stratum it) {
        var classes = joined(line.classes().stream().map(SupervisionClass::term).toList());
        var grade = it.quota().grade();
        var name = grade == null ? classes : say("stratum.grade", classes, grade);
        return it.again() ? say("stratum.again", name) : name;
    }

    /** 抽查事项, by name. */
    public String items(PlanVersion version, PlanLine line) {
        return joined(
                line.items().stream()
                        .flatMap(it -> items.find(version.agency(), it).stream())
                        .map(InspectionItem::title)
                        .toList());
    }

    /** Numbers of the line's items in the list. */
    public List<String> itemNumbers(PlanVersion version, PlanLine line) {
        return line.items().stream()
                .flatMap(it -> items.find(version.agency(), it).stream())
                .map(InspectionItem::number)
                .toList();
    }

    /** 检查方式. */
    public String methods(PlanLine line) {
        return joined(line.methods().stream().map(InspectionMethod::term).toList());
    }

    /** 抽查比例 or 户数算法, with the risk classes where they count. */
    public String formula(PlanLine line) {
        var formula = formula(line.formula());
        return line.graded() ? say("formula.graded", formula) : formula;
    }

    /** A formula without its line. */
    public String formula(QuotaFormula formula) {
        return switch (formula) {
            case EachDraw it -> say("formula.EACH_DRAW", it.ratio().inPercent());
            case OfYear it -> say("formula.OF_YEAR", it.ratio().inPercent());
            case PerOfficer it -> say("formula.PER_OFFICER", it.checks());
            case Fixed it -> say("formula.FIXED", it.units());
        };
    }

    /** What the class as a whole asks for, where it is spread over the risk classes. */
    public String basis(FrozenQuota it) {
        var least = it.formula().wanted(it.classRegister(), it.officers());
        return switch (it.formula()) {
            case EachDraw f ->
                    say("counted.basis-ratio", it.classRegister(), f.ratio().inPercent(), least);
            case OfYear f ->
                    say("counted.basis-ratio", it.classRegister(), f.ratio().inPercent(), least);
            case PerOfficer f -> say("counted.basis-head", it.officers(), f.checks(), least);
            case Fixed _ -> say("counted.basis-fixed", least);
        };
    }

    /** How a frozen count came about, with its numbers. */
    public String counted(FrozenQuota it) {
        var register = say("counted.register", it.register());
        var sum =
                switch (it.formula()) {
                    case EachDraw f ->
                            say(
                                    "counted.ratio",
                                    it.classRegister(),
                                    f.ratio().inPercent(),
                                    it.wanted());
                    case OfYear f ->
                            say(
                                    "counted.ratio",
                                    it.classRegister(),
                                    f.ratio().inPercent(),
                                    it.wanted());
                    case PerOfficer f ->
                            say("counted.head", it.officers(), f.checks(), it.wanted());
                    case Fixed f -> say("counted.fixed", f.units(), it.wanted());
                };
        var shown =
                it.grade() == null ? sum : say("counted.grade", it.grade(), register, it.wanted());
        return it.formula().yearly()
                ? say(
                        "counted.turn",
                        shown,
                        it.turn().number(),
                        it.turn().of(),
                        it.turn().cumulative(it.wanted()),
                        it.drawnBefore(),
                        it.count())
                : shown;
    }

    /** 实施时间. */
    public String quarters(Collection<Integer> quarters) {
        return quarters.size() == QUARTERS
                ? say("quarters.each")
                : joined(quarters.stream().sorted().map(this::quarter).toList());
    }

    /** A quarter. */
    public String quarter(int quarter) {
        return say("quarter." + quarter);
    }

    /** 联合部门; a dash for none. */
    public String joint(PlanLine line) {
        return line.isJoint() ? joined(line.joint()) : "—";
    }

    /** What holds for all lines, in a sentence. */
    public String settings(PlanSettings it) {
        return say(
                "settings.line",
                it.seats(),
                it.officerCap(),
                it.yearlyCap() == 0 ? say("settings.no-cap") : say("settings.cap", it.yearlyCap()));
    }

    /** What was found by a computation, in a sentence. */
    public String result(Feasibility it) {
        var missing = it.quarters().stream().mapToInt(Feasibility.QuarterLoad::missing).sum();
        return it.carried()
                ? say("result.carried", it.units())
                : say("result.not-carried", it.units(), missing);
    }

    /** Everything a version says, line by line, to be compared. */
    List<String> lines(PlanVersion version) {
        var lines = new ArrayList<String>();
        lines.add(settings(version.settings()));
        for (var it : version.lines()) {
            lines.add(say("compare.title", it.position(), it.title()));
            lines.add(say("compare.objects", objects(it)));
            lines.add(say("compare.items", items(version, it)));
            lines.add(say("compare.methods", methods(it)));
            lines.add(say("compare.formula", formula(it)));
            lines.add(say("compare.quarters", quarters(it.quarters())));
            lines.add(say("compare.departments", it.initiator(), joint(it)));
            var feasibility = version.feasibility();
            if (feasibility != null) {
                lines.add(say("compare.units", feasibility.units(it.key())));
            }
            if (!it.note().isEmpty()) {
                lines.add(say("compare.note", it.note()));
            }
        }
        return lines;
    }

    private static String joined(Collection<String> parts) {
        return parts.stream().collect(Collectors.joining("、"));
    }

    private String say(String key, Object... arguments) {
        return wording.say("inspections.plans." + key, arguments);
    }
}
