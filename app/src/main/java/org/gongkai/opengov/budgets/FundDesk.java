package org.gongkai.opengov.budgets;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentInput.AttachmentInput;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DocumentState;
import org.gongkai.opengov.disclosures.Documents;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.pages.CsvTable;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of what is granted to farmers and firms (涉农涉企资金发放公开): a list is read, what of it will be
 * public is shown, and a document publishes it. What the public may not read is never kept.
 */
@Service
@Transactional
public class FundDesk {
    /** Art. 20 (11): policies for the people's living, and how they are carried out. */
    private static final int ITEM = 11;

    private static final int MOST_PROBLEMS = 50;
    private static final int IN_DOCUMENT = 2_000;
    private static final UploadLimits LIMITS =
            new UploadLimits(
                    5L * 1024 * 1024, EnumSet.of(MediaKind.XLSX, MediaKind.CSV, MediaKind.TXT));

    private final Funds funds;
    private final BudgetRights rights;
    private final DraftingDesk drafting;
    private final Documents documents;
    private final FileStore files;
    private final AuditTrail trail;
    private final Wording wording;
    private final Clock clock;

    FundDesk(
            Funds funds,
            BudgetRights rights,
            DraftingDesk drafting,
            Documents documents,
            FileStore files,
            AuditTrail trail,
            Wording wording,
            Clock clock) {
        this.funds = funds;
        this.rights = rights;
        this.drafting = drafting;
        this.documents = documents;
        this.files = files;
        this.trail = trail;
        this.wording = wording;
        this.clock = clock;
    }

    /** The lists, the newest first. */
    @Transactional(readOnly = true)
    public List<FundBatch> list(Actor by, long before, int most) {
        rights.mustRead(by);
        return funds.batches(by.agency(), before, most);
    }

    /** One. */
    @Transactional(readOnly = true)
    public FundBatch read(Actor by, long id) {
        rights.mustRead(by);
        return funds.find(by.agency(), id).orElseThrow(Refusal::notFound);
    }

    /** What of it is public, or will be. */
    @Transactional(readOnly = true)
    public List<FundPayment> payments(Actor by, long id, int skip, int most) {
        read(by, id);
        return funds.payments(id, skip, most);
    }

