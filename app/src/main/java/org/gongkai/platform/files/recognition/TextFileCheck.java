package org.gongkai.platform.files.recognition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.SafeName;
import org.gongkai.platform.files.TextFiles;

/** Plain text and CSV (文本文件检查): really text, in UTF-8 or GB 18030, and no markup in disguise. */
final class TextFileCheck {
    private static final Pattern MARKUP =
            Pattern.compile(
                    "(?is)\\A\\W*<(!doctype|html|head|body|script|iframe|img|a\\s|div|p[\\s>]|style|meta|\\?xml|x:)");
    private static final Set<String> SCRIPTS =
            Set.of(
                    "exe", "dll", "com", "scr", "bat", "cmd", "ps1", "vbs", "js", "jse", "wsf",
                    "hta", "msi", "jar", "sh", "lnk", "apk");

    private TextFileCheck() {}

    static MediaKind check(Path file, byte[] head, SafeName name) throws IOException {
        var shown = name.value();
        if (SCRIPTS.contains(name.extension())) {
            throw Refused.EXECUTABLE.naming(shown);
        }
        if (FileRecognition.mentions(head, "<svg")) {
            throw Refused.SVG.naming(shown);
        }
        if (isMarkup(head) || Set.of("html", "htm", "xhtml", "mht").contains(name.extension())) {
            throw Refused.HTML.naming(shown);
        }
        var kind = MediaKind.byExtension(name.extension());
        if (kind.isEmpty() || !(kind.get() == MediaKind.TXT || kind.get() == MediaKind.CSV)) {
            throw (kind.isPresent() ? Refused.BROKEN : Refused.UNKNOWN).naming(shown);
        }
        if (TextFiles.read(file).isEmpty()) {
            throw Refused.BROKEN.naming(shown);
        }
        return kind.get();
    }

    private static boolean isMarkup(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        return MARKUP.matcher(text).find() || text.toLowerCase(Locale.ROOT).contains("<script");
    }
}
