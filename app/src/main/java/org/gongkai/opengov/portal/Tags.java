package org.gongkai.opengov.portal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.pages.PageTags;
import org.gongkai.platform.pages.PageTags.Feed;
import org.gongkai.platform.pages.PageTags.Tag;
import org.springframework.stereotype.Component;

/**
 * The tags of each page (网页标签): 国办发〔2017〕47号, annex 网页设计规范: column on column pages, column and
 * content on documents; and the same as JSON-LD. The site group is on every page ({@code
 * PageHead}).
 */
@Component
class Tags {
    private static final DateTimeFormatter PUBLISHED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Things things;

    Tags(Things things) {
        this.things = things;
    }

    /** Of a page that is neither column nor document. */
    PageTags ofSite() {
        return PageTags.plain();
    }

    /** Of the home page. */
    PageTags ofHome(Agency agency) {
        return new PageTags(
                List.of(),
                "/",
                null,
                null,
                List.of(),
                List.of(things.agency(agency), things.site(agency)));
    }

    /** Of a register that is also a file: a data set. */
    PageTags ofRegister(String path, String name, String description, String csv) {
        return new PageTags(
                List.of(),
                null,
                name,
                description,
                List.of(),
                List.of(things.dataset(path, name, description, csv)));
    }

    /** Of a column. */
    PageTags of(SiteColumn column) {
        return new PageTags(
                columnTags(column),
                null,
                column.name(),
                column.description(),
                List.of(
                        new Feed(Feeds.ATOM, column.path() + "/feed.xml", column.name()),
                        new Feed(Feeds.RSS, column.path() + "/rss.xml", column.name())),
                List.of(things.column(column)));
    }

    /** Of a document. */
    PageTags of(PublicDocument document, SiteColumn column, String agency, String source) {
        var listing = document.listing();
        var tags = new ArrayList<>(columnTags(column));
        tags.add(new Tag("ArticleTitle", listing.title()));
        tags.add(new Tag("PubDate", PUBLISHED.format(listing.publishedAt())));
        tags.add(new Tag("ContentSource", source));
        tags.add(new Tag("Keywords", column.keywords()));
        if (!listing.summary().isBlank()) {
            tags.add(new Tag("Description", listing.summary()));
        }
        tags.add(new Tag("Url", things.address(listing)));
        return new PageTags(
                tags,
                listing.indexNumber().path(),
                listing.title(),
                listing.summary(),
                List.of(),
                List.of(things.document(document, agency)));
    }

    /** Of an attachment as a page; it is found under its own address. */
    PageTags ofReading(Readings.Reading reading, PublicListing listing) {
        return new PageTags(
                List.of(),
                reading.address(),
                reading.file().name(),
                listing.title(),
                List.of(),
                List.of());
    }

    private static List<Tag> columnTags(SiteColumn column) {
        return List.of(
                new Tag("ColumnName", column.name()),
                new Tag("ColumnType", column.kind()),
                new Tag("ColumnDescription", column.description()),
                new Tag("ColumnKeywords", column.keywords()));
    }
}
