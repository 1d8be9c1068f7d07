package org.gongkai.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("An account")
@DemoAgencyTest
class AccountJourneyTests {
    private static final String PASSWORD = "gongkai-demo-2021";
    private static final String CHOSEN = "贺兰山下的风车转得慢";

    @LocalServerPort int port;
    @Autowired TestClock clock;
    @Autowired People people;
    @Autowired Accounts accounts;
    @Autowired SecondFactors secondFactors;
    @Autowired JdbcClient database;

    /** At a desk left open nobody guesses the password more often than at the door. */
    @Test
    void letsNobodyGuessThePasswordFromWithin() {
        var adviser = DeskClient.at(port).signIn("legal", PASSWORD);
        for (var guess = 1; guess <= 5; guess++) {
            change(adviser, "猜测的密码第" + guess + "次").expect(422);
        }

        change(adviser, PASSWORD).expect(429);

        var account = accounts.find(new Username("legal")).orElseThrow().id();
        ApiClient.at(port)
                .signIn("operator", PASSWORD)
                .post("/api/v1/accounts/" + account + "/steps/unlock", Map.of())
                .expect(200);
    }

    private static DeskClient change(DeskClient who, String old) {
        return who.open("/desk/account")
                .send(
                        "/desk/account/password",
                        Map.of("old", old, "wanted", CHOSEN, "again", CHOSEN));
    }

    @Test
    void isOpenedByTheOperatorAndEnteredWithAOneTimeSecret() {
        var operator = DeskClient.at(port).signIn("operator", PASSWORD);
        String person = people.byKey("air-clerk").orElseThrow().toString();
        operator.open("/desk/accounts/new").expect(200);
        operator.send("/desk/accounts", Map.of("person", person, "username", "Meng Qing"))
                .expect(422);
        assertThat(operator.page().select("#username").val()).isEqualTo("Meng Qing");
        assertThat(operator.page().select("#person option[selected]").val()).isEqualTo(person);
        operator.send("/desk/accounts", Map.of("username", "mengqing")).expect(302);
        String account = operator.redirect();
        operator.follow().expect(200).send(account + "/secret", Map.of()).expect(200);
        String secret = operator.page().select("code").text();

        var holder = DeskClient.at(port).open("/desk/first-password");
        var typed =
                Map.of("username", "mengqing", "secret", secret, "wanted", CHOSEN, "again", CHOSEN);
        holder.send("/desk/first-password", typed).expect(302);
        holder.signIn("mengqing", CHOSEN).open("/desk/account").expect(200);

        var again = DeskClient.at(port).open("/desk/first-password");
        again.send("/desk/first-password", typed).expect(422);
        assertThat(again.text()).contains("一次性口令不对");

        operator.open(account).send(account + "/disable", Map.of()).expect(302);
        holder.open("/desk/account").expect(302);
        ApiClient.at(port)
                .post("/api/v1/tokens", Map.of("username", "mengqing", "password", CHOSEN))
                .expect(401);
    }

    @Test
    void asksForACodeOnceASecondFactorIsSetUp() {
        var head = DeskClient.at(port).signIn("head2", PASSWORD);
        head.open("/desk/account/second-factor").expect(200);
        assertThat(head.page().select("img").attr("src")).startsWith("data:image/png;base64,");
        head.send("/desk/account/second-factor", Map.of("code", "000000")).expect(422);
        head.send("/desk/account/second-factor", Map.of("code", currentCode("head2"))).expect(200);
        String recovery = head.page().select("li code").first().text();

        ApiClient.at(port)
                .post("/api/v1/tokens", Map.of("username", "head2", "password", PASSWORD))
                .expect(401);
        var withRecovery = Map.of("username", "head2", "password", PASSWORD, "otp", recovery);
        ApiClient.at(port).post("/api/v1/tokens", withRecovery).expect(201);
        ApiClient.at(port).post("/api/v1/tokens", withRecovery).expect(401);
        clock.advance(java.time.Duration.ofSeconds(30));
        var withCode =
                Map.of("username", "head2", "password", PASSWORD, "otp", currentCode("head2"));
        ApiClient.at(port).post("/api/v1/tokens", withCode).expect(201);

        head.open("/desk/account/second-factor")
                .send("/desk/account/second-factor/end", Map.of("password", PASSWORD))
                .expect(302);
        ApiClient.at(port).signIn("head2", PASSWORD);
    }

