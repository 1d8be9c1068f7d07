package org.gongkai.opengov.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.Article20Item;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.PublicRegister.Place;
import org.gongkai.opengov.disclosures.Validities;
import org.gongkai.opengov.disclosures.Validity;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list of documents to take along (目录下载) as CSV, JSON or XLSX, with the catalogue's fields of
 * 《政府信息公开条例》 art. 12: index, name, summary, day of creation. It is read and written in parts, so
 * that its length does not matter.
 */
@Component
class ListFiles {
    private static final int PART = 500;

    /** The most rows of one sheet, below what the format holds. */
    private static final int SHEET = 1_000_000;

    private final PublicRegister register;
    private final Validities validities;
    private final Columns columns;
    private final Organization organization;
    private final ChineseDates dates;
    private final Wording wording;
    private final JsonMapper json;

    ListFiles(
            PublicRegister register,
            Validities validities,
            Columns columns,
            Organization organization,
            ChineseDates dates,
            Wording wording,
            JsonMapper json) {
        this.register = register;
        this.validities = validities;
        this.columns = columns;
        this.organization = organization;
        this.dates = dates;
        this.wording = wording;
        this.json = json;
    }

    /** What a file can be. */
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        JSON("application/json"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        /** By the ending of the address. */
        static Format ending(String ending) {
            return Arrays.stream(values())
                    .filter(it -> it.ending().equals(ending))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
        }

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A document as a row of the file; names of the JSON as in the API. */
    record Row(
            String indexNumber,
            String title,
            String summary,
            @Nullable String formedOn,
            String publishedOn,
            String agency,
            String section,
            String column,
            String kind,
            @Nullable String documentNumber,
            @Nullable String validity,
            @Nullable String legalGround,
            String path) {

        List<String> cells() {
            return Stream.of(
                            indexNumber,
                            title,
                            summary,
                            formedOn,
                            publishedOn,
                            agency,
                            section,
                            column,
                            kind,
                            documentNumber,
                            validity,
                            legalGround,
                            path)
                    .map(it -> Objects.requireNonNullElse(it, ""))
                    .toList();
        }
    }

    /** Writes the whole list, newest first, as a file of this name. */
    void send(HttpServletResponse response, String name, Format format, PublicFilter filter)
            throws IOException {
        response.setContentType(format.type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + name + "." + format.ending() + "\"");
        switch (format) {
            case CSV -> csv(response.getOutputStream(), filter);
            case JSON -> json(response.getOutputStream(), filter);
            case XLSX -> xlsx(response.getOutputStream(), filter);
        }
    }

    private void csv(OutputStream out, PublicFilter filter) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        writer.write(Csv.line(head()));
        writer.write("\r\n");
        inParts(
                filter,
                rows -> {
                    for (var it : rows) {
                        writer.write(Csv.line(it.cells()));
                        writer.write("\r\n");
                    }
                });
        writer.flush();
    }

    private void json(OutputStream out, PublicFilter filter) throws IOException {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringProperty("licence", wording.say("portal.file.licence"));
            generator.writeName("items");
            generator.writeStartArray();
            inParts(filter, rows -> rows.forEach(generator::writePOJO));
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    private void xlsx(OutputStream out, PublicFilter filter) throws IOException {
        try (var book = new Workbook(out, "Gongkai", null)) {
            var sheet = new Sheet(book, wording.say("portal.catalogue"), head());
            inParts(filter, sheet::add);
            sheet.end();
        }
    }

    /** The sheets of a workbook, one after the other. */
    private static final class Sheet {
        private final Workbook book;
        private final String name;
        private final List<String> head;
        private int number;
        private int row;
        private Worksheet open;

        Sheet(Workbook book, String name, List<String> head) {
            this.book = book;
            this.name = name;
            this.head = head;
            this.open = next();
        }

        private Worksheet next() {
            number++;
            var sheet = book.newWorksheet(number == 1 ? name : name + number);
            for (var column = 0; column < head.size(); column++) {
                sheet.inlineString(0, column, head.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, column == 1 || column == 2 ? 48 : 20);
            }
            sheet.freezePane(0, 1);
            row = 1;
            return sheet;
        }

        void add(List<Row> rows) throws IOException {
            for (var it : rows) {
                if (row > SHEET) {
                    open.close();
                    open = next();
                }
                var cells = it.cells();
                for (var column = 0; column < cells.size(); column++) {
                    open.inlineString(row, column, cells.get(column));
                }
                row++;
            }
            open.flush();
        }

        void end() throws IOException {
            open.close();
        }
    }

    private List<String> head() {
        return List.of(wording.say("portal.file.head").split(","));
    }

    /** Takes a part of the list. */
    @FunctionalInterface
    private interface Part {
        void take(List<Row> rows) throws IOException;
    }

    private void inParts(PublicFilter filter, Part part) throws IOException {
        var names = new Names();
        var after = (Place) null;
        List<PublicListing> listings;
        do {
            listings = register.list(filter, after, PART);
            part.take(rows(listings, names));
            if (!listings.isEmpty()) {
                after = new Place(listings.getLast().publishedAt(), listings.getLast().id());
            }
        } while (listings.size() == PART);
    }

    private List<Row> rows(List<PublicListing> listings, Names names) {
        var valid = validities.of(listings);
        return listings.stream().map(it -> row(it, valid, names)).toList();
    }

    private Row row(PublicListing it, Map<DocumentId, Validity> valid, Names names) {
        var validity = valid.get(it.id());
        return new Row(
                it.indexNumber().toString(),
                it.title(),
                it.summary(),
                Objects.toString(it.formedOn(), null),
                dates.brief(it.publishedAt()),
                names.agency(it.agency()),
                names.section(it.section()),
                names.column(it.agency(), it.column()),
                it.kind().term(),
                it.documentNumber(),
                validity == null ? null : wording.say("portal.validity." + validity.name()),
                ground(it),
                it.indexNumber().path());
    }

    private static @Nullable String ground(PublicListing it) {
        var item = it.article20Item();
        return item == null
                ? null
                : Article20Item.numbered(item).map(Article20Item::ground).orElse(null);
    }

    /** Names that one file needs, each looked up once. */
    private final class Names {
        private final Map<AgencyId, String> agencies = new HashMap<>();
        private final Map<SectionId, String> sections = new HashMap<>();
        private final Map<AgencyId, Map<ColumnId, String>> trees = new HashMap<>();

        String agency(AgencyId id) {
            return agencies.computeIfAbsent(id, it -> organization.agency(it).name());
        }

        String section(SectionId id) {
            return sections.computeIfAbsent(id, it -> organization.section(it).name());
        }

        String column(AgencyId agency, ColumnId id) {
            return trees.computeIfAbsent(agency, it -> new ColumnTree(columns.tree(it)).names())
                    .getOrDefault(id, "");
        }
    }
}
