package org.gongkai.opengov.requestclock;

import java.util.List;

/**
 * How an information processing fee is counted (信息处理费计收方式): by piece or by volume, one of the two
 * for a request and never both.
 *
 * <p>《政府信息公开信息处理费管理办法》 (国办函〔2020〕109号, in force 2021-01-01), in yuan; free but where number or
 * frequency is clearly beyond reason (《政府信息公开条例》 art. 42).
 */
public sealed interface FeeMethod permits PieceFee, PageFee {

    /** The tiers that it reaches, each with its price and amount; those without price too. */
    List<FeeLine> lines();

    /** What is to be paid, in yuan. */
    default long total() {
        return lines().stream().mapToLong(FeeLine::amount).sum();
    }
}
