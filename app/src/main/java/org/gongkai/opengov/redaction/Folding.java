package org.gongkai.opengov.redaction;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words without regard to how they are set (文字归一): full or half width, capitals, blanks, line ends
 * and invisible signs make no difference, nor do the kinds of dashes, dots and quotation marks.
 */
final class Folding {
    private Folding() {}

    static String of(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(Folding::counts)
                .map(Folding::alike)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean counts(int sign) {
        return !Character.isWhitespace(sign)
                && !Character.isSpaceChar(sign)
                && !Character.isISOControl(sign)
                && Character.getType(sign) != Character.FORMAT
                && !(sign >= 0xFE00 && sign <= 0xFE0F)
                && !(sign >= 0xE0100 && sign <= 0xE01EF);
    }

    private static int alike(int sign) {
        return switch (sign) {
            case '‐', '‑', '‒', '–', '—', '―', '−', '﹣' -> '-';
            case '•', '・', '‧', '∙', '⋅' -> '·';
            case '“', '”', '„', '〝', '〞' -> '"';
            case '‘', '’', '‚' -> '\'';
            default -> sign;
        };
    }
}
