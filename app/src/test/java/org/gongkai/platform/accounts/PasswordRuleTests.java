package org.gongkai.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A password")
class PasswordRuleTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "gongkai-demo-2021, good",
        "correct horse battery, good",
        "银川的秋天来得很早呢对吧, good",
        "Xk9!short, too-short",
        "lina-2021-water, has-username",
        "aaaaaaaaaabb, guessable",
        "password2021!, guessable",
        "P@ssw0rd2021, guessable",
        "20210730200107, guessable",
        "qwertyuiop, guessable",
        "abcdefghij, guessable",
        "1234567890, guessable"
    })
    void isLongAndNotGuessable(String password, String expected) {
        String problem = PasswordRule.problem(password, "lina").orElse("accounts.password.good");

        assertThat(problem).isEqualTo("accounts.password." + expected);
    }

    @ParameterizedTest
    @CsvSource({"128, accounts.password.good", "129, accounts.password.too-long"})
    void isNoLongerThanWhatIsHashed(int length, String expected) {
        String password = "水清岸绿空气好".repeat(20).substring(0, length);

        assertThat(PasswordRule.problem(password, "lina").orElse("accounts.password.good"))
                .isEqualTo(expected);
    }
}
