package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.gongkai.platform.roles.Role;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DemoAgencyTest
@DisplayName(
        "Role × stage × step over HTTP — what is not allowed is refused and leaves an audit line alone")
class RequestMatrixTests {
    private static final Map<Role, String> PEOPLE = people();

    @LocalServerPort int port;
    @Autowired JdbcClient database;

    private DemoPeople people;

    @ParameterizedTest(name = "{0}")
    @EnumSource(RequestStage.class)
    void isAsTheTableSays(RequestStage stage) {
        people = DemoPeople.at(port);
        var id = requestIn(stage);
        var path = "/api/v1/requests/" + id;
        assertThat(people.as("office").get(path).expect(200).text("/stage"))
                .isEqualTo(stage.slug());
        var events = events(id);

        var wrong = new ArrayList<String>();
        PEOPLE.forEach((role, who) -> lookAt(stage, role, people.as(who), path, wrong));

        assertThat(wrong).isEmpty();
        assertThat(events(id)).isEqualTo(events);
    }

    private void lookAt(
            RequestStage stage, Role role, ApiClient person, String path, List<String> wrong) {
        var read = person.get(path);
        var allowed = new TreeSet<String>();
        if (read.status() == 200) {
            StreamSupport.stream(read.json().get("allowedSteps").spliterator(), false)
                    .map(JsonNode::asString)
                    .forEach(allowed::add);
        }
        for (var step : RequestStep.values()) {
            var byTable = step.roles().contains(role) && step.from().contains(stage);
            if (allowed.contains(step.slug())) {
                if (!byTable) {
                    wrong.add(role + " is offered " + step);
                }
                continue;
            }
            if (byTable && !hangsOnACause(step)) {
                wrong.add(role + " is not offered " + step);
            }
            var answer = person.post(path + "/events", complete(step));
            var expected =
                    step == RequestStep.REGISTERED && read.status() == 200
                            ? 422
                            : read.status() != 200 ? 404 : step.roles().contains(role) ? 409 : 403;
            if (answer.status() != expected) {
                wrong.add(role + " " + step + " was answered " + answer.status());
            }
            if (answer.text("/detail").isBlank()) {
                wrong.add(role + " " + step + " was refused without a word");
            }
        }
    }

    private static boolean hangsOnACause(RequestStep step) {
        return step.name().matches(".*_(RECEIVED|ANSWERED|SILENT|RESULT)")
                        && step != RequestStep.SECTION_ANSWERED
                || step == RequestStep.LATER_DATE_SET;
    }

    /** Everything that any step wants, so that nothing but the right and the stage can be wrong. */
    private static Map<String, Object> complete(RequestStep step) {
        var event = new HashMap<String, Object>();
        event.put("type", step.slug());
        event.put("note", "内容");
        event.put("evidence", "凭据");
        event.put("party", "甲公司");
        event.put("workingDays", 5);
        event.put("section", "water");
        event.put("way", "邮寄");
        event.put("term", "2021-09-10");
        event.put(
                "outcome",
                step == RequestStep.REVIEW_RESULT || step == RequestStep.SUIT_RESULT
                        ? "upheld"
                        : "disclosed");
        return event;
    }

    private long requestIn(RequestStage stage) {
        var receipt =
                people.as("office")
                        .post(
                                "/api/v1/requests",
                                Map.of(
                                        "applicantClass", "natural-person",
                                        "name", "张三",
                                        "identityKind", "other-paper",
                                        "identityNumber", "E" + stage.ordinal() + "00000000",
                                        "phone", "0951-0000000",
                                        "matters", List.of("矩阵中的一件事"),
                                        "form", "paper",
                                        "delivery", "in-person",
                                        "channel",
                                                stage == RequestStage.ARRIVED
                                                        ? "email"
                                                        : "in-person"))
                        .expect(201);
        var id = Long.parseLong(receipt.text("/id"));
        take("office", id, RequestStep.ASSIGNED);
        pathTo(stage).forEach((step, who) -> take(who, id, step));
        return id;
    }

    private static Map<RequestStep, String> pathTo(RequestStage stage) {
        var path = new LinkedHashMap<RequestStep, String>();
        switch (stage) {
            case ARRIVED, RECEIVED -> {}
            case IN_HAND -> path.put(RequestStep.ACCEPTED, "office");
            case CONSULTING -> path.put(RequestStep.THIRD_PARTY_ASKED, "office");
            case AWAITING_CORRECTION -> path.put(RequestStep.CORRECTION_ASKED, "office");
            case AWAITING_REASONS -> path.put(RequestStep.REASONS_ASKED, "office");
            case AWAITING_FEE -> path.put(RequestStep.FEE_NOTICED, "office");
            case CLOSED -> path.put(RequestStep.WITHDRAWN, "office");
            case DRAFTED, REVIEWED, SIGNED, MADE, DISPATCHED, UNDELIVERABLE, DELIVERED -> {
                answered(path);
                var last =
                        switch (stage) {
                            case DRAFTED -> 1;
                            case REVIEWED -> 2;
                            case SIGNED -> 3;
                            case MADE -> 4;
                            case DISPATCHED -> 5;
                            default -> 6;
                        };
                path.keySet().retainAll(path.keySet().stream().limit(last).toList());
                if (stage == RequestStage.DELIVERED) {
                    path.remove(RequestStep.UNDELIVERABLE_ANSWER);
                    path.put(RequestStep.DELIVERED_ANSWER, "office");
                }
            }
        }
        return path;
    }

    private static void answered(Map<RequestStep, String> path) {
        path.put(RequestStep.DRAFTED_ANSWER, "clerk2");
        path.put(RequestStep.REVIEWED_ANSWER, "head2");
        path.put(RequestStep.SIGNED_ANSWER, "leader");
        path.put(RequestStep.MADE_ANSWER, "office");
        path.put(RequestStep.DISPATCHED_ANSWER, "office");
        path.put(RequestStep.UNDELIVERABLE_ANSWER, "office");
    }

    private void take(String who, long id, RequestStep step) {
        people.as(who).post("/api/v1/requests/" + id + "/events", complete(step)).expect(200);
    }

    private long events(long id) {
        return database.sql("SELECT count(*) FROM request_event WHERE case_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static Map<Role, String> people() {
        var people = new LinkedHashMap<Role, String>();
        people.put(Role.CLERK, "clerk2");
        people.put(Role.SECTION_HEAD, "head2");
        people.put(Role.SECRECY_REVIEWER, "secrecy");
        people.put(Role.DEPUTY_LEADER, "leader");
        people.put(Role.PRINCIPAL_LEADER, "principal");
        people.put(Role.DISCLOSURE_OFFICE, "office");
        people.put(Role.DISCLOSURE_HEAD, "office-head");
        people.put(Role.LEGAL_ADVISER, "legal");
        people.put(Role.INSPECTION_KEEPER, "keeper");
        people.put(Role.ENFORCEMENT_OFFICER, "officer");
        people.put(Role.AUDITOR, "auditor");
        people.put(Role.OPERATOR, "operator");
        return people;
    }
}
