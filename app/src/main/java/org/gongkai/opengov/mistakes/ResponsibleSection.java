package org.gongkai.opengov.mistakes;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.springframework.stereotype.Component;

/**
 * Whose page an address is (责任科室): of a public document the section that made it, of a column the
 * section that keeps it. 谁制定、谁公开; 谁发布、谁负责.
 */
@Component
class ResponsibleSection {
    private static final Pattern DOCUMENT =
            Pattern.compile("(?:https?://[^/]+)?/d/([^/?#]+/[^/?#]+).*", Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile("(?:https?://[^/]+)?/c/([^/?#]+).*", Pattern.DOTALL);
    private static final Pattern SECTION =
            Pattern.compile(
                    "(?:https?://[^/]+)?/(?:sections|organization/lists)/([^/?#]+).*",
                    Pattern.DOTALL);

    private final PublicRegister register;
    private final Columns columns;
    private final Organization organization;

    ResponsibleSection(PublicRegister register, Columns columns, Organization organization) {
        this.register = register;
        this.columns = columns;
        this.organization = organization;
    }

    /** The section, if the address tells. */
    Optional<SectionId> of(String page, AgencyId agency) {
        return document(page)
                .map(PublicListing::section)
                .or(() -> column(page).flatMap(it -> Optional.ofNullable(it.section())))
                .or(() -> section(page, agency));
    }

    /** The document at the address, while it is public. */
    Optional<DocumentId> documentAt(String page) {
        return document(page).map(PublicListing::id);
    }

    private Optional<PublicListing> document(String page) {
        var found = DOCUMENT.matcher(page);
        return found.matches()
                ? IndexNumber.parse(found.group(1))
                        .map(register::at)
                        .filter(PublicAnswer.Found.class::isInstance)
                        .map(it -> ((PublicAnswer.Found) it).document().listing())
                : Optional.empty();
    }

    private Optional<SiteColumn> column(String page) {
        var found = COLUMN.matcher(page);
        return found.matches() ? columns.atAddress(found.group(1)) : Optional.empty();
    }

    private Optional<SectionId> section(String page, AgencyId agency) {
        var found = SECTION.matcher(page);
        return found.matches()
                ? organization.findSection(agency, found.group(1)).map(it -> it.id())
                : Optional.empty();
    }
}
