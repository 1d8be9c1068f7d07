package org.gongkai.platform.organization;

import java.util.Map;
import java.util.Objects;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does with agencies, sections and duties (机构登记办理). */
@Service
public class OrganizationDesk {
    private final Bookkeeping books;
    private final AgencyRegister agencies;
    private final SectionRegister sections;
    private final DutyRegister duties;
    private final Periods periods;
    private final Endings endings;

    OrganizationDesk(
            Bookkeeping books,
            AgencyRegister agencies,
            SectionRegister sections,
            DutyRegister duties,
            Periods periods,
            Endings endings) {
        this.books = books;
        this.agencies = agencies;
        this.sections = sections;
        this.duties = duties;
        this.periods = periods;
        this.endings = endings;
    }

    /** Enters a new agency. */
    @Transactional
    public AgencyId addAgency(Actor actor, AgencyEntry entry) {
        OrganizationStep.ADD_AGENCY.require(actor, actor.agency(), null);
        var input = books.checking();
        var key = input.key(entry.key());
        var checked = entry.check(input);
        var id =
                books.write(
                        () -> {
                            var added = agencies.add(key, books.by(actor));
                            agencies.begin(added, checked, books.by(actor));
                            return added;
                        });
        books.note(
                actor, "agency-added", "agency:" + key, Map.of(), Map.of("name", checked.name()));
        return id;
    }

    /** Changes an agency from a day on; {@code version} is what the change was written from. */
    @Transactional
    public void changeAgency(Actor actor, AgencyId id, @Nullable Long version, AgencyEntry entry) {
        OrganizationStep.CHANGE_AGENCY.require(actor, id, null);
        var before = agencies.find(id, books.today()).orElseThrow(Refusal::notFound);
        requireSame(version, before.version());
        var checked = entry.check(books.checking());
        books.write(
                () -> {
                    agencies.begin(id, checked, books.by(actor));
                    return id;
                });
        books.note(
                actor,
                "agency-changed",
                "agency:" + before.key(),
                Map.of("name", before.name(), "since", before.validity().from().toString()),
                Map.of("name", checked.name(), "since", checked.from().toString()));
    }

    /** Writes another prefix from a day on; earlier numbers keep theirs. */
    @Transactional
    public void beginPrefix(Actor actor, AgencyId id, PrefixEntry entry) {
        OrganizationStep.CHANGE_PREFIX.require(actor, id, null);
        var agency = agencies.find(id, books.today()).orElseThrow(Refusal::notFound);
        var checked = entry.check(books.checking());
        books.write(
                () -> {
                    agencies.beginPrefix(id, checked.prefix(), checked.on(), books.by(actor));
                    return id;
                });
        books.note(
                actor,
                "prefix-begun",
                "agency:" + agency.key(),
                Map.of(),
                Map.of(
                        "prefix",
                        checked.prefix().value(),
                        "since",
                        checked.on().from().toString()));
    }

    /** Enters a new section or subordinate unit of the actor's agency. */
    @Transactional
    public Section addSection(Actor actor, SectionEntry entry) {
        OrganizationStep.ADD_SECTION.require(actor, actor.agency(), null);
        var input = books.checking();
        var key = input.key(entry.key());
        var kind = input.oneOf("kind", entry.kind(), SectionKind.class);
        var checked = entry.check(input);
        var id =
                books.write(
                        () -> {
                            var added = sections.add(actor.agency(), key, kind, books.by(actor));
                            sections.begin(added, checked, books.by(actor));
                            return added;
                        });
        books.note(
                actor, "section-added", "section:" + key, Map.of(), Map.of("name", checked.name()));
        return sections.find(id, books.today()).orElseThrow();
    }

    /** Renames or otherwise changes a section from a day on. */
    @Transactional
    public Section changeSection(
            Actor actor, String key, @Nullable Long version, SectionEntry entry) {
        OrganizationStep.CHANGE_SECTION.require(actor, actor.agency(), null);
        var before = existing(actor, key);
        requireSame(version, before.version());
        var checked = entry.check(books.checking());
        books.write(
                () -> {
                    sections.begin(before.id(), checked, books.by(actor));
                    return before;
                });
        books.note(
                actor,
                "section-changed",
                "section:" + key,
                Map.of("name", before.name(), "since", before.validity().from().toString()),
                Map.of("name", checked.name(), "since", checked.from().toString()));
        return sections.find(before.id(), books.today()).orElseThrow();
    }

