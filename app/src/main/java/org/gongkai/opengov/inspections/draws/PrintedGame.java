package org.gongkai.opengov.inspections.draws;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.platform.draw.NumbersSource.Group;

/**
 * Lotteries whose numbers are drawn in public and printed in newspapers (公开开奖的彩票), and dice thrown
 * before everybody. Each gives so many bits that nobody can foretell.
 */
public enum PrintedGame {
    /** 快乐8: 20 of 80. */
    KL8("快乐8", 616, new Group(20, 1, 80, false)),
    /** 双色球: 6 of 33 and 1 of 16. */
    SSQ("双色球", 240, new Group(6, 1, 33, false), new Group(1, 1, 16, false)),
    /** 超级大乐透: 5 of 35 and 2 of 12. */
    DLT("超级大乐透", 243, new Group(5, 1, 35, false), new Group(2, 1, 12, false)),
    /** 七乐彩: 7 of 30; the special number is left out. */
    QLC("七乐彩", 209, new Group(7, 1, 30, false)),
    /** 排列5: five digits in order. */
    PL5("排列5", 166, new Group(5, 0, 9, true)),
    /** 福彩3D: three digits in order. */
    FC3D("福彩3D", 99, new Group(3, 0, 9, true)),
    /** 现场掷骰: 20 ten-sided dice in order. */
    DICE("现场掷二十枚十面骰", 664, new Group(20, 0, 9, true));

    private final String term;
    private final int tenthsOfBits;
    private final List<Group> groups;

    PrintedGame(String term, int tenthsOfBits, Group... groups) {
        this.term = term;
        this.tenthsOfBits = tenthsOfBits;
        this.groups = List.of(groups);
    }

    /** Its name as printed. */
    public String term() {
        return term;
    }

    /** How many bits nobody can foretell, in tenths: 616 are 61.6 bits. */
    public int tenthsOfBits() {
        return tenthsOfBits;
    }

    /** What is drawn, in the order in which it is printed. */
    public List<Group> groups() {
        return groups;
    }

    /** The name in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name in the API or as printed. */
    public static Optional<PrintedGame> named(String asked) {
        return Arrays.stream(values())
                .filter(it -> it.slug().equals(asked) || it.term.equals(asked))
                .findFirst();
    }
}
