package org.gongkai.platform.letters;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The fixed words of the papers (文书用语), from {@code messages/letters.properties}. */
final class Words {

    private static final String PLACE = "/messages/letters.properties";
    private static final Properties WORDS = load();

    private Words() {}

    /** The words of a key, with arguments filled in. */
    static String word(String key, Object... arguments) {
        var pattern = WORDS.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No words for " + key);
        }
        return new MessageFormat(pattern, Locale.SIMPLIFIED_CHINESE).format(arguments);
    }

    private static Properties load() {
        var words = new Properties();
        try (var stream = Objects.requireNonNull(Words.class.getResourceAsStream(PLACE));
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
