package org.gongkai.opengov.inspections.registers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.opengov.inspections.EnvironmentalCredit;
import org.gongkai.opengov.inspections.Importance;
import org.gongkai.opengov.inspections.InspectionMethod;
import org.gongkai.opengov.inspections.OfficerState;
import org.gongkai.opengov.inspections.PermitClass;
import org.gongkai.opengov.inspections.RecusalReason;
import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.UnitState;
import org.gongkai.opengov.inspections.registers.RegisterField.Kind;

/** The registers (一单两库): what each holds, field by field, and what names an entry. */
public enum Register {
    /** 抽查事项清单. */
    ITEM(
            List.of("number"),
            RegisterField.text("number").must(),
            RegisterField.text("category").must(),
            RegisterField.text("title").must(),
            RegisterField.text("objectKind").must(),
            RegisterField.choice(
                            "importance", Importance.values(), Importance::slug, Importance::term)
                    .must(),
            RegisterField.choices(
                            "methods",
                            InspectionMethod.values(),
                            InspectionMethod::slug,
                            InspectionMethod::term)
                    .must(),
            RegisterField.text("body").must(),
            RegisterField.longText("basis").must(),
            RegisterField.longText("note"),
            RegisterField.of("industries", Kind.INDUSTRIES),
            RegisterField.text("unitTag"),
            RegisterField.text("need"),
            RegisterField.of("validFrom", Kind.DAY).must(),
            RegisterField.of("validTo", Kind.DAY)),
    /** 检查对象名录库. */
    UNIT(
            List.of("creditCode", "site"),
            RegisterField.text("name").must(),
            RegisterField.of("creditCode", Kind.CREDIT_CODE).must(),
            RegisterField.of("site", Kind.NUMBER).or(1),
            RegisterField.text("address").must(),
            RegisterField.of("region", Kind.REGION).must(),
            RegisterField.text("legalPerson"),
            RegisterField.of("industry", Kind.INDUSTRY).must(),
            RegisterField.choice(
                            "permitClass",
                            PermitClass.values(),
                            PermitClass::slug,
                            PermitClass::term)
                    .or(PermitClass.NONE),
            RegisterField.choice(
                            "supervisionClass",
                            SupervisionClass.values(),
                            SupervisionClass::slug,
                            SupervisionClass::term)
                    .must(),
            RegisterField.choice("riskClass", RiskClass.values(), Enum::name, Enum::name)
                    .or(RiskClass.B),
            RegisterField.choice(
                            "credit",
                            EnvironmentalCredit.values(),
                            EnvironmentalCredit::slug,
                            EnvironmentalCredit::term)
                    .or(EnvironmentalCredit.NONE),
            RegisterField.choice("state", UnitState.values(), UnitState::slug, UnitState::term)
                    .or(UnitState.OPERATING),
            RegisterField.of("tags", Kind.WORDS),
            RegisterField.of("enteredOn", Kind.DAY).must(),
            RegisterField.of("lastInspectedOn", Kind.DAY)),
    /** 执法检查人员名录库. */
    OFFICER(
            List.of("certificate"),
            RegisterField.text("name").must(),
            RegisterField.choice("sex", Sex.values(), Sex::slug, Sex::term).must(),
            RegisterField.text("unit").must(),
            RegisterField.text("post"),
            RegisterField.text("certificate").must(),
            RegisterField.of("certificateValidTo", Kind.DAY).must(),
            RegisterField.of("specialities", Kind.WORDS),
            RegisterField.of("region", Kind.REGION).must(),
            RegisterField.choice(
                            "state", OfficerState.values(), OfficerState::slug, OfficerState::term)
                    .or(OfficerState.ON_DUTY),
            RegisterField.of("personId", Kind.PERSON),
            RegisterField.of("joinedOn", Kind.DAY).must()),
    /** 回避登记. */
    RECUSAL(
            List.of("unitId", "officerId", "reason", "since"),
            RegisterField.of("unitId", Kind.UNIT).must(),
            RegisterField.of("officerId", Kind.OFFICER).must(),
            RegisterField.choice(
                            "reason",
                            RecusalReason.values(),
                            RecusalReason::slug,
                            RecusalReason::term)
                    .must(),
            RegisterField.of("since", Kind.DAY).must(),
            RegisterField.of("until", Kind.DAY));

    private final List<String> naming;
    private final List<RegisterField> fields;

    Register(List<String> naming, RegisterField... fields) {
        this.naming = naming;
        this.fields = List.of(fields);
    }

    /** The fields, in the order of form and file. */
    public List<RegisterField> fields() {
        return fields;
    }

    /** The field with this name. */
    public RegisterField field(String key) {
        return fields.stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    }

    /** The fields by which an entry is found again, together. */
    public List<RegisterField> naming() {
        return naming.stream().map(this::field).toList();
    }

    /** Its name in addresses: items, units, officers, recusals. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT) + "s";
    }

    /** By its name in addresses. */
    public static Optional<Register> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }

    /**
     * Whether the day of ending is the first on which an entry no longer stands; else it is the
     * last on which it does.
     */
    boolean leavesAtDawn() {
        return this == UNIT || this == OFFICER;
    }

    /** What the list shows of each entry, the first as its link. */
    public List<RegisterField> shown() {
        return switch (this) {
            case ITEM -> fields("number", "title", "category", "importance", "methods", "body");
            case UNIT ->
                    fields(
                            "name",
                            "creditCode",
                            "region",
                            "industry",
                            "supervisionClass",
                            "permitClass",
                            "riskClass",
                            "state");
            case OFFICER ->
                    fields(
                            "name",
                            "unit",
                            "certificate",
                            "certificateValidTo",
                            "specialities",
                            "state");
            case RECUSAL -> fields("unitId", "officerId", "reason", "since", "until");
        };
    }

    /** What the public is shown of each entry; none of the recusals (ADR 0232). */
    public List<RegisterField> published() {
        return switch (this) {
            case ITEM ->
                    fields(
                            "number",
                            "category",
                            "title",
                            "objectKind",
                            "importance",
                            "methods",
                            "body",
                            "basis",
                            "note");
            case UNIT -> fields("name", "creditCode", "region", "supervisionClass");
            case OFFICER -> fields("name", "unit", "certificate");
            case RECUSAL -> List.of();
        };
    }

    /** By what a list can be narrowed. */
    public List<RegisterField> filters() {
        return fields.stream()
                .filter(it -> it.kind() == Kind.CHOICE || it.kind() == Kind.REGION)
                .filter(it -> !it.key().equals("sex"))
                .toList();
    }

    private List<RegisterField> fields(String... keys) {
        return Arrays.stream(keys).map(this::field).toList();
    }

    /** What the words of a search are looked for in. */
    String searched() {
        return switch (this) {
            case ITEM -> "r.number || ' ' || r.title || ' ' || r.category || ' ' || r.object_kind";
            case UNIT -> "r.name || ' ' || r.credit_code";
            case OFFICER -> "r.name || ' ' || r.certificate || ' ' || r.unit";
            case RECUSAL ->
                    "(SELECT u.name || ' ' || u.credit_code FROM inspection_unit u"
                            + " WHERE u.id = r.unit_id) || ' ' || (SELECT o.name || ' ' || o.certificate"
                            + " FROM inspection_officer o WHERE o.id = r.officer_id)";
        };
    }

    /** The column with the day of ending. */
    String ending() {
        return switch (this) {
            case ITEM -> "valid_to";
            case UNIT, OFFICER -> "left_on";
            case RECUSAL -> "until";
        };
    }

    String table() {
        return "inspection_" + name().toLowerCase(Locale.ROOT);
    }
}
