package org.gongkai.opengov.portal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.pages.PageTags;
import org.gongkai.platform.pages.PageTags.Tag;
import org.gongkai.platform.settings.SiteAddress;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tags of each page (网页标签): 国办发〔2017〕47号, annex 网页设计规范: site on every page, column on column
 * pages, all three groups on documents; and the same as JSON-LD.
 */
@Component
class Tags {
    private static final DateTimeFormatter PUBLISHED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final SiteAddress site;
    private final JsonMapper json;

    Tags(SiteAddress site, JsonMapper json) {
        this.site = site;
        this.json = json;
    }

    /** Of a page that is neither column nor document. */
    PageTags ofSite() {
        return new PageTags(domain(), null, null, null);
    }

    /** Of a column. */
    PageTags of(SiteColumn column) {
        var tags = new ArrayList<>(domain());
        tags.addAll(columnTags(column));
        return new PageTags(
                tags,
                site.absolute(column.path()),
                site.absolute(column.path() + "/feed.xml"),
                null);
    }

    /** Of a document. */
    PageTags of(PublicDocument document, SiteColumn column, String agency, String source) {
        var listing = document.listing();
        var address = site.absolute(listing.indexNumber().path());
        var tags = new ArrayList<>(domain());
        tags.addAll(columnTags(column));
        tags.add(new Tag("ArticleTitle", listing.title()));
        tags.add(new Tag("PubDate", PUBLISHED.format(listing.publishedAt())));
        tags.add(new Tag("ContentSource", source));
        tags.add(new Tag("Keywords", column.keywords()));
        tags.add(new Tag("Description", listing.summary()));
        tags.add(new Tag("Url", address));
        return new PageTags(tags, address, null, jsonLd(document, agency, address));
    }

    private List<Tag> domain() {
        return List.of(new Tag("SiteDomain", site.domain()));
    }

    private static List<Tag> columnTags(SiteColumn column) {
        return List.of(
                new Tag("ColumnName", column.name()),
                new Tag("ColumnType", column.kind()),
                new Tag("ColumnDescription", column.description()),
                new Tag("ColumnKeywords", column.keywords()));
    }

    private String jsonLd(PublicDocument document, String agency, String address) {
        var listing = document.listing();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("@context", "https://schema.org");
        facts.put("@type", "DigitalDocument");
        facts.put("name", listing.title());
        facts.put("identifier", listing.indexNumber().toString());
        facts.put("url", address);
        facts.put("inLanguage", "zh-CN");
        facts.put("datePublished", Moments.written(listing.publishedAt()));
        facts.put("dateModified", Moments.written(listing.editedAt()));
        if (listing.formedOn() != null) {
            facts.put("dateCreated", listing.formedOn().toString());
        }
        facts.put("publisher", Map.of("@type", "GovernmentOrganization", "name", agency));
        // Nothing in a title may end the script element.
        return json.writeValueAsString(facts).replace("<", "\\u003c");
    }
}
