package org.gongkai.opengov.drinkingwater;

/**
 * Why an item is over its limit by nature alone (天然本底): the rock that the water comes through, and
 * not what people let into it. The item stays over; the cause is told beside it (ADR 0295).
 *
 * @param cause the geological cause; empty if nobody says
 * @param document the paper that found it, by its title; empty if nobody says
 * @param number the paper's number; empty if it has none
 */
public record NaturalBackground(String cause, String document, String number) {

    /** The paper with its number, as it is cited; empty without one. */
    public String basis() {
        return number.isEmpty() ? document : document + "（" + number + "）";
    }

    /** What of it there is to tell, in a word of the messages: cause, basis, both or plain. */
    public String told() {
        if (cause.isEmpty()) {
            return basis().isEmpty() ? "plain" : "basis";
        }
        return basis().isEmpty() ? "cause" : "both";
    }
}
