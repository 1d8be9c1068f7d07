package org.gongkai.platform.files.recognition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.SafeName;

/** Plain text and CSV (文本文件检查): really text, in UTF-8 or GB 18030, and no markup in disguise. */
public final class TextFileCheck {
    private static final Charset GB18030 = Charset.forName("GB18030");
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
        if (read(file).isEmpty()) {
            throw Refused.BROKEN.naming(shown);
        }
        return kind.get();
    }

    private static boolean isMarkup(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        return MARKUP.matcher(text).find() || text.toLowerCase(Locale.ROOT).contains("<script");
    }

    /** The text, if the bytes are text in one of the two encodings. */
    public static Optional<String> read(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            return decode(bytes, StandardCharsets.UTF_8).or(() -> decode(bytes, GB18030));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            var text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(java.nio.ByteBuffer.wrap(bytes))
                            .toString();
            var controls =
                    text.chars()
                            .anyMatch(
                                    it ->
                                            it < 32
                                                    && it != '\t'
                                                    && it != '\n'
                                                    && it != '\r'
                                                    && it != '\f');
            return controls ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
