package org.gongkai.platform.textcheck.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.platform.textcheck.FoldedText;
import org.gongkai.platform.textcheck.Hit;
import org.gongkai.platform.textcheck.TextDetector;

/** Doubled marks, and half-width marks among Chinese words (标点符号), GB/T 15834-2011. */
public final class Punctuation implements TextDetector {
    private static final Pattern DOUBLED =
            Pattern.compile("([。，、；：？！,;])\\1+|[，、；：][。，、；：？！]+|[。！？][，、；：]");
    private static final String HAN = "[\\u4e00-\\u9fff》”）]";
    private static final Pattern HALF_WIDTH =
            Pattern.compile("(?<=" + HAN + ")[,;:?!](?=[\\u4e00-\\u9fff《“（\\s]|$)");
    private static final Map<Character, String> FULL =
            Map.of(',', "，", ';', "；", ':', "：", '?', "？", '!', "！");

    @Override
    public List<Hit> find(FoldedText text) {
        List<Hit> hits = new ArrayList<>();
        var doubled = DOUBLED.matcher(text.text());
        while (doubled.find()) {
            hits.add(doubled(doubled.group(), doubled.start(), doubled.end()));
        }
        var half = HALF_WIDTH.matcher(text.text());
        var count = (int) half.results().count();
        if (count > 0 && half.reset().find()) {
            hits.add(
                    Hit.note("paper.half-width", half.start(), half.end())
                            .naming(count)
                            .proposing(FULL.getOrDefault(half.group().charAt(0), half.group())));
        }
        return hits;
    }

    /** One mark is meant: the first, unless the last ends the sentence. */
    private static Hit doubled(String marks, int start, int end) {
        var last = marks.substring(marks.length() - 1);
        var first = marks.substring(0, 1);
        var meant = "。！？".contains(last) && !"。！？".contains(first) ? last : first;
        return Hit.warning("paper.doubled-mark", start, end).proposing(meant);
    }
}
