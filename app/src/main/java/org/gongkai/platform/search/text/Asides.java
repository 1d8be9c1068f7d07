package org.gongkai.platform.search.text;

import java.util.Comparator;
import java.util.List;

/**
 * What people say around what they look for (口语虚词), from {@code search/asides.txt}: 怎么, 请问, 查询. It
 * is dropped as long as something remains.
 */
final class Asides {

    private static final List<String> SHIPPED =
            Dictionary.lines("asides.txt").stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .toList();

    private Asides() {}

    /** How long the aside is that begins here; 0 if none does. */
    static int lengthAt(String text, int from) {
        for (String aside : SHIPPED) {
            if (text.startsWith(aside, from)) {
                return aside.length();
            }
        }
        return 0;
    }
}
