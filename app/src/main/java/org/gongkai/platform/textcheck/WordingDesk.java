package org.gongkai.platform.textcheck;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.textcheck.persistence.WordingRules;
import org.gongkai.platform.textcheck.wording.RuleKind;
import org.gongkai.platform.textcheck.wording.WordingRule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keeping of an agency's lists (词表维护), by its disclosure office. */
@Component
public class WordingDesk {
    static final int LONGEST = 100;
    static final int LONGEST_NOTE = 500;
    static final int MOST_LINES = 5_000;
    private static final Pattern LINE_BREAK = Pattern.compile("[\\p{Cc}]");

    private final WordingRules rules;
    private final AuditTrail audit;
    private final Clock clock;

    WordingDesk(WordingRules rules, AuditTrail audit, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** A line to add, as typed. */
    public record Draft(
            RuleKind kind, String subject, String right, List<String> exceptions, String note) {}

    /** What one import did. */
    public record Imported(int added, int known) {}

    /** Lines that fit, from {@code offset} on. */
    @Transactional(readOnly = true)
    public List<WordingRules.Row> find(
            Actor by, WordingRules.Filter filter, int offset, int limit) {
        allow(by);
        return rules.find(by.agency().value(), filter, offset, limit);
    }

    /** How many lines fit. */
    @Transactional(readOnly = true)
    public int count(Actor by, WordingRules.Filter filter) {
        allow(by);
        return rules.count(by.agency().value(), filter);
    }

    /** One line, own or shipped. */
    @Transactional(readOnly = true)
    public WordingRules.Row line(Actor by, long id) {
        allow(by);
        return rules.findById(by.agency().value(), id).orElseThrow(Refusal::notFound);
    }

    /** Adds a line to the agency's own list; its number. */
    @Transactional
    public long add(Actor by, Draft draft) {
        allow(by);
        var problems = problems(draft);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return keep(by, draft)
                .orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "subject", "textcheck.wording.known", draft.subject()));
    }

    /** Switches a line, own or shipped, off or on for the agency. */
    @Transactional
    public void turn(Actor by, long id, boolean active) {
        allow(by);
        var line = line(by, id);
        if (line.active() == active) {
            return;
        }
        rules.turn(by.agency().value(), id, active, by.name(), clock.instant());
        audit.record(
                by,
                active ? "textcheck.rule-restored" : "textcheck.rule-retired",
                "wording-rule:" + id,
                Map.of("active", !active),
                Map.of("active", active));
    }

    /** Adds all lines or none; lines that are there already are counted. */
    @Transactional
    public Imported take(Actor by, List<Draft> drafts) {
        allow(by);
        if (drafts.size() > MOST_LINES) {
            throw Refusal.invalid("file", "textcheck.import.too-many", MOST_LINES);
        }
        List<FieldProblem> problems = new ArrayList<>();
        for (var index = 0; index < drafts.size(); index++) {
            if (!problems(drafts.get(index)).isEmpty()) {
                problems.add(FieldProblem.of("file", "textcheck.import.row", index + 2));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        var added = (int) drafts.stream().filter(it -> keep(by, it).isPresent()).count();
        return new Imported(added, drafts.size() - added);
    }

    private Optional<Long> keep(Actor by, Draft draft) {
        var rule =
                new WordingRule(
                        draft.kind(),
                        draft.subject().strip(),
                        draft.right().strip(),
                        draft.exceptions());
        var id =
                rules.add(
                        by.agency().value(),
                        rule,
                        draft.note().strip(),
                        by.name(),
                        clock.instant());
        id.ifPresent(
                it ->
                        audit.record(
                                by,
                                "textcheck.rule-added",
                                "wording-rule:" + it,
                                Map.of(),
                                Map.of(
                                        "kind",
                                        rule.kind().name(),
                                        "subject",
                                        rule.subject(),
                                        "right",
                                        rule.right())));
        return id;
    }

    private static List<FieldProblem> problems(Draft draft) {
        List<FieldProblem> problems = new ArrayList<>();
        var subject = draft.subject().strip();
        var right = draft.right().strip();
        if (subject.isEmpty() || subject.length() > LONGEST || LINE_BREAK.matcher(subject).find()) {
            problems.add(FieldProblem.of("subject", "textcheck.wording.subject", LONGEST));
        }
        if (draft.kind() == RuleKind.WORDING && subject.length() == 1) {
            problems.add(FieldProblem.of("subject", "textcheck.wording.too-short"));
        }
        var needed = draft.kind() != RuleKind.OFFICIAL_CONTACT;
        if (needed && right.isEmpty()
                || right.length() > LONGEST
                || LINE_BREAK.matcher(right).find()) {
            problems.add(FieldProblem.of("right", "textcheck.wording.right", LONGEST));
        }
        if (draft.kind() == RuleKind.WORDING && !right.isEmpty() && right.equals(subject)) {
            problems.add(FieldProblem.of("right", "textcheck.wording.same"));
        }
        if (draft.exceptions().stream().anyMatch(it -> !it.contains(subject))) {
            problems.add(FieldProblem.of("exceptions", "textcheck.wording.exceptions", subject));
        }
        if (draft.note().length() > LONGEST_NOTE) {
            problems.add(FieldProblem.of("note", "textcheck.wording.note", LONGEST_NOTE));
        }
        return problems;
    }

    private static void allow(Actor by) {
        if (!by.has(Role.DISCLOSURE_OFFICE)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "textcheck.not-allowed");
        }
    }
}
