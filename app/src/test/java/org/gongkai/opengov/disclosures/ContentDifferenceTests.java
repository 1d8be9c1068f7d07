package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.opengov.disclosures.ContentDifference.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An earlier signer reads just the difference, so whatever changes the signed hash is in it. */
@DisplayName("Difference of two contents — nothing that is signed is left out")
class ContentDifferenceTests {
    private static final String SHA = "0".repeat(64);

    @Test
    void ofTheSameContentIsEmpty() {
        assertThat(ContentDifference.between(content(), content()).isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "title | 关于某事的通知 | 关于他事的通知",
                "kind | NOTICE | NEWS",
                "section | office | monitoring",
                "attribute | 主动公开 | 依申请公开",
                "legalGround | 条例第二十条第三项 | 条例第十五条",
                "source | 新华社 | 人民日报",
                "source address | https://www.gov.cn/a | https://evil.example/a",
                "field | 2021-07-28 | 2021-07-29",
                "note | 更正日期 | 更正数据",
                "attachment | 1111 | 2222",
                "attachment name | 附件一.pdf | 附件二.pdf",
                "body | <p>一</p> | <p>二</p>",
                "body | <p><a href=\"https://www.gov.cn/\">网站</a></p> | <p><a href=\"https://evil.example/\">网站</a></p>",
                "body | <p><img src=\"/files/a.png\" alt=\"图\"></p> | <p><img src=\"/files/b.png\" alt=\"图\"></p>",
                "body | <p><img src=\"/files/a.png\" alt=\"图一\"></p> | <p><img src=\"/files/a.png\" alt=\"图二\"></p>",
                "body | <dl><dt>名</dt><dd>一</dd></dl> | <dl><dt>名</dt><dd>二</dd></dl>",
                "body | <dl><dt>名</dt><dd>一</dd></dl> | <dl><dt>义</dt><dd>一</dd></dl>",
                "body | <figure>一<img src=\"/files/a.png\" alt=\"图\"></figure> | <figure>二<img src=\"/files/a.png\" alt=\"图\"></figure>",
                "body | <blockquote><p>一</p></blockquote> | <blockquote><p>二</p></blockquote>",
                "body | <table><caption>表一</caption><tbody><tr><td>1</td></tr></tbody></table> | <table><caption>表二</caption><tbody><tr><td>1</td></tr></tbody></table>",
                "body | <table><tbody><tr><td>1</td><td>2</td></tr></tbody></table> | <table><tbody><tr><td>1</td><td>3</td></tr></tbody></table>",
                "body | <h2>一</h2> | <p>一</p>",
                "body | <p>一</p> | <p class=\"text-right\">一</p>",
                "body | <table><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table> | <table><tbody><tr><td>1</td></tr></tbody></table>",
                "body | <p>不<strong>得</strong></p> | <p>不得</p>"
            })
    void tellsOfEveryChange(String what, String before, String after) {
        var old = changed(what, before);
        var now = changed(what, after);
        assertThat(CanonicalText.of(old).sha256()).isNotEqualTo(CanonicalText.of(now).sha256());

        assertThat(ContentDifference.between(old, now).isEmpty()).isFalse();
        assertThat(ContentDifference.between(now, old).isEmpty()).isFalse();
    }

    @Test
    void showsWhereALinkLeads() {
        var difference =
                ContentDifference.between(
                        changed("body", "<p>见<a href=\"https://www.gov.cn/\">网站</a></p>"),
                        changed("body", "<p>见<a href=\"https://evil.example/\">网站</a></p>"));

        assertThat(difference.changedLines())
                .extracting(ContentDifference.Line::text)
                .containsExactly("见网站 〔https://www.gov.cn/〕", "见网站 〔https://evil.example/〕");
    }

    @Test
    void ofTwoLongTextsIsToldInTime() {
        var before = paragraphs("甲", 60_000);
        var after = paragraphs("乙", 60_000);

        var difference =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(30),
                        () ->
                                ContentDifference.between(
                                        changed("body", before), changed("body", after)));

        assertThat(difference.lines()).filteredOn(it -> it.kind() == Kind.ADDED).hasSize(60_000);
    }

    private static String paragraphs(String word, int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> "<p>" + word + it + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static DocumentContent content() {
        return changed("nothing", "");
    }

    private static DocumentContent changed(String what, String value) {
        return new DocumentContent(
                what.equals("kind") ? DocumentKind.valueOf(value) : DocumentKind.NOTICE,
                what.equals("title") ? value : "标题",
                what.equals("section") ? value : "office",
                what.equals("body") ? value : "<p>正文。</p>",
                what.equals("attribute") ? value : "主动公开",
                what.equals("legalGround") ? value : "条例第二十条",
                3,
                what.equals("source")
                        ? Source.reposted(value, null)
                        : Source.reposted("来源", what.equals("source address") ? value : null),
                Map.of("formedOn", what.equals("field") ? value : "2021-07-01"),
                List.of(
                        new AttachedFile(
                                what.equals("attachment") ? value + SHA.substring(4) : SHA,
                                what.equals("attachment name") ? value : "附件.pdf",
                                "application/pdf",
                                1,
                                null)),
                List.of(),
                what.equals("note") ? value : null);
    }
}
