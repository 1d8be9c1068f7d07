package org.gongkai.opengov.disclosures;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.search.SearchableDocument;
import org.gongkai.platform.search.SearchableDocuments;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

/** What search may know of the published documents (检索条目): through the visibility gate only. */
@Component
class SearchEntries implements SearchableDocuments {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final PublicRegister register;
    private final Columns columns;
    private final Organization organization;

    SearchEntries(PublicRegister register, Columns columns, Organization organization) {
        this.register = register;
        this.columns = columns;
        this.organization = organization;
    }

    @Override
    public Optional<SearchableDocument> find(String id) {
        return idOf(id).flatMap(register::document).map(this::entry);
    }

    @Override
    public Stream<String> allIds() {
        return register.allIds().map(DocumentId::toString);
    }

    @Override
    public Set<String> publicAmong(Collection<String> ids) {
        var asked = ids.stream().flatMap(it -> idOf(it).stream()).toList();
        return register.publicAmong(asked).stream()
                .map(DocumentId::toString)
                .collect(Collectors.toSet());
    }

    private SearchableDocument entry(PublicDocument document) {
        var listing = document.listing();
        var path = columns.pathTo(listing.column());
        return new SearchableDocument(
                listing.id().toString(),
                listing.title(),
                Jsoup.parse(document.content().bodyHtml()).text(),
                listing.documentNumber(),
                listing.indexNumber().toString(),
                path.getLast().key(),
                path.stream().map(SiteColumn::key).toList(),
                listing.kind().slug(),
                listing.publishedAt().atZone(CHINA).getYear(),
                organization.section(listing.section()).key(),
                listing.publishedAt(),
                attachmentNames(document),
                document.content().fields());
    }

    private static List<String> attachmentNames(PublicDocument document) {
        return document.content().attachments().stream().map(AttachedFile::name).toList();
    }

    private static Optional<DocumentId> idOf(String id) {
        try {
            return Optional.of(new DocumentId(UUID.fromString(id)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
