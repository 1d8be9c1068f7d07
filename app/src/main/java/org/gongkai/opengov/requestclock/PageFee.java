package org.gongkai.opengov.requestclock;

import java.util.ArrayList;
import java.util.List;

/**
 * The fee by volume (按量计收), for copies on paper, by e-mail or of electronic data.
 *
 * <p>《政府信息公开信息处理费管理办法》: pages of one request; one side of A4 or smaller is a page. 1 to 30 free, 31
 * to 100 at 10 yuan, 101 to 200 at 20, from 201 on at 40.
 */
public record PageFee(int pages) implements FeeMethod {
    /** The most pages that are counted. */
    public static final int MOST = 1_000_000;

    private static final List<FeeLine> TIERS =
            List.of(
                    new FeeLine(1, 30, 0),
                    new FeeLine(31, 100, 10),
                    new FeeLine(101, 200, 20),
                    new FeeLine(201, MOST, 40));

    public PageFee {
        if (pages < 1 || pages > MOST) {
            throw new IllegalArgumentException("Not so many pages: " + pages);
        }
    }

    @Override
    public List<FeeLine> lines() {
        var lines = new ArrayList<FeeLine>();
        for (var tier : TIERS) {
            if (tier.from() <= pages) {
                lines.add(new FeeLine(tier.from(), Math.min(tier.to(), pages), tier.unitPrice()));
            }
        }
        return lines;
    }
}
