package org.gongkai.platform.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the reader is (当前页面), for {@code aria-current} in navigation. */
@Component
class CurrentPath {

    /** Whether there is a page here: no refusal is being told. */
    boolean isFound() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes at)) {
            return false;
        }
        var response = at.getResponse();
        return response != null && response.getStatus() == 200;
    }

    /** The path asked for, with the number of a further page where that is all that was asked. */
    String canonical() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes at)) {
            return "/";
        }
        var request = at.getRequest();
        var query = request.getQueryString();
        var further = query != null && query.matches("page=([2-9]|[1-9]\\d{1,5})");
        return request.getRequestURI() + (further ? "?" + query : "");
    }

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
