package org.gongkai.opengov.inspections.results;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentInput.AttachmentInput;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.opengov.disclosures.Documents;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.results.Results.Ended;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of the results (检查结果公示): what has ended, by when it is to be public, and the draft that
 * publishes it, which goes through the three levels of review like any document.
 */
@Service
@Transactional(readOnly = true)
public class ResultDesk {
    /** Art. 20 (15): what other rules want published. */
    private static final int OTHER_ITEM = 15;

    private static final int MOST = 2_000;
    private static final int TITLE = 100;

    private static final Set<DocumentState> GIVEN_UP =
            Set.copyOf(
                    EnumSet.of(
                            DocumentState.DISCARDED,
                            DocumentState.PURGED,
                            DocumentState.WITHDRAWN,
                            DocumentState.KEPT));

    private final Results results;
    private final ResultValuesBook book;
    private final DraftingDesk drafting;
    private final Documents documents;
    private final Columns columns;
    private final Organization organization;
    private final Calendars calendars;
    private final FileStore files;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock clock;

    ResultDesk(
            Results results,
            ResultValuesBook book,
            DraftingDesk drafting,
            Documents documents,
            Columns columns,
            Organization organization,
            Calendars calendars,
            FileStore files,
            AuditTrail audit,
            Wording wording,
            Clock clock) {
        this.results = results;
        this.book = book;
        this.drafting = drafting;
        this.documents = documents;
        this.columns = columns;
        this.organization = organization;
        this.calendars = calendars;
        this.files = files;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Which results are asked for.
     *
     * @param year in which they ended
     */
    public record Filter(int year, @Nullable Openness openness, @Nullable Timeliness timeliness) {

        boolean takes(ResultLine line) {
            return (openness == null || openness == line.openness())
                    && (timeliness == null || timeliness == line.timeliness());
        }
    }

    /** How many results of a year stand how. */
    public record Figures(
            int ended, Map<Openness, Integer> openness, Map<Timeliness, Integer> timeliness) {}

    /** The results of a year that are asked for, the first to be public first. */
    public List<ResultLine> list(Actor by, Filter filter) {
        return year(by, filter.year()).stream().filter(filter::takes).toList();
    }

    /** The figures of a year; each opens to its list. */
    public Figures figures(Actor by, int year) {
        var lines = year(by, year);
        var openness = new EnumMap<Openness, Integer>(Openness.class);
        var timeliness = new EnumMap<Timeliness, Integer>(Timeliness.class);
        lines.forEach(
                it -> {
                    openness.merge(it.openness(), 1, Integer::sum);
                    timeliness.merge(it.timeliness(), 1, Integer::sum);
                });
        return new Figures(lines.size(), openness, timeliness);
    }

    private List<ResultLine> year(Actor by, int year) {
        InspectionRights.mustRead(by);
        if (year < 2000 || year > 2200) {
            throw Refusal.notFound();
        }
        return lines(
                by.agency(),
                results.ended(by.agency(), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    /** What has ended and is not public, the first to be due first, for the worklist. */
    public List<ResultLine> waiting(Actor by) {
        return InspectionRights.keeps(by)
                ? lines(by.agency(), results.unpublished(by.agency()))
                : List.of();
    }

    /** Whether this person may draft the publication: the keeper, who is a clerk of a section. */
    public boolean mayDraft(Actor by) {
        return InspectionRights.keeps(by) && section(by) != null;
    }

    /** The results that can be drafted now: those that no draft and no public document has. */
    public List<ResultLine> draftable(Actor by) {
        InspectionRights.mustKeep(by);
        return lines(by.agency(), results.unpublished(by.agency())).stream()
                .filter(it -> it.openness() != Openness.DRAFTED)
                .toList();
    }

    /**
     * Drafts the publication of these results.
     *
     * @param title empty for the usual one
     * @return the draft
     */
    @Transactional
    public DocumentId draft(Actor by, @Nullable Collection<Long> asked, @Nullable String title) {
        var grant = InspectionRights.mustKeep(by);
        var section = section(by);
        if (section == null) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.results.refusal.clerks");
        }
        var wanted = new LinkedHashSet<>(Objects.requireNonNullElse(asked, List.<Long>of()));
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw Refusal.invalid("tasks", "inspections.results.field.tasks", MOST);
        }
        var ended = results.locked(by.agency(), wanted);
        if (ended.size() != wanted.size()) {
            throw Refusal.invalid("tasks", "inspections.results.field.not-ended");
        }
        var lines = lines(by.agency(), ended);
        lines.stream()
                .filter(it -> it.openness() == Openness.DRAFTED || it.openness() == Openness.PUBLIC)
                .findFirst()
                .ifPresent(
                        it -> {
                            throw Refusal.invalid(
                                    "tasks", "inspections.results.field.in-draft", it.number());
                        });
        var named = title(title, lines);
        var table = table(by, lines);
        var document = drafting.begin(by, input(by, section, named, table));
        var batch = results.addBatch(by.agency(), document, named, by.person(), clock.instant());
        for (var at = 0; at < lines.size(); at++) {
            results.addLine(batch, lines.get(at).task(), table.rows().get(at));
        }
        audit.record(
                by,
                grant,
                "inspections.results-drafted",
                "document:" + document,
                Map.of(),
                Map.of("results", lines.size()));
        return document;
    }

    private String title(@Nullable String typed, List<ResultLine> lines) {
        var words = Objects.requireNonNullElse(typed, "").replaceAll("\\s+", " ").strip();
        if (words.length() > TITLE) {
            throw Refusal.invalid("title", "inspections.tasks.field.too-long", TITLE);
        }
        if (!words.isEmpty()) {
            return words;
        }
        var first = lines.stream().map(ResultLine::endedOn).min(LocalDate::compareTo).orElseThrow();
        var last = lines.stream().map(ResultLine::endedOn).max(LocalDate::compareTo).orElseThrow();
        return wording.say(
                "inspections.results.title-of",
                Integer.toString(first.getYear()),
                first.getMonthValue(),
                first.getDayOfMonth(),
                last.getMonthValue(),
                last.getDayOfMonth());
    }

    private ResultTable table(Actor by, List<ResultLine> lines) {
        var agency = organization.agency(by.agency()).name();
        var rows = new ArrayList<List<String>>();
        for (var it : lines) {
            rows.add(
                    List.of(
                            Integer.toString(rows.size() + 1),
                            it.number(),
                            it.unit().published(),
                            it.unit().publishedCode(),
                            it.itemTitle(),
                            wording.say(
                                    it.drawn()
                                            ? "inspections.results.drawn"
                                            : "inspections.results.unplanned"),
                            it.endedOn().toString(),
                            outcome(it),
                            it.measures().stream()
                                    .map(Measure::term)
                                    .collect(Collectors.joining("、")),
                            agency));
        }
        return new ResultTable(
                wording.say("inspections.results.sheet"),
                List.of(wording.say("inspections.results.head").split(",")),
                rows);
    }

    private String outcome(ResultLine line) {
        var skip = line.skip();
        return skip != null
                ? wording.say("inspections.results.not-checked", skip.term())
                : Objects.requireNonNull(line.term());
    }

    private DocumentInput input(Actor by, SectionId section, String title, ResultTable table) {
        var column =
                columns.find(by.agency(), wording.say("inspections.results.column"))
                        .map(SiteColumn::key)
                        .orElse(null);
        var fields = new HashMap<String, @Nullable String>();
        fields.put("formedOn", LocalDate.now(clock).toString());
        var name = wording.say("inspections.results.file");
        return new DocumentInput(
                DocumentKind.GENERAL.slug(),
                title,
                column,
                organization.section(section).key(),
                table.html(wording.say("inspections.results.lead", table.rows().size())),
                PublicAttribute.PROACTIVE.term(),
                wording.say("inspections.results.ground"),
                OTHER_ITEM,
                Source.ours(),
                fields,
                List.of(
                        attachment(table.xlsx(), name + ".xlsx"),
                        attachment(table.csv(), name + ".csv")),
                false);
    }

    private AttachmentInput attachment(byte[] content, String name) {
        var stored = files.put(new ByteArrayInputStream(content), name, UploadLimits.ATTACHMENT);
        return new AttachmentInput(stored.sha256(), name);
    }

    private static @Nullable SectionId section(Actor by) {
        return by.grants().stream()
                .filter(it -> it.role() == Role.CLERK)
                .map(Grant::section)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<ResultLine> lines(AgencyId agency, List<Ended> ended) {
        var values = book.of(agency);
        var states = new HashMap<UUID, Boolean>();
        var today = LocalDate.now(clock);
        return ended.stream()
                .map(
                        it -> {
                            var due =
                                    calendars.deadline(
                                            PublicationTerm.INSPECTION_RESULT.period(),
                                            it.endedOn());
                            return new ResultLine(
                                    it.task(),
                                    it.number(),
                                    it.drawn(),
                                    it.drawSeq(),
                                    it.unit(),
                                    it.itemNumber(),
                                    it.itemTitle(),
                                    it.endedOn(),
                                    it.skip(),
                                    it.value(),
                                    term(it.value(), values),
                                    it.measures(),
                                    due,
                                    it.firstPublic(),
                                    openness(it, states),
                                    Timeliness.of(due.lastDay(), it.firstPublic(), today),
                                    it.document());
                        })
                .toList();
    }

    /** In the words of the list; a code that no list has any more stands for itself. */
    private static @Nullable String term(@Nullable String value, ResultValues values) {
        return value == null ? null : values.find(value).map(ResultValue::term).orElse(value);
    }

    private Openness openness(Ended it, Map<UUID, Boolean> states) {
        if (it.isPublic()) {
            return Openness.PUBLIC;
        }
        var document = it.document();
        if (document != null && states.computeIfAbsent(document, this::underWay)) {
            return Openness.DRAFTED;
        }
        return it.firstPublic() == null ? Openness.UNDRAFTED : Openness.WITHDRAWN;
    }

    private boolean underWay(UUID document) {
        return documents
                .find(new DocumentId(document))
                .filter(it -> !GIVEN_UP.contains(it.state()))
                .isPresent();
    }
}
