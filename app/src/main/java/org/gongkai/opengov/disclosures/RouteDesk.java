package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets which levels sign (审签流程), for the agency and for single kinds of document; never fewer than
 * the law needs ({@link ReviewRoute}).
 *
 * <p>What was sent for review keeps the levels it was sent with. Who holds which role is the
 * organization's; a level without anybody is allowed and shown, so that an office can set levels
 * before it appoints.
 */
@Service
@Transactional
public class RouteDesk {
    private final RouteBook book;
    private final Organization organization;
    private final AuditTrail audit;
    private final Clock clock;

    RouteDesk(RouteBook book, Organization organization, AuditTrail audit, Clock clock) {
        this.book = book;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The levels that a kind has to pass now.
     *
     * @param kind null for the agency's own
     * @param own whether they were set for this kind, or for the agency, itself
     * @param setBy null while nobody has set them
     */
    public record Setting(
            @Nullable DocumentKind kind,
            boolean own,
            List<ReviewLevel> levels,
            @Nullable PersonId setBy,
            @Nullable Instant setAt) {}

    /** The agency's levels, then those of every kind. */
    @Transactional(readOnly = true)
    public List<Setting> settings(Actor actor) {
        mayRead(actor);
        return Stream.concat(
                        Stream.of(setting(actor, null)),
                        Arrays.stream(DocumentKind.values()).map(it -> setting(actor, it)))
                .toList();
    }

    /** The levels of one kind, or the agency's. */
    @Transactional(readOnly = true)
    public Setting setting(Actor actor, @Nullable DocumentKind kind) {
        mayRead(actor);
        var entry = book.newest(actor.agency(), kind);
        return new Setting(
                kind,
                entry.flatMap(it -> Optional.ofNullable(it.route())).isPresent(),
                book.routeFor(actor.agency(), kind).levels(),
                entry.map(RouteBook.Entry::setBy).orElse(null),
                entry.map(RouteBook.Entry::setAt).orElse(null));
    }

    /** How many people may sign at each level today. */
    @Transactional(readOnly = true)
    public Map<ReviewLevel, Integer> signers(Actor actor) {
        var signers = new LinkedHashMap<ReviewLevel, Integer>();
        for (var level : ReviewLevel.values()) {
            var holders =
                    organization.holders(actor.agency(), level.role(), null, LocalDate.now(clock));
            signers.put(level, holders.size());
        }
        return signers;
    }

    /** Sets the levels for a kind, or for all kinds that have none of their own. */
    public void set(Actor actor, @Nullable DocumentKind kind, List<ReviewLevel> levels) {
        maySet(actor);
        ReviewRoute route;
        try {
            route = new ReviewRoute(levels);
        } catch (IllegalArgumentException tooFew) {
            throw Refusal.invalid("levels", "disclosures.field.levels");
        }
        write(actor, kind, route);
    }

    /** The kind follows the agency's levels again. */
    public void follow(Actor actor, DocumentKind kind) {
        maySet(actor);
        write(actor, kind, null);
    }

    private void write(Actor actor, @Nullable DocumentKind kind, @Nullable ReviewRoute route) {
        var before = facts(setting(actor, kind));
        book.add(actor.agency(), new RouteBook.Entry(kind, route, actor.person(), clock.instant()));
        audit.record(
                actor,
                "disclosures.route-set",
                "review-route:" + (kind == null ? "all" : kind.slug()),
                before,
                facts(setting(actor, kind)));
    }

    private static Map<String, Object> facts(Setting setting) {
        return Map.of(
                "own",
                setting.own(),
                "levels",
                String.join(", ", setting.levels().stream().map(Enum::name).toList()));
    }

    private static void mayRead(Actor actor) {
        if (actor.grants().isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private static void maySet(Actor actor) {
        if (!actor.has(Role.DISCLOSURE_OFFICE) && !actor.has(Role.OPERATOR)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "disclosures.refusal.route-role");
        }
    }
}
