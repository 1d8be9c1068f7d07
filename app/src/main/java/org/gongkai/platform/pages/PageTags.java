package org.gongkai.platform.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a public page for machines (网页标签): 国办发〔2017〕47号, annex 网页设计规范. A controller puts it
 * into its model as {@code tags}; the layout writes it out.
 *
 * @param tags name and content, in order; a name stands once
 * @param canonical the permanent address
 * @param feed address of the Atom feed; null without one
 * @param jsonLd the same facts as schema.org JSON-LD; null without
 */
public record PageTags(
        List<Tag> tags,
        @Nullable String canonical,
        @Nullable String feed,
        @Nullable String jsonLd) {
    public PageTags {
        tags = List.copyOf(tags);
    }

    /** One tag. */
    public record Tag(String name, String content) {}
}
