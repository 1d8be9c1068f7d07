package org.gongkai.platform.textcheck.papers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dates and the number of a paper against each other (公文要素互校): 成文 is not after 印发, 印发 not after
 * 施行, 施行 before 失效, and the year of the number is that of 成文.
 *
 * <p>党政机关公文处理工作条例 art. 9 (the elements); the order itself follows from what the dates mean.
 * 《重大行政决策程序暂行条例》 art. 15: comments are asked for during 30 days or more, as a rule.
 */
public final class DocumentFields {
    /** 发文字号. */
    public static final String NUMBER = "documentNumber";

    /** 成文日期, 印发日期, 施行日期, 失效日期, in the order of time. */
    public static final List<String> DATES =
            List.of("formedOn", "printedOn", "effectiveOn", "expiresOn");

    /** 征求意见开始日期, 征求意见截止日期; both days count. */
    private static final String COMMENT_FROM = "commentFrom";

    private static final String COMMENT_UNTIL = "commentUntil";

    /** 《重大行政决策程序暂行条例》 art. 15: as a rule not less than 30 days. */
    private static final int COMMENT_DAYS = 30;

    private DocumentFields() {}

    /**
     * What is wrong with one field.
     *
     * @param code of the finding
     * @param field the field it is said of
     * @param other the field it contradicts, or empty
     */
    public record Contradiction(
            String code, String field, String other, Optional<String> proposal) {}

    /** Everything that does not fit. */
    public static List<Contradiction> contradictions(Map<String, String> fields) {
        List<Contradiction> found = new ArrayList<>();
        addNumber(fields, found);
        for (var field : DATES) {
            var written = fields.getOrDefault(field, "").strip();
            if (!written.isEmpty() && day(fields, field).isEmpty()) {
                found.add(new Contradiction("paper.no-such-day", field, "", Optional.empty()));
            }
        }
        for (var later = 1; later < DATES.size(); later++) {
            addOrder(fields, later, found);
        }
        addCommentPeriod(fields, found);
        return found;
    }

    private static void addNumber(Map<String, String> fields, List<Contradiction> found) {
        var number = fields.getOrDefault(NUMBER, "").strip();
        if (number.isEmpty()) {
            return;
        }
        if (!DocumentNumber.isWellFormed(number)) {
            found.add(
                    new Contradiction(
                            "paper.document-number", NUMBER, "", DocumentNumber.repair(number)));
        }
        var formed = day(fields, DATES.getFirst());
        DocumentNumber.repair(number)
                .flatMap(DocumentNumber::parse)
                .filter(it -> formed.isPresent() && formed.get().getYear() != it.year())
                .ifPresent(
                        it ->
                                found.add(
                                        new Contradiction(
                                                "paper.year-of-number",
                                                NUMBER,
                                                DATES.getFirst(),
                                                Optional.empty())));
    }

    private static void addOrder(Map<String, String> fields, int later, List<Contradiction> found) {
        var after = day(fields, DATES.get(later));
        if (after.isEmpty()) {
            return;
        }
        for (var earlier = later - 1; earlier >= 0; earlier--) {
            var before = day(fields, DATES.get(earlier));
            if (before.isPresent()) {
                if (before.get().isAfter(after.get())) {
                    found.add(
                            new Contradiction(
                                    "paper.date-order",
                                    DATES.get(later),
                                    DATES.get(earlier),
                                    Optional.empty()));
                }
                return;
            }
        }
    }

    /** Shorter than what is the rule; whether the haste is explained, people read. */
    private static void addCommentPeriod(Map<String, String> fields, List<Contradiction> found) {
        var from = day(fields, COMMENT_FROM);
        var until = day(fields, COMMENT_UNTIL);
        if (from.isPresent()
                && until.isPresent()
                && until.get().isBefore(from.get().plusDays(COMMENT_DAYS - 1L))) {
            found.add(
                    new Contradiction(
                            "paper.comment-period", COMMENT_UNTIL, COMMENT_FROM, Optional.empty()));
        }
    }

    private static Optional<LocalDate> day(Map<String, String> fields, String field) {
        try {
            var written = fields.getOrDefault(field, "").strip();
            return written.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(written));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
