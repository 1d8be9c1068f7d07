package org.gongkai.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Signing in")
@DemoAgencyTest
class SignInJourneyTests {
    private static final String PASSWORD = "gongkai-demo-2021";

    @LocalServerPort int port;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired SignIn signIn;
    @Autowired People people;
    @Autowired AccountOpening opening;

    @Test
    void givesATokenWithWhatItIsFor() {
        var answer =
                ApiClient.at(port)
                        .post("/api/v1/tokens", Map.of("username", "clerk", "password", PASSWORD))
                        .expect(201);

        assertThat(answer.text("/user")).isEqualTo("clerk");
        assertThat(answer.text("/expiresAt")).isEqualTo("2021-07-30T21:00:00+08:00");
        assertThat(answer.at("/roles").toString()).isEqualTo("[\"CLERK\"]");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void answersAnUnknownNameLikeAWrongPassword() {
        var wrong =
                ApiClient.at(port)
                        .post("/api/v1/tokens", Map.of("username", "head", "password", "wrong"))
                        .expectProblem(401, "not-signed-in");
        var unknown =
                ApiClient.at(port)
                        .post("/api/v1/tokens", Map.of("username", "nobody", "password", "wrong"))
                        .expectProblem(401, "not-signed-in");

        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"legal", "not-a-user-at-all"})
    void locksANameForFifteenMinutesAfterFiveFailures(String name) {
        var nobody = ApiClient.at(port);
        for (int tried = 0; tried < 5; tried++) {
            nobody.post("/api/v1/tokens", Map.of("username", name, "password", "wrong" + tried))
                    .expect(401);
        }
        clock.advance(Duration.ofMinutes(5));

        var locked =
                nobody.post("/api/v1/tokens", Map.of("username", name, "password", PASSWORD))
                        .expectProblem(429, "too-many-tries");
        assertThat(locked.header("Retry-After")).isEqualTo("600");

        clock.advance(Duration.ofMinutes(10));
        nobody.post("/api/v1/tokens", Map.of("username", name, "password", PASSWORD))
                .expect(name.equals("legal") ? 201 : 401);
    }

    @Test
    void isRefusedToAnAddressThatHasFailedTooOften() {
        var from = SignInOrigin.of(Session.Channel.API, "203.0.113.9", "test");
        for (int tried = 0; tried < SignInTries.FAILURES_PER_ADDRESS; tried++) {
            var typed = new SignIn.Credentials("guess" + tried, "wrong", null);
            assertThatThrownBy(() -> signIn.signIn(typed, from))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            it -> assertThat(it.kind()).isEqualTo(RefusalKind.NOT_SIGNED_IN));
        }

