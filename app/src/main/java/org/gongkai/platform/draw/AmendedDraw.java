package org.gongkai.platform.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.MerkleTree;
import org.gongkai.platform.commitments.Path;

/**
 * A draw with amendments made in turn (调整后的结果).
 *
 * @param visits all visits after the last amendment
 * @param roots the head of the tree over all visits after each amendment, hexadecimal
 */
public record AmendedDraw(List<Visit> visits, List<String> roots) {

    public AmendedDraw {
        visits = List.copyOf(visits);
        roots = List.copyOf(roots);
    }

    static AmendedDraw of(Draw draw, List<Amendment> amendments, Path path) {
        var amending = new Amending(draw);
        var visits = new ArrayList<>(draw.visits());
        var tree = MerkleTree.of(draw.manifest().suite(), visits);
        var roots = new ArrayList<String>();
        for (var at = 0; at < amendments.size(); at++) {
            Abandoned.check();
            for (var t : amending.make(amendments.get(at), path.at(at))) {
                visits.set(t, Draw.visit(amending.seating, t, amending.salts));
                tree.set(t, CanonicalJson.write(visits.get(t).toJson()));
            }
            roots.add(HexFormat.of().formatHex(tree.root()));
        }
        return new AmendedDraw(visits, roots);
    }

    /**
     * Seats that become empty are filled as in the draw, but nobody else is moved: visits may be
     * made.
     */
    private static final class Amending {
        private final Selection selection;
        private final Seating seating;
        private final Staffing staffing;
        private final Tickets salts;
        private final Map<String, Integer> replaced = new HashMap<>();

        Amending(Draw draw) {
            selection = draw.selection();
            seating = draw.seating().copy();
            staffing = new Staffing(seating, draw.randomness());
            salts = draw.randomness().tickets("salt");
        }

        /** Makes the amendment; returns which visits it changed. */
        Set<Integer> make(Amendment amendment, Path path) {
            return switch (amendment) {
                case Amendment.ReplaceEntity it -> replaceEntity(it.t(), path);
                case Amendment.ReplaceOfficer it -> replaceOfficer(it, path);
                case Amendment.RemoveOfficer it -> removeOfficer(it, path);
            };
        }

        private Set<Integer> replaceEntity(int t, Path path) {
            requireVisit(t, path.at("t"));
            seating.replace(t, next(seating.visited(t).entity().stratum(), path));
            var refilled =
                    IntStream.range(seating.seat(t, 0), seating.seat(t + 1, 0))
                            .filter(
                                    it ->
                                            seating.holder(it) == Seating.NOBODY
                                                    || !seating.isEligible(it, seating.holder(it)))
                            .toArray();
            refill(refilled);
            return Set.of(t);
        }

        private Set<Integer> replaceOfficer(Amendment.ReplaceOfficer amendment, Path path) {
            var t = amendment.t();
            requireVisit(t, path.at("t"));
            requireBelow(seating.width(), amendment.j(), path.at("j"));
            var seat = seating.seat(t, amendment.j());
            var officer = seating.holder(seat);
            if (officer != Seating.NOBODY) {
                seating.bar(t, officer);
            }
            refill(seat);
            return Set.of(t);
        }

        private Set<Integer> removeOfficer(Amendment.RemoveOfficer amendment, Path path) {
            var officer = seating.corps().number(amendment.o());
            if (officer < 0) {
                throw CommitmentRefused.at(path.at("o"), DrawFault.UNKNOWN_OFFICER, amendment.o());
            }
            amendment.done().forEach(it -> requireVisit(it, path.at("done")));
            seating.remove(officer);
            var done = new HashSet<>(amendment.done());
            var vacated =
                    IntStream.of(seating.held(officer))
                            .filter(it -> !done.contains(seating.visit(it)))
                            .toArray();
            refill(vacated);
            return IntStream.of(vacated)
                    .mapToObj(seating::visit)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private void refill(int... seats) {
            IntStream.of(seats).forEach(staffing::vacate);
            IntStream.of(seats).forEach(staffing::fill);
        }

        private Candidate next(String stratum, Path path) {
            var reserve = selection.reserve().getOrDefault(stratum, List.of());
            var taken = replaced.merge(stratum, 1, Integer::sum);
            if (taken > reserve.size()) {
                throw CommitmentRefused.at(path, DrawFault.NO_RESERVE, stratum);
            }
            return reserve.get(taken - 1);
        }

        private void requireVisit(int t, Path path) {
            requireBelow(seating.visits(), t, path);
        }

        private static void requireBelow(int end, int number, Path path) {
            if (number >= end) {
                throw new CommitmentRefused(
                        CommitmentFault.OUT_OF_RANGE,
                        path,
                        "0.." + (end - 1),
                        Integer.toString(number));
            }
        }
    }
}
