package org.gongkai.opengov.requests;

/** What an event tells beside its day (环节要素). */
public enum EventField {
    /** What was asked, decided or said (内容). */
    NOTE,
    /** By what it can be proved (凭据). */
    EVIDENCE,
    /** Whom it concerns: a third party or another agency (对象). */
    PARTY,
    /** How many working days (工作日数). */
    WORKING_DAYS,
    /** The section or subordinate unit (科室). */
    SECTION,
    /** By which channel (方式). */
    WAY,
    /** Until when (期限). */
    TERM,
    /** With which result (办理结果). */
    OUTCOME
}
