package org.gongkai.opengov.drinkingwater.open.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gongkai.opengov.drinkingwater.open.OpenMonth;
import org.gongkai.opengov.drinkingwater.open.OpenWater;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.settings.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Months that became public, and their corrections, as an Atom feed (RFC 4287, 水质订阅): an entry
 * each, so that a reader who has seen the month is told of its correction.
 */
@Controller
class WaterFeedPages {
    private static final int NEWEST = 36;

    private final OpenWater water;
    private final OpenWaterWords words;
    private final SiteAddress site;
    private final Wording wording;

    WaterFeedPages(OpenWater water, OpenWaterWords words, SiteAddress site, Wording wording) {
        this.water = water;
        this.words = words;
        this.site = site;
        this.wording = wording;
    }

    private record Entry(String id, String page, String heading, String text, Instant at) {}

    @KeptPage
    @GetMapping(OpenWaterPages.ADDRESS + "/feed.xml")
    ResponseEntity<String> feed(@RequestParam(required = false) @Nullable String agency) {
        var of = water.agency(agency);
        var entries =
                water.newestMonths(of, NEWEST).stream()
                        .filter(OpenMonth::released)
                        .flatMap(it -> entries(it, agency).stream())
                        .sorted(Comparator.comparing(Entry::at).reversed())
                        .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/atom+xml;charset=UTF-8"))
                .body(written(of, agency, entries));
    }

    private List<Entry> entries(OpenMonth month, @Nullable String agency) {
        var release = java.util.Objects.requireNonNull(month.standing().release());
        var page =
                site.absolute(
                        OpenWaterPages.with(
                                OpenWaterPages.ADDRESS + "/months/" + month.month(), agency, ""));
        var heading = wording.say("drinkingwater.open.of", words.month(month.month()));
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(page, page, heading, text(month), release.publishedAt()));
        release.corrections()
                .forEach(
                        it ->
                                entries.add(
                                        new Entry(
                                                page + "#edition-" + it.edition(),
                                                page,
                                                wording.say(
                                                        "drinkingwater.open.feed.correction",
                                                        heading),
                                                words.correction(it) + text(month),
                                                it.at())));
        return entries;
    }

    private String text(OpenMonth month) {
        return words.glance(month)
                + String.join(
                        "",
                        month.failing().stream()
                                .map(
                                        it ->
                                                wording.say(
                                                        "drinkingwater.open.feed.failing",
                                                        it.name(),
                                                        String.join(
                                                                "；",
                                                                it.over().stream()
                                                                        .map(words::overInFull)
                                                                        .toList())))
                                .toList());
    }

    private String written(Agency of, @Nullable String agency, List<Entry> entries) {
        var text = new java.io.StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            var page = site.absolute(OpenWaterPages.with(OpenWaterPages.ADDRESS, agency, ""));
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            xml.writeAttribute("xml:lang", "zh-CN");
            leaf(xml, "id", page);
            leaf(xml, "title", wording.say("drinkingwater.open.title") + " - " + of.name());
            leaf(xml, "subtitle", wording.say("drinkingwater.open.lead"));
            leaf(
                    xml,
                    "updated",
                    Moments.written(entries.isEmpty() ? Instant.EPOCH : entries.getFirst().at()));
            link(
                    xml,
                    "self",
                    "application/atom+xml",
                    site.absolute(
                            OpenWaterPages.with(OpenWaterPages.ADDRESS + "/feed.xml", agency, "")));
            link(xml, "alternate", "text/html", page);
            xml.writeStartElement("author");
            leaf(xml, "name", of.name());
            xml.writeEndElement();
            for (var it : entries) {
                xml.writeStartElement("entry");
                leaf(xml, "id", it.id());
                leaf(xml, "title", it.heading());
                leaf(xml, "published", Moments.written(it.at()));
                leaf(xml, "updated", Moments.written(it.at()));
                link(xml, "alternate", "text/html", it.page());
                leaf(xml, "summary", it.text());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void leaf(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }
}
