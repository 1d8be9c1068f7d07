package org.gongkai.opengov.drinkingwater.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.SheetProblem;
import org.gongkai.opengov.drinkingwater.results.LaboratoryImport.State;
import org.gongkai.opengov.drinkingwater.results.Sampling.Origin;
import org.gongkai.opengov.drinkingwater.sources.WaterRights;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.opengov.drinkingwater.sources.WaterSources;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the files of laboratories (监测数据导入): a file is read and compared first, and what it would
 * change is shown; nothing is kept until somebody has confirmed it.
 */
@Service
@Transactional
public class LaboratoryImportDesk {
    private static final UploadLimits LIMITS =
            new UploadLimits(
                    5L * 1024 * 1024, EnumSet.of(MediaKind.XLSX, MediaKind.CSV, MediaKind.TXT));
    private static final int LONGEST = 500;

    private final LaboratoryImports imports;
    private final SamplingDesk samplings;
    private final Samplings results;
    private final WaterSources sources;
    private final WaterRights rights;
    private final FileStore files;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock clock;

    LaboratoryImportDesk(
            LaboratoryImports imports,
            SamplingDesk samplings,
            Samplings results,
            WaterSources sources,
            WaterRights rights,
            FileStore files,
            AuditTrail audit,
            Wording wording,
            Clock clock) {
        this.imports = imports;
        this.samplings = samplings;
        this.results = results;
        this.sources = sources;
        this.rights = rights;
        this.files = files;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * What a file would do.
     *
     * @param problems cells that are not understood, with what is wrong in a sentence
     */
    public record Preview(LaboratoryImport file, List<Part> parts, List<Problem> problems) {
        /** Every doubt of every part. */
        public List<Doubt> doubts() {
            return parts.stream().flatMap(it -> it.doubts().stream()).toList();
        }

        /** Whether a value that is kept would be changed. */
        public boolean corrects() {
            return parts.stream().anyMatch(it -> it.lines().stream().anyMatch(Line::changed));
        }
    }

    /** A cell that is not understood. */
    public record Problem(String cell, String kind, String sentence) {}

    /**
     * A doubt in a sentence.
     *
     * @param key by which it is confirmed
     */
    public record Doubt(String key, String sentence) {}

    /**
     * A value of the file beside the one that is kept.
     *
     * @param before null if there is none
     */
    public record Line(ReportedValue value, @Nullable ReportedValue before) {
        /** Whether another value is kept. */
        public boolean changed() {
            return before != null && !before.equals(value);
        }
    }

    /**
     * What the file has for a source and month.
     *
     * @param after as it would be evaluated then
     * @param refused why it cannot be kept at all; null if it can
     */
    public record Part(
            WaterSource source,
            YearMonth month,
            List<Line> lines,
            SourceMonth after,
            List<Doubt> doubts,
            @Nullable String refused) {

        /** Whether anything would change. */
        public boolean anything() {
            return lines.stream().anyMatch(it -> !it.value().equals(it.before()));
        }

        /** Items of the month's list that are still missing then. */
        public List<MonitoredItem> missing() {
            return after.missing();
        }
    }

    /** How a file is taken. */
    public record Confirmation(boolean leaveOut, Set<String> confirmed, String reason) {
        public Confirmation {
            confirmed = Set.copyOf(confirmed);
        }
    }

    /** The files, the newest first. */
    @Transactional(readOnly = true)
    public List<LaboratoryImport> list(Actor by, long before, int most) {
        rights.mustRead(by);
        return imports.list(by.agency(), before, most);
    }

    /** Takes a file in to be looked at; its number. */
    public long begin(Actor by, @Nullable String name, InputStream content) {
        var grant = rights.mustEnter(by);
        var plain = Objects.requireNonNullElse(name, "");
        if (!plain.toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|csv|txt)")) {
            throw Refusal.invalid("file", "drinkingwater.imports.problem.kind");
        }
        var stored = files.put(content, plain, LIMITS);
        LaboratoryFile.read(bytes(stored.sha256()), plain);
        var id =
                imports.add(
                        by.agency(),
                        stored.safeName(),
                        stored.sha256(),
                        by.person(),
                        clock.instant());
        audit.record(
                by,
                grant,
                "drinkingwater.import-begun",
                "water-import:" + id,
                Map.of(),
                Map.of("file", stored.safeName(), "sha256", stored.sha256()));
        return id;
    }

