package org.gongkai.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The pages of an installation that are asked for (被访问的页面), taken from its database. */
final class Pages implements AutoCloseable {
    private static final int DOCUMENTS = 2_000;

    private final Program program;
    private final Connection owner;

    private Pages(Program program, Connection owner) {
        this.program = program;
        this.owner = owner;
    }

    static Pages of(Program program) throws SQLException, IOException {
        return new Pages(program, program.owner());
    }

    /** These paths, already encoded. */
    List<URI> at(String... paths) {
        return List.of(paths).stream().map(program::address).toList();
    }

    /** Pages of documents from all years, never the same twice in a row. */
    List<URI> documents() throws SQLException {
        return documents("true");
    }

    /** Pages of normative documents, whose validity is derived. */
    List<URI> normativeDocuments() throws SQLException {
        return documents("kind = 'NORMATIVE_DOCUMENT'");
    }

    private List<URI> documents(String which) throws SQLException {
        return read(
                        """
                        SELECT '/d/' || prefix || '/' || year || '-' || lpad(sequence::text, 5, '0')
                        FROM public_document WHERE %s ORDER BY md5(document_id::text) LIMIT %d
                        """
                                .formatted(which, DOCUMENTS))
                .stream()
                .map(program::address)
                .toList();
    }

    /** Pages of documents at the desk. */
    List<URI> deskDocuments() throws SQLException {
        return read(
                        """
                        SELECT '/desk/documents/' || id FROM document
                        ORDER BY md5(id::text) LIMIT %d
                        """
                                .formatted(DOCUMENTS))
                .stream()
                .map(program::address)
                .toList();
    }

    /** The columns that hold documents, each with what is appended to its path. */
    List<URI> columns(String appended) throws SQLException {
        return read(
                        """
                        SELECT '/c/' || key FROM site_column c WHERE EXISTS
                            (SELECT FROM public_document p WHERE p.column_id = c.id) ORDER BY key
                        """)
                .stream()
                .map(it -> program.address(it + appended))
                .toList();
    }

    /** The last page of the longest column. */
    List<URI> lastPages() throws SQLException {
        return read(
                        """
                        SELECT '/c/' || c.key || '?page=' || count(*) / 20
                        FROM public_document p JOIN site_column c ON c.id = p.column_id
                        GROUP BY c.key ORDER BY count(*) DESC LIMIT 3
                        """)
                .stream()
                .map(program::address)
                .toList();
    }

    /** Searches of readers, with filters or another order appended. */
    List<URI> searches(String appended) {
        return Questions.all().stream()
                .map(it -> "/search?q=" + URLEncoder.encode(it.text(), StandardCharsets.UTF_8))
                .map(it -> program.address(it + appended))
                .toList();
    }

    private List<String> read(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
