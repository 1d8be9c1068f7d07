package org.gongkai.opengov.disclosures.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.disclosures.DemoPublication;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.DocumentInput;
import org.gongkai.opengov.disclosures.DocumentKind;
import org.gongkai.opengov.disclosures.DraftingDesk;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicAttribute;
import org.gongkai.opengov.disclosures.Source;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.settings.DemoData;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The demo agency's plans (演示规划落实情况), invented: a past one that was told to its end, and one under
 * way with its first year, both released by a second person.
 */
@Component
@ConditionalOnProperty(name = "gongkai.demo-documents", matchIfMissing = true)
class DemoPlans implements DemoData {
    private static final int YEARS = 5;
    private static final int PLANS = 3;

    private final DraftingDesk drafting;
    private final DemoPublication publication;
    private final ProgressDesk desk;
    private final ChineseDates dates;
    private final Wording wording;
    private final Clock clock;

    DemoPlans(
            DraftingDesk drafting,
            DemoPublication publication,
            ProgressDesk desk,
            ChineseDates dates,
            Wording wording,
            Clock clock) {
        this.drafting = drafting;
        this.publication = publication;
        this.desk = desk;
        this.dates = dates;
        this.wording = wording;
        this.clock = clock;
    }

    /** A task with its target and what was reached, the last of all last. */
    private record Task(
            String key, String unit, String direction, String target, List<String> reached) {}

    @Override
    public int order() {
        return 67;
    }

    @Override
    public void load() {
        var today = LocalDate.now(clock);
        var year = today.getYear();
        load(
                year - YEARS,
                List.of(LocalDate.of(year - 2, 12, 31), LocalDate.of(year - 1, 12, 31)),
                List.of(
                        new Task("air", "%", "at-least", "80", List.of("78.6", "82.5")),
                        new Task("water", "%", "at-least", "75", List.of("75.0", "80.0")),
                        new Task("dust", "μg/m³", "at-most", "38", List.of("39", "36")),
                        new Task("soil", "%", "at-least", "90", List.of("88.2", "89.5"))));
        load(
                year,
                List.of(today.withDayOfMonth(1).minusDays(1)),
                List.of(
                        new Task("air", "%", "at-least", "85", List.of("83.1")),
                        new Task("water", "%", "at-least", "80", List.of("80.0")),
                        new Task("dust", "μg/m³", "at-most", "33", List.of("35"))));
    }

    private void load(int first, List<LocalDate> days, List<Task> tasks) {
        var clerk = publication.actor("clerk");
        var last = first + YEARS - 1;
        var today = LocalDate.now(clock);
        var plan = begin(clerk, DocumentKind.PLAN, "plan", first, last, today, fields(first, last));
        publication.publish(clerk, plan);
        var typed = new HashMap<String, String>();
        for (var task = 1; task <= tasks.size(); task++) {
            var it = tasks.get(task - 1);
            typed.put(task + ".name", wording.say("disclosures.plans.demo.task." + it.key()));
            typed.put(task + ".unit", it.unit());
            typed.put(task + ".direction", it.direction());
            typed.put(task + ".target", it.target());
            for (var status = 1; status <= days.size(); status++) {
                typed.put(ProgressEntry.figure(status, task), it.reached().get(status - 1));
            }
        }
        for (var status = 1; status <= days.size(); status++) {
            var day = days.get(status - 1);
            typed.put("s" + status + ".asOf", day.toString());
            typed.put("s" + status + ".report", report(clerk, first, last, day).toString());
        }
        desk.write(clerk, plan, new ProgressEntry(typed), null);
        var head = publication.actor("head");
        desk.release(head, plan, desk.read(head, plan).revisions().getFirst().sha256());
    }

    private IndexNumber report(Actor clerk, int first, int last, LocalDate day) {
        var id = begin(clerk, DocumentKind.REPORT, "report", first, last, day, formed());
        return publication.publish(clerk, id);
    }

    private DocumentId begin(
            Actor clerk,
            DocumentKind kind,
            String key,
            int first,
            int last,
            LocalDate day,
            Map<String, @Nullable String> fields) {
        return drafting.create(
                clerk,
                new DocumentInput(
                        kind.slug(),
                        say(key, first, last, day),
                        "plans",
                        "office",
                        "<p>" + say("body", first, last, day) + "</p>",
                        PublicAttribute.PROACTIVE.term(),
                        wording.say("disclosures.plans.summary.ground"),
                        PLANS,
                        Source.ours(),
                        fields,
                        List.of(),
                        false));
    }

    private String say(String key, int first, int last, LocalDate day) {
        return wording.say(
                "disclosures.plans.demo." + key,
                Integer.toString(first),
                Integer.toString(last),
                dates.plain(day));
    }

    private Map<String, @Nullable String> fields(int first, int last) {
        var fields = formed();
        fields.put("periodFrom", LocalDate.of(first, 1, 1).toString());
        fields.put("periodTo", LocalDate.of(last, 12, 31).toString());
        fields.put("planStage", "正式稿");
        return fields;
    }

    private Map<String, @Nullable String> formed() {
        var fields = new HashMap<String, @Nullable String>();
        fields.put("formedOn", LocalDate.now(clock).toString());
        return fields;
    }
}
