package org.gongkai.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.gongkai.platform.pages.TagCheck.PageKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Tag check (网页标签检查): 国办发〔2017〕47号, annex 网页设计规范")
class TagCheckTests {
    private static final String GOOD =
            """
            <html><head><title>关于水源地的通知</title>
            <meta name="SiteName" content="银川市生态环境局">
            <meta name="SiteDomain" content="sthjj.yinchuan.gov.cn">
            <meta name="SiteIDCode" content="6401000113">
            <meta name="ColumnName" content="重点工作">
            <meta name="ColumnDescription" content="重点工作进展">
            <meta name="ColumnKeywords" content="重点工作,水源地">
            <meta name="ColumnType" content="政务动态">
            <meta name="ArticleTitle" content="关于水源地的通知">
            <meta name="PubDate" content="2021-07-30 09:00">
            <meta name="ContentSource" content="银川市生态环境局">
            <meta name="Url" content="https://sthjj.yinchuan.gov.cn/d/640100-113/2021-00201">
            </head><body><h1>关于水源地的通知</h1><p>发布日期 2021-07-30</p></body></html>
            """;

    @Test
    void findsNothingWhereAllIsRight() {
        assertThat(TagCheck.findings(GOOD, PageKind.CONTENT)).isEmpty();
        assertThat(
                        TagCheck.findings(
                                without("Column", "Article", "Pub", "Content", "Url"),
                                PageKind.SITE))
                .isEmpty();
        assertThat(
                        TagCheck.findings(
                                without("Article", "Pub", "Content", "Url")
                                        .replace("<h1>关于水源地的通知", "<h1>重点工作"),
                                PageKind.COLUMN))
                .isEmpty();
    }

    /** Each row: what a page has, what stands there instead, what the check says. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "<meta name=\"SiteName\" content=\"银川市生态环境局\">|``|SITE_NAME MISSING",
                "<meta name=\"SiteIDCode\" content=\"6401000113\">|``|SITE_ID_CODE MISSING",
                "content=\"6401000113\"|content=\"640100113\"|SITE_ID_CODE WRONG_FORM",
                "content=\"sthjj.yinchuan.gov.cn\"|content=\"https://sthjj\"|SITE_DOMAIN WRONG_FORM",
                "content=\"重点工作进展\"|content=\" \"|COLUMN_DESCRIPTION EMPTY",
                "<title>|<meta name=\"columnname\" content=\"重点工作\"><title>|COLUMN_NAME TWICE",
                "content=\"政务动态\"|content=\"\"|COLUMN_TYPE EMPTY",
                "\"ArticleTitle\" content=\"关于水源地的通知\"|\"ArticleTitle\" content=\"通知\"|ARTICLE_TITLE NOT_AS_SHOWN",
                "content=\"2021-07-30 09:00\"|content=\"2021-07-30\"|PUB_DATE WRONG_FORM",
                "content=\"2021-07-30 09:00\"|content=\"2021-02-30 09:00\"|PUB_DATE WRONG_FORM",
                "content=\"2021-07-30 09:00\"|content=\"2021-07-29 09:00\"|PUB_DATE NOT_AS_SHOWN",
                "content=\"https://sthjj.yinchuan.gov.cn/d/640100-113/2021-00201\"|content=\"/d/1\"|URL WRONG_FORM"
            })
    void saysWhatIsWrong(String there, String instead, String told) {
        assertThat(GOOD).contains(there);

        var findings = TagCheck.findings(GOOD.replaceFirst(there, instead), PageKind.CONTENT);

        assertThat(findings).extracting(it -> it.rule() + " " + it.fault()).containsExactly(told);
    }

    @Test
    void saysOfTheHomePageThatItIsNoArticle() {
        assertThat(TagCheck.findings(GOOD, PageKind.SITE))
                .extracting(it -> it.rule().tag() + " " + it.fault())
                .contains("ArticleTitle MISPLACED", "ColumnName MISPLACED")
                .hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({
        "/, SITE",
        "/search?q=x, SITE",
        "/c/key-work, COLUMN",
        "/c/key-work?page=2, COLUMN",
        "/d/640100-113/2021-00201, CONTENT",
        "/d/640100-113/2021-00201/print, CONTENT",
        "/d/640100-113/2021-00201/editions/2, SITE"
    })
    void knowsWhatStandsAtAPath(String path, PageKind kind) {
        assertThat(PageKind.at(path)).isEqualTo(kind);
    }

    private static String without(String... beginnings) {
        return GOOD.lines()
                .filter(
                        line ->
                                Arrays.stream(beginnings)
                                        .noneMatch(it -> line.contains("name=\"" + it)))
                .reduce("", (one, other) -> one + other);
    }
}
