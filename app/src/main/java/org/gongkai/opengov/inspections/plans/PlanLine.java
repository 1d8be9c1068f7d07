package org.gongkai.opengov.inspections.plans;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gongkai.opengov.inspections.InspectionMethod;
import org.gongkai.opengov.inspections.PermitClass;
import org.gongkai.opengov.inspections.SupervisionClass;

/**
 * A line of a plan (计划行): what is inspected at whom, how many of them, when and by whom.
 *
 * @param key the same through all versions
 * @param position 序号
 * @param title 计划名称
 * @param classes 抽查对象: the classes it is about
 * @param permitClasses narrows to these; empty for all
 * @param industries narrows to these first digits of GB/T 4754; empty for all
 * @param regions narrows to these first digits of GB/T 2260; empty for all
 * @param items 抽查事项, by id; done in one visit
 * @param methods 检查方式
 * @param formula 抽查比例 or 户数算法
 * @param graded whether it is spread over the risk classes
 * @param quarters 实施时间: the quarters with a draw
 * @param initiator 发起部门
 * @param joint 联合部门; empty where nobody joins
 * @param note 备注
 */
public record PlanLine(
        long key,
        int position,
        String title,
        Set<SupervisionClass> classes,
        Set<PermitClass> permitClasses,
        List<String> industries,
        List<String> regions,
        List<Long> items,
        Set<InspectionMethod> methods,
        QuotaFormula formula,
        boolean graded,
        SortedSet<Integer> quarters,
        String initiator,
        List<String> joint,
        String note) {
    public PlanLine {
        classes = ordered(classes, SupervisionClass.class);
        permitClasses = ordered(permitClasses, PermitClass.class);
        methods = ordered(methods, InspectionMethod.class);
        industries = List.copyOf(industries);
        regions = List.copyOf(regions);
        items = List.copyOf(items);
        quarters = Collections.unmodifiableSortedSet(new TreeSet<>(quarters));
        joint = List.copyOf(joint);
    }

    /** Whether other departments join (联合抽查). */
    public boolean isJoint() {
        return !joint.isEmpty();
    }

    /** Which of its draws the one of this quarter is. */
    public Turn turn(int quarter) {
        return new Turn(quarters.headSet(quarter + 1).size(), quarters.size());
    }

    /** The same at another place. */
    PlanLine at(int place) {
        return keyed(key, place);
    }

    /** The same with its key and place. */
    PlanLine keyed(long newKey, int place) {
        return new PlanLine(
                newKey,
                place,
                title,
                classes,
                permitClasses,
                industries,
                regions,
                items,
                methods,
                formula,
                graded,
                quarters,
                initiator,
                joint,
                note);
    }

    private static <E extends Enum<E>> Set<E> ordered(Set<E> values, Class<E> type) {
        var ordered = EnumSet.noneOf(type);
        ordered.addAll(values);
        return Collections.unmodifiableSet(ordered);
    }
}
