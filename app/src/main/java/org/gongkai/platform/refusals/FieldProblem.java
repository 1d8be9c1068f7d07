package org.gongkai.platform.refusals;

import java.util.List;

/**
 * What is wrong with one field of the input (字段问题).
 *
 * @param field the field's name as in the API, e.g. {@code legalGround}
 * @param messageKey key of the sentence that says what to do
 * @param arguments what the sentence names
 */
public record FieldProblem(String field, String messageKey, List<Object> arguments) {
    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    /** A problem whose sentence names {@code arguments}. */
    public static FieldProblem of(String field, String messageKey, Object... arguments) {
        return new FieldProblem(field, messageKey, List.of(arguments));
    }

    /** The stable code for programs: the last part of the message key. */
    public String code() {
        return messageKey.substring(messageKey.lastIndexOf('.') + 1);
    }
}
