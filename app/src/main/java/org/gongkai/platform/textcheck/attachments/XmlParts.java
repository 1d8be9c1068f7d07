package org.gongkai.platform.textcheck.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the XML parts of a package as a stream, without DTD or entities from outside (XML读取). */
final class XmlParts {
    private static final XMLInputFactory FACTORY = factory();

    private XmlParts() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Someone who is told of each start, end and words. */
    interface Reader {
        default void start(String name, XMLStreamReader at) {}

        default void end(String name) {}

        default void words(String words) {}
    }

    static void read(ZipFile zip, ZipEntry part, Reader reader) throws IOException {
        try (var in = zip.getInputStream(part)) {
            read(in, reader);
        }
    }

    static void read(ZipFile zip, String part, Reader reader) throws IOException {
        var entry = zip.getEntry(part);
        if (entry != null) {
            read(zip, entry, reader);
        }
    }

    private static void read(InputStream in, Reader reader) throws IOException {
        try {
            var xml = FACTORY.createXMLStreamReader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> reader.start(xml.getLocalName(), xml);
                    case XMLStreamConstants.END_ELEMENT -> reader.end(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS -> reader.words(xml.getText());
                    default -> {}
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("stopped");
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    /** An attribute by its local name. */
    static @Nullable String attribute(XMLStreamReader at, String name) {
        for (var index = 0; index < at.getAttributeCount(); index++) {
            if (at.getAttributeLocalName(index).equals(name)) {
                return at.getAttributeValue(index);
            }
        }
        return null;
    }

    /** An attribute that says yes; absent means {@code otherwise}. */
    static boolean isOn(XMLStreamReader at, String name, boolean otherwise) {
        var value = attribute(at, name);
        if (value == null) {
            return otherwise;
        }
        return value.equals("1") || value.equals("true") || value.equals("on");
    }
}
