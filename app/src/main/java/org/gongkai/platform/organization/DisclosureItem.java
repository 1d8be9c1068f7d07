package org.gongkai.platform.organization;

/**
 * One line of a section's list (公开事项): what it publishes, on what ground, how often, by when.
 *
 * @param article20Item the item of 《政府信息公开条例》 art. 20, 1 to 15
 * @param workingDays periodic: something new by this working day of each period; on event: within
 *     this many working days of formation or change, at most 20 (art. 26)
 * @param columnKey the column in which it appears
 */
public record DisclosureItem(
        String item,
        String legalGround,
        int article20Item,
        Cadence cadence,
        int workingDays,
        String columnKey) {

    /** Art. 20 has fifteen items. */
    static final int ARTICLE_20_ITEMS = 15;
}
