package org.gongkai.platform.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the reader is (当前页面), for {@code aria-current} in navigation. */
@Component
class CurrentPath {

    /** {@code page} for the page shown, {@code true} for a page above it, null for any other. */
    @Nullable String current(String link) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes at)) {
            return null;
        }
        var shown = at.getRequest().getRequestURI();
        if (shown.equals(link)) {
            return "page";
        }
        return link.length() > 1 && shown.startsWith(link + "/") ? "true" : null;
    }
}
