package org.gongkai.platform.settings;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why the program does not start (不能启动的原因), in one sentence for the operator, in both languages.
 *
 * @param bundle the messages that hold the sentence, e.g. {@code messages/settings}
 * @param messageKey key of the sentence
 * @param arguments what the sentence names
 */
public record StartProblem(String bundle, String messageKey, List<Object> arguments) {
    public StartProblem {
        arguments = List.copyOf(arguments);
    }

    /** A problem whose sentence is in {@code messages/<first part of the key>.properties}. */
    public static StartProblem of(String messageKey, Object... arguments) {
        String module = messageKey.substring(0, messageKey.indexOf('.'));
        return new StartProblem("messages/" + module, messageKey, List.of(arguments));
    }

    /** The sentence. */
    public String sentence() {
        // Every sentence holds both languages, so no locale is chosen.
        String pattern = ResourceBundle.getBundle(bundle, Locale.ROOT).getString(messageKey);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
    }
}
