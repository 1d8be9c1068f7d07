package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.refusals.FieldProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a draft must have — 国办发〔2016〕80号, 条例 art. 20")
class DraftRulesTests {

    @Test
    void letACompleteNoticeThrough() {
        assertThat(problems(DocumentKind.NOTICE, Map.of("formedOn", "2021-07-30"))).isEmpty();
    }

    @Test
    void nameEverythingThatIsMissingAtOnce() {
        var empty =
                new DocumentContent(
                        DocumentKind.NOTICE,
                        "",
                        "",
                        "",
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        List.of(),
                        List.of(),
                        null);

        assertThat(fields(DraftRules.problems(empty)))
                .containsExactlyInAnyOrder(
                        "title",
                        "section",
                        "attribute",
                        "legalGround",
                        "source",
                        "bodyHtml",
                        "fields.formedOn");
    }

    @ParameterizedTest(name = "{0}={1} → {2}")
    @CsvSource(
            value = {
                "formedOn | 2021-02-29 | date",
                "formedOn | 30.7.2021 | date",
                "formedOn | 1970-1-1 | date",
                "documentNumber | 银环发[2021]12号 | document-number",
                "documentNumber | 银环发〔2021〕012号 | document-number",
                "documentNumber | 银环发〔2021〕第12号 | document-number",
                "documentNumber | 银政办发〔2017116号 | document-number",
                "colour | 红 | not-of-this-kind"
            },
            delimiter = '|')
    void refuseWhatIsWrongInAField(String field, String value, String code) {
        var problems =
                problems(DocumentKind.NOTICE, Map.of("formedOn", "2021-07-30"), field, value);

        assertThat(problems)
                .extracting(FieldProblem::field, FieldProblem::code)
                .contains(tuple("fields." + field, code));
    }

    @ParameterizedTest
    @CsvSource({"银环发〔2021〕12号", "国务院令第711号", "银政公开办发〔2021〕1号", "宁（临）发〔2020〕9号"})
    void acceptDocumentNumbersInTheirStrictForm(String number) {
        assertThat(
                        problems(
                                DocumentKind.NOTICE,
                                Map.of("formedOn", "2021-07-30", "documentNumber", number)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} before {2}")
    @CsvSource({
        "expiresOn, 2021-08-01, effectiveOn, 2021-09-01",
        "printedOn, 2021-06-30, formedOn, 2021-07-01",
        "effectiveOn, 2021-06-30, formedOn, 2021-07-01"
    })
    void refuseDatesOutOfOrder(String later, String laterDay, String earlier, String earlierDay) {
        var problems =
                DraftRules.wrong(
                        content(
                                DocumentKind.NORMATIVE_DOCUMENT,
                                Map.of(later, laterDay, earlier, earlierDay)));

        assertThat(fields(problems)).containsExactly("fields." + later);
    }

    @Test
    void acceptTheSameDayForBothDates() {
        assertThat(
                        DraftRules.wrong(
                                content(
                                        DocumentKind.NORMATIVE_DOCUMENT,
                                        Map.of(
                                                "formedOn", "2021-07-01",
                                                "printedOn", "2021-07-01",
                                                "effectiveOn", "2021-07-01"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "16", "-1"})
    void refuseAnItemThatArticle20DoesNotHave(int item) {
        var content =
                new DocumentContent(
                        DocumentKind.NEWS,
                        "t",
                        "water",
                        "<p>b</p>",
                        "主动公开",
                        "条例",
                        item,
                        Source.ours(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        null);

        assertThat(fields(DraftRules.problems(content))).containsExactly("article20Item");
    }

    @Test
    void doNotAskForAnItemOfArticle20WhenItIsNotDisclosedProactively() {
        var content =
                new DocumentContent(
                        DocumentKind.NEWS,
                        "t",
                        "water",
                        "<p>b</p>",
                        "不予公开",
                        "条例第十六条",
                        null,
                        Source.ours(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        null);

        assertThat(DraftRules.problems(content)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "draftOf, 正式稿, fields.draftOf",
        "finalOf, 征求意见稿, fields.finalOf",
        "finalOf, 正式稿, fields.finalOf"
    })
    void letAPlanNameOnlyWhatCanBelongToIt(String field, String stage, String wrong) {
        var named = "正式稿".equals(stage) && "finalOf".equals(field) ? "《t》" : "另一份";
        var content = content(DocumentKind.PLAN, Map.of("planStage", stage, field, named));

        assertThat(fields(DraftRules.wrong(content))).containsExactly(wrong);
    }

    @ParameterizedTest
    @CsvSource({"《政府信息公开条例》第十四条, true", "条例第16条, true", "涉及隐私, false", "《保守国家秘密法》, false"})
    void askForTheArticleOnWhichSomethingIsNotPublic(String ground, boolean enough) {
        var content =
                new DocumentContent(
                        DocumentKind.NEWS,
                        "t",
                        "water",
                        "<p>b</p>",
                        "不予公开",
                        ground,
                        null,
                        Source.ours(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        null);

        assertThat(fields(DraftRules.problems(content)))
                .isEqualTo(enough ? List.of() : List.of("legalGround"));
    }

    @Test
    void askARepostForItsSource() {
        var content =
                new DocumentContent(
                        DocumentKind.NEWS,
                        "t",
                        "water",
                        "<p>b</p>",
                        "主动公开",
                        "条例",
                        15,
                        Source.reposted(" ", "ftp://x"),
                        Map.of(),
                        List.of(),
                        List.of(),
                        null);

        assertThat(DraftRules.problems(content))
                .extracting(FieldProblem::code)
                .containsExactly("source-name", "source-url");
    }

    @Test
    void refuseATitleOfMoreThan200Characters() {
        assertThat(fields(DraftRules.wrong(titled("公".repeat(200))))).isEmpty();
        assertThat(fields(DraftRules.wrong(titled("公".repeat(201))))).containsExactly("title");
    }

    private static DocumentContent titled(String title) {
        return new DocumentContent(
                DocumentKind.NEWS,
                title,
                "water",
                "<p>b</p>",
                "主动公开",
                "条例",
                15,
                Source.ours(),
                Map.of(),
                List.of(),
                List.of(),
                null);
    }

    private static List<FieldProblem> problems(DocumentKind kind, Map<String, String> fields) {
        return DraftRules.problems(content(kind, fields));
    }

    private static List<FieldProblem> problems(
            DocumentKind kind, Map<String, String> base, String field, String value) {
        var fields = new HashMap<>(base);
        fields.put(field, value);
        return DraftRules.problems(content(kind, fields));
    }

    private static List<String> fields(List<FieldProblem> problems) {
        return problems.stream().map(FieldProblem::field).toList();
    }

    private static DocumentContent content(DocumentKind kind, Map<String, String> fields) {
        return new DocumentContent(
                kind,
                "t",
                "water",
                "<p>b</p>",
                "主动公开",
                "条例第二十条",
                1,
                Source.ours(),
                fields,
                List.of(),
                List.of(),
                null);
    }
}
