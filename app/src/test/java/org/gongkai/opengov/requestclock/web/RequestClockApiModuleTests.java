package org.gongkai.opengov.requestclock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.ModuleTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
@DisplayName("Request clock and fees over the API")
class RequestClockApiModuleTests {
    private static final String CLOCK = "/api/v1/public/requests/clock";
    private static final String FEE = "/api/v1/public/requests/fee";

    private static final String CONSULTED =
            """
            {"calendar":"NX","events":[
              {"type":"received","channel":"in-person","date":"2021-06-01"},
              {"type":"third-party-asked","party":"A","date":"2021-06-08"},
              {"type":"third-party-received","party":"A","date":"2021-06-10"},
              {"type":"third-party-answered","party":"A","date":"2021-06-21"}]}
            """;

    @LocalServerPort int port;
    @Autowired CalculatorPace pace;

    @Test
    void answersTheExampleOfTheContract() {
        var answer = ask(CONSULTED).expect(200);

        assertThat(answer.text("/due")).isEqualTo("2021-07-12");
        assertThat(answer.text("/warnBy")).isEqualTo("2021-07-12");
        assertThat(answer.at("/waitingFor").isNull()).isTrue();
        assertThat(answer.text("/pauses/0/from")).isEqualTo("2021-06-09");
        assertThat(answer.text("/pauses/0/to")).isEqualTo("2021-06-21");
        assertThat(answer.text("/pauses/0/why")).isEqualTo("third-party A");
        assertThat(answer.at("/breaches")).isEmpty();
        assertThat(answer.text("/thirdParty/0/due")).isEqualTo("2021-07-02");
        assertThat(answer.at("/days")).hasSize(41);
        assertThat(answer.text("/days/0/date")).isEqualTo("2021-06-02");
        assertThat(answer.text("/days/7/reason")).isEqualTo("consultation");
        assertThat(answer.text("/days/40/date")).isEqualTo("2021-07-12");
        assertThat(answer.number("/days/40/number")).isEqualTo(20);
    }

    @Test
    void saysWhyNothingIsDueYet() {
        var unconfirmed =
                ask("""
                                {"calendar":"CN","events":[{"type":"received","channel":"online","date":"2021-06-01"}]}
                                """)
                        .expect(200);

        assertThat(unconfirmed.at("/due").isNull()).isTrue();
        assertThat(unconfirmed.at("/warnBy").isNull()).isTrue();
        assertThat(unconfirmed.text("/waitingFor")).isEqualTo("confirmation");
        assertThat(unconfirmed.at("/days")).isEmpty();
    }

    @Test
    void namesEachBreachWithItsArticleAndItsEvent() {
        var late =
                ask("""
                                {"calendar":"CN","events":[
                                  {"type":"received","channel":"in-person","date":"2021-06-01"},
                                  {"type":"extended","date":"2021-06-10","workingDays":30},
                                  {"type":"answer-made","date":"2021-07-27"},
                                  {"type":"answer-dispatched","date":"2021-07-29"}]}
                                """)
                        .expect(200);

        assertThat(late.text("/due")).isEqualTo("2021-07-28");
        assertThat(late.at("/breaches").findValuesAsString("code"))
                .containsExactly("extension-over-20", "answer-late");
        assertThat(late.text("/breaches/1/article")).isEqualTo("33");
        assertThat(late.text("/breaches/1/date")).isEqualTo("2021-07-29");
        assertThat(late.number("/breaches/1/index")).isEqualTo(3);
        assertThat(late.text("/breaches/1/law")).isEqualTo("《政府信息公开条例》第三十三条");
    }

    @Test
    void tellsAnAnswerStillOwedOnlyAsOfADay() {
        var events =
                """
                "calendar":"CN","events":[{"type":"received","channel":"in-person","date":"2021-06-01"}]}
                """;

        assertThat(ask("{" + events).expect(200).at("/breaches")).isEmpty();
        assertThat(ask("{\"asOf\":\"2021-06-30\"," + events).expect(200).at("/breaches")).isEmpty();
        var owed = ask("{\"asOf\":\"2021-07-01\"," + events).expect(200);
        assertThat(owed.text("/breaches/0/code")).isEqualTo("not-answered");
        assertThat(owed.text("/breaches/0/date")).isEqualTo("2021-07-01");
    }

    @Test
    void refusesWhatCannotHaveHappenedWithItsIndexAndReason() {
        var refused =
                ask("""
                                {"calendar":"NX","events":[
                                  {"type":"received","channel":"in-person","date":"2021-06-01"},
                                  {"type":"third-party-asked","party":"A","date":"2021-06-08"},
                                  {"type":"third-party-answered","party":"B","date":"2021-06-09"}]}
                                """)
                        .expectProblem(422, "invalid-input");

        assertThat(refused.text("/errors/0/field")).isEqualTo("events[2]");
        assertThat(refused.number("/errors/0/index")).isEqualTo(2);
        assertThat(refused.text("/errors/0/code")).isEqualTo("opinion-not-asked");
        assertThat(refused.text("/errors/0/message")).isEqualTo("此前没有向它征求意见。");
    }

