package org.gongkai.platform.textcheck.personal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gongkai.platform.textcheck.FoldedText;
import org.gongkai.platform.textcheck.Hit;
import org.gongkai.platform.textcheck.TextDetector;

/**
 * The number of an identity card (居民身份证号码).
 *
 * <p>GB 11643-1999: region, day of birth, serial, check digit with weights 7 9 10 5 8 4 2 1 6 3 7 9
 * 10 5 8 4 2 modulo 11. The number of 15 digits of before 1999 has no check digit: only words
 * beside it make it certain. A unified social credit code is not one.
 */
public final class IdCard implements TextDetector {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final Pattern EIGHTEEN =
            Pattern.compile(
                    "(?<![0-9A-Za-z*])(?<!\\d[ .-])\\d(?:[ -]?\\d){16}[ -]?[0-9Xx×](?![0-9A-Za-z*])");
    private static final Pattern FIFTEEN =
            Pattern.compile("(?<![0-9A-Za-z*.-])\\d{15}(?![0-9A-Za-z*.]|-\\d)");
    private static final Pattern SAID = Pattern.compile("身份|证件|证号|公民|ID|户籍|居民");
    private static final int NEAR = 30;

    private final LocalDate today;

    /** Nobody is born after today. */
    public IdCard(LocalDate today) {
        this.today = today;
    }

    @Override
    public List<Hit> find(FoldedText text) {
        List<Hit> hits = new ArrayList<>();
        var match = EIGHTEEN.matcher(text.text());
        while (match.find()) {
            look(text, match.start(), match.end(), hits);
        }
        var old = FIFTEEN.matcher(text.text());
        while (old.find()) {
            if (isOldNumber(old.group())) {
                var said = SAID.matcher(text.before(old.start(), NEAR)).find();
                hits.add(
                        said
                                ? Hit.blocking("personal.id-card-15", old.start(), old.end())
                                : Hit.warning("personal.id-card-15", old.start(), old.end()));
            }
        }
        return hits;
    }

    private void look(FoldedText text, int start, int end, List<Hit> hits) {
        var number = text.text().substring(start, end).replaceAll("[ -]", "").replace('×', 'X');
        number = number.toUpperCase(Locale.ROOT);
        if (CreditCode.isValid(number)) {
            return;
        }
        if (isValid(number)) {
            hits.add(Hit.blocking("personal.id-card", start, end));
        } else if (SAID.matcher(text.before(start, NEAR)).find() && looksLikeOne(number)) {
            hits.add(Hit.warning("personal.id-card-doubtful", start, end));
        }
    }

    /** Whether region, day of birth and check digit of the 18 signs are right. */
    boolean isValid(String number) {
        if (!looksLikeOne(number)) {
            return false;
        }
        var sum = 0;
        for (var at = 0; at < WEIGHTS.length; at++) {
            sum += (number.charAt(at) - '0') * WEIGHTS[at];
        }
        return CHECK.charAt(sum % 11) == number.charAt(17);
    }

    private boolean looksLikeOne(String number) {
        return Region.isPlausible(number.substring(0, 6)) && isBirth(number.substring(6, 14));
    }

    private boolean isOldNumber(String number) {
        return Region.isPlausible(number.substring(0, 6))
                && isBirth("19" + number.substring(6, 12));
    }

    private boolean isBirth(String digits) {
        try {
            var day =
                    LocalDate.of(
                            Integer.parseInt(digits.substring(0, 4)),
                            Integer.parseInt(digits.substring(4, 6)),
                            Integer.parseInt(digits.substring(6, 8)));
            return day.getYear() >= 1900 && !day.isAfter(today);
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
