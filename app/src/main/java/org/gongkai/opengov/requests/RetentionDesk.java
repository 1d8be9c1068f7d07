package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long who asks, who is consulted and who claims is kept (保管期限与匿名化), each by its own date: what
 * is due is put forward by one person of the office and erased once another confirms it. The case
 * stays as a figure, and its line of the public register as it is.
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
    private final Claims claims;
    private final CaseIndex index;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock time;

    RetentionDesk(
            Retentions retentions,
            Requests requests,
            Applicants applicants,
            Claims claims,
            CaseIndex index,
            AuditTrail audit,
            Wording wording,
            Clock time) {
        this.retentions = retentions;
        this.requests = requests;
        this.applicants = applicants;
        this.claims = claims;
        this.index = index;
        this.audit = audit;
        this.wording = wording;
        this.time = time;
    }

    /**
     * What says who for longer than the agency keeps it.
     *
     * @param due the first first, 500 at most
     * @param count how many there are
     */
    public record Pile<T>(List<T> due, long count) {}

    /** How things stand. */
    public record Standing(
            RetentionTerms terms,
            Pile<RequestCase> applicants,
            Pile<RequestCase> parties,
            Pile<Claim> claimants,
            List<Erasure> erasures) {}

    /** What is due today, and what was erased. */
    @Transactional(readOnly = true)
    public Standing standing(Actor by) {
        requireMay(by);
        var terms = terms(by);
        return new Standing(
                terms,
                cases(by, terms, ErasureKind.APPLICANTS),
                cases(by, terms, ErasureKind.PARTIES),
                new Pile<>(claims(by, terms, MOST), count(by, terms, ErasureKind.CLAIMANTS)),
                retentions.erasures(by.agency(), HISTORY));
    }

    private Pile<RequestCase> cases(Actor by, RetentionTerms terms, ErasureKind kind) {
        return new Pile<>(
                retentions.dueCases(kind, by.agency(), terms.until(kind, today()), MOST),
                count(by, terms, kind));
    }

    private List<Claim> claims(Actor by, RetentionTerms terms, int limit) {
        return retentions.dueClaims(
                by.agency(), terms.until(ErasureKind.CLAIMANTS, today()), limit);
    }

    private long count(Actor by, RetentionTerms terms, ErasureKind kind) {
        return retentions.countDue(kind, by.agency(), terms.until(kind, today()));
    }

    /** Hands over what comes up for appraisal (保管期满待鉴定), the first first. */
    @Transactional(readOnly = true)
    public void forAppraisal(Actor by, Consumer<RequestCase> taker) {
        requireMay(by);
        retentions.answeredBy(by.agency(), terms(by).fileUntil(today()), ALL).forEach(taker);
    }

    /**
     * Terms as they were typed.
     *
     * @param partyYears as they were where none are named
     * @param claimYears as they were where none are named
     */
    public record TermsEntry(
            @Nullable String identityYears,
            @Nullable String fileYears,
            @Nullable String partyYears,
            @Nullable String claimYears,
            @Nullable String reason) {}

    /** Sets the terms from now on, with the reason for them. */
    @Transactional
    public RetentionTerms set(Actor by, TermsEntry entry) {
        requireMay(by);
        var before = terms(by);
        var identity = years("identityYears", entry.identityYears(), 1, LONGEST_IDENTITY);
        var file = years("fileYears", entry.fileYears(), identity, LONGEST_FILE);
        var party = years("partyYears", entry.partyYears(), before.partyYears());
        var claim = years("claimYears", entry.claimYears(), before.claimYears());
        var reason = entry.reason();
        var why = RequestEntry.line(reason);
        if (why.isEmpty() || why.length() > REASON) {
            throw Refusal.invalid("reason", "requests.retention.reason", REASON);
        }
        var terms = new RetentionTerms(identity, file, party, claim);
        retentions.set(by.agency(), terms, why, by.person(), time.instant());
        audit.record(
                by,
                "requests.retention-set",
                "request-retention:" + by.agency().value(),
                told(before, null),
                told(terms, why));
        return terms;
    }

    private static Map<String, Object> told(RetentionTerms it, @Nullable String why) {
        var told =
                new HashMap<String, Object>(
                        Map.of(
                                "identityYears", it.identityYears(),
                                "fileYears", it.fileYears(),
                                "partyYears", it.partyYears(),
                                "claimYears", it.claimYears()));
        if (why != null) {
            told.put("reason", why);
        }
        return told;
    }

    /** Puts forward from what somebody is to be erased; its number. */
    @Transactional
    public long propose(Actor by, ErasureKind kind, @Nullable List<Long> ids) {
        requireMay(by);
        var chosen =
                Objects.requireNonNullElse(ids, List.<Long>of()).stream()
                        .distinct()
                        .sorted()
                        .toList();
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw Refusal.invalid("ids", "requests.retention.nothing", MOST);
        }
        if (!due(by, kind).containsAll(chosen)) {
            throw Refusal.invalid("ids", "requests.retention.not-due");
        }
        var erasure = retentions.propose(kind, by.agency(), chosen, by.person(), time.instant());
        audit.record(
                by,
                "requests.erasure-proposed",
                "request-erasure:" + erasure,
                Map.of(),
                Map.of("kind", kind.name(), "requests", chosen.size()));
        return erasure;
    }

    private Set<Long> due(Actor by, ErasureKind kind) {
        var terms = terms(by);
        return kind.ofCases()
                ? retentions.dueCases(kind, by.agency(), terms.until(kind, today()), ALL).stream()
                        .map(RequestCase::id)
                        .collect(Collectors.toSet())
                : claims(by, terms, ALL).stream().map(Claim::id).collect(Collectors.toSet());
    }

    /**
     * Erases the people from what another person put forward. What has been opened again or is
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
        var kind = erasure.kind();
        var until = terms(by).until(kind, today());
        var erased = 0;
        for (var it : retentions.of(erasure)) {
            hold(kind, it);
            if (retentions.isDue(kind, by.agency(), until, it)) {
                switch (kind) {
                    case APPLICANTS -> eraseApplicant(by, id, it);
                    case PARTIES -> coverParties(by, id, it);
                    case CLAIMANTS -> eraseClaimant(by, id, it);
                }
                erased++;
            }
        }
        audit.record(
                by,
                "requests.erasure-confirmed",
                "request-erasure:" + id,
                Map.of(),
                Map.of("kind", kind.name(), "requests", erasure.requests(), "erased", erased));
        return erased;
    }

    private void hold(ErasureKind kind, long id) {
        if (kind.ofCases()) {
            var _ = requests.locked(id).orElseThrow();
        } else {
            var _ = claims.locked(id).orElseThrow();
        }
    }

    /** Each third party keeps one cover, so that its days stay what they were. */
    private void coverParties(Actor by, long erasure, long id) {
        var request = requests.find(id).orElseThrow();
        var covers = new LinkedHashMap<String, String>();
        retentions
                .parties(id)
                .forEach(
                        it ->
                                covers.put(
                                        it,
                                        wording.say(
                                                "requests.retention.party", covers.size() + 1)));
        retentions.signers(id).forEach(it -> covers.putIfAbsent(it, Applicant.COVER));
        var longestFirst = new LinkedHashMap<String, String>();
        covers.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(it -> longestFirst.put(it, covers.get(it)));
        retentions.coverParties(erasure, id, longestFirst, today(), time.instant());
        index.cover(id, longestFirst);
        audit.record(
                by,
                "requests.parties-erased",
                RequestDesk.subject(id),
                Map.of(),
                Map.of("number", request.number(), "erasure", erasure));
    }

    private void eraseClaimant(Actor by, long erasure, long id) {
        var claim = claims.find(id).orElseThrow();
        var names = claims.person(id).map(it -> it.names().toList()).orElse(List.of());
        retentions.eraseClaimant(erasure, id, names, time.instant());
        audit.record(
                by,
                "requests.claim-person-erased",
                "claim:" + id,
                Map.of(),
                Map.of("number", claim.number(), "erasure", erasure));
    }

    private void eraseApplicant(Actor by, long erasure, long id) {
        var request = requests.find(id).orElseThrow();
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

    private static int years(String field, @Nullable String typed, int otherwise) {
        return RequestEntry.line(typed).isEmpty()
                ? otherwise
                : years(field, typed, 1, LONGEST_IDENTITY);
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
