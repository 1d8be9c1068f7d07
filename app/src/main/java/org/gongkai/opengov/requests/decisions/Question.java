package org.gongkai.opengov.requests.decisions;

import static org.gongkai.opengov.requests.decisions.Article.item;
import static org.gongkai.opengov.requests.decisions.Article.paragraph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is asked about a matter until its outcome is found (判断问题), each answered by yes or no.
 *
 * <p>The order is our reading (ADR 0175): first whether anything is left to answer, then whether it
 * is a request for information at all, then whether the agency has it, then whether it may be
 * given. A ground of arts. 14 and 15 binds; one of art. 16 is a choice that is asked for by itself.
 */
public enum Question {
    /** Withdrawn, ended, merged? */
    ENDED(),
    /** Asked to correct, and silent past the term without good reason? */
    CORRECTION_MISSED(Article.of(30)),
    /** Told of a fee, and not paid in time? */
    FEE_MISSED(paragraph(42, 1)),
    /** A petition, complaint or report in the form of a request? */
    PETITION(paragraph(39, 1)),
    /** A gazette, a newspaper, a book? */
    PUBLICATION(paragraph(39, 2)),
    /** The same information, asked by the same applicant and answered by this agency before? */
    REPEATED(item(36, 6)),
    /** To have confirmed or issued again what the applicant already has? */
    CONFIRM_AGAIN(),
    /** Clearly too many or too often, and the reasons given are not good? */
    UNREASONABLE_VOLUME(Article.of(35)),
    /** Still unclear after correction? */
    STILL_UNCLEAR(Article.of(30)),
    /** A register with its own rules of access? */
    REGISTRY(item(36, 7)),
    /** Is it this agency that is to disclose it? */
    THIS_AGENCY(item(36, 5), Article.of(10)),
    /** Was it found? */
    FOUND(item(36, 4)),
    /** Would it have to be made, by processing or analysing what there is? */
    NEEDS_MAKING(Article.of(38)),
    /** Is it public already? */
    ALREADY_PUBLIC(item(36, 1)),
    /** Determined to be a state secret? */
    STATE_SECRET(Article.of(14)),
    /** Banned by a law or an administrative regulation? */
    BANNED_BY_LAW(Article.of(14)),
    /** Might it endanger national, public or economic security or social stability? */
    ENDANGERS_SECURITY(Article.of(14)),
    /** Would it harm a third party: trade secrets, privacy? */
    HARMS_THIRD_PARTY(Article.of(15), Article.of(32)),
    /** Does the third party agree, or would withholding gravely harm the public interest? */
    CONSENT_OR_PUBLIC_INTEREST(Article.of(15), Article.of(32)),
    /** Personnel, logistics, internal workflow? */
    INTERNAL_AFFAIRS(paragraph(16, 1)),
    /** Is there a reason to withhold what is internal? */
    KEEP_INTERNAL_AFFAIRS(paragraph(16, 1)),
    /** Discussion record, draft, consultation letter, request or report to a superior? */
    PROCESS_INFORMATION(paragraph(16, 2)),
    /** Does a law, regulation or rule say that it is to be public? */
    PROCESS_INFORMATION_PUBLIC_BY_RULE(paragraph(16, 2)),
    /** Is there a reason to withhold what arose on the way? */
    KEEP_PROCESS_INFORMATION(paragraph(16, 2)),
    /** From the file of an enforcement case? */
    ENFORCEMENT_FILE(paragraph(16, 2)),
    /** Does a law, regulation or rule say that it is to be public? */
    ENFORCEMENT_FILE_PUBLIC_BY_RULE(paragraph(16, 2)),
    /** Is there a reason to withhold the file? */
    KEEP_ENFORCEMENT_FILE(paragraph(16, 2)),
    /** Can a part be told apart and given? */
    SEPARABLE(Article.of(37));

    private final List<Article> articles;

    Question(Article... articles) {
        this.articles = List.of(articles);
    }

    /** Where everything begins. */
    public static Question first() {
        return ENDED;
    }

    /** The articles it rests on. */
    public List<Article> articles() {
        return articles;
    }

    /** Where an answer leads; for {@link #SEPARABLE}, no leads back to the ground found before. */
    Lead lead(boolean yes, Outcome ground) {
        return yes ? yes() : no(ground);
    }