    @Test
    void getsANewPasswordFromItsHolderAndEndsAllOtherSessions() {
        var before =
                database.sql("SELECT password_hash FROM account WHERE username = 'principal'")
                        .query(String.class)
                        .single();
        var here = DeskClient.at(port).signIn("principal", PASSWORD);
        var elsewhere = ApiClient.at(port).signIn("principal", PASSWORD);
        var typed = Map.of("old", PASSWORD, "wanted", CHOSEN, "again", CHOSEN);

        here.open("/desk/account")
                .send(
                        "/desk/account/password",
                        Map.of("old", "wrong", "wanted", CHOSEN, "again", CHOSEN))
                .expect(422);
        here.send("/desk/account/password", typed).expect(302);

        here.open("/desk/account").expect(200);
        elsewhere.get("/api/v1/account").expect(401);
        ApiClient.at(port).signIn("principal", CHOSEN);

        // Other classes sign in to the same program with the documented password.
        database.sql("UPDATE account SET password_hash = ? WHERE username = 'principal'")
                .param(before)
                .update();
    }

    @Test
    void showsWhereItIsSignedInAndLetsItsHolderEndThat() {
        var leader = ApiClient.at(port).signIn("leader", PASSWORD);
        var other = ApiClient.at(port).signIn("leader", PASSWORD);
        var sessions = leader.get("/api/v1/account/sessions").expect(200);
        long others =
                sessions.at("/items")
                        .valueStream()
                        .filter(it -> !it.get("current").asBoolean())
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asLong();

        ApiClient.at(port)
                .signIn("office", PASSWORD)
                .delete("/api/v1/account/sessions/" + others)
                .expectProblem(404, "not-found");
        leader.delete("/api/v1/account/sessions/" + others).expect(204);
        other.get("/api/v1/account").expect(401);
    }

    @Test
    void isManagedByTheOperatorAlone() {
        var clerk = ApiClient.at(port).signIn("clerk", PASSWORD);
        clerk.get("/api/v1/accounts").expectProblem(403, "not-allowed");
        clerk.post("/api/v1/accounts", Map.of("person", 1, "username", "x1"))
                .expectProblem(403, "not-allowed");
        clerk.post("/api/v1/accounts/1/steps/disable", Map.of()).expectProblem(403, "not-allowed");
        clerk.post("/api/v1/accounts/1/secret", Map.of()).expectProblem(403, "not-allowed");
        DeskClient.at(port).signIn("clerk", PASSWORD).open("/desk/accounts").expect(403);

        var operator = ApiClient.at(port).signIn("operator", PASSWORD);
        var first = operator.get("/api/v1/accounts?limit=5").expect(200);
        var second =
                operator.get("/api/v1/accounts?limit=5&after=" + first.text("/next")).expect(200);
        assertThat(first.text("/items/0/username")).isEqualTo("approval-clerk");
        assertThat(second.text("/items/0/username")).isGreaterThan(first.text("/items/4/username"));
        assertThat(operator.get("/api/v1/accounts?find=丁晓雯").text("/items/0/username"))
                .isEqualTo("clerk");
    }

    private String currentCode(String username) {
        var account = accounts.find(Username.of(username)).orElseThrow();
        byte[] secret = secondFactors.secret(account.id()).orElseThrow();
        return OneTimeCode.at(secret, clock.instant().getEpochSecond() / 30);
    }
}
