package org.gongkai.opengov.requests;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which requests and by what right a step is taken (权限): the office and its head see all,
 * people of a section those assigned to it, deputy leaders what no section has as well. Who asks is
 * for the office and its head alone.
 */
public final class RequestRights {
    private static final Set<Role> READ_ALL =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Role.DISCLOSURE_OFFICE,
                            Role.DISCLOSURE_HEAD,
                            Role.PRINCIPAL_LEADER,
                            Role.LEGAL_ADVISER,
                            Role.AUDITOR));
    private static final Set<Role> READ_SECTION =
            Collections.unmodifiableSet(
                    EnumSet.of(Role.CLERK, Role.SECTION_HEAD, Role.DEPUTY_LEADER));
    private static final Set<Role> HANDLE =
            Collections.unmodifiableSet(EnumSet.of(Role.CLERK, Role.SECTION_HEAD));
    private static final Set<Role> KNOW_APPLICANT =
            Collections.unmodifiableSet(EnumSet.of(Role.DISCLOSURE_OFFICE, Role.DISCLOSURE_HEAD));

    private RequestRights() {}

    /** Whether this person may see requests at all. */
    public static boolean canRead(Actor by) {
        return readsAll(by) || READ_SECTION.stream().anyMatch(by::has);
    }

    /** Whether this person may take requests in. */
    public static boolean takesIn(Actor by) {
        return by.has(Role.DISCLOSURE_OFFICE);
    }

    /** Whether this person may read who asks. */
    public static boolean knowsApplicant(Actor by) {
        return KNOW_APPLICANT.stream().anyMatch(by::has);
    }

    /** Oneself, and those absent whose deputy one is today (代行). */
    public static Set<PersonId> standsFor(Actor by) {
        return Stream.concat(
                        Stream.of(by.person()),
                        by.grants().stream()
                                .flatMap(it -> Optional.ofNullable(it.onBehalfOf()).stream()))
                .collect(Collectors.toSet());
    }

    /**
     * Whether this person can handle the request in their own right: the office, or its section.
     */
    static boolean handles(Actor who, RequestCase request) {
        var section = request.section();
        return who.agency().equals(request.agency())
                && who.grants().stream()
                        .filter(it -> it.onBehalfOf() == null)
                        .anyMatch(
                                it ->
                                        KNOW_APPLICANT.contains(it.role())
                                                || section != null
                                                        && HANDLE.contains(it.role())
                                                        && it.covers(section));
    }

    /** Whether this person can handle some requests in their own right. */
    static boolean handlesAny(Actor who) {
        return who.grants().stream()
                .filter(it -> it.onBehalfOf() == null)
                .anyMatch(it -> KNOW_APPLICANT.contains(it.role()) || HANDLE.contains(it.role()));
    }

    /** Whether this person may give anybody's requests to anybody: the office and its head. */
    public static boolean distributes(Actor by) {
        return KNOW_APPLICANT.stream().anyMatch(by::has);
    }

    /** Whether this person may give requests of others to somebody, of all or of a section. */
    public static boolean givesMany(Actor by) {
        return distributes(by) || by.has(Role.SECTION_HEAD);
    }

    /**
     * Whether this person may give this request to somebody: the office and its head each, the head
     * of a section those of the section, whoever holds it that, and whoever can handle it what
     * nobody holds.
     */
    static boolean gives(Actor by, RequestCase request, PersonId to) {
        var section = request.section();
        var holder = request.holder();
        return distributes(by)
                || section != null && by.has(Role.SECTION_HEAD, section)
                || holder != null && standsFor(by).contains(holder)
                || holder == null && to.equals(by.person()) && handles(by, request);
    }

    static boolean readsAll(Actor by) {
        return READ_ALL.stream().anyMatch(by::has);
    }

    /**
     * Whether this person sees what no section has: the office answers it, and a leader signs it
     * (ADR 0206).
     */
    static boolean seesUnassigned(Actor by) {
        return readsAll(by) || by.has(Role.DEPUTY_LEADER);
    }

    static boolean sees(Actor by, RequestCase request) {
        var section = request.section();
        return request.agency().equals(by.agency())
                && (readsAll(by)
                        || section == null && seesUnassigned(by)
                        || section != null
                                && READ_SECTION.stream().anyMatch(it -> by.has(it, section)));
    }

    /**
     * The right by which this person acts on a request in one of these roles; a section's people
     * only in its requests, deputy leaders in those that no section has as well (ADR 0206).
     */
    public static Optional<Grant> grant(Actor by, Set<Role> roles, @Nullable SectionId section) {
        return by.grants().stream()
                .filter(it -> roles.contains(it.role()))
                .filter(
                        it ->
                                !it.role().bySection()
                                        || it.section() == null
                                        || it.section().equals(section)
                                        || section == null && it.role() == Role.DEPUTY_LEADER)
                .findFirst();
    }

    /** The sections whose requests this person sees; for whoever sees all it is not asked. */
    static Set<SectionId> sections(Actor by) {
        return by.grants().stream()
                .filter(it -> READ_SECTION.contains(it.role()))
                .flatMap(it -> Optional.ofNullable(it.section()).stream())
                .collect(Collectors.toSet());
    }

    /** The grant by which this person takes a step; a section's people only in its requests. */
    static Optional<Grant> grant(Actor by, RequestStep step, @Nullable SectionId section) {
        return grant(by, step.roles(), section);
    }
}
