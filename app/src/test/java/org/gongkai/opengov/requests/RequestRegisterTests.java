package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("The register of requests (依申请公开登记), changed calendars and two officers at once")
class RequestRegisterTests {
    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired Redatings redatings;

    private DemoPeople people;

    @BeforeEach
    void start() {
        people = DemoPeople.at(port);
    }

    @Test
    void showsEveryRequestInTheOfficesWordsAndNothingOfWhoAsks() {
        var receipt = takeIn("登记簿里的一件事");
        var path = path(receipt);
        people.as("office").post(path + "/public-words", Map.of("words", "")).expect(422);
        people.as("office").post(path + "/public-words", Map.of("words", "欧阳修文申请的批复")).expect(422);
        people.as("clerk").post(path + "/public-words", Map.of("words", "批复")).expect(404);
        people.as("legal").post(path + "/public-words", Map.of("words", "批复")).expect(403);
        people.as("office")
                .post(path + "/public-words", Map.of("words", "某企业的环境影响评价批复"))
                .expect(200);
        people.as("office")
                .post(path + "/events", Map.of("type", "withdrawn", "note", "书面撤回"))
                .expect(200);

        var reader = DeskClient.at(port);
        var text = new String(reader.download("/requests/register.csv"), StandardCharsets.UTF_8);
        var line =
                text.lines()
                        .filter(it -> it.contains(receipt.get("number")))
                        .findFirst()
                        .orElseThrow();

        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(
                        new String(
                                office.download("/desk/requests/export.csv?state=all"),
                                StandardCharsets.UTF_8))
                .contains(receipt.get("number"));
        assertThat(office.download("/desk/requests/export.xlsx?state=all")).startsWith('P', 'K');
        assertThat(line)
                .contains("某企业的环境影响评价批复", "自然人", "2021-08-27", "其他（撤回、终止、合并办理等）")
                .doesNotContain("登记簿里的一件事");
        assertThat(text).doesNotContain("欧阳修文");
        assertThat(reader.open("/requests/register").expect(200).text())
                .contains(receipt.get("number"));
    }

    @Test
    void movesOpenRequestsWithTheCalendarAndShowsBothDays() {
        var open = takeIn("日历变动时在办的一件事");
        var closed = takeIn("日历变动时已办结的一件事");
        people.as("office")
                .post(path(closed) + "/events", Map.of("type", "withdrawn", "note", "撤回"))
                .expect(200);
        for (var it : List.of(open, closed)) {
            database.sql(
                            "UPDATE request_case SET due = '2021-08-20', calendar_version = 'before'"
                                    + " WHERE number = ?")
                    .param(it.get("number"))
                    .update();
        }
        var etag = people.as("office").get(path(open)).expect(200).etag();

        redatings.redate();

        var moved = people.as("office").get(path(open)).expect(200);
        assertThat(moved.text("/due")).isEqualTo("2021-08-27");
        assertThat(moved.text("/redatings/0/was")).isEqualTo("2021-08-20");
        assertThat(moved.text("/redatings/0/now")).isEqualTo("2021-08-27");
        assertThat(moved.etag()).isEqualTo(etag);
        assertThat(people.as("office").get(path(closed)).expect(200).text("/due"))
                .isEqualTo("2021-08-20");
        assertThat(
                        DeskClient.at(port)
                                .signIn("office", DemoPeople.PASSWORD)
                                .open("/desk/requests/" + open.get("id"))
                                .text())
                .contains("放假安排调整", "2021年8月20日", "2021年8月27日");
    }

    @Test
    void isClosedOnceWhenTwoOfficersCloseItAtOnce() throws Exception {
        var receipt = takeIn("两人同时办理的一件事");
        var office = people.as("office");
        Callable<Integer> closing =
                () ->
                        office.post(
                                        path(receipt) + "/events",
                                        Map.of("type", "withdrawn", "note", "撤回"))
                                .status();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = both.submit(closing);
            var other = both.submit(closing);
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void asksTheHeadOfTheOfficeForConsentOnTheStartPage() {
        var receipt = takeIn("需要延期的一件事");
        people.as("office")
                .post(
                        path(receipt) + "/events",
                        Map.of("type", "extension-asked", "workingDays", 10, "note", "资料多"))
                .expect(200);
        var head = DeskClient.at(port).signIn("office-head", DemoPeople.PASSWORD);
        assertThat(head.open("/desk").text()).contains("申请" + receipt.get("number") + "请您同意延期");
        people.as("office-head")
                .post(
                        path(receipt) + "/events",
                        Map.of("type", "extension-approved", "workingDays", 10))
                .expect(200);
        assertThat(head.open("/desk").text()).doesNotContain(receipt.get("number") + "请您同意延期");
    }

    private static String path(Map<String, String> receipt) {
        return "/api/v1/requests/" + receipt.get("id");
    }

    private Map<String, String> takeIn(String matter) {
        var receipt =
                people.as("office")
                        .post(
                                "/api/v1/requests",
                                Map.of(
                                        "applicantClass", "natural-person",
                                        "name", "欧阳修文",
                                        "identityKind", "other-paper",
                                        "identityNumber", "E12345678",
                                        "phone", "0951-7654321",
                                        "matters", List.of(matter),
                                        "form", "paper",
                                        "delivery", "in-person",
                                        "channel", "in-person"))
                        .expect(201);
        return Map.of("id", receipt.text("/id"), "number", receipt.text("/number"));
    }
}
