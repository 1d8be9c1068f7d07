package org.gongkai.opengov.requestclock;

import java.util.ArrayList;
import java.util.List;

/**
 * The fee by piece (按件计收), progressive on the excess.
 *
 * <p>《政府信息公开信息处理费管理办法》: pieces of one applicant in a calendar month, here those from one number to
 * another. 1 to 10 free, 11 to 30 at 100 yuan, then 100 yuan more for each ten: 31 to 40 at 200, 41
 * to 50 at 300, and so on. Pieces are counted per agency, in the month of their receipt (ADR 0164).
 */
public record PieceFee(int from, int to) implements FeeMethod {
    /** The most pieces that are counted. */
    public static final int MOST = 10_000;

    private static final int FREE = 10;
    private static final int FIRST_TIER = 30;
    private static final int STEP = 10;
    private static final int YUAN = 100;

    public PieceFee {
        if (from < 1 || to < from || to > MOST) {
            throw new IllegalArgumentException("No pieces " + from + " to " + to);
        }
    }

    /** The price of the piece with this number in the month. */
    public static int price(int piece) {
        if (piece <= FREE) {
            return 0;
        }
        return piece <= FIRST_TIER ? YUAN : YUAN * (1 + Math.ceilDiv(piece - FIRST_TIER, STEP));
    }

    @Override
    public List<FeeLine> lines() {
        var lines = new ArrayList<FeeLine>();
        for (int first = from; first <= to; ) {
            int last = Math.min(to, lastOfTier(first));
            lines.add(new FeeLine(first, last, price(first)));
            first = last + 1;
        }
        return lines;
    }

    private static int lastOfTier(int piece) {
        if (piece <= FREE) {
            return FREE;
        }
        return piece <= FIRST_TIER ? FIRST_TIER : Math.ceilDiv(piece, STEP) * STEP;
    }
}
