package org.gongkai.platform.search.text;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How characters sound (拼音), by HanLP's dictionary, which knows 银行 from 行政. */
public final class Sounds {

    /** The longest typed text that is taken for pinyin. */
    private static final int LONGEST = 60;

    private static final int MOST_READINGS = 6;

    private static final Set<String> SYLLABLES =
            Arrays.stream(Pinyin.values())
                    .map(Pinyin::getPinyinWithoutTone)
                    .filter(it -> it != null && !it.equals("none") && it.matches(".*[aeiouv].*"))
                    .collect(Collectors.toUnmodifiableSet());

    private Sounds() {}

    /** The syllable of each Chinese character, without tones; nothing for other characters. */
    public static List<String> syllables(String folded) {
        List<String> syllables = new ArrayList<>();
        for (Pinyin it : PinyinDictionary.convertToPinyin(folded, true)) {
            if (it != null && it != Pinyin.none5) {
                syllables.add(it.getPinyinWithoutTone());
            }
        }
        return syllables;
    }

    /** The first letter of each syllable: 水源地 is syd. */
    public static String initials(String folded) {
        var initials = new StringBuilder();
        syllables(folded).forEach(it -> initials.append(it.charAt(0)));
        return initials.toString();
    }

    /**
     * The ways to divide letters into syllables, the fewest syllables first: xian is xian, xi an.
     */
    public static List<List<String>> readings(String letters) {
        if (letters.length() < 2
                || letters.length() > LONGEST
                || !letters.chars().allMatch(it -> it >= 'a' && it <= 'z')) {
            return List.of();
        }
        List<List<String>> readings = new ArrayList<>();
        divide(letters, new ArrayList<>(), readings, new boolean[letters.length() + 1]);
        return readings;
    }

    /** Longest syllables first; places from which nothing can be divided are remembered. */
    private static boolean divide(
            String rest, List<String> begun, List<List<String>> readings, boolean[] hopeless) {
        if (rest.isEmpty()) {
            readings.add(List.copyOf(begun));
            return true;
        }
        if (hopeless[rest.length()] || readings.size() >= MOST_READINGS) {
            return false;
        }
        boolean any = false;
        for (int length = Math.min(6, rest.length()); length > 0; length--) {
            String syllable = rest.substring(0, length);
            if (SYLLABLES.contains(syllable)) {
                begun.add(syllable);
                any |= divide(rest.substring(length), begun, readings, hopeless);
                begun.removeLast();
            }
        }
        hopeless[rest.length()] = !any && readings.size() < MOST_READINGS;
        return any;
    }
}
