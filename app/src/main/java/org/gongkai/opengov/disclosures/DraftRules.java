package org.gongkai.opengov.disclosures;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.platform.refusals.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a draft must have before it goes to review (送审要件).
 *
 * <p>国办发〔2016〕80号: the public attribute is fixed at drafting, with its reason; 《政府信息公开条例》 arts.
 * 14–16 and 20 give the grounds; publishing facts 3.6 and 3.7 the fields.
 */
final class DraftRules {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_FIELD = 500;
    static final int LONGEST_BODY = 2_000_000;

    // Strict form of 发文字号 (publishing facts 3.8), and orders: 国务院令第711号.
    private static final Pattern DOCUMENT_NUMBER =
            Pattern.compile(
                    "[一-龥（）]{1,24}〔(19|20)\\d{2}〕[1-9]\\d{0,4}号|[一-龥]{2,20}令第[1-9]\\d{0,4}号");

    // 《政府信息公开条例》第十四条: which law and which article.
    private static final Pattern ARTICLE = Pattern.compile("第[一二三四五六七八九十百零\\d]{1,7}条");

    private DraftRules() {}

    /** Everything that is missing or wrong; empty when the draft can go to review. */
    static List<FieldProblem> problems(DocumentContent content) {
        var problems = new ArrayList<>(wrong(content));
        require(problems, "title", content.title());
        require(problems, "section", content.section());
        require(problems, "attribute", content.attribute());
        require(problems, "legalGround", content.legalGround());
        if (PublicAttribute.PROACTIVE.term().equals(content.attribute())
                && content.article20Item() == null) {
            problems.add(missing("article20Item"));
        }
        if (PublicAttribute.NOT_PUBLIC.term().equals(content.attribute())
                && content.legalGround() != null
                && !ARTICLE.matcher(content.legalGround()).find()) {
            problems.add(FieldProblem.of("legalGround", "disclosures.field.not-public-ground"));
        }
        if (content.source() == null) {
            problems.add(missing("source"));
        }
        if (content.bodyHtml().isBlank() && content.attachments().isEmpty()) {
            problems.add(missing("bodyHtml"));
        }
        for (var field : content.kind().fields()) {
            if (field.mandatory()) {
                require(problems, "fields." + field.key(), content.field(field.key()));
            }
        }
        requireWholePeriod(problems, content);
        return problems;
    }

    /**
     * The same for what was public at an old site: records of the agency's own procedure were kept
     * there, if at all, and are not asked for (ADR 0146).
     */
    static List<FieldProblem> problemsOfImported(DocumentContent content) {
        var internal =
                content.kind().fields().stream()
                        .filter(DocumentField::internal)
                        .map(it -> missing("fields." + it.key()))
                        .toList();
        return problems(content).stream().filter(it -> !internal.contains(it)).toList();
    }

    /**
     * What is wrong in what has been filled in so far; an unfinished draft may still lack things.
     */
    static List<FieldProblem> wrong(DocumentContent content) {
        var problems = new ArrayList<FieldProblem>();
        tooLong(problems, "title", content.title(), LONGEST_TITLE);
        tooLong(problems, "bodyHtml", content.bodyHtml(), LONGEST_BODY);
        tooLong(problems, "legalGround", content.legalGround(), LONGEST_FIELD);
        if (content.attribute() != null && PublicAttribute.ofTerm(content.attribute()).isEmpty()) {
            problems.add(FieldProblem.of("attribute", "disclosures.field.attribute"));
        }
        var item = content.article20Item();
        if (item != null && Article20Item.numbered(item).isEmpty()) {
            problems.add(FieldProblem.of("article20Item", "disclosures.field.article20-item"));
        }
        var source = content.source();
        if (source != null && !source.own() && (source.name() == null || source.name().isBlank())) {
            problems.add(FieldProblem.of("source", "disclosures.field.source-name"));
        }
        if (source != null && source.url() != null && !source.url().matches("https?://\\S+")) {
            problems.add(FieldProblem.of("source", "disclosures.field.source-url"));
        }
        content.fields().forEach((key, value) -> checkField(problems, content.kind(), key, value));
        checkOrder(problems, content);
        checkReferences(problems, content);
        return problems;
    }

