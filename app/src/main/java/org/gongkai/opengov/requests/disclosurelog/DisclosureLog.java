package org.gongkai.opengov.requests.disclosurelog;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which answers became documents (依申请公开选登). Whether one may be seen is asked of the public register
 * each time.
 */
@Repository
public class DisclosureLog {
    private final JdbcClient database;
    private final PublicRegister register;

    DisclosureLog(JdbcClient database, PublicRegister register) {
        this.database = database;
        this.register = register;
    }

    /** An answer that is public, and to which request it was given. */
    public record Published(String requestNumber, PublicListing document) {}

    private record Entry(String number, DocumentId document) {}

    /** The answers that are public, the newest first. */
    @Transactional(readOnly = true)
    public List<Published> all() {
        return seen(
                database.sql(
                                """
                                SELECT c.number, l.document_id FROM request_log_entry l
                                JOIN request_case c ON c.id = l.case_id ORDER BY l.prepared_at DESC
                                """)
                        .query((row, _) -> entry(row.getString(1), row.getObject(2, UUID.class)))
                        .list());
    }

    /** Of these requests, the answers that are public, the last of each. */
    @Transactional(readOnly = true)
    public Map<String, PublicListing> of(Collection<String> numbers) {
        var found = new LinkedHashMap<String, PublicListing>();
        if (!numbers.isEmpty()) {
            seen(database.sql(
                                    """
                                    SELECT c.number, l.document_id FROM request_log_entry l
                                    JOIN request_case c ON c.id = l.case_id
                                    WHERE c.number IN (:numbers) ORDER BY l.prepared_at
                                    """)
                            .param("numbers", numbers)
                            .query(
                                    (row, _) ->
                                            entry(row.getString(1), row.getObject(2, UUID.class)))
                            .list())
                    .forEach(it -> found.put(it.requestNumber(), it.document()));
        }
        return found;
    }

    private List<Published> seen(List<Entry> entries) {
        var documents = register.findAll(entries.stream().map(Entry::document).toList());
        return entries.stream()
                .flatMap(
                        it ->
                                Optional.ofNullable(documents.get(it.document()))
                                        .map(found -> new Published(it.number(), found))
                                        .stream())
                .toList();
    }

    private static Entry entry(String number, UUID document) {
        return new Entry(number, new DocumentId(document));
    }

    /** The documents prepared from a request, the first first. */
    List<DocumentId> documents(long caseId) {
        return database.sql(
                        "SELECT document_id FROM request_log_entry WHERE case_id = ?"
                                + " ORDER BY prepared_at")
                .param(caseId)
                .query((row, _) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    void add(long caseId, DocumentId document, PersonId by, Instant at) {
        database.sql(
                        "INSERT INTO request_log_entry (document_id, case_id, person_id,"
                                + " prepared_at) VALUES (?, ?, ?, ?)")
                .params(document.value(), caseId, by.value(), Timestamp.from(at))
                .update();
    }
}
