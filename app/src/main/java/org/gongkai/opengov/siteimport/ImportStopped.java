package org.gongkai.opengov.siteimport;

import java.util.List;

/**
 * The import cannot go on at all (导入无法进行): the folder, its settings or its manifest are at fault.
 */
final class ImportStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> arguments;

    ImportStopped(String messageKey, Object... arguments) {
        super(messageKey + " " + List.of(arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    String messageKey() {
        return messageKey;
    }

    List<Object> arguments() {
        return arguments;
    }
}
