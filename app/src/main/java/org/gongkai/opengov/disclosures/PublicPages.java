package org.gongkai.opengov.disclosures;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.roles.SectionId;
import org.springframework.stereotype.Component;

/**
 * Which kept pages a change of a public document ends (受影响的公开页面): its own, the lists of its column,
 * section and kind, what is over all documents; and the same of the documents that it names or that
 * name it, because their pages show the relation and their lists the validity.
 */
@Component
class PublicPages {
    private static final String ALL = "documents";
    private static final String CHANGES = "public-changes";
    private static final String ANY = "any-document";

    private final PublicRegister register;
    private final PublicRelations relations;
    private final PageChanges pages;

    PublicPages(PublicRegister register, PublicRelations relations, PageChanges pages) {
        this.register = register;
        this.relations = relations;
        this.pages = pages;
    }

    /**
     * What is public of this document is about to change, or has just changed: called before and
     * after, in the changing transaction, so that the lists it leaves and those it enters both end.
     */
    void concern(DocumentId id) {
        var ended = new HashSet<String>();
        ended.add(document(id));
        ended.add(ALL);
        register.find(id).ifPresent(it -> ended.addAll(namesOf(it)));
        ended.addAll(namesOfRelated(id));
        pages.tell(ended);
    }

    /**
     * It has just become public for the first time: its lists have a line more and are not wrong
     * without it. The pages of what it repeals or explains are, and end at once.
     */
    void enter(DocumentId id) {
        pages.tell(namesOfRelated(id));
        var lists = new HashSet<String>();
        lists.add(ALL);
        register.find(id).ifPresent(it -> lists.addAll(namesOf(it)));
        pages.tellAdded(lists);
    }

    /**
     * Many came in at once (批量导入): which lists and relations they touch is not asked one by one.
     */
    void concernAll() {
        pages.tell(ANY, CHANGES);
    }

    /** The register of withdrawals and corrections has one line more. */
    void concernChanges() {
        pages.tell(CHANGES);
    }

    private Set<String> namesOfRelated(DocumentId id) {
        return relations.of(id).values().stream()
                .flatMap(Collection::stream)
                .flatMap(it -> namesOf(it).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> namesOf(PublicListing listing) {
        return Set.of(
                document(listing.id()),
                column(listing.column()),
                section(listing.section()),
                kind(listing.kind()));
    }

    /** The page shows something of this document. */
    static void noteDocument(DocumentId id) {
        note(document(id));
    }

    /** The page shows something of these documents. */
    static void noteDocuments(Collection<DocumentId> ids) {
        ids.forEach(PublicPages::noteDocument);
    }

    /** The page shows a list or a count of what the filter lets through. */
    static void noteList(PublicFilter filter) {
        if (!filter.columns().isEmpty()) {
            noteColumns(filter.columns());
        } else if (filter.section() != null) {
            note(section(filter.section()));
        } else if (filter.kind() != null) {
            noteKind(filter.kind());
        } else {
            noteAll();
        }
    }

    /** The page shows what is in these columns. */
    static void noteColumns(Collection<ColumnId> columns) {
        columns.forEach(it -> note(column(it)));
    }

    /** The page shows all documents of a kind. */
    static void noteKind(DocumentKind kind) {
        note(kind(kind));
    }

    /** The page is over all public documents. */
    static void noteAll() {
        note(ALL);
    }

    /** The page shows the register of withdrawals and corrections. */
    static void noteChanges() {
        PageSources.note(CHANGES);
    }

    private static void note(String source) {
        PageSources.note(source);
        PageSources.note(ANY);
    }

    private static String document(DocumentId id) {
        return "document/" + id;
    }

    private static String column(ColumnId id) {
        return "in-column/" + id;
    }

    private static String section(SectionId id) {
        return "of-section/" + id;
    }

    private static String kind(DocumentKind kind) {
        return "of-kind/" + kind.slug();
    }
}
