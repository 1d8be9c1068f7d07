package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;
import static org.gongkai.opengov.disclosures.persistence.Rows.values;

import java.util.List;
import java.util.Optional;
import org.gongkai.platform.files.ImportNote;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was remarked when drafts were taken from Word files (导入说明), one note sheet a draft. */
@Repository
class WordImports {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;

    WordImports(JdbcClient database) {
        this.database = database;
    }

    Optional<WordImport> of(DocumentId id) {
        return database.sql("SELECT * FROM draft_import WHERE document_id = ?")
                .param(id.value())
                .query(
                        (row, number) ->
                                new WordImport(
                                        row.getString("file_name"),
                                        JSON.readValue(
                                                row.getString("notes"),
                                                new TypeReference<List<ImportNote>>() {}),
                                        new PersonId(row.getLong("imported_by")),
                                        row.getTimestamp("imported_at").toInstant()))
                .optional();
    }

    /** Keeps the notes of the latest import; those of an earlier one are out of date. */
    void keep(DocumentId id, WordImport imported) {
        database.sql(
                        """
                        INSERT INTO draft_import (document_id, file_name, notes, imported_by, imported_at)
                        VALUES (?, ?, CAST(? AS jsonb), ?, ?)
                        ON CONFLICT (document_id) DO UPDATE SET file_name = excluded.file_name,
                            notes = excluded.notes, imported_by = excluded.imported_by,
                            imported_at = excluded.imported_at
                        """)
                .params(
                        values(
                                id.value(),
                                imported.fileName(),
                                JSON.writeValueAsString(imported.notes()),
                                imported.importedBy().value(),
                                moment(imported.importedAt())))
                .update();
    }

    void forget(DocumentId id) {
        database.sql("DELETE FROM draft_import WHERE document_id = ?").param(id.value()).update();
    }
}
