package org.gongkai.platform.search;

/** How what was typed was understood so that something is found (检索理解方式); the page says so. */
public enum Reading {
    /** All of it, as typed. */
    AS_TYPED,
    /** Nothing has all of it: another spelling was looked for. */
    CORRECTED,
    /** The letters are pinyin or first letters of some. */
    BY_SOUND,
    /** Few have all of it: those that have most of its words follow. */
    MOST_WORDS,
    /** Nothing has most of it: any of its words. */
    SOME_WORDS
}
