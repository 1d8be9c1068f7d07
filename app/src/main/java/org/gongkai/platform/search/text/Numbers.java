package org.gongkai.platform.search.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of documents (发文字号、索引号) in all the ways people write them: any brackets or none, with and
 * without 号, with zeros before the last number or without, only its end.
 *
 * <p>An index holds the ends of each number as marks; what is typed is found by its longest end.
 */
public final class Numbers {

    /** The shortest end that is a mark. */
    static final int SHORTEST = 4;

    private static final int LONGEST = 60;

    private static final String OPEN = "[\\[(<{〔【〈《「『﹝]";
    private static final String CLOSE = "[\\])>}〕】〉》」』﹞]";
    private static final String NAME =
            "(?<name>[\\p{IsHan}a-z]{0,24}(?:\\([\\p{IsHan}a-z]{1,6}\\)[\\p{IsHan}a-z]{1,8})?)";
    private static final String YEAR = "(?<year>(?:19|20)\\d{2})";
    private static final String SERIAL = "(?:第\\s*)?(?<serial>\\d{1,5})";

    private static final List<Pattern> WRITTEN =
            List.of(
                    Pattern.compile(
                            NAME
                                    + "\\s*"
                                    + OPEN
                                    + "\\s*"
                                    + YEAR
                                    + "\\s*年?\\s*"
                                    + CLOSE
                                    + "\\s*"
                                    + SERIAL
                                    + "\\s*(?<hao>号)?(?!\\s*[\\d月])"),
                    Pattern.compile(
                            NAME + "\\s*" + YEAR + "\\s*年?[\\s\\-,.、]*" + SERIAL + "\\s*(?<hao>号)"),
                    Pattern.compile(
                            "(?<name>[\\p{IsHan}a-z]{1,24}(?:发|函|字|办|书|复|规|公告|通告|罚|许|决|审|表|评|验)字?)"
                                    + "\\s*"
                                    + YEAR
                                    + "[\\s\\-,.、]*"
                                    + SERIAL
                                    + "(?<hao>)(?![\\d年月季])"));

    private static final Pattern DIGITS =
            Pattern.compile(
                    "(?<![\\da-z.])\\d{3,6}(?:\\s*[-/_—–−]\\s*\\d{1,6})+(?![\\d.%])"
                            + "|(?<![\\da-z.])\\d{6}\\s?\\d{3}\\s\\d{4}\\s\\d{1,5}(?!\\d)"
                            + "|(?<![\\da-z.])(?:19|20)\\d{2}\\s\\d{5}(?!\\d)"
                            + "|(?<![\\da-z.])\\d{5,20}(?![\\d.%\\p{IsHan}])");

    private static final Pattern DAY =
            Pattern.compile("(?:19|20)\\d{2}\\s*[-/]\\s*\\d{1,2}(?:\\s*[-/]\\s*\\d{1,2})?");

    private Numbers() {}

    /**
     * A number in what was typed.
     *
     * @param from where it begins
     * @param to where it ends
     * @param bare all of it, without 号
     * @param shortestEnd how many of its last characters have to agree at least
     */
    public record Typed(int from, int to, String bare, int shortestEnd) {

        /** Its ends, the longest first. */
        public List<String> ends() {
            var ends = new LinkedHashSet<String>();
            for (int at = 0; bare.length() - at >= shortestEnd; at++) {
                ends.add(bare.substring(at));
            }
            return List.copyOf(ends);
        }
    }

    /** The marks of a document with this number. */
    public static Set<String> marks(String number) {
        Set<String> marks = new LinkedHashSet<>();
        String whole = withoutHao(Folding.bare(number));
        addEnds(whole, marks);
        addEnds(withoutZeros(Folding.fold(number)), marks);
        return marks;
    }

    private static void addEnds(String bare, Set<String> marks) {
        for (int at = Math.max(0, bare.length() - LONGEST); bare.length() - at >= SHORTEST; at++) {
            marks.add(bare.substring(at));
        }
    }

    /** The first number in the folded text. */
    public static Optional<Typed> in(String folded) {
        for (Pattern written : WRITTEN) {
            Matcher found = written.matcher(folded);
            if (found.find()) {
                return Optional.of(typed(found));
            }
        }
        Matcher digits = DIGITS.matcher(folded);
        while (digits.find()) {
            if (!DAY.matcher(digits.group()).matches()) {
                String bare = Folding.bare(digits.group());
                if (bare.length() >= SHORTEST) {
                    return Optional.of(
                            new Typed(digits.start(), digits.end(), bare, bare.length()));
                }
            }
        }
        return Optional.empty();
    }

    private static Typed typed(Matcher found) {
        String name = Folding.bare(found.group("name"));
        String end = found.group("year") + found.group("serial");
        return new Typed(
                found.start(), found.end(), name + end, end.length() + Math.min(2, name.length()));
    }

    /** 宁a环罚字〔2021〕007号 is also 宁a环罚字20217, 640100-113/2021-00201 also 6401001132021201. */
    private static String withoutZeros(String folded) {
        Matcher last = Pattern.compile("0+(\\d+\\s*号?\\s*)$").matcher(folded);
        String plain =
                last.find()
                                && last.start() > 0
                                && !Character.isDigit(folded.charAt(last.start() - 1))
                        ? folded.substring(0, last.start()) + last.group(1)
                        : folded;
        return withoutHao(Folding.bare(plain));
    }

    private static String withoutHao(String bare) {
        return bare.endsWith("号") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
