package org.gongkai.opengov.disclosures.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.opengov.disclosures.plans.PublicProgress.TaskView;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The summary of past plans (历史规划总结整理; key points 二.1): a draft written from what is public, which
 * then goes through the three levels of review like any other document. There is no second way out.
 */
@Service
@Transactional
public class PlanSummary {
    private static final String COLUMN = "plans";

    /** Art. 20 (3): plans. */
    private static final int PLANS = 3;

    private final PublicProgress progress;
    private final DraftingDesk drafting;
    private final Columns columns;
    private final Organization organization;
    private final AuditTrail audit;
    private final ChineseDates dates;
    private final Wording wording;
    private final Clock clock;

    PlanSummary(
            PublicProgress progress,
            DraftingDesk drafting,
            Columns columns,
            Organization organization,
            AuditTrail audit,
            ChineseDates dates,
            Wording wording,
            Clock clock) {
        this.progress = progress;
        this.drafting = drafting;
        this.columns = columns;
        this.organization = organization;
        this.audit = audit;
        this.dates = dates;
        this.wording = wording;
        this.clock = clock;
    }

    /** Drafts the summary in the clerk's section; the draft. */
    public DocumentId draft(Actor by) {
        var clerk =
                by.grants().stream()
                        .filter(it -> it.role() == Role.CLERK && it.section() != null)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                RefusalKind.NOT_ALLOWED,
                                                "disclosures.plans.refusal.clerks"));
        var past =
                progress.historical().stream()
                        .filter(it -> it.plan().listing().agency().equals(by.agency()))
                        .toList();
        if (past.isEmpty()) {
            throw Refusal.notPossibleNow(List.of(), "disclosures.plans.refusal.no-past");
        }
        var today = LocalDate.now(clock);
        var fields = new HashMap<String, @Nullable String>();
        fields.put("formedOn", today.toString());
        var section = organization.section(Objects.requireNonNull(clerk.section()));
        var document =
                drafting.begin(
                        by,
                        new DocumentInput(
                                DocumentKind.REPORT.slug(),
                                wording.say(
                                        "disclosures.plans.summary.title",
                                        organization.agency(by.agency()).name(),
                                        dates.plain(today)),
                                columns.fixed(by.agency(), COLUMN)
                                        .map(SiteColumn::key)
                                        .orElse(null),
                                section.key(),
                                html(past),
                                PublicAttribute.PROACTIVE.term(),
                                wording.say("disclosures.plans.summary.ground"),
                                PLANS,
                                Source.ours(),
                                fields,
                                List.of(),
                                false));
        audit.record(
                by,
                clerk,
                "disclosures.plan-summary-drafted",
                "document:" + document,
                Map.of(),
                Map.of("plans", past.size()));
        return document;
    }

    private String html(List<PublicProgress.View> past) {
        var body = new Element("div");
        body.appendElement("p").text(wording.say("disclosures.plans.summary.lead", past.size()));
        var table = body.appendElement("table");
        var head = table.appendElement("thead").appendElement("tr");
        for (var name : wording.say("disclosures.plans.summary.head").split(",", -1)) {
            head.appendElement("th").text(name);
        }
        var rows = table.appendElement("tbody");
        for (var view : past) {
            var row = rows.appendElement("tr");
            cells(view).forEach(it -> row.appendElement("td").text(it));
        }
        return body.html();
    }

    private List<String> cells(PublicProgress.View view) {
        var plan = view.plan();
        return List.of(
                plan.listing().title(),
                wording.say("disclosures.plans.period", day(plan.from()), day(plan.to())),
                view.tasks().isEmpty()
                        ? Objects.requireNonNullElse(plan.implementation(), "")
                        : view.tasks().stream().map(this::goal).collect(Collectors.joining("；")),
                view.tasks().isEmpty()
                        ? wording.say("disclosures.plans.summary.untold")
                        : wording.say("disclosures.plans.share", view.tasks().size(), view.met()),
                documents(view));
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? wording.say("disclosures.plans.period.open") : day.toString();
    }

    private String goal(TaskView view) {
        var task = view.task();
        return wording.say(
                "disclosures.plans.goal." + task.direction().slug(),
                task.name(),
                task.target().toPlainString(),
                task.unit());
    }

    private static String documents(PublicProgress.View view) {
        return Stream.of(
                        Stream.of(view.plan().listing()),
                        view.related().values().stream().flatMap(List::stream),
                        view.statuses().stream()
                                .map(PublicProgress.StatusView::report)
                                .filter(Objects::nonNull))
                .flatMap(it -> it)
                .map(it -> it.indexNumber().toString())
                .distinct()
                .collect(Collectors.joining("；"));
    }
}
