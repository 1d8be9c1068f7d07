package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who handles which request (分办与交接): many at once in one transaction, and everything of a person
 * who hands over. While somebody is only away, nothing is handed over: whoever stands in for them
 * (代行) finds their requests among the own.
 */
@Service
public class AssignmentDesk {
    /** As many as are chosen at once. */
    static final int MOST = 500;

    private static final int NOTE = 200;

    private final Requests requests;
    private final Holdings holdings;
    private final RequestDesk desk;
    private final Organization organization;
    private final AuditTrail audit;
    private final Clock time;
    private final TransactionTemplate each;

    AssignmentDesk(
            Requests requests,
            Holdings holdings,
            RequestDesk desk,
            Organization organization,
            AuditTrail audit,
            Clock time,
            PlatformTransactionManager transactions) {
        this.requests = requests;
        this.holdings = holdings;
        this.desk = desk;
        this.organization = organization;
        this.audit = audit;
        this.time = time;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Gives many requests to a section, a person or both; what cannot be given stays as it is. */
    @Transactional
    public Assigned assign(Actor by, AssignmentEntry entry) {
        var ids = Objects.requireNonNullElse(entry.ids(), List.<Long>of());
        if (ids.stream().noneMatch(Objects::nonNull)) {
            throw Refusal.invalid("ids", "requests.assign.nothing");
        }
        if (ids.size() > MOST) {
            throw Refusal.invalid("ids", "requests.assign.many", MOST);
        }
        var section = RequestEntry.line(entry.section());
        var key = RequestEntry.line(entry.holder());
        if (section.isEmpty() && key.isEmpty()) {
            throw Refusal.invalid("holder", "requests.assign.to-nobody");
        }
        if (!section.isEmpty() && organization.findSection(by.agency(), section).isEmpty()) {
            throw Refusal.invalid("section", "requests.assign.section");
        }
        var holder = key.isEmpty() ? null : person(by, key, "holder");
        var note = note(entry.note());
        return each(by, ids, id -> give(by, id, section, holder, note));
    }

    /** Gives one request to a person. */
    @Transactional
    public void assign(Actor by, long id, @Nullable String holder, @Nullable String note) {
        desk.requireSeen(by, id);
        give(by, id, "", person(by, RequestEntry.line(holder), "holder"), note(note));
    }

    /** Gives everything open that a person holds to another (工作交接), with a note. */
    @Transactional
    public Assigned handOver(
            Actor by, @Nullable String from, @Nullable String to, @Nullable String note) {
        var holder = person(by, RequestEntry.line(from), "from");
        var successor = person(by, RequestEntry.line(to), "to");
        if (holder.id().equals(successor.id())) {
            throw Refusal.invalid("to", "requests.hand-over.same");
        }
        if (!RequestRights.distributes(by) && !holder.id().equals(by.person())) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.hand-over.whose");
        }
        var said = note(note);
        if (said == null) {
            throw Refusal.invalid("note", "requests.hand-over.note");
        }
        var ids = requests.openOf(holder.id());
        if (ids.isEmpty()) {
            throw Refusal.notPossibleNow(List.of(), "requests.hand-over.nothing", holder.name());
        }
        return each(by, ids, id -> give(by, id, "", successor, said));
    }

    /** Who could be given requests today: everybody who handles some. */
    @Transactional(readOnly = true)
    public List<Person> holders(Actor by) {
        return organization.peopleOn(by.agency(), today()).stream()
                .filter(it -> RequestRights.handlesAny(actor(it.id())))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /** Who could be given this request today. */
    @Transactional(readOnly = true)
    public List<Person> holdersFor(Actor by, RequestCase request) {
        return organization.peopleOn(by.agency(), today()).stream()
                .filter(it -> RequestRights.handles(actor(it.id()), request))
                .filter(it -> RequestRights.gives(by, request, it.id()))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /** Who was given the request, the first first. */
    @Transactional(readOnly = true)
    public List<Holding> history(Actor by, long id) {
        desk.requireSeen(by, id);
        return holdings.of(id);
    }

    /** In the order of their numbers, so that two who choose the same never wait for each other. */
    private Assigned each(Actor by, List<Long> ids, LongConsumer giving) {
        var done = new ArrayList<String>();
        var refused = new ArrayList<Assigned.Refused>();
        for (long id : ids.stream().filter(Objects::nonNull).distinct().sorted().toList()) {
            var number =
                    requests.find(id)
                            .filter(it -> RequestRights.sees(by, it))
                            .map(RequestCase::number);
            try {
                each.executeWithoutResult(_ -> giving.accept(id));
                done.add(number.orElseThrow());
            } catch (Refusal why) {
                refused.add(new Assigned.Refused(id, number.orElse(String.valueOf(id)), why));
                number.ifPresent(_ -> noteRefused(by, id, why));
            }
        }
        return new Assigned(done, refused);
    }

    private void noteRefused(Actor by, long id, Refusal why) {
        audit.record(
                by,
                "requests.refused",
                RequestDesk.subject(id),
                Map.of(),
                Map.of("type", "assigned", "refusal", why.messageKey()));
    }

    private void give(
            Actor by, long id, String section, @Nullable Person holder, @Nullable String note) {
        if (!section.isEmpty()) {
            desk.requireSeen(by, id);
            var _ = desk.happened(by, id, EventEntry.assigning(section, note));
        }
        if (holder != null) {
            give(by, id, holder, note);
        }
    }

    private void give(Actor by, long id, Person to, @Nullable String note) {
        var request =
                requests.locked(id)
                        .filter(it -> RequestRights.sees(by, it))
                        .orElseThrow(Refusal::notFound);
        if (!RequestRights.gives(by, request, to.id())) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.assign.whose");
        }
        if (!request.stage().isOpen()) {
            throw Refusal.notPossibleNow(List.of(), "requests.assign.closed");
        }
        if (to.id().equals(request.holder())) {
            throw Refusal.notPossibleNow(List.of(), "requests.assign.already", to.name());
        }
        if (!RequestRights.handles(actor(to.id()), request)) {
            throw Refusal.notPossibleNow(List.of(), "requests.assign.cannot", to.name());
        }
        var before = request.holder();
        var behalf =
                before != null
                                && !before.equals(by.person())
                                && RequestRights.standsFor(by).contains(before)
                        ? before
                        : null;
        requests.give(id, to.id());
        holdings.add(id, to.id(), by.person(), behalf, note, time.instant());
        audit.record(
                by,
                "requests.given",
                RequestDesk.subject(id),
                Map.of("holder", before == null ? "" : organization.person(before).key()),
                Map.of("number", request.number(), "holder", to.key()));
    }

    private Person person(Actor by, String key, String field) {
        return Optional.of(key)
                .filter(it -> !it.isEmpty())
                .flatMap(organization::personByKey)
                .filter(it -> it.agency().equals(by.agency()) && it.validity().covers(today()))
                .orElseThrow(() -> Refusal.invalid(field, "requests.assign.person"));
    }

    private static @Nullable String note(@Nullable String typed) {
        var note = RequestEntry.line(typed);
        if (note.length() > NOTE) {
            throw Refusal.invalid("note", "requests.field.too-long", NOTE);
        }
        return note.isEmpty() ? null : note;
    }

    private Actor actor(PersonId person) {
        return organization.actorOn(person, today());
    }

    private LocalDate today() {
        return LocalDate.now(time);
    }
}