    private static void checkField(
            List<FieldProblem> problems, DocumentKind kind, String key, String value) {
        var name = "fields." + key;
        var field = kind.fields().stream().filter(it -> it.key().equals(key)).findFirst();
        if (field.isEmpty()) {
            problems.add(FieldProblem.of(name, "disclosures.field.not-of-this-kind", kind.term()));
            return;
        }
        tooLong(problems, name, value, LONGEST_FIELD);
        switch (field.get().type()) {
            case DATE -> {
                if (day(value) == null) {
                    problems.add(FieldProblem.of(name, "disclosures.field.date"));
                }
            }
            case CHOICE -> {
                if (!field.get().choices().contains(value)) {
                    problems.add(
                            FieldProblem.of(
                                    name,
                                    "disclosures.field.choice",
                                    String.join("、", field.get().choices())));
                }
            }
            case DOCUMENT_NUMBER -> {
                if (!DOCUMENT_NUMBER.matcher(value).matches()) {
                    problems.add(FieldProblem.of(name, "disclosures.field.document-number"));
                }
            }
            case TEXT, REFERENCE -> {
                // any words will do
            }
        }
    }

    /** Who asks for comments says how long and in what way (ADR 0155). */
    private static void requireWholePeriod(List<FieldProblem> problems, DocumentContent content) {
        var keys = List.of(CommentPeriod.FROM, CommentPeriod.UNTIL, CommentPeriod.HOW);
        if (keys.stream().anyMatch(it -> content.field(it) != null)) {
            keys.forEach(it -> require(problems, "fields." + it, content.field(it)));
        }
    }

    /** A draft for comment names its final plan, a final plan its drafts; nothing names itself. */
    private static void checkReferences(List<FieldProblem> problems, DocumentContent content) {
        var stage = content.field("planStage");
        if (PlanStanding.FOR_COMMENT.equals(stage) && content.field("finalOf") != null) {
            problems.add(FieldProblem.of("fields.finalOf", "disclosures.field.draft-has-no-draft"));
        }
        if (PlanStanding.FINAL.equals(stage) && content.field("draftOf") != null) {
            problems.add(FieldProblem.of("fields.draftOf", "disclosures.field.final-has-no-final"));
        }
        if (PlanStanding.FINAL.equals(stage) && content.field(CommentPeriod.UNTIL) != null) {
            problems.add(
                    FieldProblem.of(
                            "fields." + CommentPeriod.UNTIL,
                            "disclosures.field.final-asks-no-comments"));
        }
        for (var field : content.kind().fields()) {
            var named = content.field(field.key());
            if (field.type() == DocumentField.Type.REFERENCE
                    && named != null
                    && names(named, content)) {
                problems.add(
                        FieldProblem.of("fields." + field.key(), "disclosures.field.names-itself"));
            }
        }
    }

    private static boolean names(String references, DocumentContent content) {
        return References.in(references).stream()
                .anyMatch(
                        it ->
                                it.equals(content.title())
                                        || it.equals(content.field("documentNumber")));
    }

    private static void checkOrder(List<FieldProblem> problems, DocumentContent content) {
        notBefore(problems, content, "expiresOn", "effectiveOn");
        notBefore(problems, content, "printedOn", "formedOn");
        notBefore(problems, content, "effectiveOn", "formedOn");
        notBefore(problems, content, "periodTo", "periodFrom");
        notBefore(problems, content, CommentPeriod.UNTIL, CommentPeriod.FROM);
    }

    private static void notBefore(
            List<FieldProblem> problems, DocumentContent content, String later, String earlier) {
        var last = day(content.field(later));
        var first = day(content.field(earlier));
        if (last != null && first != null && last.isBefore(first)) {
            problems.add(
                    FieldProblem.of(
                            "fields." + later, "disclosures.field.before", first.toString()));
        }
    }

    static @Nullable LocalDate day(@Nullable String value) {
        if (value == null || !value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException noSuchDay) {
            return null;
        }
    }

    private static void require(List<FieldProblem> problems, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            problems.add(missing(field));
        }
    }

    private static FieldProblem missing(String field) {
        return FieldProblem.of(field, "disclosures.field.required");
    }

    private static void tooLong(
            List<FieldProblem> problems, String field, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            problems.add(FieldProblem.of(field, "disclosures.field.too-long", longest));
        }
    }
}
