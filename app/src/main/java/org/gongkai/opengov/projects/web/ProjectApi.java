package org.gongkai.opengov.projects.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.gongkai.opengov.projects.Consent;
import org.gongkai.opengov.projects.ConsentDesk;
import org.gongkai.opengov.projects.EntryDesk;
import org.gongkai.opengov.projects.EntryDesk.Found;
import org.gongkai.opengov.projects.KeyProject;
import org.gongkai.opengov.projects.ProjectDesk;
import org.gongkai.opengov.projects.ProjectEntry;
import org.gongkai.opengov.projects.ProjectInput;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.IfMatch;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.files.FileResponse;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Key projects over the API (重点项目接口). */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectApi {
    private final ProjectDesk desk;
    private final EntryDesk entries;
    private final ConsentDesk consents;

    ProjectApi(ProjectDesk desk, EntryDesk entries, ConsentDesk consents) {
        this.desk = desk;
        this.entries = entries;
        this.consents = consents;
    }

    /** A project in its newest version. */
    record ProjectLine(
            long id,
            int version,
            LocalDate from,
            String name,
            String builder,
            String investor,
            String district,
            String kind,
            String importance,
            String state,
            @Nullable LocalDate landedOn,
            @Nullable String proof) {

        static ProjectLine of(KeyProject it) {
            var facts = it.facts();
            var landing = it.landing();
            return new ProjectLine(
                    it.id(),
                    it.number(),
                    it.from(),
                    facts.name(),
                    facts.builder(),
                    facts.investor(),
                    facts.district(),
                    facts.kind().slug(),
                    facts.importance(),
                    facts.state().slug(),
                    landing == null ? null : landing.on(),
                    landing == null ? null : landing.proof());
        }
    }

    /** A consent. */
    record ConsentAnswer(
            long id,
            String givenBy,
            LocalDate givenOn,
            List<String> stages,
            List<String> kinds,
            String sha256,
            String fileName,
            @Nullable LocalDate endedOn,
            @Nullable String endedBy,
            @Nullable String reason) {

        static ConsentAnswer of(Consent it) {
            var end = it.end();
            return new ConsentAnswer(
                    it.id(),
                    it.givenBy(),
                    it.givenOn(),
                    it.stages().stream().sorted().map(stage -> stage.slug()).toList(),
                    it.kinds().stream().sorted().map(kind -> kind.slug()).toList(),
                    it.file().sha256(),
                    it.file().name(),
                    end == null ? null : end.on(),
                    end == null ? null : end.endedBy(),
                    end == null ? null : end.reason());
        }
    }

    /** What an entry says, and what was found of it. */
    record FieldAnswer(
            long id,
            String name,
            String value,
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable Instant screenedAt) {

        static FieldAnswer of(ProjectEntry.Field it) {
            var found = it.screening();
            return new FieldAnswer(
                    it.id(),
                    it.name(),
                    it.value(),
                    found == null ? null : found.outcome().slug(),
                    found == null ? null : found.ground(),
                    found == null ? null : found.at());
        }
    }

    /** An entry and how it stands. */
    record EntryAnswer(
            long id,
            int version,
            String stage,
            String kind,
            boolean negotiation,
            String title,
            LocalDate formedOn,
            String standing,
            @Nullable LocalDate due,
            boolean overdue,
            @Nullable Long consent,
            @Nullable String document,
            List<FieldAnswer> fields) {

        static EntryAnswer of(EntryDesk.Line line) {
            var it = line.entry();
            var publication = it.publication();
            return new EntryAnswer(
                    it.id(),
                    it.number(),
                    it.facts().stage().slug(),
                    it.facts().kind().slug(),
                    it.facts().kind().negotiation(),
                    it.facts().title(),
                    it.facts().formedOn(),
                    ProjectWords.slug(line.standing()),
                    line.due(),
                    line.overdue(),
                    line.consent(),
                    publication == null ? null : publication.document().toString(),
                    it.fields().stream().map(FieldAnswer::of).toList());
        }
    }

    /** A project with all that belongs to it. */
    record ProjectAnswer(
            ProjectLine project,
            List<LandingAnswer> landings,
            List<ConsentAnswer> consents,
            List<EntryAnswer> entries) {}

    /** A landing, or a correction of it. */
    record LandingAnswer(
            int number,
            LocalDate landedOn,
            String proof,
            String sha256,
            String fileName,
            String reason,
            Instant recordedAt) {
        static LandingAnswer of(KeyProject.Landing it) {
            return new LandingAnswer(
                    it.number(),
                    it.on(),
                    it.proof(),
                    it.file().sha256(),
                    it.file().name(),
                    it.reason(),
                    it.at());
        }
    }

    /** A project as sent; what is absent stays as it is, or is empty in a new one. */
    record ProjectSent(
            @Nullable String name,
            @Nullable String builder,
            @Nullable String investor,
            @Nullable String district,
            @Nullable String kind,
            @Nullable String importance,
            @Nullable String state,
            @Nullable String from,
            @Nullable String reason) {

        ProjectInput over(Map<String, String> before) {
            var typed = new HashMap<>(before);
            put(typed, "name", name);
            put(typed, "builder", builder);
            put(typed, "investor", investor);
            put(typed, "district", district);
            put(typed, "kind", kind);
            put(typed, "importance", importance);
            put(typed, "state", state);
            put(typed, "from", from);
            put(typed, "reason", reason);
            return new ProjectInput(typed);
        }
    }

    /** One thing an entry says. */
    record FieldSent(@Nullable String name, @Nullable String value) {
        String line() {
            return text(name) + "：" + text(value);
        }

        private static String text(@Nullable String sent) {
            return Objects.requireNonNullElse(sent, "").replaceAll("\\s+", " ").strip();
        }
    }

    /** An entry as sent. */
    record EntrySent(
            @Nullable String stage,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String formedOn,
            @Nullable List<FieldSent> fields,
            @Nullable String reason) {

        ProjectInput over(Map<String, String> before) {
            var typed = new HashMap<>(before);
            put(typed, "stage", stage);
            put(typed, "kind", kind);
            put(typed, "title", title);
            put(typed, "formedOn", formedOn);
            put(
                    typed,
                    "fields",
                    fields == null
                            ? null
                            : fields.stream()
                                    .map(FieldSent::line)
                                    .collect(Collectors.joining("\n")));
            put(typed, "reason", reason);
            return new ProjectInput(typed);
        }
    }

    /** What was found of the fields named; the others are left for later. */
    record ScreeningSent(@Nullable List<FoundSent> fields) {}

    /** What was found of a field. */
    record FoundSent(long id, @Nullable String outcome, @Nullable String ground) {}

    /** That a consent was taken back. */
    record EndSent(@Nullable String endedOn, @Nullable String endedBy, @Nullable String reason) {}

    /** The draft that was made. */
    record DraftAnswer(String document) {}

    private static void put(Map<String, String> typed, String field, @Nullable String sent) {
        if (sent != null) {
            typed.put(field, sent);
        }
    }

    @GetMapping
    Items<ProjectLine> list(Actor actor, AskedProjects asked, Paging paging) {
        var before = paging.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        var rest =
                desk.list(actor, asked.desk()).stream()
                        .filter(it -> it.id() < before)
                        .limit(paging.fetch())
                        .toList();
        return Items.of(rest, paging, it -> Cursor.at(it.id())).map(ProjectLine::of);
    }

    @PostMapping
    ResponseEntity<ProjectAnswer> enter(Actor actor, @RequestBody ProjectSent sent) {
        return answer(HttpStatus.CREATED, actor, desk.enter(actor, sent.over(Map.of())));
    }

    @GetMapping("/{id}")
    ResponseEntity<ProjectAnswer> read(Actor actor, @PathVariable long id) {
        return answer(HttpStatus.OK, actor, id);
    }

    @PutMapping("/{id}")
    ResponseEntity<ProjectAnswer> change(
            Actor actor, @PathVariable long id, @RequestBody ProjectSent sent, IfMatch expected) {
        var before = ProjectDesk.input(desk.read(actor, id).getFirst());
        desk.change(actor, id, sent.over(before.typed()), expected.version());
        return answer(HttpStatus.OK, actor, id);
    }

    @PostMapping("/{id}/landing")
    ResponseEntity<ProjectAnswer> land(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var input = new ProjectInput(typed);
        Uploads.read(file, (content, name) -> desk.land(actor, id, input, content, name));
        return answer(HttpStatus.CREATED, actor, id);
    }

    @PostMapping("/{id}/landing/correction")
    ResponseEntity<ProjectAnswer> correctLanding(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var input = new ProjectInput(typed);
        Uploads.read(
                file,
                (content, name) -> desk.correctLanding(actor, id, input, content, name, version));
        return answer(HttpStatus.OK, actor, id);
    }

    @GetMapping("/{id}/landing/file")
    ResponseEntity<Resource> landingPaper(Actor actor, @PathVariable long id) {
        var paper = desk.landingPaper(actor, id);
        return FileResponse.download(paper.file(), paper.content());
    }

    /** Several stages or kinds are separated by commas. */
    @PostMapping("/{id}/consents")
    @ResponseStatus(HttpStatus.CREATED)
    ConsentAnswer give(
            Actor actor,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var lines = new HashMap<>(typed);
        lines.replaceAll(
                (field, value) ->
                        field.equals("stages") || field.equals("kinds")
                                ? value.replace(',', '\n')
                                : value);
        var input = new ProjectInput(lines);
        var given = new AtomicLong();
        Uploads.read(
                file, (content, name) -> given.set(consents.give(actor, id, input, content, name)));
        return consent(actor, id, given.get());
    }

    @GetMapping("/{id}/consents/{consent}/file")
    ResponseEntity<Resource> consentPaper(
            Actor actor, @PathVariable long id, @PathVariable long consent) {
        var paper = consents.paper(actor, id, consent);
        return FileResponse.download(paper.file(), paper.content());
    }

    @PostMapping("/{id}/consents/{consent}/end")
    ConsentAnswer end(
            Actor actor,
            @PathVariable long id,
            @PathVariable long consent,
            @RequestBody EndSent sent) {
        var typed = new HashMap<String, String>();
        put(typed, "endedOn", sent.endedOn());
        put(typed, "endedBy", sent.endedBy());
        put(typed, "reason", sent.reason());
        consents.end(actor, id, consent, new ProjectInput(typed));
        return consent(actor, id, consent);
    }

    @PostMapping("/{id}/entries")
    ResponseEntity<EntryAnswer> write(
            Actor actor, @PathVariable long id, @RequestBody EntrySent sent) {
        return entry(HttpStatus.CREATED, actor, id, entries.write(actor, id, sent.over(Map.of())));
    }

    @GetMapping("/{id}/entries/{entry}")
    ResponseEntity<EntryAnswer> read(Actor actor, @PathVariable long id, @PathVariable long entry) {
        return entry(HttpStatus.OK, actor, id, entry);
    }

    @PutMapping("/{id}/entries/{entry}")
    ResponseEntity<EntryAnswer> rewrite(
            Actor actor,
            @PathVariable long id,
            @PathVariable long entry,
            @RequestBody EntrySent sent,
            IfMatch expected) {
        var before = EntryDesk.input(entries.read(actor, id, entry).entry());
        entries.rewrite(actor, id, entry, sent.over(before.typed()), expected.version());
        return entry(HttpStatus.OK, actor, id, entry);
    }

    @PostMapping("/{id}/entries/{entry}/screening")
    ResponseEntity<EntryAnswer> screen(
            Actor actor,
            @PathVariable long id,
            @PathVariable long entry,
            @RequestBody ScreeningSent sent) {
        entries.screen(
                actor,
                id,
                entry,
                Objects.requireNonNullElse(sent.fields(), List.<FoundSent>of()).stream()
                        .map(it -> new Found(it.id(), it.outcome(), it.ground()))
                        .toList(),
                null);
        return entry(HttpStatus.OK, actor, id, entry);
    }

    @PostMapping("/{id}/entries/{entry}/draft")
    @ResponseStatus(HttpStatus.CREATED)
    DraftAnswer draft(Actor actor, @PathVariable long id, @PathVariable long entry) {
        return new DraftAnswer(entries.draft(actor, id, entry).toString());
    }

    private ConsentAnswer consent(Actor actor, long project, long id) {
        return consents.list(actor, project).stream()
                .filter(it -> it.id() == id)
                .map(ConsentAnswer::of)
                .findFirst()
                .orElseThrow();
    }

    private ResponseEntity<EntryAnswer> entry(
            HttpStatus status, Actor actor, long project, long id) {
        var answer = EntryAnswer.of(entries.read(actor, project, id));
        return ResponseEntity.status(status).eTag(IfMatch.etag(answer.version())).body(answer);
    }

    private ResponseEntity<ProjectAnswer> answer(HttpStatus status, Actor actor, long id) {
        var project = ProjectLine.of(desk.read(actor, id).getFirst());
        return ResponseEntity.status(status)
                .eTag(IfMatch.etag(project.version()))
                .body(
                        new ProjectAnswer(
                                project,
                                desk.landings(actor, id).stream().map(LandingAnswer::of).toList(),
                                consents.list(actor, id).stream().map(ConsentAnswer::of).toList(),
                                entries.list(actor, id).stream().map(EntryAnswer::of).toList()));
    }
}
