package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.DocumentField.date;
import static org.gongkai.opengov.disclosures.DocumentField.documentNumber;
import static org.gongkai.opengov.disclosures.DocumentField.oneOf;
import static org.gongkai.opengov.disclosures.DocumentField.reference;
import static org.gongkai.opengov.disclosures.DocumentField.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of document (文件种类), each with its own fields. */
public enum DocumentKind {
    /** 一般信息. */
    GENERAL("一般信息", documentNumber(), date("formedOn")),
    /** 规划计划, with its period and its drafts for comment (work plan 二.1). */
    PLAN(
            "规划计划",
            documentNumber(),
            date("formedOn").required(),
            date("periodFrom").required(),
            date("periodTo").required(),
            oneOf("planStage", PlanStanding.FOR_COMMENT, PlanStanding.FINAL).required(),
            reference("draftOf"),
            reference("finalOf"),
            oneOf("historical", "是", "否"),
            text("implementation"),
            date("commentFrom"),
            date("commentUntil"),
            text("commentHow")),
    /** 行政规范性文件: dates from which its validity is derived, and what it repeals or amends. */
    NORMATIVE_DOCUMENT(
            "规范性文件",
            documentNumber().required(),
            text("issuer").required(),
            date("formedOn").required(),
            date("printedOn").required(),
            date("effectiveOn").required(),
            date("expiresOn"),
            text("topic").required(),
            text("legalityReview").required().asInternal(),
            text("fairCompetitionReview").asInternal(),
            reference("repeals"),
            reference("amends"),
            reference("interpretedBy")),
    /** 通知公告, among them drafts for comment and what became of the comments. */
    NOTICE(
            "通知公告",
            documentNumber(),
            date("formedOn").required(),
            date("validUntil"),
            date("commentFrom"),
            date("commentUntil"),
            text("commentHow"),
            reference("commentResultOf")),
    /** 动态信息. */
    NEWS("动态信息", date("formedOn"), text("author")),
    /** 报告. */
    REPORT(
            "报告",
            documentNumber(),
            date("formedOn").required(),
            date("periodFrom"),
            date("periodTo"));

    private final String term;
    private final List<DocumentField> fields;

    DocumentKind(String term, DocumentField... fields) {
        this.term = term;
        this.fields = List.of(fields);
    }

    /** The kind's name as officials say it. */
    public String term() {
        return term;
    }

    /** The name in addresses and the API, e.g. {@code normative-document}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fields of this kind, in the order of the form. */
    public List<DocumentField> fields() {
        return fields;
    }

    /** The fields that readers are shown: not the records of the agency's own procedure. */
    public List<DocumentField> publicFields() {
        return fields.stream().filter(it -> !it.internal()).toList();
    }

    /** Whether documents of this kind have the field. */
    public boolean has(String field) {
        return fields.stream().anyMatch(it -> it.key().equals(field));
    }

    /** By slug, constant or Chinese term. */
    public static Optional<DocumentKind> named(String name) {
        return Arrays.stream(values())
                .filter(
                        it ->
                                it.slug().equals(name)
                                        || it.name().equals(name)
                                        || it.term.equals(name))
                .findFirst();
    }
}
