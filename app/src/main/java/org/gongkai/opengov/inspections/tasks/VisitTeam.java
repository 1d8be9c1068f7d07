package org.gongkai.opengov.inspections.tasks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who makes the visit (检查组): at least two officers with a valid certificate, in post and not
 * recused.
 *
 * <p>《行政处罚法》 art. 42: not fewer than two; art. 43: recusal. A team with fewer than two free
 * officers is short, and the visit is blocked until it is filled; never is it made by one.
 */
public record VisitTeam(List<Member> members, LocalDate on) {
    /** Art. 42. */
    public static final int FEWEST = 2;

    public VisitTeam {
        members = List.copyOf(members);
    }

    /** Why an officer is not free. */
    public enum Hindrance {
        /** 不在岗: on leave, lent out. */
        NOT_IN_POST,
        /** 证件失效: on the day of the visit. */
        CERTIFICATE_EXPIRED,
        /** 应当回避. */
        RECUSED
    }

    /**
     * An officer of the team.
     *
     * @param validTo the last day of the certificate; null where it has none
     */
    public record Member(
            long officer, boolean inPost, @Nullable LocalDate validTo, boolean recused) {

        /** What keeps this officer from the visit on that day. */
        public Set<Hindrance> hindrances(LocalDate on) {
            var found = EnumSet.noneOf(Hindrance.class);
            if (!inPost) {
                found.add(Hindrance.NOT_IN_POST);
            }
            if (validTo == null || validTo.isBefore(on)) {
                found.add(Hindrance.CERTIFICATE_EXPIRED);
            }
            if (recused) {
                found.add(Hindrance.RECUSED);
            }
            return found;
        }
    }

    /** A team for a visit on this day; an officer named twice is one officer. */
    public static VisitTeam of(Collection<Member> named, LocalDate on) {
        return new VisitTeam(
                List.copyOf(
                        named.stream()
                                .collect(
                                        Collectors.toMap(
                                                Member::officer,
                                                it -> it,
                                                (first, _) -> first,
                                                LinkedHashMap::new))
                                .values()),
                on);
    }

    /** The officers who can go. */
    public List<Long> free() {
        return members.stream()
                .filter(it -> it.hindrances(on).isEmpty())
                .map(Member::officer)
                .toList();
    }

    /** Who cannot, and why. */
    public Map<Long, Set<Hindrance>> hindered() {
        var found = new LinkedHashMap<Long, Set<Hindrance>>();
        members.forEach(
                it -> {
                    var hindrances = it.hindrances(on);
                    if (!hindrances.isEmpty()) {
                        found.put(it.officer(), hindrances);
                    }
                });
        return found;
    }

    /** Whether the visit may not be made: fewer than two can go. */
    public boolean isShort() {
        return free().size() < FEWEST;
    }
}
