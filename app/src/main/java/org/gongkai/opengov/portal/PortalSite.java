package org.gongkai.opengov.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The site (本网站): its agency, its navigation, its foot. The first form of the portal belongs to one
 * agency, the installation's first.
 */
@Component
class PortalSite implements Site.Source {
    private static final String ICP_REGISTER = "https://beian.miit.gov.cn/";
    private static final String POLICE_REGISTER =
            "https://beian.mps.gov.cn/#/query/webSearch?code=";

    private static final Site.Link HOME = link("portal.home", "/");
    private static final Site.Link COLUMNS = link("portal.columns", "/columns");
    private static final Site.Link DEADLINE = link("portal.deadline", "/deadline");
    private static final Site.Link REGISTER = link("portal.register", "/register");

    /** 条例 art. 43: whoever has difficulty in reading finds how to ask in every edition. */
    private static final String ON_REQUEST = "on-request";

    private static final Logger LOG = LoggerFactory.getLogger(PortalSite.class);

    private final Organization organization;
    private final Columns columns;
    private volatile Site lastKnown = empty();

    PortalSite(Organization organization, Columns columns) {
        this.organization = organization;
        this.columns = columns;
    }

    /** The agency of the site; empty while nobody has entered one. */
    Optional<Agency> agency() {
        return organization.agencies().stream().findFirst();
    }

    /** Every agency that publishes here, the site's own first. */
    List<Agency> agencies() {
        return organization.agencies();
    }

    /** The agency's columns that are offered, in display order, parents first. */
    List<SiteColumn> columns() {
        return tree().open();
    }

    /** All columns of the agency, read once. */
    ColumnTree tree() {
        return agency().map(this::tree).orElseGet(() -> new ColumnTree(List.of()));
    }

    /** All columns of this agency, read once. */
    ColumnTree tree(Agency agency) {
        return new ColumnTree(columns.tree(agency.id()));
    }

    /** Where the column with this key is, while it is offered. */
    Optional<String> offered(String key) {
        return tree().withKey(key).filter(SiteColumn::isOpen).map(SiteColumn::path);
    }

    /** As last known while the database does not answer: the page that says so has a head too. */
    @Override
    public Site site() {
        try {
            lastKnown = agency().map(this::of).orElseGet(PortalSite::empty);
        } catch (DataAccessException notNow) {
            LOG.warn("The site is shown as last known", notNow);
        }
        return lastKnown;
    }

    private Site of(Agency agency) {
        var navigation = new ArrayList<Site.Link>();
        navigation.add(HOME);
        navigation.add(COLUMNS);
        new ColumnTree(columns.tree(agency.id()))
                .openBelow(null).stream()
                        .filter(it -> !it.key().equals("statutory"))
                        .map(
                                it ->
                                        new Site.Link(
                                                null,
                                                it.name(),
                                                it.path(),
                                                it.key().equals(ON_REQUEST)))
                        .forEach(navigation::add);
        navigation.add(DEADLINE);
        navigation.add(REGISTER);
        var code = agency.siteIdCode().isBlank() ? null : agency.siteIdCode();
        return new Site(
                agency.name(), code, agency.name(), contacts(agency), marks(agency), navigation);
    }

    private static List<Site.Contact> contacts(Agency agency) {
        var contacts = new ArrayList<Site.Contact>();
        add(contacts, "portal.address", agency.address());
        add(contacts, "portal.office-hours", agency.officeHours());
        add(contacts, "portal.phone", agency.phone());
        return contacts;
    }

    /**
     * 国办发〔2017〕47号: filings and the mark of party and government organs, each leading to its
     * register.
     */
    private static List<Site.Mark> marks(Agency agency) {
        var marks = new ArrayList<Site.Mark>();
        if (!agency.icpNumber().isBlank()) {
            marks.add(new Site.Mark("portal.icp", agency.icpNumber(), ICP_REGISTER));
        }
        if (!agency.policeNumber().isBlank()) {
            var digits = agency.policeNumber().replaceAll("[^0-9]", "");
            marks.add(
                    new Site.Mark(
                            "portal.police", agency.policeNumber(), POLICE_REGISTER + digits));
        }
        if (!agency.organMark().isBlank()) {
            marks.add(new Site.Mark("portal.organ-mark", null, agency.organMark()));
        }
        return marks;
    }

    private static void add(List<Site.Contact> contacts, String key, String value) {
        if (!value.isBlank()) {
            contacts.add(new Site.Contact(key, value));
        }
    }

    private static Site.Link link(String messageKey, String address) {
        return new Site.Link(messageKey, null, address, true);
    }

    private static Site empty() {
        return new Site("", null, "", List.of(), List.of(), List.of(HOME));
    }
}
