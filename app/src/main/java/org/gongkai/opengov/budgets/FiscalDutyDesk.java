package org.gongkai.opengov.budgets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.opengov.disclosures.Documents;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of the list of fiscal duties (财政事权和支出责任划分清单): versions, each published by a document.
 */
@Service
@Transactional
public class FiscalDutyDesk {
    /** Art. 20 (7): budgets and final accounts. */
    private static final int ITEM = 7;

    /** What no longer leads to the public, so that another document may. */
    private static final Set<DocumentState> ENDED =
            Set.of(DocumentState.DISCARDED, DocumentState.WITHDRAWN, DocumentState.PURGED);

    private static final int COLUMNS = 4;
    private static final int MOST = 500;
    private static final int LONGEST = 500;

    private final FiscalDuties duties;
    private final BudgetRights rights;
    private final DraftingDesk drafting;
    private final Documents documents;
    private final AuditTrail trail;
    private final Wording wording;
    private final Clock clock;

    FiscalDutyDesk(
            FiscalDuties duties,
            BudgetRights rights,
            DraftingDesk drafting,
            Documents documents,
            AuditTrail trail,
            Wording wording,
            Clock clock) {
        this.duties = duties;
        this.rights = rights;
        this.drafting = drafting;
        this.documents = documents;
        this.trail = trail;
        this.wording = wording;
        this.clock = clock;
    }

    /** Every version, the newest first. */
    @Transactional(readOnly = true)
    public List<FiscalDutyList> versions(Actor by) {
        rights.mustRead(by);
        return duties.versions(by.agency());
    }

    /** What is public, for everybody. */
    @Transactional(readOnly = true)
    public Optional<FiscalDutyList> open(Agency agency) {
        PageSources.note(PublicBudgets.source(agency.id()));
        return duties.open(agency.id());
    }

    /** Enters a version: a line each, its four parts with tabs or upright strokes between. */
    public FiscalDutyList enter(Actor by, @Nullable String typed, @Nullable String why) {
        var grant = rights.mustKeep(by);
        var reason = Objects.requireNonNullElse(why, "").strip();
        var before = duties.versions(by.agency());
        var problems = new ArrayList<FieldProblem>();
        var read = read(Objects.requireNonNullElse(typed, ""), problems);
        if (!before.isEmpty() && reason.isEmpty() || reason.length() > LONGEST) {
            problems.add(FieldProblem.of("reason", "budgets.problem.reason"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        var list =
                new FiscalDutyList(
                        0,
                        before.isEmpty() ? 1 : before.getFirst().number() + 1,
                        read,
                        reason,
                        by.person(),
                        clock.instant(),
                        null,
                        null,
                        false);
        try {
            var id = duties.add(by.agency(), list);
            trail.record(
                    by,
                    grant,
                    "budgets.duties-entered",
                    "fiscal-duties:" + id,
                    Map.of(),
                    Map.of("number", list.number(), "duties", read.size()));
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(list.number(), "budgets.refusal.stale");
        }
        return duties.versions(by.agency()).getFirst();
    }

    private static List<FiscalDuty> read(String typed, List<FieldProblem> problems) {
        var read = new ArrayList<FiscalDuty>();
        var number = 0;
        for (var line : typed.split("\\R", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var parts = Arrays.stream(line.split("[\t|｜]", -1)).map(String::strip).toList();
            if (parts.size() != COLUMNS
                    || parts.stream().anyMatch(it -> it.isEmpty() || it.length() > LONGEST)) {
                problems.add(
                        FieldProblem.of("duties", "budgets.duties.problem.line", number, LONGEST));
            } else {
                read.add(new FiscalDuty(parts.get(0), parts.get(1), parts.get(2), parts.get(3)));
            }
        }
        if (read.isEmpty() && problems.isEmpty() || read.size() > MOST) {
            problems.add(FieldProblem.of("duties", "budgets.duties.problem.none", MOST));
        }
        return read;
    }

    /** Drafts what publishes the newest version. */
    public DocumentId draft(Actor by) {
        var grant = rights.mustDraft(by);
        var newest =
                duties.versions(by.agency()).stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                RefusalKind.NOT_POSSIBLE_NOW,
                                                "budgets.duties.refusal.none"));
        if (newest.isPublic()) {
            throw Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "budgets.duties.refusal.public");
        }
        var before = newest.document();
        if (before != null
                && documents.find(before).filter(it -> !ENDED.contains(it.state())).isPresent()) {
            throw Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "budgets.duties.refusal.drafted");
        }
        var fields = new HashMap<String, @Nullable String>();
        fields.put("formedOn", LocalDate.now(clock).toString());
        var document =
                drafting.begin(
                        by,
                        new DocumentInput(
                                DocumentKind.GENERAL.slug(),
                                wording.say("budgets.duties.title"),
                                wording.say("budgets.column"),
                                rights.section(by).orElseThrow().key(),
                                html(newest),
                                PublicAttribute.PROACTIVE.term(),
                                wording.say("budgets.duties.ground"),
                                ITEM,
                                Source.ours(),
                                fields,
                                List.of(),
                                false));
        duties.drafted(newest.id(), document);
        trail.record(
                by,
                grant,
                "budgets.duties-drafted",
                "document:" + document,
                Map.of(),
                Map.of("number", newest.number()));
        return document;
    }

    private String html(FiscalDutyList list) {
        var body = new Element("div");
        body.appendElement("p").text(wording.say("budgets.duties.lead", list.duties().size()));
        var table = body.appendElement("table");
        table.appendElement("caption").text(wording.say("budgets.duties.title"));
        var head = table.appendElement("thead").appendElement("tr");
        for (var it : wording.say("budgets.duties.csv-head").split(",", -1)) {
            head.appendElement("th").attr("scope", "col").text(it);
        }
        var rows = table.appendElement("tbody");
        for (var it : list.duties()) {
            var row = rows.appendElement("tr");
            for (var cell : List.of(it.item(), it.level(), it.basis(), it.responsibility())) {
                row.appendElement("td").text(cell);
            }
        }
        return body.html();
    }
}
