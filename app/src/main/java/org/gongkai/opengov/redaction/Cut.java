package org.gongkai.opengov.redaction;

/**
 * A place that is painted over (涂盖处), in points of the page.
 *
 * @param mark the number of its mark, from 0
 */
record Cut(Box box, int mark) {}
