package org.gongkai.platform.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a public page says of itself to machines (网页标签): 国办发〔2017〕47号, annex 网页设计规范. A controller
 * puts it into its model as {@code tags}; {@link PageHead} adds what follows from the site and
 * writes it out. Every path begins with a slash and is made whole there.
 *
 * @param tags column and content group, name and content, in order; a name stands once
 * @param canonical path of the permanent address; null where it is the path that was asked for
 * @param title what a card of the page is called; null for the last step of 当前位置
 * @param description what a card of the page says; null without
 * @param feeds the feeds of this page, before those of the whole site
 * @param facts the same as things of schema.org
 */
public record PageTags(
        List<Tag> tags,
        @Nullable String canonical,
        @Nullable String title,
        @Nullable String description,
        List<Feed> feeds,
        List<Map<String, Object>> facts) {
    public PageTags {
        tags = List.copyOf(tags);
        feeds = List.copyOf(feeds);
        facts = List.copyOf(facts);
    }

    /** Of a page with nothing of its own. */
    public static PageTags plain() {
        return new PageTags(List.of(), null, null, null, List.of(), List.of());
    }

    /** One tag. */
    public record Tag(String name, String content) {}

    /** A feed (订阅): its media type, its path, what it is called. */
    public record Feed(String type, String path, String title) {}
}
