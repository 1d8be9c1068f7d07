package org.gongkai.platform.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every public page says about the site (网站信息): 国办发〔2017〕47号, annex 网页设计规范, tags and foot
 * area.
 *
 * @param name standard name of the site, as a rule the agency's
 * @param identificationCode 网站标识码, ten digits; null until one was given
 * @param organizer 主办单位
 * @param contacts lines of the foot: address, telephone, office hours
 * @param marks 备案号 and 党政机关网站标识, as far as the agency has them
 * @param navigation links of the main navigation
 */
public record Site(
        String name,
        @Nullable String identificationCode,
        String organizer,
        List<Contact> contacts,
        List<Mark> marks,
        List<Link> navigation) {
    public Site {
        contacts = List.copyOf(contacts);
        marks = List.copyOf(marks);
        navigation = List.copyOf(navigation);
    }

    /** A line of the foot: the key of what it is, and the thing itself. */
    public record Contact(String messageKey, String value) {}

    /**
     * A mark of the foot and where it is registered: the key of what it is, and its number if it
     * has one.
     */
    public record Mark(String messageKey, @Nullable String number, String address) {}

    /**
     * A link of the main navigation; either a message or, for a column, its own name.
     *
     * @param always whether the edition for the elderly (适老版) offers it too, which keeps to a few
     */
    public record Link(
            @Nullable String messageKey, @Nullable String name, String address, boolean always) {}

    /** Who knows the site: the portal. */
    public interface Source {
        /** The site as it is now. */
        Site site();
    }
}
