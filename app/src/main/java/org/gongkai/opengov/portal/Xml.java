package org.gongkai.opengov.portal;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML for feeds and site maps (XML 输出), every text escaped. */
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

    /** An element with two attributes and nothing in it. */
    Xml empty(String name, String first, String value, String second, String other) {
        return write(
                () -> {
                    writer.writeEmptyElement(name);
                    writer.writeAttribute(first, value);
                    writer.writeAttribute(second, other);
                });
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
