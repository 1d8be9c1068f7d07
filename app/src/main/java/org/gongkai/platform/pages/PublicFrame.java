package org.gongkai.platform.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Head and foot of every public page (公开页面页眉页脚); the layout asks it as {@code @publicFrame}. */
@Component
public class PublicFrame {
    private final ObjectProvider<Site.Source> source;
    private final MessageSource messages;
    private final CurrentPath path;

    PublicFrame(ObjectProvider<Site.Source> source, MessageSource messages, CurrentPath path) {
        this.source = source;
        this.messages = messages;
        this.path = path;
    }

    /** The site; without an agency it bears the plain name of the service. */
    public Site site() {
        var known = source.getIfAvailable();
        var site = known == null ? unnamed() : known.site();
        return site.name().isBlank() ? unnamed() : site;
    }

    /** {@code page} for the page shown, {@code true} for a page above it, null for any other. */
    public @Nullable String current(String link) {
        return path.current(link);
    }

    private Site unnamed() {
        var name = messages.getMessage("layout.site", null, LocaleContextHolder.getLocale());
        return new Site(name, null, name, List.of(), List.of(), List.of());
    }
}
