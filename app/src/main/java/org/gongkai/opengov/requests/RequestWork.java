package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.opengov.requestclock.ClockWords;
import org.gongkai.opengov.requests.ChaseDesk.Reminder;
import org.gongkai.opengov.requests.RequestDesk.Line;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkCount;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Requests whose next step is this person's (依申请公开待办). One that has arrived and is not confirmed is
 * urgent from the day it came: a late confirmation moves the deadline (条例 art. 31). A reminder
 * stands there until it is answered.
 */
@Component
@Order(15)
class RequestWork implements WorklistSource {
    /** More than these are told in one line. */
    private static final int SINGLY = 5;

    private static final String REDATINGS = "/desk/requests/redatings";

    private final RequestDesk desk;
    private final ChaseDesk chases;
    private final RedatingDesk redatings;
    private final ClockWords words;
    private final Wording wording;

    RequestWork(
            RequestDesk desk,
            ChaseDesk chases,
            RedatingDesk redatings,
            ClockWords words,
            Wording wording) {
        this.desk = desk;
        this.chases = chases;
        this.redatings = redatings;
        this.words = words;
        this.wording = wording;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        return RequestRights.canRead(actor)
                ? Stream.of(
                                chases.openTo(actor).stream().map(this::reminder),
                                desk.extensionsFor(actor).stream().map(this::consent),
                                whatMoved(actor),
                                desk.waitingFor(actor).stream().map(this::item))
                        .flatMap(it -> it)
                        .toList()
                : List.of();
    }

    /** The way to the requests stands on the start page, with how many wait for an answer. */
    @Override
    public List<WorkCount> countsFor(Actor actor, LocalDate today) {
        return RequestRights.canRead(actor)
                ? List.of(
                        new WorkCount(
                                "requests.work.open",
                                desk.count(actor, RequestFilter.waiting()),
                                "/desk/requests"))
                : List.of();
    }

    /** What a changed calendar moved: a few by name, many in one line, and how far it has come. */
    private Stream<WorkItem> whatMoved(Actor actor) {
        var news = redatings.news(actor, SINGLY + 1);
        if (news.isEmpty()) {
            return Stream.empty();
        }
        if (news.size() <= SINGLY) {
            return news.stream().map(this::one);
        }
        return redatings.recent(actor).stream().map(RequestWork::many);
    }

    private WorkItem one(RedatingDesk.Line line) {
        var request = line.request();
        var moved = line.moved();
        return new WorkItem(
                "requests.work.moved",
                List.of(
                        request.number(),
                        moved.redating().was(),
                        moved.redating().is(),
                        words.cause(moved.notice(), moved.changed())),
                "/desk/requests/" + request.id(),
                request.warnBy(),
                request.section(),
                false);
    }

    private static WorkItem many(RedatingRun run) {
        return run.running()
                ? new WorkItem(
                        "requests.work.redating",
                        List.of(run.done(), run.cases()),
                        REDATINGS,
                        null,
                        null,
                        false)
                : new WorkItem(
                        "requests.work.moved-many",
                        List.of(run.done(), run.cases(), run.moved()),
                        REDATINGS,
                        null,
                        null,
                        false);
    }

    private WorkItem reminder(Reminder it) {
        return new WorkItem(
                "requests.work." + it.chase().kind().slug(),
                List.of(it.request().number(), it.chase().words()),
                "/desk/requests/" + it.request().id() + "/handling",
                it.chase().answerBy(),
                it.request().section(),
                false);
    }

    private WorkItem consent(Line line) {
        var request = line.request();
        return new WorkItem(
                "requests.work.consent",
                List.of(request.number()),
                "/desk/requests/" + request.id(),
                request.warnBy(),
                request.section(),
                false);
    }

    private WorkItem item(Line line) {
        var request = line.request();
        var unconfirmed = request.stage() == RequestStage.ARRIVED;
        return new WorkItem(
                unconfirmed ? "requests.work.confirm" : "requests.work.next",
                List.of(
                        request.number(),
                        wording.say("requests.stage." + request.stage().name()),
                        request.arrivedOn()),
                "/desk/requests/" + request.id(),
                unconfirmed ? request.arrivedOn() : request.warnBy(),
                request.section(),
                unconfirmed);
    }
}