    /**
     * Closes a section after its last day, or merges it into its successor: the duties go there,
     * roles and officers of the section end.
     */
    @Transactional
    public SectionClosing closeSection(Actor actor, String key, ClosingEntry entry) {
        OrganizationStep.CLOSE_SECTION.require(actor, actor.agency(), null);
        var section = existing(actor, key);
        var input = books.checking();
        var lastDay = input.day("lastDay", entry.lastDay());
        var reason = input.text("reason", entry.reason(), Checking.LINE);
        var successor = successor(actor, section, entry.successor(), input);
        if (lastDay.isBefore(section.validity().from())) {
            input.problem("lastDay", "before-from");
        }
        input.finish();
        var closing =
                new SectionClosing(
                        section.id(), lastDay, successor == null ? null : successor.id(), reason);
        books.write(
                () -> {
                    sections.close(section, closing, books.by(actor));
                    endings.ofSection(section, closing, books.by(actor));
                    return closing;
                });
        books.note(
                actor,
                "section-closed",
                "section:" + key,
                Map.of("name", section.name()),
                Map.of(
                        "lastDay",
                        lastDay.toString(),
                        "successor",
                        successor == null ? "" : successor.key()));
        return closing;
    }

    /**
     * Says from a day on whose topic this is; another section's duty for it ends the day before.
     */
    @Transactional
    public Duty assignDuty(Actor actor, DutyEntry entry) {
        OrganizationStep.CHANGE_DUTIES.require(actor, actor.agency(), null);
        var input = books.checking();
        var topic = input.text("topic", entry.topic(), Checking.LINE);
        var from = input.day("from", entry.from());
        var key = input.text("section", entry.section(), Checking.LINE);
        input.finish();
        var section = existing(actor, key);
        var before = duties.find(actor.agency(), topic, from);
        var id =
                books.write(
                        () -> {
                            before.ifPresent(
                                    it ->
                                            periods.end(
                                                    DutyRegister.DUTIES,
                                                    it.id(),
                                                    from.minusDays(1),
                                                    books.by(actor)));
                            return duties.add(
                                    actor.agency(), topic, section.id(), from, books.by(actor));
                        });
        books.note(
                actor,
                "duty-assigned",
                "duty:" + topic,
                Map.of(),
                Map.of("section", section.key(), "since", from.toString()));
        return duties.find(id).orElseThrow();
    }

    /** Ends a duty after its last day. */
    @Transactional
    public void endDuty(Actor actor, long id, EndEntry entry) {
        OrganizationStep.CHANGE_DUTIES.require(actor, actor.agency(), null);
        var duty =
                duties.find(id)
                        .filter(it -> it.agency().equals(actor.agency()))
                        .orElseThrow(Refusal::notFound);
        var input = books.checking();
        var lastDay = input.day("lastDay", entry.lastDay());
        input.finish();
        periods.end(DutyRegister.DUTIES, id, lastDay, books.by(actor));
        books.note(
                actor,
                "duty-ended",
                "duty:" + duty.topic(),
                Map.of(),
                Map.of("lastDay", lastDay.toString()));
    }

    private Section existing(Actor actor, String key) {
        return sections.find(actor.agency(), key, books.today())
                .filter(it -> !it.validity().endedBefore(books.today()))
                .orElseThrow(Refusal::notFound);
    }

    private @Nullable Section successor(
            Actor actor, Section closed, @Nullable String key, Checking input) {
        if (key == null || key.isBlank()) {
            return null;
        }
        var found =
                sections.find(actor.agency(), key, books.today())
                        .filter(it -> !it.id().equals(closed.id()))
                        .filter(it -> it.validity().covers(books.today()))
                        .orElse(null);
        if (found == null) {
            input.problem("successor", "not-chosen");
        }
        return found;
    }

    static void requireSame(@Nullable Long version, long current) {
        if (!Objects.requireNonNullElse(version, current).equals(current)) {
            throw Refusal.stale(current, "organization.refused.changed-meanwhile");
        }
    }
}
