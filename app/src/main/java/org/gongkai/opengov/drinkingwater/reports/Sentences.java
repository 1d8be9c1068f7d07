package org.gongkai.opengov.drinkingwater.reports;

/**
 * What says the sentence of a message key (报告用语), so that a report is written without a program.
 */
@FunctionalInterface
interface Sentences {
    /** The sentence with what it names. */
    String say(String key, Object... arguments);
}
