package org.gongkai.opengov.drinkingwater;

/** Whether something holds, where the reading may leave it open (判定). */
public enum Answer {
    YES,
    NO,
    OPEN
}
