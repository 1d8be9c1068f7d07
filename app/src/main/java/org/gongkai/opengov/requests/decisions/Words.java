package org.gongkai.opengov.requests.decisions;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The sentences about remedies (救济用语), from {@code messages/requests-decisions.properties}. */
final class Words {
    private static final String PLACE = "/messages/requests-decisions.properties";
    private static final Properties WORDS = load();

    private Words() {}

    /** The words of a key, with arguments filled in. */
    static String word(String key, Object... arguments) {
        var pattern = Objects.requireNonNull(WORDS.getProperty(key), key);
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
