package org.gongkai.platform.files.docx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Short ways through a parsed part (XML读取), by local names; no DOCTYPE, nothing from outside. */
final class Xml {
    private Xml() {}

    static Element parse(InputStream in) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        } catch (SAXException broken) {
            throw new IOException(broken);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(it -> it.getLocalName().equals(name)).toList();
    }

    /** The element at the end of a path of children, or an empty one. */
    static List<Element> at(Element from, String... path) {
        var now = List.of(from);
        for (var name : path) {
            now = now.stream().flatMap(it -> children(it, name).stream()).toList();
        }
        return now;
    }

    static boolean has(Element from, String... path) {
        return !at(from, path).isEmpty();
    }

    /** The {@code val} of the first element at a path, or empty. */
    static String value(Element from, String... path) {
        return at(from, path).stream().findFirst().map(it -> attribute(it, "val")).orElse("");
    }

    /** Whether a switch such as {@code <w:b/>} is on. */
    static boolean isOn(Element from, String... path) {
        return at(from, path).stream()
                .findFirst()
                .map(it -> !List.of("0", "false", "off", "none").contains(attribute(it, "val")))
                .orElse(false);
    }

    /** An attribute by its local name, or empty. */
    static String attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (var index = 0; index < attributes.getLength(); index++) {
            var attribute = attributes.item(index);
            if (name.equals(attribute.getLocalName())) {
                return attribute.getNodeValue();
            }
        }
        return "";
    }

    /** All descendants with this name. */
    static List<Element> all(Element from, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = from.getElementsByTagNameNS("*", name);
        for (var index = 0; index < nodes.getLength(); index++) {
            found.add((Element) nodes.item(index));
        }
        return found;
    }
}
