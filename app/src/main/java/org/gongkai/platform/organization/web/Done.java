package org.gongkai.platform.organization.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Says on the next page what has happened (办理结果), without keeping anything for the reader. */
@ControllerAdvice(basePackageClasses = Done.class)
class Done {
    private static final Pattern WHAT = Pattern.compile("[a-z-]{1,40}");

    private final MessageSource messages;

    Done(MessageSource messages) {
        this.messages = messages;
    }

    /** Goes to the page and says there {@code organization.done.<what>}. */
    static String at(String page, String what) {
        return "redirect:" + page + "?done=" + what;
    }

    @ModelAttribute("said")
    @Nullable String said(@RequestParam @Nullable String done) {
        return done != null && WHAT.matcher(done).matches()
                ? messages.getMessage(
                        "organization.done." + done, null, null, LocaleContextHolder.getLocale())
                : null;
    }
}
