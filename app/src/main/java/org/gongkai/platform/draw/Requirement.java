package org.gongkai.platform.draw;

/**
 * What an officer must hold to sit on a seat (任职要求).
 *
 * @param tag the seat's tag; empty if none
 * @param need what the entity needs, on seat 0 only; empty if nothing
 */
record Requirement(String tag, String need) {}
