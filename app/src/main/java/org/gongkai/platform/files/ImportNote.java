package org.gongkai.platform.files;

import java.util.List;

/**
 * Something about an imported draft that its writer should know (导入说明).
 *
 * @param messageKey key of the sentence, {@code files.import.…}
 * @param arguments what it names
 */
public record ImportNote(String messageKey, List<Object> arguments) {
    public ImportNote {
        arguments = List.copyOf(arguments);
    }

    /** A note naming {@code arguments}. */
    public static ImportNote of(String messageKey, Object... arguments) {
        return new ImportNote(messageKey, List.of(arguments));
    }
}
