package org.gongkai.opengov.portal;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML for feeds, site maps and harvesters (XML 输出), every text escaped. */
final class Xml {
    /** What XML 1.0 cannot hold at all. */
    private static final String FORBIDDEN =
            "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    Xml() {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the root element in this name space. */
    Xml begin(String name, String space) {
        return write(
                () -> {
                    writer.writeStartElement(name);
                    writer.writeDefaultNamespace(space);
                });
    }

    /** Opens an element. */
    Xml begin(String name) {
        return write(() -> writer.writeStartElement(name));
    }

    /** An element with this text. */
    Xml text(String name, String content) {
        return write(
                () -> {
                    writer.writeStartElement(name);
                    writer.writeCharacters(content.replaceAll(FORBIDDEN, ""));
                    writer.writeEndElement();
                });
    }

    /** Adds an attribute to the element just opened. */
    Xml attribute(String name, String value) {
        return write(() -> writer.writeAttribute(name, value.replaceAll(FORBIDDEN, "")));
    }

    /** An element with attributes, name and value in turn, and nothing in it. */
    Xml leaf(String name, String... attributes) {
        return write(
                () -> {
                    writer.writeEmptyElement(name);
                    for (var it = 0; it < attributes.length; it += 2) {
                        writer.writeAttribute(
                                attributes[it], attributes[it + 1].replaceAll(FORBIDDEN, ""));
                    }
                });
    }

    /** Text of the element just opened. */
    Xml content(String content) {
        return write(() -> writer.writeCharacters(content.replaceAll(FORBIDDEN, "")));
    }

    /** Closes the element opened last. */
    Xml end() {
        return write(writer::writeEndElement);
    }

    /** Everything written. */
    String written() {
        write(writer::writeEndDocument);
        return text.toString();
    }

    private Xml write(Writing part) {
        try {
            part.write();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Writing {
        void write() throws XMLStreamException;
    }
}
