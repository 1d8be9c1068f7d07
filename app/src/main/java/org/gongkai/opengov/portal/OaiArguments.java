package org.gongkai.opengov.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.opengov.portal.OaiError.Code;
import org.jspecify.annotations.Nullable;

/**
 * What a harvester asks (收割请求): one verb and its arguments, each once, none that the verb does not
 * know.
 */
record OaiArguments(Verb verb, Map<String, String> values) {

    /** The six verbs of the protocol, with what each must have and may have. */
    enum Verb {
        IDENTIFY("Identify", Set.of(), Set.of()),
        LIST_METADATA_FORMATS("ListMetadataFormats", Set.of(), Set.of("identifier")),
        LIST_SETS("ListSets", Set.of(), Set.of("resumptionToken")),
        GET_RECORD("GetRecord", Set.of("identifier", "metadataPrefix"), Set.of()),
        LIST_IDENTIFIERS(
                "ListIdentifiers", Set.of("metadataPrefix"), Set.of("from", "until", "set")),
        LIST_RECORDS("ListRecords", Set.of("metadataPrefix"), Set.of("from", "until", "set"));

        private final String written;
        private final Set<String> required;
        private final Set<String> optional;

        Verb(String written, Set<String> required, Set<String> optional) {
            this.written = written;
            this.required = required;
            this.optional = optional;
        }

        String written() {
            return written;
        }

        boolean isList() {
            return this == LIST_IDENTIFIERS || this == LIST_RECORDS;
        }
    }

    static OaiArguments of(Map<String, List<String>> asked) {
        var verbs = asked.getOrDefault("verb", List.of());
        var verb = verbs.size() == 1 ? named(verbs.getFirst()) : null;
        if (verb == null) {
            throw new OaiError(Code.BAD_VERB, "one of the six verbs is needed, once");
        }
        var values = new LinkedHashMap<String, String>();
        asked.forEach(
                (name, given) -> {
                    if (given.size() != 1) {
                        throw wrong(name + " is repeated");
                    }
                    if (!name.equals("verb")) {
                        values.put(name, given.getFirst());
                    }
                });
        return new OaiArguments(verb, checked(verb, values));
    }

    @Nullable String value(String name) {
        return values.get(name);
    }

    /** A value that the verb cannot do without. */
    String needed(String name) {
        var value = values.get(name);
        if (value == null) {
            throw wrong(name + " is missing");
        }
        return value;
    }

    private static Map<String, String> checked(Verb verb, Map<String, String> values) {
        if (verb.isList() && values.containsKey("resumptionToken")) {
            if (values.size() > 1) {
                throw wrong("resumptionToken stands alone");
            }
            return values;
        }
        var unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(verb.required);
        unknown.removeAll(verb.optional);
        if (!unknown.isEmpty()) {
            throw wrong("not known here: " + String.join(", ", unknown));
        }
        var missing = new TreeSet<>(verb.required);
        missing.removeAll(values.keySet());
        if (!missing.isEmpty()) {
            throw wrong("missing: " + String.join(", ", missing));
        }
        return values;
    }

    private static @Nullable Verb named(String written) {
        for (var it : Verb.values()) {
            if (it.written.equals(written)) {
                return it;
            }
        }
        return null;
    }

    private static OaiError wrong(String told) {
        return new OaiError(Code.BAD_ARGUMENT, told);
    }
}
