package org.gongkai.opengov.mistakes;

import java.time.LocalDate;

/**
 * What the reader keeps (留言回执): the answer is found with both.
 *
 * @param due the last day for the answer
 */
public record MistakeReceipt(String number, String secret, LocalDate due) {}
