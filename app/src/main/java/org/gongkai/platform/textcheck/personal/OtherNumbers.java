package org.gongkai.platform.textcheck.personal;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.platform.textcheck.FoldedText;
import org.gongkai.platform.textcheck.Hit;
import org.gongkai.platform.textcheck.TextDetector;

/** Passports and social-security numbers (护照号、社会保障号), known by the words before them. */
public final class OtherNumbers implements TextDetector {
    private static final Pattern PASSPORT =
            Pattern.compile(
                    "护照(?:号码?|编号)?(?:为|是)?[:： ]{0,2}([EGDSPHMegdsphm][A-Za-z]?\\d{7,8})(?![0-9A-Za-z])");
    private static final Pattern SECURITY =
            Pattern.compile(
                    "(?:社保|社会保障|医保|医疗保险)(?:卡|证)?(?:号码?|编号)(?:为|是)?[:： ]{0,2}([A-Za-z]?\\d{8,18})(?![0-9A-Za-z])");

    @Override
    public List<Hit> find(FoldedText text) {
        return java.util.stream.Stream.concat(
                        PASSPORT.matcher(text.text()).results(),
                        SECURITY.matcher(text.text()).results())
                .map(it -> Hit.blocking("personal.other-number", it.start(1), it.end(1)))
                .toList();
    }
}
