package org.gongkai.opengov.siteimport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.OldSiteRecord;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a row of the manifest as a document (逐行读取): the old site's names become ours. */
final class RowReading {
    private static final Pattern DATE =
            Pattern.compile(
                    "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?");
    private static final Pattern NUMBER_BRACKETS =
            Pattern.compile("[\\[(（【﹝［{｛〈<〖]\\s*((?:19|20)\\d{2})\\s*[\\])）】﹞］}｝〉>〗]");
    private static final Set<String> OURS = Set.of("本站", "本局", "本机关", "原创", "自制", "本网");

    /** What old systems write where they hold no date. */
    private static final LocalDate EMPTY_DATE = LocalDate.of(1970, 1, 1);

    private static final int LONGEST_KEY = 500;

    private final ImportFolder folder;
    private final ImportSettings settings;
    private final FileStore files;
    private final Agency agency;
    private final Instant now;
    private final ZoneId zone;

    RowReading(
            ImportFolder folder,
            ImportSettings settings,
            FileStore files,
            Agency agency,
            Instant now,
            ZoneId zone) {
        this.folder = folder;
        this.settings = settings;
        this.files = files;
        this.agency = agency;
        this.now = now;
        this.zone = zone;
    }

    /** What names the row at the old site: its own key, or its address. */
    static String keyOf(Manifest.Row row) {
        var key = row.cell(ManifestField.KEY);
        return (key.isEmpty() ? row.cell(ManifestField.ADDRESS) : key).replaceAll("\\p{Cntrl}", "");
    }

