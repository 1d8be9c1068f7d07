package org.gongkai.platform.textcheck.personal;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.platform.textcheck.FoldedText;
import org.gongkai.platform.textcheck.Hit;
import org.gongkai.platform.textcheck.TextDetector;

/**
 * Number plates of vehicles (机动车号牌), GA 36-2018: province, issuing office, five signs, six for
 * new-energy vehicles (D or F first or last), or four and 警, 学, 挂, 港, 澳.
 */
public final class Plates implements TextDetector {
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final Pattern PLATE =
            Pattern.compile(
                    "(?:["
                            + PROVINCES
                            + "])[ ]?([A-HJ-Z])[ ·•・.-]{0,2}"
                            + "((?:[DFA-CEGHJK]\\d{5}|\\d{5}[DFA-CEGHJK]|[D|F][A-HJ-NP-Z0-9]\\d{4})|[A-HJ-NP-Z0-9]{5}|[A-HJ-NP-Z0-9]{4}[警学挂港澳])"
                            + "(?![A-Za-z0-9*])");

    @Override
    public List<Hit> find(FoldedText text) {
        return PLATE.matcher(text.text())
                .results()
                .filter(it -> digitsIn(it.group(2)) >= 3)
                .map(it -> Hit.blocking("personal.plate", it.start(), it.end()))
                .toList();
    }

    private static long digitsIn(String signs) {
        return signs.chars().filter(it -> it >= '0' && it <= '9').count();
    }
}
