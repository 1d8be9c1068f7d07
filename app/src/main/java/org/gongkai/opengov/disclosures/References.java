package org.gongkai.opengov.disclosures;

import java.util.Arrays;
import java.util.List;

/**
 * What a field names (所指文件): several documents with semicolons between, 《》 around a whole title
 * left out; the database reads it in the same way ({@code public_fields_of}).
 */
final class References {
    private References() {}

    /** The names in the order written. */
    static List<String> in(String field) {
        return Arrays.stream(field.split("[；;\\n]"))
                .map(it -> it.strip().replaceAll("^《([^《》]*)》$", "$1"))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** Everything that content names. */
    static List<String> of(DocumentContent content) {
        return content.kind().fields().stream()
                .filter(it -> it.type() == DocumentField.Type.REFERENCE)
                .map(it -> content.fields().getOrDefault(it.key(), ""))
                .flatMap(it -> in(it).stream())
                .distinct()
                .toList();
    }
}
