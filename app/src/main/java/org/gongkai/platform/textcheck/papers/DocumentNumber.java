package org.gongkai.platform.textcheck.papers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an official paper (发文字号): agency's code, year in six-corner brackets, serial.
 *
 * <p>《党政机关公文格式》 GB/T 9704-2012 7.2.5: four-digit year in 〔〕, serial without 第 and without leading
 * zeros, Arabic digits, 号.
 *
 * @param code 机关代字, e.g. 银政办发
 * @param year of the paper
 * @param serial within code and year
 */
public record DocumentNumber(String code, int year, int serial) {
    private static final Pattern STRICT =
            Pattern.compile("([一-龥（）]{1,24})〔((?:19|20)\\d{2})〕([1-9]\\d{0,4})号");
    private static final Pattern ORDER =
            Pattern.compile("[一-龥（）]{1,24}令(?:（(?:19|20)\\d{2}）)?第[1-9]\\d{0,4}号");
    private static final String OPEN = "[〔\\[\\(（【﹝［{｛〈<〖『「]";
    private static final String CLOSE = "[〕\\]\\)）】﹞］}｝〉>〗』」]";
    private static final Pattern TAIL =
            Pattern.compile(
                    "(?:"
                            + OPEN
                            + "\\s*(?<year>(?:19|20)\\d{2}|\\d{2}(?=\\s*"
                            + CLOSE
                            + "))\\s*年?\\s*(?:"
                            + CLOSE
                            + ")?|(?<year2>(?:19|20)\\d{2})\\s*"
                            + CLOSE
                            + ")\\s*第?\\s*0*(?<serial>[1-9]\\d{0,4})\\s*[号號]");
    private static final Pattern CODE = Pattern.compile("[一-龥（）]{0,24}");

    /** The number, if it is written as the standard asks. */
    public static Optional<DocumentNumber> parse(String written) {
        var match = STRICT.matcher(written);
        return match.matches()
                ? Optional.of(
                        new DocumentNumber(
                                match.group(1),
                                Integer.parseInt(match.group(2)),
                                Integer.parseInt(match.group(3))))
                : Optional.empty();
    }

    /** Whether this is a number of a paper or of an order (国务院令第711号). */
    public static boolean isWellFormed(String written) {
        return STRICT.matcher(written).matches() || ORDER.matcher(written).matches();
    }

    /** How a badly written number was most likely meant; empty if nothing can be made of it. */
    public static Optional<String> repair(String written) {
        var plain = plain(written);
        if (isWellFormed(plain)) {
            return Optional.of(plain);
        }
        var match = TAIL.matcher(plain);
        if (!match.find() || match.end() != plain.length()) {
            return Optional.empty();
        }
        var code = plain.substring(0, match.start());
        return CODE.matcher(code).matches()
                ? Optional.of(code + repaired(match))
                : Optional.empty();
    }

    /** Year, serial and 号, the part of a number behind the agency's code. */
    static Pattern tail() {
        return TAIL;
    }

    static String repaired(Matcher match) {
        var first = match.group("year");
        var year = first == null ? match.group("year2") : first;
        return "〔" + (year.length() == 2 ? "20" + year : year) + "〕" + match.group("serial") + "号";
    }

    /** Half-width digits, simplified 号, no blanks. */
    private static String plain(String written) {
        var plain = new StringBuilder();
        for (var sign : written.strip().toCharArray()) {
            if (sign >= '０' && sign <= '９') {
                plain.append((char) (sign - '０' + '0'));
            } else if (!Character.isWhitespace(sign)) {
                plain.append(sign == '號' ? '号' : sign);
            }
        }
        return plain.toString();
    }

    @Override
    public String toString() {
        return code + "〔" + year + "〕" + serial + "号";
    }
}
