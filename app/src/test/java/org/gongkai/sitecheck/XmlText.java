package org.gongkai.sitecheck;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML that is well-formed and whose name spaces are declared (XML 读取), for the checkers. */
final class XmlText {
    private XmlText() {}

    /** The root; fails where the text is not XML. */
    static Element root(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(xml, e);
        }
        return Jsoup.parse(xml, "", Parser.xmlParser()).children().getFirst();
    }

    /** The text of the first child with this name; empty without one. */
    static String of(Element thing, String name) {
        return thing.children().stream()
                .filter(it -> it.tagName().equals(name))
                .findFirst()
                .map(Element::text)
                .orElse("");
    }
}
