package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long who asks is kept (保管期限与匿名化): what is due is put forward by one person of the office and
 * erased once another confirms it. The case stays as a figure, and its line of the public register
 * as it is.
 *
 * <p>个人信息保护法 arts. 19, 47 (1): as short as the purpose needs, then erased of one's own accord.
 */
@Service
public class RetentionDesk {
    /** As many as are put forward at once. */
    public static final int MOST = 500;

    private static final int HISTORY = 50;
    private static final int ALL = 100_000;
    private static final int LONGEST_IDENTITY = 30;
    private static final int LONGEST_FILE = 100;
    private static final int REASON = 200;

    private final Retentions retentions;
    private final Requests requests;
    private final Applicants applicants;
    private final AuditTrail audit;
    private final Clock time;

    RetentionDesk(
            Retentions retentions,
            Requests requests,
            Applicants applicants,
            AuditTrail audit,
            Clock time) {
        this.retentions = retentions;
        this.requests = requests;
        this.applicants = applicants;
        this.audit = audit;
        this.time = time;
    }

    /**
     * How things stand.
     *
     * @param due what says who asked for longer than the agency keeps it, the first first, 500 at
     *     most
     * @param count how many there are
     */
    public record Standing(
            RetentionTerms terms, List<RequestCase> due, long count, List<Erasure> erasures) {}

    /** What is due today, and what was erased. */
    @Transactional(readOnly = true)
    public Standing standing(Actor by) {
        requireMay(by);
        var terms = terms(by);
        var until = terms.identityUntil(today());
        return new Standing(
                terms,
                retentions.due(by.agency(), until, MOST),
                retentions.countDue(by.agency(), until),
                retentions.erasures(by.agency(), HISTORY));
    }

    /** Hands over what comes up for appraisal (保管期满待鉴定), the first first. */
    @Transactional(readOnly = true)
    public void forAppraisal(Actor by, Consumer<RequestCase> taker) {
        requireMay(by);
        retentions.answeredBy(by.agency(), terms(by).fileUntil(today()), ALL).forEach(taker);
    }

    /** Sets the terms from now on, with the reason for them. */
    @Transactional
    public RetentionTerms set(
            Actor by,
            @Nullable String identityYears,
            @Nullable String fileYears,
            @Nullable String reason) {
        requireMay(by);
        var before = terms(by);
        var identity = years("identityYears", identityYears, 1, LONGEST_IDENTITY);
        var file = years("fileYears", fileYears, identity, LONGEST_FILE);
        var why = RequestEntry.line(reason);
        if (why.isEmpty() || why.length() > REASON) {
            throw Refusal.invalid("reason", "requests.retention.reason", REASON);
        }
        var terms = new RetentionTerms(identity, file);
        retentions.set(by.agency(), terms, why, by.person(), time.instant());
        audit.record(
                by,
                "requests.retention-set",
                "request-retention:" + by.agency().value(),
                Map.of("identityYears", before.identityYears(), "fileYears", before.fileYears()),
                Map.of("identityYears", identity, "fileYears", file, "reason", why));
        return terms;
    }

    /** Puts requests forward whose applicants are to be erased; its number. */
    @Transactional
    public long propose(Actor by, @Nullable List<Long> ids) {
        requireMay(by);
        var chosen =
                Objects.requireNonNullElse(ids, List.<Long>of()).stream()
                        .distinct()
                        .sorted()
                        .toList();
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw Refusal.invalid("ids", "requests.retention.nothing", MOST);
        }
        var due =
                retentions.due(by.agency(), terms(by).identityUntil(today()), ALL).stream()
                        .map(RequestCase::id)
                        .toList();
        if (!due.containsAll(chosen)) {
            throw Refusal.invalid("ids", "requests.retention.not-due");
        }
        var erasure = retentions.propose(by.agency(), chosen, by.person(), time.instant());
        audit.record(
                by,
                "requests.erasure-proposed",
                "request-erasure:" + erasure,
                Map.of(),
                Map.of("requests", chosen.size()));
        return erasure;
    }

    /**
     * Erases who asked from what another person put forward. What has been opened again or is
     * before a court meanwhile stays as it is.
     *
     * @return from how many it was erased
     */
    @Transactional
    public int confirm(Actor by, long id) {
        requireMay(by);
        var erasure = undecided(by, id);
        if (erasure.proposedBy().equals(by.person())) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.retention.same-person");
        }
        retentions.decide(id, by.person(), time.instant(), true);
        var until = terms(by).identityUntil(today());
        var erased = 0;
        for (var request : retentions.requestsOf(id)) {
            var locked = requests.locked(request).orElseThrow();
            if (retentions.isDue(by.agency(), until, request)) {
                erase(by, id, locked);
                erased++;
            }
        }
        audit.record(
                by,
                "requests.erasure-confirmed",
                "request-erasure:" + id,
                Map.of(),
                Map.of("requests", erasure.requests(), "erased", erased));
        return erased;
    }

    private void erase(Actor by, long erasure, RequestCase request) {
        var names = applicants.find(request.id()).map(it -> it.names().toList()).orElse(List.of());
        retentions.erase(erasure, request.id(), names, today(), time.instant());
        audit.record(
                by,
                "requests.identity-erased",
                RequestDesk.subject(request.id()),
                Map.of(),
                Map.of("number", request.number(), "erasure", erasure));
    }

    /** Leaves what was put forward as it is: by another person, or taken back by whoever did. */
    @Transactional
    public void reject(Actor by, long id) {
        requireMay(by);
        undecided(by, id);
        retentions.decide(id, by.person(), time.instant(), false);
        audit.record(by, "requests.erasure-rejected", "request-erasure:" + id, Map.of(), Map.of());
    }

    private Erasure undecided(Actor by, long id) {
        var erasure = retentions.locked(by.agency(), id).orElseThrow(Refusal::notFound);
        if (erasure.confirmed() != null) {
            throw Refusal.notPossibleNow(List.of(), "requests.retention.decided");
        }
        return erasure;
    }

    private RetentionTerms terms(Actor by) {
        return retentions.terms(by.agency()).orElse(RetentionTerms.USUAL);
    }

    private static int years(String field, @Nullable String typed, int least, int most) {
        var text = RequestEntry.line(typed);
        var years = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (years < least || years > most) {
            throw Refusal.invalid(field, "requests.retention.years", least, most);
        }
        return years;
    }

    private static void requireMay(Actor by) {
        if (!RequestRights.distributes(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.retention.who");
        }
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}
