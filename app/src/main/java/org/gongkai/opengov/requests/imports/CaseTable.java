package org.gongkai.opengov.requests.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.requests.ImportedCase;
import org.gongkai.opengov.requests.Matters;
import org.gongkai.platform.files.CsvRows;
import org.gongkai.platform.files.ParserGuard;
import org.gongkai.platform.files.SheetTable;
import org.gongkai.platform.files.SheetTable.Row;
import org.gongkai.platform.files.TextFiles;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a file of cases (案件清单), CSV in UTF-8 or GB 18030 or a workbook: a row for a case, with its
 * first event if it has one, and a row for each further event under the same number. A new row with
 * the columns of a case is a new case.
 */
@Component
public class CaseTable {
    private static final int ROWS = 100_000;
    private static final int BYTES = 20 * 1024 * 1024;

    private final CaseTerms terms;
    private final Wording wording;
    private final ParserGuard guard = new ParserGuard(Duration.ofSeconds(60));

    CaseTable(CaseTerms terms, Wording wording) {
        this.terms = terms;
        this.wording = wording;
    }

    /** The cases of a file, each with the number of its row; the head is row 1. */
    public List<ImportedCase> read(byte[] file) {
        if (file.length == 0) {
            throw Refusal.invalid("file", "requests.import.no-file");
        }
        if (file.length > BYTES) {
            throw Refusal.invalid("file", "requests.import.large", BYTES / 1024 / 1024);
        }
        var rows =
                file.length > 1 && file[0] == 'P' && file[1] == 'K' ? workbook(file) : text(file);
        if (rows.size() > ROWS) {
            throw Refusal.invalid("file", "requests.import.rows", ROWS);
        }
        if (rows.size() < 2) {
            throw Refusal.invalid("file", "requests.import.empty");
        }
        return cases(columns(rows.getFirst().cells()), rows.subList(1, rows.size()));
    }

    private List<Row> workbook(byte[] file) {
        return guard.read(wording.say("requests.import.file"), () -> SheetTable.read(file, ROWS));
    }

    private static List<Row> text(byte[] file) {
        var text =
                TextFiles.decode(file)
                        .orElseThrow(() -> Refusal.invalid("file", "requests.import.no-table"));
        try {
            var read = new CsvRows(new StringReader(text));
            var rows = new ArrayList<Row>();
            for (var row = read.next(); row.isPresent(); row = read.next()) {
                rows.add(new Row(read.number(), row.get()));
            }
            return rows;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<CaseColumn> columns(List<String> head) {
        var columns = new ArrayList<CaseColumn>();
        var problems = new ArrayList<FieldProblem>();
        for (var it : head) {
            var column = CaseColumn.named(it);
            if (column.isEmpty()) {
                problems.add(FieldProblem.of("file", "requests.import.unknown-column", it));
            } else if (columns.contains(column.get())) {
                problems.add(FieldProblem.of("file", "requests.import.column-twice", it));
            }
            column.ifPresent(columns::add);
        }
        CaseColumn.NEEDED.stream()
                .filter(it -> !columns.contains(it))
                .forEach(
                        it ->
                                problems.add(
                                        FieldProblem.of(
                                                "file", "requests.import.no-column", it.term())));
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return columns;
    }

    private List<ImportedCase> cases(List<CaseColumn> columns, List<Row> rows) {
        var found = new LinkedHashMap<Cells, List<ImportedCase.Event>>();
        var events = new ArrayList<ImportedCase.Event>();
        Cells open = null;
        for (var row : rows) {
            var cells = cells(columns, row);
            boolean goesOn =
                    open != null
                            && cells.only(CaseColumn.NUMBER)
                            && (cells.of(CaseColumn.NUMBER).isEmpty()
                                    || cells.of(CaseColumn.NUMBER)
                                            .equals(open.of(CaseColumn.NUMBER)));
            if (!goesOn) {
                open = cells;
                events = new ArrayList<>();
                found.put(cells, events);
            }
            if (cells.hasEvent()) {
                events.add(event(cells));
            }
        }
        return found.entrySet().stream().map(it -> one(it.getKey(), it.getValue())).toList();
    }

    /** A row by its columns; two rows are never the same. */
    private static final class Cells {
        private final int number;
        private final Map<CaseColumn, String> cells;

        Cells(int number, Map<CaseColumn, String> cells) {
            this.number = number;
            this.cells = cells;
        }

        String of(CaseColumn column) {
            return cells.getOrDefault(column, "");
        }

        /** Whether of the columns of a case nothing but this one is filled. */
        boolean only(CaseColumn column) {
            return cells.keySet().stream().allMatch(it -> it == column || it.ofEvent());
        }

        boolean hasEvent() {
            return cells.keySet().stream().anyMatch(CaseColumn::ofEvent);
        }
    }

    private static Cells cells(List<CaseColumn> columns, Row row) {
        var filled = new EnumMap<CaseColumn, String>(CaseColumn.class);
        var cells = row.cells();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            var text = cells.get(i).strip();
            if (!text.isEmpty()) {
                filled.put(columns.get(i), text);
            }
        }
        return new Cells(row.number(), filled);
    }

    private ImportedCase one(Cells it, List<ImportedCase.Event> events) {
        return new ImportedCase(
                it.number,
                it.of(CaseColumn.NUMBER),
                terms.slug(CaseColumn.CLASS, it.of(CaseColumn.CLASS)),
                it.of(CaseColumn.NAME),
                it.of(CaseColumn.REPRESENTATIVE),
                terms.slug(CaseColumn.IDENTITY_KIND, it.of(CaseColumn.IDENTITY_KIND)),
                it.of(CaseColumn.IDENTITY_NUMBER),
                it.of(CaseColumn.PHONE),
                it.of(CaseColumn.EMAIL),
                it.of(CaseColumn.ADDRESS),
                it.of(CaseColumn.AGENT_NAME),
                it.of(CaseColumn.AGENT_NUMBER),
                it.of(CaseColumn.AGENT_PHONE),
                it.of(CaseColumn.MANDATE),
                matters(it.of(CaseColumn.MATTERS)).orElse(List.of()),
                terms.slug(CaseColumn.FORM, it.of(CaseColumn.FORM)),
                terms.slug(CaseColumn.DELIVERY, it.of(CaseColumn.DELIVERY)),
                terms.slug(CaseColumn.CHANNEL, it.of(CaseColumn.CHANNEL)),
                CaseTerms.day(it.of(CaseColumn.ARRIVED)),
                it.of(CaseColumn.PUBLIC_WORDS),
                List.copyOf(events));
    }

    private ImportedCase.Event event(Cells it) {
        return new ImportedCase.Event(
                it.number,
                terms.slug(CaseColumn.TYPE, it.of(CaseColumn.TYPE)),
                CaseTerms.day(it.of(CaseColumn.DATE)),
                it.of(CaseColumn.NOTE),
                it.of(CaseColumn.EVIDENCE),
                it.of(CaseColumn.PARTY),
                it.of(CaseColumn.WORKING_DAYS),
                it.of(CaseColumn.SECTION),
                it.of(CaseColumn.WAY),
                CaseTerms.day(it.of(CaseColumn.TERM)),
                terms.outcomes(it.of(CaseColumn.OUTCOME)),
                null);
    }

    private static Optional<List<String>> matters(@Nullable String text) {
        return text == null || text.isEmpty()
                ? Optional.empty()
                : Optional.of(Matters.of(text.replace("\r\n", "\n")));
    }
}
