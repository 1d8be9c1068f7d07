package org.gongkai.opengov.portal;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** 当前位置 of public pages, as on the city's platform: 首页>政府信息公开>政府部门信息公开>机关>栏目. */
@Component
class Trails {
    private final Columns columns;
    private final Organization organization;
    private final Wording wording;

    Trails(Columns columns, Organization organization, Wording wording) {
        this.columns = columns;
        this.organization = organization;
        this.wording = wording;
    }

    /** To a column, which is the page shown. */
    List<Crumb> toColumn(SiteColumn column) {
        var crumbs = through(column);
        crumbs.set(crumbs.size() - 1, new Crumb(column.name(), null));
        return crumbs;
    }

    /** To a document in a column; every column is a link. */
    List<Crumb> through(SiteColumn column) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb(wording.say("portal.home"), "/"));
        crumbs.add(new Crumb(wording.say("portal.columns"), "/columns"));
        crumbs.add(new Crumb(wording.say("portal.departments"), null));
        crumbs.add(new Crumb(organization.agency(column.agency()).name(), null));
        columns.pathTo(column.id()).forEach(it -> crumbs.add(new Crumb(it.name(), it.path())));
        return crumbs;
    }

    /** To a page of a document in a column; the document is a link too. */
    List<Crumb> below(SiteColumn column, PublicListing listing) {
        var crumbs = through(column);
        crumbs.add(new Crumb(listing.title(), listing.indexNumber().path()));
        return crumbs;
    }

    /** To a page directly below the home page. */
    List<Crumb> toPage(String messageKey) {
        return List.of(
                new Crumb(wording.say("portal.home"), "/"),
                new Crumb(wording.say(messageKey), null));
    }
}
