package org.gongkai.opengov.portal;

import java.util.stream.Collectors;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.HarvestRegister.Change;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.settings.SiteAddress;
import org.jspecify.annotations.Nullable;

/**
 * Records as harvesters read them (收割记录): unqualified Dublin Core of what is public now; of what is
 * not, the header alone.
 */
final class OaiRecords {
    static final String DC_SPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    static final String DC_SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd";

    private final ColumnTree tree;
    private final String publisher;
    private final SiteAddress address;

    OaiRecords(ColumnTree tree, String publisher, SiteAddress address) {
        this.tree = tree;
        this.publisher = publisher;
        this.address = address;
    }

    /** How every identifier of this site begins. */
    static String beginning(SiteAddress address) {
        return "oai:" + address.domain() + ":";
    }

    /** The name of a column's set: from the top of the tree down. */
    static String set(ColumnTree tree, ColumnId column) {
        return tree.pathTo(column).stream().map(SiteColumn::key).collect(Collectors.joining(":"));
    }

    /** Header and, where it is public, metadata. */
    void whole(Xml xml, Change change) {
        xml.begin("record");
        header(xml, change);
        var listing = change.listing();
        if (listing != null) {
            metadata(xml, listing);
        }
        xml.end();
    }

    /** The header alone. */
    void header(Xml xml, Change change) {
        xml.begin("header");
        if (change.listing() == null) {
            xml.attribute("status", "deleted");
        }
        xml.text("identifier", beginning(address) + change.number())
                .text("datestamp", OaiProvider.written(change.changedAt()));
        var set = set(tree, change.column());
        if (!set.isEmpty()) {
            xml.text("setSpec", set);
        }
        xml.end();
    }

    private void metadata(Xml xml, PublicListing listing) {
        xml.begin("metadata")
                .begin("oai_dc:dc")
                .attribute("xmlns:oai_dc", DC_SPACE)
                .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", DC_SPACE + " " + DC_SCHEMA)
                .text("dc:title", listing.title())
                .text("dc:creator", publisher);
        tree.pathTo(listing.column()).forEach(it -> xml.text("dc:subject", it.name()));
        some(xml, "dc:description", listing.summary());
        xml.text("dc:publisher", publisher)
                .text("dc:date", Moments.written(listing.publishedAt()))
                .text("dc:type", "Text")
                .text("dc:type", listing.kind().term())
                .text("dc:format", "text/html")
                .text("dc:identifier", address.absolute(listing.indexNumber().path()))
                .text("dc:identifier", listing.indexNumber().toString());
        some(xml, "dc:identifier", listing.documentNumber());
        xml.text("dc:language", "zh-CN").end().end();
    }

    private static void some(Xml xml, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            xml.text(name, value);
        }
    }
}
