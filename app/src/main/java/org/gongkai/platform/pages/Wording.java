package org.gongkai.platform.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the program says (用语): the sentence of a message key with what it names. Numbers keep their
 * digits (2021, not 2,021), days are written as on pages.
 */
@Component
public class Wording {
    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence of this key. */
    public String say(String key, Object... arguments) {
        return say(key, List.of(arguments));
    }

    /** The sentence of this key. */
    public String say(String key, List<Object> arguments) {
        return messages.getMessage(key, arguments.toArray(), Locale.SIMPLIFIED_CHINESE);
    }

    /** The sentence of this key; empty where there is none, as for a word out of an address. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(messages.getMessage(key, null, null, Locale.SIMPLIFIED_CHINESE));
    }

    /** The sentence of a refusal, the same on page and in API. */
    public String sentence(Refusal refusal) {
        return say(refusal.messageKey(), refusal.arguments());
    }

    /** The sentence beside a field. */
    public String sentence(FieldProblem problem) {
        return say(problem.messageKey(), problem.arguments());
    }

    static Object written(Object argument) {
        return switch (argument) {
            case LocalDate day -> ChineseDates.written(day);
            case Number number -> number.toString();
            default -> argument;
        };
    }
}
