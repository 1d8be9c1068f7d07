package org.gongkai.opengov.drinkingwater.reports;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.drinkingwater.results.WaterTerms;
import org.gongkai.opengov.drinkingwater.results.WaterTermsBook;
import org.gongkai.opengov.drinkingwater.results.WaterTermsBook.Version;
import org.gongkai.opengov.drinkingwater.sources.WaterRights;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk of the terms (时限设置): the agency's own days, from a month on and with a reason. */
@Service
@Transactional
public class WaterTermsDesk {
    private static final int LONGEST = 500;
    private static final int LAST_DAY = 31;

    private final WaterTermsBook book;
    private final WaterRights rights;
    private final PageChanges pages;
    private final AuditTrail audit;
    private final Clock clock;

    WaterTermsDesk(
            WaterTermsBook book,
            WaterRights rights,
            PageChanges pages,
            AuditTrail audit,
            Clock clock) {
        this.book = book;
        this.rights = rights;
        this.pages = pages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Terms as typed. */
    public record Entry(
            String from,
            String sampling,
            String results,
            String report,
            String publication,
            String reason) {}

    /** Every version, the newest first; none if the agency never set any. */
    @Transactional(readOnly = true)
    public List<Version> versions(Actor by) {
        rights.mustRead(by);
        return book.versions(by.agency());
    }

    /** Whether this person may set them. */
    public boolean sets(Actor by) {
        return rights.keeps(by);
    }

    /** The terms of this month, to begin with. */
    @Transactional(readOnly = true)
    public Entry now(Actor by) {
        rights.mustRead(by);
        var month = YearMonth.now(clock);
        var terms = book.of(by.agency(), month);
        return new Entry(
                month.toString(),
                Integer.toString(terms.sampling()),
                Integer.toString(terms.results()),
                Integer.toString(terms.report()),
                Integer.toString(terms.publication()),
                "");
    }

    /**
     * Sets them from a month on.
     *
     * @param expected number of the version that was read, 0 for none; null for any
     */
    public void set(Actor by, Entry entry, @Nullable Long expected) {
        var grant = rights.mustKeep(by);
        var before = book.versions(by.agency());
        var number = before.isEmpty() ? 0 : before.getFirst().number();
        if (expected != null && expected != number) {
            throw Refusal.stale(number, "drinkingwater.terms.refusal.stale");
        }
        var problems = new ArrayList<FieldProblem>();
        var from = month(entry.from(), problems);
        var sampling = day("sampling", entry.sampling(), problems);
        var results = day("results", entry.results(), problems);
        var report = day("report", entry.report(), problems);
        var publication = day("publication", entry.publication(), problems);
        if (problems.isEmpty() && results < sampling) {
            problems.add(FieldProblem.of("results", "drinkingwater.terms.problem.results"));
        }
        if (problems.isEmpty() && publication < report) {
            problems.add(FieldProblem.of("publication", "drinkingwater.terms.problem.publication"));
        }
        var reason = entry.reason().replaceAll("\\s+", " ").strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            problems.add(FieldProblem.of("reason", "drinkingwater.terms.problem.reason", LONGEST));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        var terms = new WaterTerms(sampling, results, report, publication);
        try {
            book.add(
                    by.agency(),
                    new Version(number + 1, from, terms, reason, by.person(), clock.instant()));
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(number + 1L, "drinkingwater.terms.refusal.stale");
        }
        pages.tell(ReleasedMonths.pageSource(by.agency()));
        audit.record(
                by,
                grant,
                "drinkingwater.terms-set",
                "water-terms:" + (number + 1),
                Map.of(),
                Map.of(
                        "from", from.toString(),
                        "sampling", sampling,
                        "results", results,
                        "report", report,
                        "publication", publication,
                        "reason", reason));
    }

    private static YearMonth month(String typed, List<FieldProblem> problems) {
        try {
            return YearMonth.parse(typed.strip());
        } catch (DateTimeException noMonth) {
            problems.add(FieldProblem.of("from", "drinkingwater.terms.problem.from"));
            return YearMonth.of(2018, 5);
        }
    }

    private static int day(String field, String typed, List<FieldProblem> problems) {
        var plain = typed.strip();
        var day = plain.matches("[0-9]{1,2}") ? Integer.parseInt(plain) : 0;
        if (day < 1 || day > LAST_DAY) {
            problems.add(FieldProblem.of(field, "drinkingwater.terms.problem.day"));
        }
        return day;
    }
}
