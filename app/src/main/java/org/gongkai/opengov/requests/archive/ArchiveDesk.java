package org.gongkai.opengov.requests.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.archive.PaperPress.Page;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of a request for the shelf (归档), 条例 art. 45: its papers in their fixed order as one PDF
 * with bookmarks, and as a package with every part, the events as they were entered, and a manifest
 * with the SHA-256 of each file. Who asks is left out with a note, or lies in a sealed part of its
 * own, with the pictures that prove it.
 */
@Service
public class ArchiveDesk {
    private static final int SHORTEST_WORD = 12;
    private static final String SEALED = "sealed";
    private static final String LEFT_OUT = "left-out";
    private static final String MANIFEST = "manifest.json";

    private final RequestDesk desk;
    private final ObjectProvider<CaseParts> sources;
    private final SealedParts sealing;
    private final PaperPress press;
    private final Organization organization;
    private final ChineseDates dates;
    private final Wording wording;
    private final JsonMapper json;
    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock time;

    ArchiveDesk(
            RequestDesk desk,
            ObjectProvider<CaseParts> sources,
            SealedParts sealing,
            PaperPress press,
            Organization organization,
            ChineseDates dates,
            Wording wording,
            JsonMapper json,
            JdbcClient database,
            AuditTrail audit,
            Clock time) {
        this.desk = desk;
        this.sources = sources;
        this.sealing = sealing;
        this.press = press;
        this.organization = organization;
        this.dates = dates;
        this.wording = wording;
        this.json = json;
        this.database = database;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A file of the package, as the manifest names it.
     *
     * @param originalSha256 of what a sealed file was made of; null for every other
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(
            String file,
            String title,
            int pages,
            long bytes,
            String sha256,
            @Nullable String originalSha256) {}

    /** What is in a package (归档清单). */
    record Manifest(
            String number,
            String agency,
            String made,
            String by,
            String identity,
            String identityNote,
            List<Listed> files) {}

    /** A package that left earlier. */
    public record Earlier(Instant at, PersonId by, boolean sealed, String manifestSha256) {}

    /** Makes the package; it is written down that it left, and with what hash. */
    @Transactional
    public ArchivePackage export(Actor by, long id, ArchiveEntry entry) {
        var view = desk.one(by, id);
        if (!RequestRights.distributes(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.archive.who");
        }
        var identity = Objects.requireNonNullElse(entry.identity(), "").strip();
        if (!identity.equals(SEALED) && !identity.equals(LEFT_OUT)) {
            throw Refusal.invalid("identity", "requests.archive.choose");
        }
        var isSealed = identity.equals(SEALED);
        var sealed = isSealed ? sealed(by, id, entry) : List.<SealedParts.Sealed>of();
        var parts = parts(by, view, isSealed);
        var bound = Bookmarks.bound(say("requests.archive.title", view.request().number()), parts);
        var files = files(parts, bound, sealed);
        var manifest =
                json.writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(
                                new Manifest(
                                        view.request().number(),
                                        organization.agency(by.agency()).name(),
                                        dates.machine(time.instant()),
                                        by.name(),
                                        identity,
                                        note(isSealed),
                                        files.stream().map(this::listed).toList()));
        var hash = sha256(manifest);
        database.sql(
                        """
                        INSERT INTO request_archive (case_id, identity, manifest_sha256, person_id, made_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        isSealed ? "SEALED" : "LEFT_OUT",
                        hash,
                        by.person().value(),
                        Timestamp.from(time.instant()))
                .update();
        audit.record(
                by,
                "requests.archived",
                "request:" + id,
                Map.of(),
                Map.of("number", view.request().number(), "identity", identity, "manifest", hash));
        files.add(new Named(MANIFEST, "", manifest));
        files.add(new Named("SHA256SUMS", "", sums(files)));
        return new ArchivePackage(view.request().number(), zip(files), bound, hash);
    }

    /** The packages that left, the last first. */
    @Transactional(readOnly = true)
    public List<Earlier> earlier(Actor by, long id) {
        desk.one(by, id);
        return database.sql(
                        "SELECT made_at, person_id, identity, manifest_sha256 FROM request_archive"
                                + " WHERE case_id = ? ORDER BY id DESC")
                .param(id)
                .query(
                        (row, _) ->
                                new Earlier(
                                        row.getTimestamp(1).toInstant(),
                                        new PersonId(row.getLong(2)),
                                        row.getString(3).equals("SEALED"),
                                        row.getString(4)))
                .list();
    }

    private List<SealedParts.Sealed> sealed(Actor by, long id, ArchiveEntry entry) {
        var word = Objects.requireNonNullElse(entry.word(), "").strip();
        if (word.length() < SHORTEST_WORD) {
            throw Refusal.invalid("word", "requests.archive.word", SHORTEST_WORD);
        }
        return sealing.of(by, id, entry.reason(), word);
    }

    /** In the order of the chapters, the index first. */
    private List<Part> parts(Actor by, RequestView view, boolean sealed) {
        var parts =
                sources.orderedStream()
                        .flatMap(it -> it.of(by, view).stream())
                        .sorted(Comparator.comparing(Part::chapter))
                        .toList();
        return Stream.concat(Stream.of(index(by, view, parts, sealed)), parts.stream()).toList();
    }

    private Part index(Actor by, RequestView view, List<Part> parts, boolean sealed) {
        var title = say("requests.archive.chapter.INDEX");
        var page = new Page(title);
        page.line(say("requests.archive.number", view.request().number()));
        page.line(say("requests.archive.agency", organization.agency(by.agency()).name()));
        page.line(
                say(
                        "requests.archive.stage",
                        say("requests.stage." + view.request().stage().name())));
        page.line(say("requests.archive.made", dates.moment(time.instant()), by.name()));
        page.line(note(sealed));
        var rows = new ArrayList<List<String>>();
        for (var part : parts) {
            rows.add(
                    List.of(
                            String.valueOf(rows.size() + 1),
                            part.title(),
                            String.valueOf(Bookmarks.pages(part.pdf()))));
        }
        page.table(List.of(say("requests.archive.index.heads").split(",", -1)), rows);
        return new Part(Chapter.INDEX, title, press.print(page));
    }

    private String note(boolean sealed) {
        return say(sealed ? "requests.archive.note.sealed" : "requests.archive.note.left-out");
    }

    /** A file under its name, readable or sealed. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Named(
            String name, String title, byte[] content, boolean sealed, byte @Nullable [] original) {
        Named(String name, String title, byte[] content) {
            this(name, title, content, false, null);
        }
    }

    private List<Named> files(List<Part> parts, byte[] bound, List<SealedParts.Sealed> sealed) {
        var files = new ArrayList<Named>();
        files.add(new Named("case.pdf", say("requests.archive.bound"), bound));
        for (var part : parts) {
            var place = "%02d-%s".formatted(parts.indexOf(part), part.chapter().slug());
            files.add(new Named("parts/" + place + ".pdf", part.title(), part.pdf()));
            part.files()
                    .forEach(
                            it ->
                                    files.add(
                                            new Named(
                                                    "parts/" + place + "/" + it.name(),
                                                    it.title().isEmpty()
                                                            ? part.title()
                                                            : it.title(),
                                                    it.content())));
        }
        sealed.forEach(
                it ->
                        files.add(
                                new Named(
                                        it.name(), it.title(), it.content(), true, it.original())));
        return files;
    }

    private Listed listed(Named it) {
        var paper = it.name().endsWith(".pdf") && !it.sealed();
        var original = it.original();
        return new Listed(
                it.name(),
                it.title(),
                paper ? Bookmarks.pages(it.content()) : 0,
                it.content().length,
                sha256(it.content()),
                original == null ? null : sha256(original));
    }

    /** As {@code sha256sum -c} reads it. */
    private static byte[] sums(List<Named> files) {
        var sums = new StringBuilder();
        files.forEach(
                it ->
                        sums.append(sha256(it.content()))
                                .append("  ")
                                .append(it.name())
                                .append('\n'));
        return sums.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] zip(List<Named> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var it : files) {
                var entry = new ZipEntry(it.name());
                entry.setTime(time.millis());
                zip.putNextEntry(entry);
                zip.write(it.content());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String say(String key, Object... arguments) {
        return wording.say(key, arguments);
    }
}