    /** What a file would do now; nothing once it is cancelled, when it is not kept either. */
    @Transactional(readOnly = true)
    public Preview preview(Actor by, long id) {
        rights.mustRead(by);
        var file = imports.find(by.agency(), id).orElseThrow(Refusal::notFound);
        return preview(by, file);
    }

    /** Keeps what is in the file, all of it in one go. */
    public void take(Actor by, long id, Confirmation how) {
        var grant = rights.mustEnter(by);
        var file = open(by, id);
        var preview = preview(by, file);
        var parts = preview.parts().stream().filter(Part::anything).toList();
        check(preview, parts, how);
        end(file, State.TAKEN);
        for (var part : parts) {
            var before = results.find(by.agency(), part.source().id(), part.month()).orElse(null);
            var sampling = sampling(by, part, before, file, how.reason().strip());
            samplings.kept(by, part.source(), sampling, before, how.confirmed(), grant);
        }
        audit.record(
                by,
                grant,
                "drinkingwater.import-taken",
                "water-import:" + id,
                Map.of(),
                Map.of("results", parts.size()));
    }

    /** Keeps nothing of the file. */
    public void cancel(Actor by, long id) {
        var grant = rights.mustEnter(by);
        end(open(by, id), State.CANCELLED);
        audit.record(
                by,
                grant,
                "drinkingwater.import-cancelled",
                "water-import:" + id,
                Map.of(),
                Map.of());
    }

