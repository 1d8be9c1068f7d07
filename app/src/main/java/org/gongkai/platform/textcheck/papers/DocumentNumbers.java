package org.gongkai.platform.textcheck.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.platform.textcheck.FoldedText;
import org.gongkai.platform.textcheck.Hit;
import org.gongkai.platform.textcheck.TextDetector;

/** Badly written document numbers in a text (发文字号格式), each with how it was most likely meant. */
public final class DocumentNumbers implements TextDetector {
    private static final Pattern QUICK = Pattern.compile("[号號]");
    private static final String STRICT_PART = "[一-龥（）]*〔(?:19|20)\\d{2}〕[1-9]\\d{0,4}号";
    private static final Pattern SERIES = Pattern.compile("(?:公告|通告|令|公报|报告)$");
    private static final Pattern ENDING =
            Pattern.compile(".*(?:[发函办字通审罚规电阅报议决批复环告政党委评验许可建财人综法监执测质办秘纪任令呈请局府厅处文]|公开)$");

    @Override
    public List<Hit> find(FoldedText text) {
        if (!QUICK.matcher(text.text()).find()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        var match = DocumentNumber.loose().matcher(text.text());
        for (var at = 0; match.find(at); at = match.end()) {
            var start = match.start() + trimmed(match.group("code"));
            var written = text.quote(start, match.end());
            var proposal = DocumentNumber.repaired(match).substring(start - match.start());
            if (!written.matches(STRICT_PART) && isNumber(match.group("code"), written)) {
                hits.add(
                        Hit.warning("paper.document-number", start, match.end())
                                .proposing(proposal));
            }
        }
        return hits;
    }

    /** Words before the code are not part of it; eight signs are enough to recognise the place. */
    private static int trimmed(String code) {
        return Math.max(0, code.length() - 8);
    }

    private static boolean isNumber(String code, String written) {
        return ENDING.matcher(code).matches()
                && !(SERIES.matcher(code).find() && written.contains("第"));
    }
}
