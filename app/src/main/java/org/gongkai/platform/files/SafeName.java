package org.gongkai.platform.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gongkai.platform.refusals.Refusal;

/**
 * A file name that is safe to show and to send (安全文件名).
 *
 * <p>A name never becomes a path. Names that walk folders, carry control characters or turn the
 * reading direction ("gnp.exe" shown as "exe.png", CVE-2021-42574) are refused; harmless oddities
 * (composed characters, blanks, signs that Windows forbids, great length) are repaired.
 */
public record SafeName(String value) {
    private static final int LONGEST = 120;
    private static final Pattern DIRECTION =
            Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\uFFFD]");
    private static final Pattern FORBIDDEN_BY_WINDOWS = Pattern.compile("[<>:\"|?*]");

    /** The safe form of {@code declared}, or a refusal that names the problem. */
    public static SafeName of(String declared) {
        refuseTricks(declared);
        var name = Normalizer.normalize(declared, Normalizer.Form.NFC);
        name = INVISIBLE.matcher(name).replaceAll("");
        name = FORBIDDEN_BY_WINDOWS.matcher(name).replaceAll("_");
        name = name.replaceAll("\\s+", " ").strip();
        name = withoutDotsAround(name);
        if (name.isEmpty()) {
            throw Refusal.invalid("file", "files.name.empty");
        }
        return new SafeName(shortened(name));
    }

    /** The part after the last dot, in lower case; empty if there is none. */
    public String extension() {
        var dot = value.lastIndexOf('.');
        return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static void refuseTricks(String declared) {
        if (declared.contains("/") || declared.contains("\\")) {
            throw Refusal.invalid("file", "files.name.path");
        }
        if (DIRECTION.matcher(declared).find()) {
            throw Refusal.invalid("file", "files.name.direction");
        }
        if (CONTROL.matcher(declared).find()) {
            throw Refusal.invalid("file", "files.name.control");
        }
    }

    private static String withoutDotsAround(String name) {
        var start = 0;
        var end = name.length();
        while (start < end && ". ".indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ". ".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(start, end);
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
        var keep = name.offsetByCodePoints(0, LONGEST - ending.length());
        return name.substring(0, keep) + ending;
    }
}
