package org.gongkai.opengov.inspections.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.inspections.results.ResultValue.Effect;

/** The result values of an agency (检查结果值), in the order of the form. */
public record ResultValues(List<ResultValue> all) {
    private static final LocalDate BEGINNING = LocalDate.of(2019, 1, 27);
    private static final String PATTERN = "市场监管部门双随机抽查通行做法（国发〔2019〕5号施行后）";

    public ResultValues {
        all = List.copyOf(all);
    }

    /** The eight values of the market regulators' pattern, where an agency has set no others. */
    public static ResultValues marketPattern() {
        return new ResultValues(
                List.of(
                        value("no-problem", "未发现问题", Effect.CLEAN),
                        value("not-disclosed", "未按规定公示应当公示的信息", Effect.FAULT),
                        value("false-disclosure", "公示信息隐瞒真实情况、弄虚作假", Effect.FAULT),
                        value("not-reachable", "通过登记的住所（经营场所）无法联系", Effect.UNREACHED),
                        value("ordered-to-correct", "发现问题已责令改正", Effect.ORDERED),
                        value("not-cooperating", "不配合检查情节严重", Effect.FAULT),
                        value("no-such-activity", "未发现开展本次抽查涉及的经营活动", Effect.CLEAN),
                        value("to-be-handled", "发现问题待后续处理", Effect.PENDING)));
    }

    /** Those that may be chosen for an inspection that ended on this day. */
    public List<ResultValue> on(LocalDate day) {
        return all.stream().filter(it -> it.holdsOn(day)).toList();
    }

    /** The value of this code, of whatever time: what was once recorded stays readable. */
    public Optional<ResultValue> find(String code) {
        return all.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** With one more at the end. */
    ResultValues with(ResultValue value) {
        var more = new ArrayList<>(all);
        more.add(value);
        return new ResultValues(more);
    }

    /** With the value of this code ended on this day. */
    ResultValues ended(String code, LocalDate until) {
        return new ResultValues(
                all.stream().map(it -> it.code().equals(code) ? it.ended(until) : it).toList());
    }

    /** A code that no value has. */
    String freeCode() {
        var number = 1;
        while (find("own-" + number).isPresent()) {
            number++;
        }
        return "own-" + number;
    }

    private static ResultValue value(String code, String term, Effect effect) {
        return new ResultValue(code, term, effect, BEGINNING, null, PATTERN);
    }
}
