package org.gongkai.opengov.inspections.plans;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentInput.AttachmentInput;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts an approved plan before the public (计划公开): a draft with its table and a workbook, which then
 * goes through the three levels of review like any other document. There is no second way out.
 */
@Service
public class PlanPapers {
    private static final String COLUMN = "double-random";

    /** Art. 20 (15): what other rules want published. */
    private static final int OTHER_ITEM = 15;

    private final Plans plans;
    private final PlanTable table;
    private final DraftingDesk drafting;
    private final FileStore files;
    private final Columns columns;
    private final Organization organization;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock clock;

    PlanPapers(
            Plans plans,
            PlanTable table,
            DraftingDesk drafting,
            FileStore files,
            Columns columns,
            Organization organization,
            AuditTrail audit,
            Wording wording,
            Clock clock) {
        this.plans = plans;
        this.table = table;
        this.drafting = drafting;
        this.files = files;
        this.columns = columns;
        this.organization = organization;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Drafts the document of the version in force.
     *
     * @return the draft
     */
    @Transactional
    public DocumentId prepare(Actor by, PlanDesk.At at) {
        var grant = PlanStep.PREPARE.grant(by);
        var clerk =
                by.grants().stream()
                        .filter(it -> it.role() == Role.CLERK && it.section() != null)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                RefusalKind.NOT_ALLOWED,
                                                "inspections.plans.clerks"));
        plans.hold(at.plan());
        var version =
                plans.version(by.agency(), at.plan(), at.number()).orElseThrow(Refusal::notFound);
        if (!PlanStep.PREPARE.from(version.state())) {
            throw Refusal.notPossibleNow(
                    PlanStep.allowed(by, version.state()).stream().map(PlanStep::slug).toList(),
                    "inspections.plans.not-approved");
        }
        var document = drafting.begin(by, input(version, clerk));
        plans.addPaper(version, document, by.person(), clock.instant());
        plans.addStep(
                version.plan(),
                version.number(),
                PlanStep.PREPARE,
                "",
                by.person(),
                grant,
                clock.instant());
        audit.record(
                by,
                grant,
                PlanStep.PREPARE.action(),
                "inspection-plan:" + version.plan(),
                Map.of(),
                Map.of("version", version.number(), "document", document.toString()));
        return document;
    }

    private DocumentInput input(PlanVersion version, Grant clerk) {
        var section = organization.section(Objects.requireNonNull(clerk.section()));
        var name = organization.agency(version.agency()).name();
        var fields = new HashMap<String, @Nullable String>();
        fields.put("formedOn", formedOn(version).toString());
        return new DocumentInput(
                DocumentKind.GENERAL.slug(),
                wording.say(
                        version.number() == 1
                                ? "inspections.plans.paper.title"
                                : "inspections.plans.paper.title-amended",
                        name,
                        version.year()),
                columns.fixed(version.agency(), COLUMN).map(SiteColumn::key).orElse(null),
                section.key(),
                table.html(version),
                PublicAttribute.PROACTIVE.term(),
                wording.say("inspections.plans.paper.ground"),
                OTHER_ITEM,
                Source.ours(),
                fields,
                List.of(workbook(version)),
                false);
    }

    private LocalDate formedOn(PlanVersion version) {
        var approved = version.approvedAt();
        return approved == null
                ? LocalDate.now(clock)
                : LocalDate.ofInstant(approved, clock.getZone());
    }

    private AttachmentInput workbook(PlanVersion version) {
        var file = wording.say("inspections.plans.paper.file", version.year()) + ".xlsx";
        var stored =
                files.put(
                        new ByteArrayInputStream(table.workbook(version)),
                        file,
                        UploadLimits.ATTACHMENT);
        return new AttachmentInput(stored.sha256(), file);
    }
}
