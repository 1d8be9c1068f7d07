package org.gongkai.platform.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads text in the two encodings that offices use (文本读取): UTF-8, and GB 18030. */
public final class TextFiles {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextFiles() {}

    /** The words of a file; empty if it is not text. */
    public static Optional<String> read(Path file) throws IOException {
        return decode(Files.readAllBytes(file));
    }

    /** The words that the bytes are; empty if they are not text. */
    public static Optional<String> decode(byte[] bytes) {
        return decode(bytes, StandardCharsets.UTF_8).or(() -> decode(bytes, GB18030));
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            var text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            return text.chars().anyMatch(TextFiles::isControl)
                    ? Optional.empty()
                    : Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean isControl(int sign) {
        return sign < 32 && sign != '\t' && sign != '\n' && sign != '\r' && sign != '\f';
    }
}
