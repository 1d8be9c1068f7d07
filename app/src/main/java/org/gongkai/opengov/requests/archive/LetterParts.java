package org.gongkai.opengov.requests.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.opengov.requests.archive.PaperPress.Page;
import org.gongkai.opengov.requests.papers.Enclosure;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The letters of a case as they were signed (文书), with the mask in the place of who asks and the
 * files that went with them; what was drafted and not signed is no record.
 */
@Component
@Order(2)
class LetterParts implements CaseParts {
    private static final TypeReference<List<Enclosure>> ENCLOSURES = new TypeReference<>() {};
    private static final String APPLICANT = "{申请人}";

    private final JdbcClient database;
    private final PaperPress press;
    private final FileStore files;
    private final JsonMapper json;
    private final Wording wording;

    LetterParts(
            JdbcClient database,
            PaperPress press,
            FileStore files,
            JsonMapper json,
            Wording wording) {
        this.database = database;
        this.press = press;
        this.files = files;
        this.json = json;
        this.wording = wording;
    }

    private record Signed(
            String title,
            @Nullable String number,
            LocalDate writtenOn,
            @Nullable String addressee,
            String words,
            String sha256,
            List<Enclosure> enclosures) {}

    @Override
    public List<Part> of(Actor by, RequestView view) {
        return database
                .sql(
                        """
                        SELECT d.title, CASE WHEN l.number IS NULL THEN NULL
                                ELSE l.series || '〔' || l.year || '〕' || l.number || '号' END AS named,
                            l.written_on, d.addressee, d.words, l.sha256, d.enclosures
                        FROM request_letter l JOIN request_letter_draft d ON d.letter_id = l.id AND d.draft = l.draft
                        WHERE l.case_id = ? AND l.sha256 IS NOT NULL AND l.state <> 'VOID' ORDER BY l.written_on, l.id
                        """)
                .param(view.request().id())
                .query(
                        (row, _) ->
                                new Signed(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getObject(3, LocalDate.class),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        json.readValue(row.getString(7), ENCLOSURES)))
                .list()
                .stream()
                .map(it -> part(view, it))
                .toList();
    }

    private Part part(RequestView view, Signed it) {
        var page = new Page(it.title());
        if (it.number() != null) {
            page.line(wording.say("requests.archive.letter.number", it.number()));
        }
        if (it.addressee() != null) {
            page.line(masked(view, it.addressee()));
        }
        page.line(masked(view, it.words()));
        page.line(wording.say("requests.archive.letter.written", it.writtenOn()));
        page.line(wording.say("requests.archive.letter.hash", it.sha256()));
        it.enclosures()
                .forEach(
                        file ->
                                page.line(
                                        wording.say(
                                                "requests.archive.letter.enclosure",
                                                file.title(),
                                                file.sha256())));
        return new Part(Chapter.LETTERS, it.title(), press.print(page), enclosed(it.enclosures()));
    }

    /** The files that went with it, as they went. */
    private List<Part.File> enclosed(List<Enclosure> enclosures) {
        var enclosed = new ArrayList<Part.File>();
        for (var it : enclosures) {
            var name = "%02d-%s".formatted(enclosed.size() + 1, safe(it));
            enclosed.add(new Part.File(name, it.title(), content(it)));
        }
        return enclosed;
    }

    private String safe(Enclosure it) {
        return files.find(it.sha256(), it.fileName())
                .map(StoredFile::safeName)
                .orElseThrow(() -> new IllegalStateException("Enclosed and gone: " + it.sha256()));
    }

    private byte[] content(Enclosure it) {
        try {
            return Files.readAllBytes(files.path(it.sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String masked(RequestView view, String words) {
        return words.replace(APPLICANT, view.request().applicantMask());
    }
}
