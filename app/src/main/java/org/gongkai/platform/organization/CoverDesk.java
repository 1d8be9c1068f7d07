package org.gongkai.platform.organization;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done when somebody is away (外出代行办理): a named deputy acts, and the record says for whom.
 */
@Service
public class CoverDesk {
    private final Bookkeeping books;
    private final PersonRegister people;
    private final PostingRegister postings;
    private final CoverRegister covers;
    private final Periods periods;

    CoverDesk(
            Bookkeeping books,
            PersonRegister people,
            PostingRegister postings,
            CoverRegister covers,
            Periods periods) {
        this.books = books;
        this.people = people;
        this.postings = postings;
        this.covers = covers;
        this.periods = periods;
    }

    /** Names a deputy for some days: oneself for oneself, or the disclosure office for anybody. */
    @Transactional
    public List<Cover> nameDeputy(Actor actor, CoverEntry entry) {
        var absent = absent(actor, entry.absent());
        requireMay(actor, absent);
        var checked = check(entry, absent);
        var ids =
                books.write(
                        () ->
                                checked.roles().stream()
                                        .sorted()
                                        .map(role -> covers.add(checked, role, books.by(actor)))
                                        .toList());
        books.note(
                actor,
                "deputy-named",
                "person:" + absent.key(),
                Map.of(),
                Map.of(
                        "deputy", checked.deputy().key(),
                        "roles", checked.roles().toString(),
                        "from", checked.on().from().toString(),
                        "to", String.valueOf(checked.on().to())));
        return ids.stream().map(it -> covers.find(it).orElseThrow()).toList();
    }

    /** Ends a cover after its last day; one that has not begun is taken back. */
    @Transactional
    public void endCover(Actor actor, long id, EndEntry entry) {
        var cover = covers.find(id).orElseThrow(Refusal::notFound);
        var absent = people.find(cover.absent(), books.today()).orElseThrow(Refusal::notFound);
        requireMay(actor, absent);
        var input = books.checking();
        var lastDay = input.day("lastDay", entry.lastDay());
        input.finish();
        periods.end(CoverRegister.COVERS, id, lastDay, books.by(actor));
        books.note(
                actor,
                "cover-ended",
                "person:" + absent.key(),
                Map.of("role", cover.role().name()),
                Map.of("lastDay", lastDay.toString()));
    }

    /** The roles of a person that a deputy could hold for them today. */
    @Transactional(readOnly = true)
    public Set<Role> coverableRoles(PersonId person) {
        return postings.rolesOf(person).stream()
                .filter(it -> !it.validity().endedBefore(books.today()))
                .map(HeldRole::role)
                .filter(Cover.COVERABLE::contains)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private Person absent(Actor actor, @Nullable String key) {
        var absent =
                key == null || key.isBlank()
                        ? people.find(actor.person(), books.today())
                        : people.find(key, books.today());
        return absent.orElseThrow(Refusal::notFound);
    }

    private static void requireMay(Actor actor, Person absent) {
        if (!actor.person().equals(absent.id())) {
            OrganizationStep.COVER_FOR_OTHERS.require(actor, absent.agency(), null);
        }
    }

    private CoverEntry.Checked check(CoverEntry entry, Person absent) {
        var input = books.checking();
        var from = input.requiredDay("from", entry.from());
        var to = input.requiredDay("to", entry.to());
        var reason = input.text("reason", entry.reason(), Checking.LINE);
        var key = input.text("deputy", entry.deputy(), Checking.LINE);
        var roles = roles(entry, absent, input);
        input.finish();
        if (to.isBefore(from)) {
            input.problem("to", "before-from");
        } else if (to.isAfter(from.plusDays(Cover.LONGEST))) {
            input.problem("to", "too-long-away", Cover.LONGEST);
        }
        if (to.isBefore(books.today()) || from.isBefore(books.today())) {
            input.problem("from", "in-the-past");
        }
        var deputy =
                people.find(key, books.today()).filter(it -> it.agency().equals(absent.agency()));
        if (deputy.isEmpty() || deputy.get().validity().endedBefore(to)) {
            input.problem("deputy", "not-chosen");
        }
        input.finish();
        if (deputy.orElseThrow().id().equals(absent.id())) {
            throw Refusal.invalid("deputy", "organization.refused.cover-oneself");
        }
        return new CoverEntry.Checked(absent, deputy.get(), roles, reason, new Validity(from, to));
    }

    private Set<Role> roles(CoverEntry entry, Person absent, Checking input) {
        var held = coverableRoles(absent.id());
        if (held.isEmpty()) {
            throw Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "organization.refused.nothing-to-cover");
        }
        var asked = Objects.requireNonNullElse(entry.roles(), List.<String>of());
        if (asked.isEmpty()) {
            return held;
        }
        var named =
                held.stream().filter(it -> asked.contains(it.name())).collect(Collectors.toSet());
        if (named.size() != Set.copyOf(asked).size()) {
            input.problem("roles", "not-chosen");
        }
        return named;
    }
}