    /** The row as a document; refused with everything that is wrong in it so far. */
    OldSiteRecord.Typed read(Manifest.Row row) {
        row.unreadable()
                .ifPresent(
                        it -> {
                            throw Refusal.invalid("", it);
                        });
        var problems = new ArrayList<FieldProblem>();
        var key = keyOf(row);
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            problems.add(FieldProblem.of("key", "siteimport.row.no-key"));
        }
        var address = address(row, problems);
        var published = published(row, problems);
        var text = new OldText(folder, settings, files, problems);
        var body = body(row, text, address);
        text.attach(row.cell(ManifestField.ATTACHMENTS));
        var document = document(row, body, text, problems);
        if (!problems.isEmpty() || published == null) {
            throw Refusal.invalid(problems);
        }
        var number = row.cell(ManifestField.INDEX_NUMBER);
        return new OldSiteRecord.Typed(
                row.number(), key, document, published, address, number.isEmpty() ? null : number);
    }

    private DocumentInput document(
            Manifest.Row row, String body, OldText text, List<FieldProblem> problems) {
        var column = ours(settings.columns(), of(row, ManifestField.COLUMN));
        return new DocumentInput(
                ours(settings.kinds(), of(row, ManifestField.KIND)),
                of(row, ManifestField.TITLE),
                column,
                ours(settings.sections(), of(row, ManifestField.SECTION)),
                body,
                attribute(row, problems),
                of(row, ManifestField.GROUND),
                item(row, column, problems),
                source(row),
                fields(row, problems),
                text.attachments(),
                false);
    }

    private static String body(Manifest.Row row, OldText text, @Nullable String address) {
        var file = row.cell(ManifestField.BODY_FILE);
        return file.isEmpty()
                ? text.inline(row.cell(ManifestField.BODY), address)
                : text.inFile(file, address);
    }

    /** What readers could not read there has no place in this. */
    private String attribute(Manifest.Row row, List<FieldProblem> problems) {
        var written = of(row, ManifestField.ATTRIBUTE);
        var proactive = PublicAttribute.PROACTIVE.term();
        if (!written.isEmpty() && !written.equals(proactive)) {
            problems.add(FieldProblem.of("attribute", "siteimport.row.not-proactive"));
        }
        return proactive;
    }

    private @Nullable Integer item(Manifest.Row row, String column, List<FieldProblem> problems) {
        var own = row.cell(ManifestField.ITEM);
        var written =
                own.isEmpty()
                        ? settings.article20Items()
                                .getOrDefault(column, of(row, ManifestField.ITEM))
                        : own;
        if (written.isEmpty()) {
            return null;
        }
        if (!written.matches("\\d{1,2}")) {
            problems.add(FieldProblem.of("article20Item", "siteimport.row.item"));
            return null;
        }
        return Integer.valueOf(written);
    }

    private Source source(Manifest.Row row) {
        var name = of(row, ManifestField.SOURCE);
        var address = row.cell(ManifestField.SOURCE_URL);
        boolean own =
                name.isEmpty()
                        || OURS.contains(name)
                        || name.equals(agency.name())
                        || name.equals(agency.shortName());
        return own ? Source.ours() : Source.reposted(name, address.isEmpty() ? null : address);
    }

    private Map<String, @Nullable String> fields(Manifest.Row row, List<FieldProblem> problems) {
        var all = new HashMap<>(settings.defaults());
        all.putAll(row.cells());
        var fields = new HashMap<String, @Nullable String>();
        all.forEach(
                (key, value) -> {
                    if (ManifestField.isOfKind(key)) {
                        fields.put(key, field(key, value, problems));
                    }
                });
        return fields;
    }

    private String field(String key, String value, List<FieldProblem> problems) {
        if (key.equals(ManifestField.DOCUMENT_NUMBER.key())) {
            return NUMBER_BRACKETS.matcher(value).replaceFirst("〔$1〕").replace("號", "号");
        }
        if (!DATE.matcher(value).matches()) {
            return value;
        }
        return moment(key, value, problems).map(it -> it.toLocalDate().toString()).orElse(value);
    }

    private @Nullable Instant published(Manifest.Row row, List<FieldProblem> problems) {
        var written = row.cell(ManifestField.PUBLISHED);
        var at = moment("publishedAt", written, problems).map(it -> it.atZone(zone).toInstant());
        if (at.isPresent() && at.get().isAfter(now)) {
            problems.add(FieldProblem.of("publishedAt", "siteimport.row.future", written));
        }
        return at.orElse(null);
    }

    private static Optional<LocalDateTime> moment(
            String field, String written, List<FieldProblem> problems) {
        var match = DATE.matcher(written);
        if (written.isEmpty()) {
            problems.add(FieldProblem.of(field, "siteimport.row.no-date"));
            return Optional.empty();
        }
        if (!match.matches()) {
            problems.add(FieldProblem.of(field, "siteimport.row.date", written));
            return Optional.empty();
        }
        try {
            var day =
                    LocalDate.of(part(match.group(1)), part(match.group(2)), part(match.group(3)));
            if (day.equals(EMPTY_DATE)) {
                problems.add(FieldProblem.of(field, "siteimport.row.empty-date"));
                return Optional.empty();
            }
            var time =
                    LocalTime.of(part(match.group(4)), part(match.group(5)), part(match.group(6)));
            return Optional.of(day.atTime(time));
        } catch (DateTimeException noSuchDay) {
            problems.add(FieldProblem.of(field, "siteimport.row.date", written));
            return Optional.empty();
        }
    }

    private static int part(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private @Nullable String address(Manifest.Row row, List<FieldProblem> problems) {
        var written = row.cell(ManifestField.ADDRESS);
        if (written.isEmpty()) {
            return null;
        }
        var whole =
                written.startsWith("/")
                        ? settings.siteAddress().replaceAll("/$", "") + written
                        : written;
        if (!whole.matches("https?://\\S+") || OldAddress.pathOf(whole).isEmpty()) {
            problems.add(FieldProblem.of("address", "siteimport.row.address", written));
            return null;
        }
        return whole;
    }

    /** The row's own word, or what holds where it says nothing. */
    private String of(Manifest.Row row, ManifestField field) {
        var own = row.cell(field);
        return own.isEmpty() ? settings.defaults().getOrDefault(field.key(), "") : own;
    }

    private static String ours(Map<String, String> names, String theirs) {
        return names.getOrDefault(theirs, theirs);
    }
}