    @Test
    void namesEverythingUnreadableAtOnce() {
        var refused =
                ask("""
                                {"calendar":"US","asOf":"soon","events":[
                                  {"type":"received","date":"2021-02-30"},
                                  {"type":"guessed","date":"2021-06-02"},
                                  {"type":"third-party-asked","date":"2021-06-03"},
                                  {"type":"extended","date":"2021-06-04","workingDays":0},
                                  null]}
                                """)
                        .expectProblem(422, "invalid-input");

        assertThat(refused.at("/errors").findValuesAsString("field"))
                .containsExactly(
                        "calendar",
                        "asOf",
                        "events[0].date",
                        "events[0].channel",
                        "events[1].type",
                        "events[2].party",
                        "events[3].workingDays",
                        "events[4]");
    }

    @Test
    void refusesNothingAtAllAndFarTooMuch() {
        assertThat(ask("{}").expectProblem(422, "invalid-input").text("/errors/0/field"))
                .isEqualTo("calendar");
        assertThat(
                        ask("{\"calendar\":\"CN\",\"events\":[]}")
                                .expectProblem(422, "invalid-input")
                                .text("/errors/0/code"))
                .isEqualTo("nothing-happened");
        var one = Map.of("type", "received", "channel", "fax", "date", "2021-06-01");
        var many = Map.of("calendar", "CN", "events", Collections.nCopies(201, one));
        assertThat(
                        ApiClient.at(port)
                                .post(CLOCK, many)
                                .expectProblem(422, "invalid-input")
                                .text("/errors/0/code"))
                .isEqualTo("too-many");
        ask("[1]").expectProblem(400, "malformed");
        ask("{\"calendar\":\"CN\",\"events\":\"none\"}").expectProblem(422, "invalid-input");
    }

    @Test
    void refusesWhatLiesAfterTheDayAsked() {
        var refused =
                ask("""
                                {"calendar":"CN","asOf":"2021-06-03","events":[
                                  {"type":"received","channel":"in-person","date":"2021-06-01"},
                                  {"type":"answer-dispatched","date":"2021-06-04"}]}
                                """)
                        .expectProblem(422, "invalid-input");

        assertThat(refused.text("/errors/0/field")).isEqualTo("events[1]");
        assertThat(refused.text("/errors/0/code")).isEqualTo("in-the-future");
    }

    @Test
    void countsAFeeByPieceWithEachTier() {
        var fee = ApiClient.at(port).get(FEE + "?method=piece&from=1&to=35").expect(200);

        assertThat(fee.number("/total")).isEqualTo(3000);
        assertThat(fee.at("/lines").toString())
                .isEqualTo(
                        "[{\"from\":1,\"to\":10,\"unitPrice\":0,\"amount\":0},"
                                + "{\"from\":11,\"to\":30,\"unitPrice\":100,\"amount\":2000},"
                                + "{\"from\":31,\"to\":35,\"unitPrice\":200,\"amount\":1000}]");
    }

    @Test
    void countsAFeeByPage() {
        var fee = ApiClient.at(port).get(FEE + "?method=page&pages=250").expect(200);

        assertThat(fee.number("/total")).isEqualTo(4700);
        assertThat(fee.at("/lines")).hasSize(4);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', method",
        "?method=both, method",
        "?method=piece, to",
        "?method=piece&from=5&to=4, to",
        "?method=piece&from=0&to=4, from",
        "?method=piece&to=10001, to",
        "?method=piece&to=4&pages=3, pages",
        "?method=page, pages",
        "?method=page&pages=-1, pages",
        "?method=page&pages=1.5, pages",
        "?method=page&pages=99999999999, pages",
        "?method=page&pages=3&to=4, to"
    })
    void refusesWhatIsNoFee(String query, String field) {
        var refused = ApiClient.at(port).get(FEE + query).expectProblem(422, "invalid-input");

        assertThat(List.of(refused.text("/errors/0/field"))).containsExactly(field);
    }

    @Test
    void readsTwoHundredEventsAndNoBodyThatIsLongerThanTheseCanBe() {
        var tooLong = CONSULTED.strip() + " ".repeat(256 * 1024);

        ask(tooLong).expectProblem(413, "too-large");
        ask(CONSULTED.strip() + " ".repeat(200 * 1024)).expect(200);
    }

    @Test
    void answersOneAddressSoManyTimesAMinute() {
        var reader = ApiClient.at(port).with("X-Forwarded-For", "203.0.113.77");
        IntStream.range(0, CalculatorPace.A_MINUTE).forEach(_ -> pace.take("203.0.113.77"));

        var refused = reader.post(CLOCK, CONSULTED).expect(429);
        reader.get(FEE + "?method=page&pages=250").expect(429);

        assertThat(refused.header("Retry-After")).isEqualTo("60");
        ask(CONSULTED).expect(200);
    }

    private ApiAnswer ask(String body) {
        return ApiClient.at(port).post(CLOCK, body);
    }
}
