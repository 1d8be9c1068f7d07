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
        var match = DocumentNumber.tail().matcher(text.text());
        while (match.find()) {
            var code = codeBefore(text.text(), match.start());
            var start = match.start() - code.length();
            var written = text.quote(start, match.end());
            if (!written.matches(STRICT_PART) && isNumber(code, written)) {
                hits.add(
                        Hit.warning("paper.document-number", start, match.end())
                                .proposing(code + DocumentNumber.repaired(match)));
            }
        }
        return hits;
    }

    /**
     * The words before; the code is among them, and eight signs are enough to recognise the place.
     */
    private static String codeBefore(String text, int end) {
        var start = end;
        while (start > 0 && end - start < 8 && isHan(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static boolean isHan(char sign) {
        return sign >= '\u4e00' && sign <= '\u9fa5';
    }

    private static boolean isNumber(String code, String written) {
        return ENDING.matcher(code).matches()
                && !(SERIES.matcher(code).find() && written.contains("第"));
    }
}
