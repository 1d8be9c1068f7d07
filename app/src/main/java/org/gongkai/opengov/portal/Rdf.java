package org.gongkai.opengov.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A thing described in RDF (关联数据), written as Turtle, as RDF/XML or as JSON-LD: three ways to write
 * the same statements.
 */
final class Rdf {
    private static final Map<String, String> PREFIXES = prefixes();

    private final @Nullable String iri;
    private final String type;
    private final List<Statement> statements = new ArrayList<>();

    private Rdf(@Nullable String iri, String type) {
        this.iri = iri;
        this.type = type;
    }

    /** What is said: another thing, an address, or words in Chinese. */
    private sealed interface Value {
        record Thing(Rdf thing) implements Value {}

        record Iri(String iri) implements Value {}

        record Words(String words) implements Value {}
    }

    private record Statement(String property, Value value) {}

    /** A thing of this type with a name of its own. */
    static Rdf named(String iri, String type) {
        return new Rdf(iri, type);
    }

    /** A thing that is only spoken of here. */
    static Rdf nameless(String type) {
        return new Rdf(null, type);
    }

    Rdf says(String property, String words) {
        if (!words.isBlank()) {
            statements.add(new Statement(property, new Value.Words(words)));
        }
        return this;
    }

    Rdf leads(String property, String iri) {
        statements.add(new Statement(property, new Value.Iri(iri)));
        return this;
    }

    Rdf has(String property, Rdf thing) {
        statements.add(new Statement(property, new Value.Thing(thing)));
        return this;
    }

    /** As Turtle (RDF 1.1). */
    String turtle() {
        var text = new StringBuilder();
        PREFIXES.forEach(
                (name, space) -> text.append("@prefix %s: <%s> .%n".formatted(name, space)));
        text.append(System.lineSeparator()).append('<').append(iri).append('>');
        turtle(text, "    ");
        return text.append(" .").append(System.lineSeparator()).toString().replace("\r", "");
    }

    private void turtle(StringBuilder text, String indent) {
        text.append(" a ").append(type);
        for (var it : statements) {
            text.append(" ;\n").append(indent).append(it.property()).append(' ');
            switch (it.value()) {
                case Value.Iri(var address) -> text.append('<').append(address).append('>');
                case Value.Words(var words) -> text.append(quoted(words)).append("@zh-CN");
                case Value.Thing(var thing) -> {
                    // A named thing is described where its statements may follow its name.
                    text.append(thing.iri == null ? "[" : "<" + thing.iri + ">");
                    if (thing.iri == null) {
                        thing.turtle(text, indent + "    ");
                        text.append(" ]");
                    }
                }
            }
        }
        var named =
                statements.stream()
                        .map(Statement::value)
                        .filter(Value.Thing.class::isInstance)
                        .map(it -> ((Value.Thing) it).thing())
                        .filter(it -> it.iri != null)
                        .toList();
        if (!named.isEmpty()) {
            for (var it : named) {
                text.append(" .\n\n<").append(it.iri).append('>');
                it.turtle(text, "    ");
            }
        }
    }

    private static String quoted(String words) {
        return '"'
                + words.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    /** As RDF/XML (RDF 1.1). */
    String xml() {
        var xml = new Xml().begin("rdf:RDF");
        xml.attribute("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        PREFIXES.forEach((name, space) -> xml.attribute("xmlns:" + name, space));
        write(xml);
        return xml.end().written();
    }

    private void write(Xml xml) {
        xml.begin(type);
        if (iri != null) {
            xml.attribute("rdf:about", iri);
        }
        for (var it : statements) {
            switch (it.value()) {
                case Value.Iri(var address) -> xml.leaf(it.property(), "rdf:resource", address);
                case Value.Words(var words) ->
                        xml.begin(it.property())
                                .attribute("xml:lang", "zh-CN")
                                .content(words)
                                .end();
                case Value.Thing(var thing) -> {
                    xml.begin(it.property());
                    thing.write(xml);
                    xml.end();
                }
            }
        }
        xml.end();
    }

    /** As JSON-LD (1.1). */
    String jsonLd(JsonMapper json) {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("@context", PREFIXES);
        whole.putAll(tree());
        return json.writeValueAsString(whole);
    }

    private Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        if (iri != null) {
            tree.put("@id", iri);
        }
        tree.put("@type", type);
        var values = new LinkedHashMap<String, List<Object>>();
        for (var it : statements) {
            values.computeIfAbsent(it.property(), _ -> new ArrayList<>())
                    .add(
                            switch (it.value()) {
                                case Value.Iri(var address) -> Map.of("@id", address);
                                case Value.Words(var words) ->
                                        Map.of("@value", words, "@language", "zh-CN");
                                case Value.Thing(var thing) -> thing.tree();
                            });
        }
        tree.putAll(values);
        return tree;
    }

    private static Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
        prefixes.put("dct", "http://purl.org/dc/terms/");
        prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
        prefixes.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        return prefixes;
    }
}
