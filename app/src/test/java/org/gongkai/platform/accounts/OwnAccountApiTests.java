package org.gongkai.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DisplayName("One's own account over the API")
@DemoAgencyTest
class OwnAccountApiTests {
    private static final String FIRST = "贺兰山下的风车转得慢";
    private static final String SECOND = "鸣翠湖边的芦苇长得高";

    @LocalServerPort int port;
    @Autowired TestClock clock;
    @Autowired People people;
    @Autowired Accounts accounts;
    @Autowired SecondFactors secondFactors;

    @Test
    void getsItsPasswordsAndItsSecondFactorWithoutAPage() {
        var nobody = ApiClient.at(port);
        setFirstPassword(nobody);

        var holder = nobody.signIn("helei", FIRST);
        var elsewhere = nobody.signIn("helei", FIRST);
        holder.put("/api/v1/account/password", Map.of("old", "wrong", "wanted", SECOND))
                .expect(422);
        holder.put("/api/v1/account/password", Map.of("old", FIRST, "wanted", SECOND)).expect(204);
        elsewhere.get("/api/v1/account").expect(401);

        var begun = holder.post("/api/v1/account/second-factor", Map.of()).expect(201);
        assertThat(begun.text("/address")).contains("secret=" + begun.text("/secret"));
        confirm(holder, "000000x").expect(422);
        var codes = confirm(holder, currentCode()).expect(200).at("/recoveryCodes");
        assertThat(holder.get("/api/v1/account").number("/recoveryCodesLeft"))
                .isEqualTo(codes.size());
        nobody.post("/api/v1/tokens", Map.of("username", "helei", "password", SECOND)).expect(401);

        holder.post("/api/v1/account/second-factor/end", Map.of("password", SECOND)).expect(204);
        nobody.signIn("helei", SECOND);
    }

    private void setFirstPassword(ApiClient nobody) {
        var operator = nobody.signIn("operator", DemoPeople.PASSWORD);
        long person = people.byKey("enforcement-clerk").orElseThrow().value();
        var candidates = operator.get("/api/v1/accounts/candidates").expect(200);
        assertThat(candidates.at("/items").findValuesAsString("person"))
                .contains(Long.toString(person));
        var account =
                operator.post("/api/v1/accounts", Map.of("person", person, "username", "helei"))
                        .expect(201);
        var secret =
                operator.post("/api/v1/accounts/" + account.text("/id") + "/secret", Map.of())
                        .expect(201)
                        .text("/secret");
        nobody.post("/api/v1/first-password", Map.of("username", "helei")).expect(422);
        nobody.post("/api/v1/first-password", first("WRONG-SECRET")).expect(422);
        nobody.post("/api/v1/first-password", first(secret)).expect(204);
    }

    private static Map<String, String> first(String secret) {
        return Map.of("username", "helei", "secret", secret, "wanted", FIRST);
    }

    private static ApiAnswer confirm(ApiClient holder, String code) {
        return holder.post("/api/v1/account/second-factor/confirmation", Map.of("code", code));
    }

    private String currentCode() {
        var account = accounts.find(Username.of("helei")).orElseThrow();
        byte[] secret = secondFactors.secret(account.id()).orElseThrow();
        return OneTimeCode.at(secret, clock.instant().getEpochSecond() / 30);
    }
}