    private Lead yes() {
        return switch (this) {
            case ENDED -> end(Outcome.ENDED_OTHERWISE);
            case CORRECTION_MISSED -> end(Outcome.NOT_CORRECTED);
            case FEE_MISSED -> end(Outcome.FEE_UNPAID);
            case PETITION -> end(Outcome.PETITION);
            case PUBLICATION -> end(Outcome.PUBLICATION);
            case REPEATED -> end(Outcome.REPEATED);
            case CONFIRM_AGAIN -> end(Outcome.CONFIRM_AGAIN);
            case UNREASONABLE_VOLUME -> end(Outcome.UNREASONABLE_VOLUME);
            case STILL_UNCLEAR -> end(Outcome.STILL_UNCLEAR);
            case REGISTRY -> end(Outcome.REGISTRY);
            case THIS_AGENCY -> ask(FOUND);
            case FOUND -> ask(NEEDS_MAKING);
            case NEEDS_MAKING -> end(Outcome.NEEDS_MAKING);
            case ALREADY_PUBLIC -> end(Outcome.ALREADY_PUBLIC);
            case STATE_SECRET -> withhold(Outcome.STATE_SECRET);
            case BANNED_BY_LAW -> withhold(Outcome.BANNED_BY_LAW);
            case ENDANGERS_SECURITY -> withhold(Outcome.ENDANGERS_SECURITY);
            case HARMS_THIRD_PARTY -> ask(CONSENT_OR_PUBLIC_INTEREST);
            case CONSENT_OR_PUBLIC_INTEREST -> ask(INTERNAL_AFFAIRS);
            case INTERNAL_AFFAIRS -> ask(KEEP_INTERNAL_AFFAIRS);
            case KEEP_INTERNAL_AFFAIRS -> withhold(Outcome.INTERNAL_AFFAIRS);
            case PROCESS_INFORMATION -> ask(PROCESS_INFORMATION_PUBLIC_BY_RULE);
            case PROCESS_INFORMATION_PUBLIC_BY_RULE, ENFORCEMENT_FILE_PUBLIC_BY_RULE ->
                    end(Outcome.DISCLOSED);
            case KEEP_PROCESS_INFORMATION -> withhold(Outcome.PROCESS_INFORMATION);
            case ENFORCEMENT_FILE -> ask(ENFORCEMENT_FILE_PUBLIC_BY_RULE);
            case KEEP_ENFORCEMENT_FILE -> withhold(Outcome.ENFORCEMENT_FILE);
            case SEPARABLE -> end(Outcome.PARTLY_DISCLOSED);
        };
    }

    private Lead no(Outcome ground) {
        return switch (this) {
            case ENDED -> ask(CORRECTION_MISSED);
            case CORRECTION_MISSED -> ask(FEE_MISSED);
            case FEE_MISSED -> ask(PETITION);
            case PETITION -> ask(PUBLICATION);
            case PUBLICATION -> ask(REPEATED);
            case REPEATED -> ask(CONFIRM_AGAIN);
            case CONFIRM_AGAIN -> ask(UNREASONABLE_VOLUME);
            case UNREASONABLE_VOLUME -> ask(STILL_UNCLEAR);
            case STILL_UNCLEAR -> ask(REGISTRY);
            case REGISTRY -> ask(THIS_AGENCY);
            case THIS_AGENCY -> end(Outcome.NOT_THIS_AGENCY);
            case FOUND -> end(Outcome.DOES_NOT_EXIST);
            case NEEDS_MAKING -> ask(ALREADY_PUBLIC);
            case ALREADY_PUBLIC -> ask(STATE_SECRET);
            case STATE_SECRET -> ask(BANNED_BY_LAW);
            case BANNED_BY_LAW -> ask(ENDANGERS_SECURITY);
            case ENDANGERS_SECURITY -> ask(HARMS_THIRD_PARTY);
            case HARMS_THIRD_PARTY -> ask(INTERNAL_AFFAIRS);
            case CONSENT_OR_PUBLIC_INTEREST -> withhold(Outcome.HARMS_THIRD_PARTY);
            case INTERNAL_AFFAIRS, KEEP_INTERNAL_AFFAIRS -> ask(PROCESS_INFORMATION);
            case PROCESS_INFORMATION, KEEP_PROCESS_INFORMATION -> ask(ENFORCEMENT_FILE);
            case PROCESS_INFORMATION_PUBLIC_BY_RULE -> ask(KEEP_PROCESS_INFORMATION);
            case ENFORCEMENT_FILE, KEEP_ENFORCEMENT_FILE -> end(Outcome.DISCLOSED);
            case ENFORCEMENT_FILE_PUBLIC_BY_RULE -> ask(KEEP_ENFORCEMENT_FILE);
            case SEPARABLE -> end(ground);
        };
    }

    private static Lead ask(Question next) {
        return new Lead.Ask(next);
    }

    private static Lead end(Outcome outcome) {
        return new Lead.End(outcome);
    }

    private static Lead withhold(Outcome outcome) {
        return new Lead.Withhold(outcome);
    }

    /** Key of its sentence; with {@code .about}, of what to look at. */
    public String messageKey() {
        return "requests.question." + name();
    }

    /** The name in addresses and the API: {@code still-unclear}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in addresses and the API. */
    public static Optional<Question> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
