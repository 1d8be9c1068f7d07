package org.gongkai.platform.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of all pages (页面文字): every file {@code messages/<module>.properties}, in UTF-8. A key
 * stands once. A missing one stops the page where {@code gongkai.strict-messages} is set, as in
 * tests.
 */
@Component("messageSource")
class Messages implements MessageSource {
    private final Map<String, String> texts = new HashMap<>();
    private final boolean strict;

    Messages(@Value("${gongkai.strict-messages:false}") boolean strict) throws IOException {
        this.strict = strict;
        for (var file :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:messages/*.properties")) {
            var read = new Properties();
            try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                read.load(text);
            }
            read.stringPropertyNames()
                    .forEach(
                            key -> {
                                if (texts.putIfAbsent(key, read.getProperty(key)) != null) {
                                    throw new IllegalStateException("Two texts for " + key);
                                }
                            });
        }
    }

    @Override
    public @Nullable String getMessage(
            String key,
            Object @Nullable [] arguments,
            @Nullable String otherwise,
            @Nullable Locale locale) {
        String text = texts.get(key);
        return text == null ? otherwise : format(text, arguments);
    }

    @Override
    public String getMessage(String key, Object @Nullable [] arguments, @Nullable Locale locale) {
        String text = texts.get(key);
        if (text != null) {
            return format(text, arguments);
        }
        if (strict) {
            throw new IllegalStateException("No text for " + key);
        }
        throw new NoSuchMessageException(key);
    }

    @Override
    public String getMessage(MessageSourceResolvable asked, @Nullable Locale locale) {
        String[] keys = asked.getCodes();
        for (String key : keys == null ? new String[0] : keys) {
            String text = texts.get(key);
            if (text != null) {
                return format(text, asked.getArguments());
            }
        }
        String otherwise = asked.getDefaultMessage();
        if (otherwise == null) {
            throw new NoSuchMessageException(String.valueOf(asked));
        }
        return otherwise;
    }

    private String format(String text, Object @Nullable [] arguments) {
        return arguments == null || arguments.length == 0
                ? text
                : new MessageFormat(text, Locale.SIMPLIFIED_CHINESE).format(written(arguments));
    }

    /** Numbers keep their digits: 2021, not 2,021; what has a text of its own is said in it. */
    private Object[] written(Object[] arguments) {
        Object[] written = arguments.clone();
        for (int at = 0; at < written.length; at++) {
            written[at] =
                    written[at] instanceof MessageSourceResolvable named
                            ? getMessage(named, Locale.SIMPLIFIED_CHINESE)
                            : Wording.written(written[at]);
        }
        return written;
    }
}
