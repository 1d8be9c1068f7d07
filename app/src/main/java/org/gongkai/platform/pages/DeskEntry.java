package org.gongkai.platform.pages;

/**
 * One way in from the desk (工作台入口): a line of the head or of the list of registers.
 *
 * @param place where it stands
 * @param order lower comes first
 * @param messageKey key of its name; {@code <messageKey>.about} says in one sentence what is there
 * @param link address, e.g. {@code /desk/calendar}
 */
public record DeskEntry(Place place, int order, String messageKey, String link) {

    /** Where an entry stands. */
    public enum Place {
        /** In the head of every desk page: 起草, 审签. */
        HEAD,
        /** In the list of registers 台账 and settings. */
        REGISTER
    }
}
