package org.gongkai.opengov.requests.archive;

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
import org.gongkai.opengov.requests.Applicant;
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
 * own.
 */
@Service
public class ArchiveDesk {
    private static final int SHORTEST_WORD = 12;
    private static final String SEALED = "sealed";
    private static final String LEFT_OUT = "left-out";
    private static final String MANIFEST = "manifest.json";
    private static final String IDENTITY = "identity-sealed.pdf";

    private final RequestDesk desk;
    private final ObjectProvider<CaseParts> sources;
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
        this.press = press;
        this.organization = organization;
        this.dates = dates;
        this.wording = wording;
        this.json = json;
        this.database = database;
        this.audit = audit;
        this.time = time;
    }

    /** A file of the package, as the manifest names it. */
    record Listed(String file, String title, int pages, long bytes, String sha256) {}

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
        var sealed = identity.equals(SEALED) ? sealed(by, id, entry) : null;
        var parts = parts(by, view, sealed != null);
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
                                        note(sealed != null),
                                        files.stream().map(this::listed).toList()));
        var hash = sha256(manifest);
        database.sql(
                        """
                        INSERT INTO request_archive (case_id, identity, manifest_sha256, person_id, made_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        sealed == null ? "LEFT_OUT" : "SEALED",
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

    private byte[] sealed(Actor by, long id, ArchiveEntry entry) {
        var word = Objects.requireNonNullElse(entry.word(), "").strip();
        if (word.length() < SHORTEST_WORD) {
            throw Refusal.invalid("word", "requests.archive.word", SHORTEST_WORD);
        }
        var applicant =
                desk.applicant(by, id, entry.reason())
                        .orElseThrow(
                                () -> Refusal.notPossibleNow(List.of(), "requests.archive.erased"));
        return Bookmarks.sealed(press.print(page(applicant)), word);
    }

    private Page page(Applicant applicant) {
        var identity = applicant.identity();
        var contact = applicant.contact();
        var page = new Page(say("requests.archive.identity"));
        tell(page, "requests.ask.name", identity.name());
        tell(page, "requests.ask.representative", identity.representative());
        tell(
                page,
                "requests.ask.identity-kind",
                say("requests.identity." + identity.kind().name()));
        tell(page, "requests.ask.identity-number", identity.number());
        tell(page, "requests.ask.phone", contact.phone());
        tell(page, "requests.ask.email", contact.email());
        tell(page, "requests.ask.address", contact.address());
        var agent = applicant.agent();
        if (agent != null) {
            tell(page, "requests.ask.agent-name", agent.name());
            tell(page, "requests.ask.agent-number", agent.number());
            tell(page, "requests.ask.agent-phone", agent.phone());
            tell(page, "requests.ask.mandate", agent.mandate());
        }
        return page;
    }

    private void tell(Page page, String key, @Nullable String value) {
        if (value != null) {
            page.line(say("requests.archive.told", say(key), value));
        }
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

    /** A file under its name. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Named(String name, String title, byte[] content) {}

    private List<Named> files(List<Part> parts, byte[] bound, byte @Nullable [] sealed) {
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
                                                    part.title(),
                                                    it.content())));
        }
        if (sealed != null) {
            files.add(new Named(IDENTITY, say("requests.archive.identity"), sealed));
        }
        return files;
    }

    private Listed listed(Named it) {
        var paper = it.name().endsWith(".pdf") && !it.name().equals(IDENTITY);
        return new Listed(
                it.name(),
                it.title(),
                paper ? Bookmarks.pages(it.content()) : 0,
                it.content().length,
                sha256(it.content()));
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
