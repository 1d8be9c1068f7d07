package org.gongkai.platform.textcheck;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.platform.refusals.Refusal;

/**
 * A classification mark (密级标志): 绝密, 机密 or 秘密 with a star, or standing alone at the head of a paper.
 *
 * <p>《保守国家秘密法》 (2024) art. 20; GB/T 9704-2012 7.2.2. This system is for what is not classified: a
 * marked text is refused before it is stored. The words in a running sentence, 国家秘密, 商业秘密, 工作秘密,
 * are no mark.
 *
 * @param level the word of the mark
 * @param offset where it stands in the text
 */
public record ClassificationMark(String level, int offset) {
    private static final String WORD = "(绝\\s{0,2}密|机\\s{0,2}密|秘\\s{0,2}密)";
    private static final String EDGE = "(?<=^|[\\s:：【\\[（(]|特急|加急|平急|特提|密级|等级)";
    private static final Pattern STARRED =
            Pattern.compile(EDGE + WORD + "[ \\t]{0,3}[★☆✩*＊](?!\\s*[、”’\"])", Pattern.MULTILINE);
    private static final String TERM = "(?:[0-9一二三四五六七八九十]{1,3}\\s?(?:年|个月|月)|长期|启用前|解密前)";
    private static final Pattern WITH_TERM =
            Pattern.compile(
                    "^[ \\t【\\[（(]*" + WORD + "[ \\t·•]*" + TERM + "[ \\t】\\]）)]*$",
                    Pattern.MULTILINE);
    private static final Pattern BEHIND_COPY_NUMBER =
            Pattern.compile(
                    "^[ \\t]*[0-9]{6}[ \\t]+" + WORD + "(?![\\u4e00-\\u9fff])", Pattern.MULTILINE);
    private static final Pattern ALONE =
            Pattern.compile("^[ \\t【\\[（(]*" + WORD + "[ \\t】\\]）)]*$", Pattern.MULTILINE);
    private static final int LINES_OF_HEAD = 10;
    private static final Pattern LABELLED =
            Pattern.compile("密\\s?级\\s?[:：]\\s?" + WORD + "(?!\\s*[、/或和及，,三级])");

    private static final List<Pattern> PATTERNS =
            List.of(STARRED, LABELLED, WITH_TERM, BEHIND_COPY_NUMBER, ALONE);

    /** The first mark in a text, if it carries one. */
    public static Optional<ClassificationMark> find(String text) {
        var folded = FoldedText.of(text);
        for (var pattern : PATTERNS) {
            var match = pattern.matcher(folded.text());
            if (match.find() && (pattern != ALONE || isAtHead(folded.text(), match))) {
                var level = match.group(1).replaceAll("\\s", "");
                return Optional.of(
                        new ClassificationMark(level, folded.originalOffset(match.start(1))));
            }
        }
        return Optional.empty();
    }

    /** Refuses a text that carries a mark, before anything of it is stored. */
    public static void refuseIn(String field, String text) {
        if (find(text).isPresent()) {
            throw Refusal.invalid(field, "textcheck.classification.refused");
        }
    }

    private static boolean isAtHead(String text, Matcher match) {
        return text.substring(0, match.start()).lines().filter(it -> !it.isBlank()).count()
                < LINES_OF_HEAD;
    }
}