    private void check(Preview preview, List<Part> parts, Confirmation how) {
        var problems = new ArrayList<FieldProblem>();
        if (!preview.problems().isEmpty() && !how.leaveOut()) {
            problems.add(
                    FieldProblem.of(
                            "leaveOut",
                            "drinkingwater.imports.problem.cells",
                            preview.problems().size()));
        }
        if (parts.isEmpty()) {
            problems.add(FieldProblem.of("file", "drinkingwater.imports.problem.nothing"));
        }
        parts.stream()
                .filter(it -> it.refused() != null)
                .forEach(
                        it ->
                                problems.add(
                                        FieldProblem.of(
                                                "file",
                                                "drinkingwater.imports.problem.part",
                                                it.source().facts().name(),
                                                it.month().toString(),
                                                Objects.requireNonNull(it.refused()))));
        if (preview.doubts().stream().anyMatch(it -> !how.confirmed().contains(it.key()))) {
            problems.add(FieldProblem.of("confirmed", "drinkingwater.imports.problem.doubts"));
        }
        if (preview.corrects() && how.reason().isBlank()) {
            problems.add(FieldProblem.of("reason", "drinkingwater.results.problem.reason"));
        }
        if (how.reason().strip().length() > LONGEST) {
            problems.add(
                    FieldProblem.of("reason", "drinkingwater.sources.problem.too-long", LONGEST));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private LaboratoryImport open(Actor by, long id) {
        var file = imports.find(by.agency(), id).orElseThrow(Refusal::notFound);
        if (file.state() != State.READ) {
            throw ended();
        }
        return file;
    }

    private void end(LaboratoryImport file, State state) {
        if (!imports.end(file.id(), state, clock.instant())) {
            throw ended();
        }
    }

    private static Refusal ended() {
        return Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "drinkingwater.imports.refusal.ended");
    }

    private Preview preview(Actor by, LaboratoryImport file) {
        if (file.state() == State.CANCELLED) {
            return new Preview(file, List.of(), List.of());
        }
        var reading =
                ImportReading.of(
                        LaboratoryFile.read(bytes(file.sha256()), file.fileName()),
                        sources.newest(by.agency()));
        return new Preview(
                file,
                reading.groups().stream().map(it -> part(by, it, file)).toList(),
                reading.problems().stream().map(this::problem).toList());
    }

    private Part part(Actor by, ImportReading.Group group, LaboratoryImport file) {
        var month = group.month();
        var source =
                sources.on(by.agency(), month.atEndOfMonth()).stream()
                        .filter(it -> it.id() == group.source().id())
                        .findFirst()
                        .orElse(group.source());
        var before = results.find(by.agency(), source.id(), month).orElse(null);
        var lines =
                group.values().stream()
                        .map(
                                it ->
                                        new Line(
                                                it,
                                                before == null
                                                        ? null
                                                        : before.value(it.item()).orElse(null)))
                        .toList();
        var part =
                new Part(
                        source,
                        month,
                        lines,
                        SourceMonth.of(source, month, null),
                        List.of(),
                        refused(by, group));
        var sampling = sampling(by, part, before, file, "");
        return new Part(
                source,
                month,
                lines,
                SourceMonth.of(source, month, sampling),
                SampleDoubt.of(source, sampling, samplings.before(by.agency(), source.id(), month))
                        .stream()
                        .map(it -> new Doubt(it.key(), doubt(group, it)))
                        .toList(),
                part.refused());
    }

    private String doubt(ImportReading.Group group, SampleDoubt doubt) {
        return wording.say(
                "drinkingwater.imports.doubt",
                group.source().facts().name(),
                group.month().toString(),
                samplings.say(doubt));
    }

    /** A month that cannot have results, or a source that had not begun then. */
    private @Nullable String refused(Actor by, ImportReading.Group group) {
        var problem = samplings.monthProblem(by.agency(), group.month());
        if (problem.isPresent()) {
            return wording.sentence(problem.get());
        }
        return sources.on(by.agency(), group.month().atEndOfMonth()).stream()
                        .anyMatch(it -> it.id() == group.source().id())
                ? null
                : wording.say("drinkingwater.imports.not-yet");
    }

    /** What is kept, with the file's values over it: values that the file has not stay. */
    private Sampling sampling(
            Actor by, Part part, @Nullable Sampling before, LaboratoryImport file, String reason) {
        var values = new LinkedHashMap<String, ReportedValue>();
        if (before != null) {
            before.values().forEach(it -> values.put(it.item(), it));
        }
        part.lines().forEach(it -> values.put(it.value().item(), it.value()));
        return new Sampling(
                part.source().id(),
                part.month(),
                before == null ? 1 : before.number() + 1,
                isFull(part, values.keySet()) || before != null && before.full(),
                before == null ? null : before.sampledOn(),
                before == null ? "" : before.laboratory(),
                before == null ? null : before.intake(),
                List.copyOf(values.values()),
                Origin.FILE,
                file.id(),
                before != null && reason.isEmpty()
                        ? wording.say("drinkingwater.imports.added")
                        : reason,
                List.of(),
                by.person(),
                clock.instant());
    }

    /** Whether it has more than half of what only the list of the year has. */
    private static boolean isFull(Part part, Set<String> items) {
        var facts = part.source().facts();
        var monthly = SourceMonth.list(facts, false).stream().map(MonitoredItem::name).toList();
        var yearly =
                SourceMonth.list(facts, true).stream()
                        .map(MonitoredItem::name)
                        .filter(it -> !monthly.contains(it))
                        .toList();
        return yearly.stream().filter(items::contains).count() * 2 > yearly.size();
    }

    private Problem problem(SheetProblem problem) {
        var kind = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Problem(
                problem.cell(),
                kind,
                wording.say("drinkingwater.imports.cell." + kind, problem.text()));
    }

    private byte[] bytes(String sha256) {
        try {
            return Files.readAllBytes(files.path(sha256));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
