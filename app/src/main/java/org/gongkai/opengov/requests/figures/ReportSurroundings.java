package org.gongkai.opengov.requests.figures;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands around tables 3 and 4 in a yearly report (年报其他数据), as far as it is known; what is not
 * known is not checked.
 *
 * @param lastYear table 3 of the year before
 * @param rules 规章 made, repealed and in force, table 2
 * @param norms 行政规范性文件 made, repealed and in force, table 2, with the stock of the year before
 * @param quotedReceived the number of requests received that the prose names
 * @param fees the fees taken in the year, in yuan, section six
 */
public record ReportSurroundings(
        @Nullable Table3 lastYear,
        @Nullable Norms rules,
        @Nullable Norms norms,
        @Nullable Long quotedReceived,
        @Nullable Fees fees) {

    /** The same, after this year. */
    public ReportSurroundings after(Table3 before) {
        return new ReportSurroundings(before, rules, norms, quotedReceived, fees);
    }

    /** Whether what this identity speaks of is known. */
    public boolean knows(Identity identity) {
        return switch (identity) {
            case BALANCE, RESULTS, CLASSES, DISPUTES -> true;
            case CARRIED -> lastYear != null;
            case NORMS_IN_FORCE -> norms != null;
            case NO_RULES -> rules != null;
            case PROSE -> quotedReceived != null;
            case FEES -> fees != null;
        };
    }

    /** Nothing is known but the tables themselves. */
    public static final ReportSurroundings UNKNOWN =
            new ReportSurroundings(null, null, null, null, null);

    /** A row of table 2: 制发, 废止, 现行有效 now and a year before. */
    public record Norms(long made, long repealed, long inForce, long inForceBefore) {}

    /** The fees taken, in yuan, and the cases that paid them. */
    public record Fees(long yuan, List<String> cases) {

        public Fees {
            cases = List.copyOf(cases);
        }
    }

    Optional<BrokenIdentity> norms(String place) {
        return Optional.ofNullable(norms)
                .filter(it -> it.inForce() != it.inForceBefore() + it.made() - it.repealed())
                .map(
                        it ->
                                new BrokenIdentity(
                                        Identity.NORMS_IN_FORCE,
                                        place,
                                        it.inForce(),
                                        it.inForceBefore() + it.made() - it.repealed(),
                                        List.of()));
    }

    Optional<BrokenIdentity> rules(String place) {
        return Optional.ofNullable(rules)
                .map(it -> it.made() + it.repealed() + it.inForce())
                .filter(it -> it != 0)
                .map(it -> new BrokenIdentity(Identity.NO_RULES, place, it, 0, List.of()));
    }

    Optional<BrokenIdentity> prose(String place, long fresh, long carried) {
        return Optional.ofNullable(quotedReceived)
                .filter(it -> it != fresh && it != fresh + carried)
                .map(it -> new BrokenIdentity(Identity.PROSE, place, it, fresh, List.of()));
    }

    Optional<BrokenIdentity> fees(String place) {
        return Optional.ofNullable(fees)
                .filter(it -> (it.yuan() > 0) != !it.cases().isEmpty())
                .map(
                        it ->
                                new BrokenIdentity(
                                        Identity.FEES,
                                        place,
                                        it.yuan(),
                                        it.cases().size(),
                                        it.cases()));
    }
}
