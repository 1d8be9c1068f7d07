package org.gongkai.opengov.sitechecks.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.opengov.sitechecks.CheckItem;
import org.gongkai.opengov.sitechecks.CheckMeasure;
import org.gongkai.opengov.sitechecks.CheckMeasure.Weight;
import org.springframework.util.MultiValueMap;

/** What stands in the form of the measure (自查尺度表单), as texts, by the names of the fields. */
public record MeasureForm(Map<String, String> values) {
    /** No number that fits anywhere: refused with the range. */
    private static final int NONE = -1;

    static MeasureForm of(CheckMeasure measure) {
        var values = new HashMap<String, String>();
        values.put("homeDays", Integer.toString(measure.homeDays()));
        values.put("newsDays", Integer.toString(measure.newsDays()));
        values.put("noticeMonths", Integer.toString(measure.noticeMonths()));
        values.put("otherMonths", Integer.toString(measure.otherMonths()));
        for (var item : CheckItem.values()) {
            var weight = measure.of(item);
            values.put(item.slug() + ".points", Integer.toString(weight.points()));
            values.put(item.slug() + ".most", Integer.toString(weight.most()));
            values.put(item.slug() + ".veto", Integer.toString(weight.veto()));
        }
        return new MeasureForm(values);
    }

    static MeasureForm typed(MultiValueMap<String, String> typed) {
        return new MeasureForm(new HashMap<>(typed.toSingleValueMap()));
    }

    CheckMeasure measure() {
        var weights = new EnumMap<CheckItem, Weight>(CheckItem.class);
        Arrays.stream(CheckItem.values())
                .forEach(
                        it ->
                                weights.put(
                                        it,
                                        new Weight(
                                                number(it.slug() + ".points"),
                                                number(it.slug() + ".most"),
                                                it.usual().veto() == 0
                                                        ? 0
                                                        : number(it.slug() + ".veto"))));
        return new CheckMeasure(
                number("homeDays"),
                number("newsDays"),
                number("noticeMonths"),
                number("otherMonths"),
                weights);
    }

    /** What stands in this field. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Why it is set so. */
    public String reason() {
        return value("reason");
    }

    private int number(String name) {
        var text = value(name).strip();
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : NONE;
    }
}
