package org.gongkai.opengov.inspections.tasks.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.tasks.VisitContent;
import org.gongkai.opengov.inspections.tasks.VisitContent.Present;
import org.springframework.util.MultiValueMap;

/** What stands in the fields of a record (检查记录表单), by name, as typed or as kept. */
public record FieldForm(Map<String, String> fields, List<String> measures) {

    static FieldForm typed(MultiValueMap<String, String> typed) {
        return new FieldForm(
                Map.copyOf(typed.toSingleValueMap()),
                List.copyOf(typed.getOrDefault("measures", List.of())));
    }

    static FieldForm of(VisitContent content, Present present) {
        var fields = new HashMap<String, String>();
        fields.put("arrived", content.arrived());
        fields.put("left", content.left());
        fields.put("noticeGiven", content.noticeGiven() ? "yes" : "");
        fields.put("certificatesShown", content.certificatesShown() ? "yes" : "");
        content.answers().forEach((key, it) -> fields.put(VisitContent.ANSWER + key, it));
        content.notes().forEach((key, it) -> fields.put(VisitContent.NOTE + key, it));
        fields.put("findings", content.findings());
        fields.put("result", content.result());
        fields.put("rectifyBy", content.rectifyBy());
        fields.put("order", content.order());
        fields.put("signatures", content.signatures());
        fields.put("presentName", present.name());
        fields.put("presentPost", present.post());
        fields.put("refusal", present.refusal());
        return new FieldForm(Map.copyOf(fields), content.measures());
    }

    /** What stands in this field; empty for nothing. */
    public String of(String name) {
        return fields.getOrDefault(name, "");
    }
}