        assertThatThrownBy(
                        () -> signIn.signIn(new SignIn.Credentials("clerk", PASSWORD, null), from))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.kind()).isEqualTo(RefusalKind.TOO_MANY));
    }

    @Test
    void atTheDeskGivesANewCookieWhateverCookieCameWithIt() {
        String planted = "A".repeat(43);
        var thief = DeskClient.at(port).plant("gongkai_desk", planted);
        thief.open("/desk/login").expect(200);
        thief.send("/desk/login", Map.of("username", "clerk2", "password", PASSWORD)).expect(302);

        assertThat(thief.redirect()).isEqualTo("/desk");
        var cookies = thief.response().headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(2);
        assertThat(cookies.get(1))
                .startsWith("gongkai_desk=")
                .contains("; Path=/desk")
                .contains("; HttpOnly")
                .contains("; SameSite=Strict")
                .doesNotContain(planted);
        DeskClient.at(port).plant("gongkai_desk", planted).open("/desk/account").expect(302);
    }

    @Test
    void endsTheSessionThatWasOpenInTheSameBrowser() {
        var person = DeskClient.at(port).signIn("clerk2", PASSWORD);
        String before = person.cookie("gongkai_desk");
        var other = DeskClient.at(port).plant("gongkai_desk", before);
        other.open("/desk/account").expect(200);

        other.open("/desk/account").send("/desk/logout", Map.of()).expect(302);

        person.open("/desk/account").expect(302);
        assertThat(person.redirect()).isEqualTo("/desk/login?next=%2Fdesk%2Faccount");
    }

    @Test
    void leadsBackToThePageThatWasAskedForAndNowhereElse() {
        var clerk = DeskClient.at(port).open("/desk/account?done=session").expect(302);
        clerk.follow().expect(200);
        clerk.send("/desk/login", Map.of("username", "clerk", "password", PASSWORD)).expect(302);
        assertThat(clerk.redirect()).isEqualTo("/desk/account?done=session");

        var lured = DeskClient.at(port).open("/desk/login?next=https://evil.example/desk");
        lured.send("/desk/login", Map.of("username", "clerk", "password", PASSWORD)).expect(302);
        assertThat(lured.redirect()).isEqualTo("/desk");

        var odd = DeskClient.at(port).open("/desk/login?next=%2Fdesk%3Fx%3D%7By%7D");
        odd.send("/desk/login", Map.of("username", "clerk", "password", PASSWORD)).expect(302);
        assertThat(odd.redirect()).isEqualTo("/desk");
    }

    @Test
    void staysOpenWhileUsedAndEndsWhenIdle() {
        var clerk = DeskClient.at(port).signIn("clerk", PASSWORD);
        clock.advance(Duration.ofHours(3));
        clerk.open("/desk/account").expect(200);
        clock.advance(Duration.ofHours(3));
        clerk.open("/desk/account").expect(200);
        clock.advance(Duration.ofHours(4));
        clerk.open("/desk/account").expect(302);
    }

    @Test
    void endsAfterTwelveHoursInAnyCase() {
        var token = ApiClient.at(port).signIn("clerk", PASSWORD);
        clock.advance(Duration.ofHours(11));
        token.get("/api/v1/account").expect(200);
        clock.advance(Duration.ofHours(1));
        token.get("/api/v1/account").expectProblem(401, "not-signed-in");
    }

    @Test
    void keepsNoTokenThatCouldBeUsed() {
        var clerk = DeskClient.at(port).signIn("clerk", PASSWORD);

        assertThat(
                        jdbc.sql("SELECT count(*) FROM account_session WHERE token_hash = ?")
                                .param(clerk.cookie("gongkai_desk"))
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void withoutTheFormTokenIsRefused() {
        var clerk = DeskClient.at(port).signIn("clerk", PASSWORD);

        clerk.post("/desk/logout", Map.of()).expect(403);

        assertThat(clerk.text()).contains("刷新后再提交");
        clerk.open("/desk/account").expect(200);
        clerk.post("/desk/logout", Map.of("_csrf", "A".repeat(120))).expect(403);
        DeskClient.at(port)
                .post("/desk/login", Map.of("username", "clerk", "password", PASSWORD))
                .expect(403);
    }

    @Test
    void showsWhatWasTypedButThePasswordWhenItFails() {
        var clerk = DeskClient.at(port).open("/desk/login");
        clerk.send("/desk/login", Map.of("username", "clerk2", "password", "not it at all"))
                .expect(401);

        assertThat(clerk.text()).contains("用户名、密码或者动态码不对");
        assertThat(clerk.page().select("#username").val()).isEqualTo("clerk2");
        assertThat(clerk.body()).doesNotContain("not it at all");
    }

    @Test
    void isWrittenDownWithoutNameOrAddress() {
        ApiClient.at(port)
                .post("/api/v1/tokens", Map.of("username", "leader2", "password", "wrong"))
                .expect(401);
        var auditor = ApiClient.at(port).signIn("auditor", PASSWORD);

        var lines = auditor.get("/api/v1/audit?action=accounts.&limit=2").expect(200);

        assertThat(lines.text("/items/0/action")).isEqualTo("accounts.signed-in");
        assertThat(lines.text("/items/0/who")).isEqualTo("秦致和");
        assertThat(lines.text("/items/1/action")).isEqualTo("accounts.sign-in-failed");
        assertThat(lines.text("/items/1/after/username/hash")).hasSize(64);
        assertThat(lines.body()).doesNotContain("127.0.0.1").doesNotContain("leader2");
    }
}