    /** Reads a list; its number. Refused with each cell that is not understood. */
    public long begin(Actor by, @Nullable String name, InputStream content) {
        var grant = rights.mustKeep(by);
        var plain = Objects.requireNonNullElse(name, "");
        if (!plain.toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|csv)")) {
            throw Refusal.invalid("file", "budgets.funds.problem.kind");
        }
        var read =
                FundSheet.read(
                        files.examine(content, plain, LIMITS).content(),
                        plain,
                        LocalDate.now(clock));
        if (!read.wrong().isEmpty()) {
            throw Refusal.invalid(
                    read.wrong().stream()
                            .limit(MOST_PROBLEMS)
                            .map(
                                    it ->
                                            FieldProblem.of(
                                                    "file",
                                                    "budgets.funds.cell." + it.key(),
                                                    it.cell(),
                                                    it.text()))
                            .toList());
        }
        var id =
                funds.begin(
                        by.agency(),
                        plain.replaceAll("[\\p{Cntrl}/\\\\]", ""),
                        String.join("、", read.unread()),
                        read.payments(),
                        by.person(),
                        clock.instant());
        trail.record(
                by,
                grant,
                "budgets.funds-begun",
                "fund-batch:" + id,
                Map.of(),
                Map.of("payments", read.payments().size()));
        return id;
    }

    /** Keeps nothing more of it than that it was there. */
    public void cancel(Actor by, long id) {
        var grant = rights.mustKeep(by);
        read(by, id);
        end(id, BudgetImport.State.CANCELLED);
        trail.record(by, grant, "budgets.funds-cancelled", "fund-batch:" + id, Map.of(), Map.of());
    }

    /** Takes it, as it is shown. */
    public void take(Actor by, long id) {
        var grant = rights.mustKeep(by);
        read(by, id);
        end(id, BudgetImport.State.TAKEN);
        trail.record(by, grant, "budgets.funds-taken", "fund-batch:" + id, Map.of(), Map.of());
    }

    private void end(long id, BudgetImport.State state) {
        if (!funds.end(id, state, clock.instant())) {
            throw Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "budgets.imports.refusal.ended");
        }
    }

    /** Drafts what publishes it. */
    public DocumentId draft(Actor by, long id) {
        var grant = rights.mustDraft(by);
        var batch = read(by, id);
        if (batch.state() != BudgetImport.State.TAKEN) {
            throw Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "budgets.funds.refusal.not-taken");
        }
        var before = batch.document();
        if (before != null
                && documents
                        .find(before)
                        .filter(it -> it.state() != DocumentState.DISCARDED)
                        .isPresent()) {
            throw Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "budgets.funds.refusal.drafted");
        }
        var document = drafting.begin(by, input(by, batch));
        funds.drafted(id, document);
        trail.record(
                by,
                grant,
                "budgets.funds-drafted",
                "document:" + document,
                Map.of(),
                Map.of("batch", id));
        return document;
    }

    private DocumentInput input(Actor by, FundBatch batch) {
        var payments = funds.payments(batch.id(), 0, Integer.MAX_VALUE);
        var first = payments.stream().map(FundPayment::paidOn).min(LocalDate::compareTo);
        var last = payments.stream().map(FundPayment::paidOn).max(LocalDate::compareTo);
        var title =
                wording.say(
                        "budgets.funds.document.title", first.orElseThrow(), last.orElseThrow());
        var fields = new HashMap<String, @Nullable String>();
        fields.put("formedOn", LocalDate.now(clock).toString());
        var table = table(payments);
        var stored =
                files.put(
                        new ByteArrayInputStream(
                                Objects.requireNonNull(table.file("funds.csv").getBody())),
                        title + ".csv",
                        UploadLimits.ATTACHMENT);
        return new DocumentInput(
                DocumentKind.GENERAL.slug(),
                title,
                wording.say("budgets.column"),
                rights.section(by).orElseThrow().key(),
                html(batch, payments),
                PublicAttribute.PROACTIVE.term(),
                wording.say("budgets.funds.ground"),
                ITEM,
                Source.ours(),
                fields,
                List.of(new AttachmentInput(stored.sha256(), title + ".csv")),
                false);
    }

    private String html(FundBatch batch, List<FundPayment> payments) {
        var body = new Element("div");
        body.appendElement("p")
                .text(
                        wording.say(
                                "budgets.funds.document.lead",
                                payments.size(),
                                AmountUnit.YUAN.written(batch.total())));
        if (payments.size() > IN_DOCUMENT) {
            body.appendElement("p").text(wording.say("budgets.funds.document.attached"));
            return body.html();
        }
        var table = body.appendElement("table");
        table.appendElement("caption").text(wording.say("budgets.funds.caption"));
        var head = table.appendElement("thead").appendElement("tr");
        for (var it : heads()) {
            head.appendElement("th").attr("scope", "col").text(it);
        }
        var rows = table.appendElement("tbody");
        for (var it : payments) {
            var row = rows.appendElement("tr");
            cells(it).forEach(cell -> row.appendElement("td").text(cell));
        }
        return body.html();
    }

    /** As a file. */
    CsvTable table(List<FundPayment> payments) {
        var table = CsvTable.of((Object[]) heads());
        payments.forEach(it -> table.row(cells(it).toArray()));
        return table;
    }

    private String[] heads() {
        return wording.say("budgets.funds.csv-head").split(",", -1);
    }

    private List<String> cells(FundPayment it) {
        return List.of(
                it.recipient(),
                wording.say("budgets.funds.kind." + it.kind().slug()),
                it.place(),
                it.policy(),
                it.basis(),
                it.amount().toPlainString(),
                it.paidOn().toString());
    }
}
