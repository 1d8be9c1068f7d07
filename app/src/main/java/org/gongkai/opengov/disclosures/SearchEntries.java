package org.gongkai.opengov.disclosures;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.platform.search.LegalForce;
import org.gongkai.platform.search.SearchableDocument;
import org.gongkai.platform.search.SearchableDocuments;
import org.gongkai.platform.textcheck.TextCheck;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What search may know of the published documents (检索条目): through the visibility gate only. */
@Component
class SearchEntries implements SearchableDocuments {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final PublicRegister register;
    private final Columns columns;
    private final Organization organization;
    private final FileStore files;
    private final TextCheck reading;
    private final Validities validities;

    SearchEntries(
            PublicRegister register,
            Columns columns,
            Organization organization,
            FileStore files,
            TextCheck reading,
            Validities validities) {
        this.register = register;
        this.columns = columns;
        this.organization = organization;
        this.files = files;
        this.reading = reading;
        this.validities = validities;
    }

    @Override
    public Optional<SearchableDocument> find(String id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    @Override
    public Map<String, SearchableDocument> findAll(Collection<String> ids) {
        var asked = ids.stream().flatMap(it -> idOf(it).stream()).toList();
        var contents = register.contents(asked);
        var places = new Places();
        var found = new HashMap<String, SearchableDocument>();
        var listings = register.findAll(asked);
        var repealedOn = validities.repealedOn(List.copyOf(listings.values()));
        listings.forEach(
                (id, listing) -> {
                    var content = contents.get(id);
                    if (content != null) {
                        found.put(
                                id.toString(),
                                entry(listing, content, places, repealedOn.get(id.value())));
                    }
                });
        return found;
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

    /** Columns and sections of one answer, each looked up once. */
    private final class Places {
        private final Map<AgencyId, ColumnTree> trees = new HashMap<>();
        private final Map<SectionId, String> sections = new HashMap<>();

        List<SiteColumn> pathTo(PublicListing listing) {
            return trees.computeIfAbsent(listing.agency(), it -> new ColumnTree(columns.tree(it)))
                    .pathTo(listing.column());
        }

        String section(SectionId id) {
            return sections.computeIfAbsent(id, it -> organization.section(it).key());
        }
    }

    private SearchableDocument entry(
            PublicListing listing,
            DocumentContent content,
            Places places,
            @Nullable LocalDate repealedOn) {
        var path = places.pathTo(listing);
        return new SearchableDocument(
                listing.id().toString(),
                listing.title(),
                Jsoup.parse(content.bodyHtml()).text(),
                listing.documentNumber(),
                listing.indexNumber().toString(),
                path.getLast().key(),
                path.stream().map(SiteColumn::key).toList(),
                listing.kind().slug(),
                listing.publishedAt().atZone(CHINA).getYear(),
                places.section(listing.section()),
                content.article20Item() == null ? null : content.article20Item().toString(),
                force(listing, repealedOn),
                listing.publishedAt(),
                content.attachments().stream().map(this::nameAndWords).toList(),
                content.publicFields());
    }

    private static LegalForce.@Nullable Dates force(
            PublicListing listing, @Nullable LocalDate repealedOn) {
        return listing.kind() == DocumentKind.NORMATIVE_DOCUMENT
                ? new LegalForce.Dates(listing.effectiveOn(), listing.expiresOn(), repealedOn)
                : null;
    }

    /** A file whose bytes are gone is found by its name alone. */
    private String nameAndWords(AttachedFile attached) {
        try {
            return files.find(attached.sha256(), attached.name())
                    .map(it -> attached.name() + "\n" + reading.wordsOf(it))
                    .orElse(attached.name());
        } catch (Refusal unreadable) {
            return attached.name();
        }
    }

    private static Optional<DocumentId> idOf(String id) {
        try {
            return Optional.of(new DocumentId(UUID.fromString(id)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
