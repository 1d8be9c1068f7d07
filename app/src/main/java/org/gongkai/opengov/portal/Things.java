package org.gongkai.opengov.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.AttachedFile;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.Validity;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.settings.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages are about, in the words of schema.org (结构化数据), for the JSON-LD of their heads. */
@Component
class Things {
    private final SiteAddress site;

    Things(SiteAddress site) {
        this.site = site;
    }

    /** The agency: GovernmentOrganization. */
    Map<String, Object> agency(Agency agency) {
        var thing = thing("GovernmentOrganization");
        thing.put("@id", agencyId());
        thing.put("name", agency.name());
        thing.put("url", site.absolute("/"));
        put(thing, "description", agency.functions());
        put(thing, "address", agency.address());
        put(thing, "telephone", agency.phone());
        put(thing, "faxNumber", agency.fax());
        return thing;
    }

    /** The site, with the address of its search: WebSite. */
    Map<String, Object> site(Agency agency) {
        var thing = thing("WebSite");
        thing.put("@id", site.absolute("/#site"));
        thing.put("name", agency.name());
        thing.put("url", site.absolute("/"));
        thing.put("inLanguage", "zh-CN");
        thing.put("publisher", Map.of("@id", agencyId()));
        var target = thing("EntryPoint");
        target.put("urlTemplate", site.absolute("/search?q={search_term_string}"));
        var search = thing("SearchAction");
        search.put("target", target);
        search.put("query-input", "required name=search_term_string");
        thing.put("potentialAction", search);
        return thing;
    }

    /** A column: CollectionPage. */
    Map<String, Object> column(SiteColumn column) {
        var thing = thing("CollectionPage");
        thing.put("name", column.name());
        put(thing, "description", column.description());
        put(thing, "keywords", column.keywords());
        thing.put("url", site.absolute(column.path()));
        thing.put("inLanguage", "zh-CN");
        thing.put("isPartOf", Map.of("@id", site.absolute("/#site")));
        return thing;
    }

    /** A register that is offered as a file too: Dataset. */
    Map<String, Object> dataset(String path, String name, String description, String csv) {
        var thing = thing("Dataset");
        thing.put("name", name);
        thing.put("description", description);
        thing.put("url", site.absolute(path));
        thing.put("inLanguage", "zh-CN");
        thing.put("isAccessibleForFree", true);
        thing.put("creator", Map.of("@id", agencyId()));
        var file = thing("DataDownload");
        file.put("encodingFormat", "text/csv");
        file.put("contentUrl", site.absolute(csv));
        thing.put("distribution", List.of(file));
        return thing;
    }

    /** A document: Legislation for a normative one, DigitalDocument for any other. */
    Map<String, Object> document(PublicDocument document, String agency) {
        var listing = document.listing();
        var normative = listing.kind() == DocumentKind.NORMATIVE_DOCUMENT;
        var thing = thing(normative ? "Legislation" : "DigitalDocument");
        thing.put("name", listing.title());
        put(thing, "description", listing.summary());
        thing.put("identifier", listing.indexNumber().toString());
        thing.put("url", address(listing));
        thing.put("inLanguage", "zh-CN");
        thing.put("isAccessibleForFree", true);
        thing.put("datePublished", Moments.written(listing.publishedAt()));
        thing.put("dateModified", Moments.written(listing.editedAt()));
        put(thing, "dateCreated", listing.formedOn());
        thing.put("version", listing.editionNumber());
        var publisher = thing("GovernmentOrganization");
        publisher.put("name", agency);
        thing.put("publisher", publisher);
        if (normative) {
            legislation(thing, document);
        }
        var files = document.content().attachments().stream().map(this::file).toList();
        if (!files.isEmpty()) {
            thing.put("associatedMedia", files);
        }
        return thing;
    }

    /** The whole address of a document's page. */
    String address(PublicListing listing) {
        return site.absolute(listing.indexNumber().path());
    }

    private static void legislation(Map<String, Object> thing, PublicDocument document) {
        var listing = document.listing();
        var content = document.content();
        put(thing, "legislationIdentifier", listing.documentNumber());
        thing.put("legislationType", listing.kind().term());
        put(thing, "legislationDate", listing.formedOn());
        put(thing, "legislationPassedBy", content.field("issuer"));
        put(thing, "about", content.field("topic"));
        if (listing.effectiveOn() != null) {
            var until = Objects.requireNonNullElse((Object) listing.expiresOn(), "..");
            thing.put("temporalCoverage", listing.effectiveOn() + "/" + until);
        }
        if (document.validity() != null) {
            thing.put("legislationLegalForce", "https://schema.org/" + force(document.validity()));
        }
    }

    private static String force(Validity validity) {
        return switch (validity) {
            case IN_FORCE, EXPIRING -> "InForce";
            case NOT_YET_IN_FORCE, EXPIRED, REPEALED -> "NotInForce";
        };
    }

    private Map<String, Object> file(AttachedFile file) {
        var thing = thing("MediaObject");
        thing.put("name", file.name());
        thing.put("encodingFormat", file.mediaType());
        thing.put("contentSize", FileKind.size(file));
        thing.put("contentUrl", site.absolute(FileKind.address(file)));
        return thing;
    }

    private String agencyId() {
        return site.absolute("/#agency");
    }

    private static Map<String, Object> thing(String type) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        return thing;
    }

    private static void put(Map<String, Object> thing, String property, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            thing.put(property, value.toString());
        }
    }
}
