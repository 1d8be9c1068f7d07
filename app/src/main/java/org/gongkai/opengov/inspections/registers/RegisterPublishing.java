package org.gongkai.opengov.inspections.registers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentInput.AttachmentInput;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.UploadLimits;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the public part of a register before the public (名录公开): a draft with its table and a
 * workbook, reviewed and published like any other document, and due again 20 working days after a
 * change.
 */
@Service
public class RegisterPublishing {
    private static final String COLUMN = "double-random";

    /** Art. 20 (15): what other rules want published. */
    private static final int OTHER_ITEM = 15;

    /** The most entries that a page shows as a table; more are in the workbook alone. */
    private static final int SHOWN = 300;

    private static final int PART = 1_000;

    private final PublicationOfRegisters publication;
    private final RegisterRows rows;
    private final RegisterWords words;
    private final DraftingDesk drafting;
    private final FileStore files;
    private final Columns columns;
    private final Organization organization;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final ChineseDates dates;
    private final Wording wording;
    private final Clock clock;

    RegisterPublishing(
            PublicationOfRegisters publication,
            RegisterRows rows,
            RegisterWords words,
            DraftingDesk drafting,
            FileStore files,
            Columns columns,
            Organization organization,
            Calendars calendars,
            AuditTrail audit,
            ChineseDates dates,
            Wording wording,
            Clock clock) {
        this.publication = publication;
        this.rows = rows;
        this.words = words;
        this.drafting = drafting;
        this.files = files;
        this.columns = columns;
        this.organization = organization;
        this.calendars = calendars;
        this.audit = audit;
        this.dates = dates;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * How a register stands before the public.
     *
     * @param shown the newest document of it that is public; null for none
     * @param changedOn the first day whose changes are not public; null where it is current
     * @param due the last day to publish them; null where it is current
     * @param workingDaysLeft until then, negative when late; 0 where it is current
     * @param prepared drafts made of it that are not public
     */
    public record Currency(
            Register register,
            @Nullable PublicListing shown,
            @Nullable LocalDate changedOn,
            @Nullable LocalDate due,
            int workingDaysLeft,
            boolean mayPrepare,
            List<DocumentId> prepared) {}

    /** Whether some of the register is public by rule. */
    public static boolean isPublished(Register register) {
        return !register.published().isEmpty();
    }

    /** How it stands. */
    @Transactional(readOnly = true)
    public Currency currency(Actor by, Register register) {
        InspectionRights.mustRead(by);
        if (!isPublished(register)) {
            throw Refusal.notFound();
        }
        var calendar = calendars.current(CalendarCode.NX);
        var standing = publication.standing(by.agency(), register);
        var due = standing.due(calendar).orElse(null);
        return new Currency(
                register,
                standing.shown(),
                standing.changedOn(),
                due,
                due == null ? 0 : calendar.workingDaysBetween(LocalDate.now(clock), due),
                InspectionRights.keeps(by) && clerkOf(by) != null,
                standing.prepared());
    }

    /**
     * Drafts the document of a register as it stands now.
     *
     * @return the draft
     */
    @Transactional
    public DocumentId prepare(Actor by, Register register) {
        var grant = InspectionRights.mustKeep(by);
        if (!isPublished(register)) {
            throw Refusal.notFound();
        }
        var clerk = clerkOf(by);
        if (clerk == null) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.publication.clerks");
        }
        var document = drafting.begin(by, input(by.agency(), register, clerk));
        publication.addPaper(by.agency(), register, document, by.person());
        audit.record(
                by,
                grant,
                "inspections." + register.slug() + "-prepared",
                "inspection-register:" + register.slug(),
                Map.of(),
                Map.of("document", document.toString()));
        return document;
    }

    private static @Nullable Grant clerkOf(Actor by) {
        return by.grants().stream()
                .filter(it -> it.role() == Role.CLERK && it.section() != null)
                .findFirst()
                .orElse(null);
    }

    private DocumentInput input(AgencyId agency, Register register, Grant clerk) {
        var section = organization.section(Objects.requireNonNull(clerk.section()));
        var name = organization.agency(agency).name();
        var today = LocalDate.now(clock);
        var fields = new HashMap<String, @Nullable String>();
        fields.put("formedOn", today.toString());
        var made = made(agency, register, today);
        return new DocumentInput(
                DocumentKind.GENERAL.slug(),
                wording.say(
                        "inspections.publication.paper." + register.slug(),
                        name,
                        dates.plain(today)),
                columns.fixed(agency, COLUMN).map(SiteColumn::key).orElse(null),
                section.key(),
                made.body(),
                PublicAttribute.PROACTIVE.term(),
                wording.say("inspections.publication.ground"),
                OTHER_ITEM,
                Source.ours(),
                fields,
                List.of(new AttachmentInput(made.sha256(), made.file())),
                false);
    }

    /** Body and workbook of a register, from one reading. */
    private record Made(String body, String sha256, String file) {}

    private Made made(AgencyId agency, Register register, LocalDate today) {
        var shown = new ArrayList<List<String>>();
        var total = 0;
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Gongkai", null)) {
            var sheet = book.newWorksheet(wording.say("inspections.tab." + register.slug()));
            var head = heads(register);
            for (var column = 0; column < head.size(); column++) {
                sheet.inlineString(0, column, head.get(column));
            }
            var after = 0L;
            List<RegisterEntry> part;
            do {
                part = rows.after(register, agency, RegisterFilter.current(), today, after, PART);
                for (var entry : part) {
                    var cells = cells(register, entry);
                    total++;
                    for (var column = 0; column < cells.size(); column++) {
                        sheet.inlineString(total, column, cells.get(column));
                    }
                    if (total <= SHOWN) {
                        shown.add(cells);
                    }
                }
                sheet.flush();
                after = part.isEmpty() ? after : part.getLast().id();
            } while (part.size() == PART);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        var file = wording.say("inspections.tab." + register.slug()) + ".xlsx";
        var stored =
                files.put(
                        new ByteArrayInputStream(bytes.toByteArray()),
                        file,
                        UploadLimits.ATTACHMENT);
        return new Made(body(register, shown, total, today), stored.sha256(), file);
    }

    private String body(Register register, List<List<String>> shown, int total, LocalDate today) {
        var body = new Element("div");
        body.appendElement("p")
                .text(
                        wording.say(
                                "inspections.publication.about." + register.slug(),
                                dates.plain(today),
                                total));
        if (total > SHOWN) {
            body.appendElement("p").text(wording.say("inspections.publication.long"));
            return body.html();
        }
        var table = body.appendElement("table");
        var head = table.appendElement("thead").appendElement("tr");
        heads(register).forEach(it -> head.appendElement("th").text(it));
        var lines = table.appendElement("tbody");
        for (var cells : shown) {
            var line = lines.appendElement("tr");
            cells.forEach(it -> line.appendElement("td").text(it));
        }
        return body.html();
    }

    private List<String> heads(Register register) {
        return register.published().stream().map(it -> words.label(register, it)).toList();
    }

    private List<String> cells(Register register, RegisterEntry entry) {
        return register.published().stream().map(it -> words.shown(entry, it)).toList();
    }
}
