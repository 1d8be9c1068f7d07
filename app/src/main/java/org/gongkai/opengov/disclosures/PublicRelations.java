package org.gongkai.opengov.disclosures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which public documents belong together (关联文件). A document that is not public, or no longer, is
 * related to nothing.
 */
@Repository
@Transactional(readOnly = true)
public class PublicRelations {
    private final JdbcClient database;

    PublicRelations(JdbcClient database) {
        this.database = database;
    }

    /** What is related to this document, by the way it is related, oldest first. */
    public Map<Relation, List<PublicListing>> of(DocumentId id) {
        PublicPages.noteDocument(id);
        var related = new EnumMap<Relation, List<PublicListing>>(Relation.class);
        database.sql(
                        """
                        SELECT * FROM (
                            SELECT true AS names, r.field, t.* FROM public_relation r
                            JOIN public_document t ON t.document_id = r.named WHERE r.naming = :id
                            UNION ALL
                            SELECT false, r.field, t.* FROM public_relation r
                            JOIN public_document t ON t.document_id = r.naming WHERE r.named = :id
                        ) related ORDER BY published_at, prefix, year, sequence
                        """)
                .param("id", id.value())
                .query(
                        (RowCallbackHandler)
                                row -> {
                                    var field = row.getString("field");
                                    var listing = PublicRegister.read(row, 0);
                                    var names = row.getBoolean("names");
                                    Arrays.stream(Relation.values())
                                            .filter(
                                                    it ->
                                                            names
                                                                    ? it.byNaming(field)
                                                                    : it.byBeingNamed(field))
                                            .map(
                                                    it ->
                                                            related.computeIfAbsent(
                                                                    it, key -> new ArrayList<>()))
                                            .filter(it -> !it.contains(listing))
                                            .forEach(it -> it.add(listing));
                                });
        related.values().forEach(it -> it.forEach(each -> PublicPages.noteDocument(each.id())));
        return related;
    }

    /** What a draft of this agency names and nobody can read: its readers get words and no link. */
    public List<String> unknownIn(AgencyId agency, DocumentContent content) {
        var names = References.of(content);
        if (names.isEmpty()) {
            return List.of();
        }
        var known =
                database.sql(
                                """
                                SELECT document_number, title, index_number_text(prefix, year, sequence) AS number
                                FROM public_document
                                WHERE agency_id = :agency AND (document_number IN (:names) OR title IN (:names)
                                    OR index_number_text(prefix, year, sequence) IN (:names))
                                """)
                        .param("agency", agency.value())
                        .param("names", names)
                        .query(
                                (row, number) ->
                                        Arrays.asList(
                                                row.getString("document_number"),
                                                row.getString("title"),
                                                row.getString("number")))
                        .list();
        return names.stream()
                .filter(it -> known.stream().noneMatch(named -> named.contains(it)))
                .toList();
    }
}
