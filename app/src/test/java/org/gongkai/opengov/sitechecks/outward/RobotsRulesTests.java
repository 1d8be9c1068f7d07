package org.gongkai.opengov.sitechecks.outward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What another site lets programs open (robots.txt) — RFC 9309")
class RobotsRulesTests {
    private static final String US = LinkVisitor.AGENT;

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "Disallow: /private, /private/a, false",
        "Disallow: /private, /public, true",
        "Disallow:, /anything, true",
        "Disallow: /, /anything, false",
        "Disallow: /*.pdf$, /a/b.pdf, false",
        "Disallow: /*.pdf$, /a/b.pdf?x=1, true",
        "Disallow: /a*c, /abbbc/d, false",
        "disallow : /x # and why, /x/y, false",
        "Sitemap: https://a.example/s.xml, /x, true"
    })
    void isReadLineByLine(String line, String path, boolean may) {
        assertThat(RobotsRules.read("User-agent: *\n" + line, US).allows(path)).isEqualTo(may);
    }

    @Test
    void followsTheLongestLineAndOfTwoAsLongTheAllowingOne() {
        var rules =
                RobotsRules.read(
                        "User-agent: *\nDisallow: /a\nAllow: /a/open\nAllow: /b\nDisallow: /b", US);

        assertThat(rules.allows("/a/shut")).isFalse();
        assertThat(rules.allows("/a/open/page")).isTrue();
        assertThat(rules.allows("/b")).isTrue();
    }

    @Test
    void obeysTheGroupThatNamesUsAndElseTheOneForEverybody() {
        var text =
                """
                User-agent: *
                Disallow: /all

                User-agent: other
                User-agent: gongkailinkcheck
                Disallow: /ours
                """;

        var ours = RobotsRules.read(text, US);
        assertThat(ours.allows("/all")).isTrue();
        assertThat(ours.allows("/ours")).isFalse();
        var somebodys = RobotsRules.read(text, "Somebody");
        assertThat(somebodys.allows("/all")).isFalse();
        assertThat(somebodys.allows("/ours")).isTrue();
    }

    @Test
    void allowsEverythingWhereNothingIsSaid() {
        assertThat(RobotsRules.read("", US).allows("/")).isTrue();
        assertThat(RobotsRules.read("User-agent: gongkailinkcheck\n", US).allows("/")).isTrue();
        assertThat(RobotsRules.read("<html>not a file of rules</html>", US).allows("/")).isTrue();
    }
}
