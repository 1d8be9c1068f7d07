package org.gongkai.opengov.sitechecks;

import java.util.List;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.platform.pages.TagCheck;
import org.gongkai.platform.pages.TagCheck.PageKind;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tags that pages lack (网页标签自查): 国办发〔2017〕47号, annex. A tag of the site is asked of the home page,
 * one of a column of the column's page, one of a document of the document's: each fault once, where
 * it is mended. The key words of a document are those of its column.
 */
@Component
class PageTags {
    private final OwnPages pages;
    private final Wording wording;

    PageTags(OwnPages pages, Wording wording) {
        this.pages = pages;
        this.wording = wording;
    }

    List<Fault> ofHome() {
        return faults(PageKind.SITE, null, "/", "");
    }

    List<Fault> of(SiteColumn column) {
        return faults(PageKind.COLUMN, column.section(), column.path(), column.name());
    }

    List<Fault> of(PublicListing listing) {
        return faults(
                PageKind.CONTENT, listing.section(), listing.indexNumber().path(), listing.title());
    }

    private List<Fault> faults(
            PageKind kind, @Nullable SectionId section, String path, String title) {
        return pages.html(path).stream()
                .flatMap(it -> TagCheck.findings(it, kind).stream())
                .filter(it -> it.rule().from() == kind)
                .filter(it -> it.rule() != TagCheck.Rule.KEYWORDS)
                .map(it -> new Fault(CheckItem.MISSING_TAG, section, path, title, words(it)))
                .toList();
    }

    private String words(TagCheck.Finding finding) {
        return wording.say("sitechecks.tag." + finding.fault().name(), finding.rule().tag());
    }
}
