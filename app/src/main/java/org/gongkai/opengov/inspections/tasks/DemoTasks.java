package org.gongkai.opengov.inspections.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.inspections.tasks.Question.Kind;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.settings.DemoData;
import org.springframework.stereotype.Component;

/** The demo agency's check form and one inspection outside the plan (演示检查任务). */
@Component
class DemoTasks implements DemoData {
    private static final String ITEM = "1";
    private static final String UNIT = "91640104MA7XD00196";
    private static final List<String> OFFICERS = List.of("宁A-样例-0001", "宁A-样例-0002");

    private final Tasks tasks;
    private final Visits visits;
    private final TaskChoices choices;
    private final Organization organization;
    private final Clock clock;

    DemoTasks(
            Tasks tasks,
            Visits visits,
            TaskChoices choices,
            Organization organization,
            Clock clock) {
        this.tasks = tasks;
        this.visits = visits;
        this.choices = choices;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public void load() {
        var agency = organization.agencies().getFirst().id();
        var today = LocalDate.now(clock);
        long item = choices.item(agency, ITEM, today).orElseThrow();
        var from = LocalDate.of(2020, 1, 1);
        visits.addForm(agency.value(), item, questions(), from, null, clock.instant());
        task(agency, item, today);
    }

    private void task(AgencyId agency, long item, LocalDate today) {
        var now = clock.instant();
        var keeper = organization.personByKey("keeper").map(Person::id).orElseThrow();
        var leader = organization.personByKey("leader").map(Person::id).orElseThrow();
        long id =
                tasks.add(
                        new Tasks.New(
                                agency,
                                TaskSource.COMPLAINT,
                                null,
                                null,
                                null,
                                choices.unit(agency, UNIT, today).orElseThrow(),
                                item,
                                "12345热线反映该厂区夜间有异味，要求核查。",
                                "样例热线2021-0001",
                                false,
                                today,
                                today.plusDays(14),
                                TaskState.PROPOSED,
                                keeper,
                                now),
                        today.getYear());
        OFFICERS.forEach(
                it -> tasks.join(id, choices.officer(agency, it, today).orElseThrow(), now));
        tasks.record(id, new TaskStepTaken(TaskStep.PROPOSE, "热线反映异味", null, keeper, null, now));
        tasks.record(id, new TaskStepTaken(TaskStep.APPROVE, "同意", null, leader, null, now));
        tasks.approve(id, leader);
    }

    private static List<Question> questions() {
        return List.of(
                new Question(
                        "permit",
                        "是否持有有效的排污许可证，并按证排污",
                        Kind.YES_NO,
                        null,
                        true,
                        "《排污许可管理条例》第二条、第十七条"),
                new Question(
                        "facilities",
                        "污染防治设施是否正常运行",
                        Kind.YES_NO,
                        null,
                        true,
                        "《水污染防治法》第三十九条、《大气污染防治法》第二十条"),
                new Question("cod", "排放口化学需氧量在线读数", Kind.NUMBER, "mg/L", false, ""),
                new Question("ledger", "环境管理台账检查情况", Kind.TEXT, null, false, ""),
                new Question("outlet", "排放口照片", Kind.PHOTO, null, true, ""));
    }
}
