package org.gongkai.opengov.requests.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.platform.refusals.FieldProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The 23 outcomes of a request — 《政府信息公开条例》 arts. 14–16, 30, 35–39")
class OutcomeTests {
    private static final Path RULES = Path.of("../docs/rules/requests-decisions.md");

    @Test
    void areTheApprovedTable() throws IOException {
        Files.createDirectories(Path.of("target/received"));
        Files.writeString(
                Path.of("target/received/requests-decisions.txt"),
                outcomes() + "\n" + questions() + "\n" + remedies());

        assertThat(Files.readString(RULES))
                .contains(outcomes())
                .contains(questions())
                .contains(remedies());
    }

    @ParameterizedTest(name = "{0}. {1} stands in {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | ALREADY_PUBLIC | （一）予以公开",
                "2 | DISCLOSED | （一）予以公开",
                "3 | PARTLY_DISCLOSED | （二）部分公开（区分处理的，只计这一情形，不计其他情形）",
                "4 | STATE_SECRET | 1.属于国家秘密",
                "5 | BANNED_BY_LAW | 2.其他法律行政法规禁止公开",
                "6 | ENDANGERS_SECURITY | 3.危及“三安全一稳定”",
                "7 | HARMS_THIRD_PARTY | 4.保护第三方合法权益",
                "8 | INTERNAL_AFFAIRS | 5.属于三类内部事务信息",
                "9 | PROCESS_INFORMATION | 6.属于四类过程性信息",
                "10 | ENFORCEMENT_FILE | 7.属于行政执法案卷",
                "11 | REGISTRY | 8.属于行政查询事项",
                "12 | DOES_NOT_EXIST | 1.本机关不掌握相关政府信息",
                "13 | NOT_THIS_AGENCY | 1.本机关不掌握相关政府信息",
                "14 | NEEDS_MAKING | 2.没有现成信息需要另行制作",
                "15 | STILL_UNCLEAR | 3.补正后申请内容仍不明确",
                "16 | PETITION | 1.信访举报投诉类申请",
                "17 | REPEATED | 2.重复申请",
                "18 | PUBLICATION | 3.要求提供公开出版物",
                "19 | UNREASONABLE_VOLUME | 4.无正当理由大量反复申请",
                "20 | CONFIRM_AGAIN | 5.要求行政机关确认或重新出具已获取信息",
                "21 | NOT_CORRECTED | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                "22 | FEE_UNPAID | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                "23 | ENDED_OTHERWISE | 3.其他"
            })
    void standInTheRowsOfTheReport(int number, Outcome outcome, String row) {
        assertThat(outcome.number()).isEqualTo(number);
        assertThat(outcome.row().term()).isEqualTo(row);
    }

    @Test
    void fillEachRowOfTheReport() {
        assertThat(Outcome.values()).hasSize(23);
        assertThat(Arrays.stream(Outcome.values()).map(Outcome::row).distinct())
                .containsExactly(ReportRow.values());
        assertThat(
                        Arrays.stream(ReportRow.values())
                                .collect(
                                        Collectors.groupingBy(
                                                ReportRow::block, Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                ReportRow.Block.DISCLOSED, 1L,
                                ReportRow.Block.PARTLY_DISCLOSED, 1L,
                                ReportRow.Block.REFUSED, 8L,
                                ReportRow.Block.CANNOT_PROVIDE, 3L,
                                ReportRow.Block.NOT_HANDLED, 5L,
                                ReportRow.Block.OTHER, 3L));
    }

    @Test
    void leaveAChoiceOnlyWhereTheLawSays可以() {
        assertThat(Arrays.stream(Outcome.values()).filter(it -> it.force() == Force.OPTION))
                .containsExactly(
                        Outcome.INTERNAL_AFFAIRS,
                        Outcome.PROCESS_INFORMATION,
                        Outcome.ENFORCEMENT_FILE,
                        Outcome.NEEDS_MAKING,
                        Outcome.PUBLICATION,
                        Outcome.UNREASONABLE_VOLUME,
                        Outcome.CONFIRM_AGAIN,
                        Outcome.ENDED_OTHERWISE);
    }

    @Test
    void giveReasonsForAllThatIsWithheld() {
        assertThat(Arrays.stream(Outcome.values()).filter(Outcome::isRefusal))
                .hasSize(7)
                .allSatisfy(it -> assertThat(it.must()).contains(Told.REASONS));
        assertThat(Outcome.PARTLY_DISCLOSED.must()).contains(Told.REASONS);
    }

    @Test
    void areTwentyLettersAndThreeNotesForTheFile() {
        assertThat(Arrays.stream(Outcome.values()).filter(it -> it.paper() == Paper.FILE_NOTE))
                .containsExactly(
                        Outcome.NOT_CORRECTED, Outcome.FEE_UNPAID, Outcome.ENDED_OTHERWISE);
    }

    @ParameterizedTest
    @CsvSource({
        "36, 0, 4, 第三十六条第四项, 36(4)",
        "16, 2, 0, 第十六条第二款, 16 ¶2",
        "20, 0, 15, 第二十条第十五项, 20(15)",
        "14, 0, 0, 第十四条, 14",
        "10, 0, 0, 第十条, 10",
        "30, 0, 0, 第三十条, 30"
    })
    void citeTheirArticlesAsLettersDo(
            int number, int paragraph, int item, String term, String brief) {
        var article = new Article(number, paragraph, item);

        assertThat(article.term()).isEqualTo(term);
        assertThat(article.brief()).isEqualTo(brief);
        assertThat(article.cited()).isEqualTo("《中华人民共和国政府信息公开条例》" + term);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Outcome.class)
    void areCompleteOnlyWithAllTheyMustTell(Outcome outcome) {
        var bare = new AnswerBlock("2020年处罚决定", outcome, Map.of(), Set.of());
        var full =
                new AnswerBlock(
                        "2020年处罚决定",
                        outcome,
                        outcome.must().stream().collect(Collectors.toMap(it -> it, it -> "有")),
                        outcome.proofs());

        assertThat(bare.missing()).hasSize(outcome.must().size() + outcome.proofs().size());
        assertThat(full.missing()).isEmpty();
    }

    @Test
    void nameEachThingThatIsMissing() {
        var block =
                new AnswerBlock(" ", Outcome.PARTLY_DISCLOSED, Map.of(Told.REASONS, " "), Set.of());

        assertThat(block.missing())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "blocks.matter",
                        "blocks.public-part",
                        "blocks.reasons",
                        "blocks.information",
                        "blocks.redaction-list");
    }

    @Test
    void needNoTimeWhenTheInformationGoesWithTheLetter() {
        var told = Map.of(Told.HOW_TO_GET, "随本答复书邮寄");

        assertThat(new AnswerBlock("甲", Outcome.DISCLOSED, told, Set.of()).missing())
                .extracting(FieldProblem::field)
                .containsExactly("blocks.when");
        assertThat(
                        new AnswerBlock("甲", Outcome.DISCLOSED, told, Set.of(Proof.INFORMATION))
                                .missing())
                .isEmpty();
    }

    @Test
    void nameTheRightAgencyOrSayWhyItIsNotKnown() {
        var reasons = Map.of(Told.REASONS, "非本机关制作");
        var unknown = Map.of(Told.REASONS, "非本机关制作", Told.AGENCY_UNKNOWN, "无法判断由谁制作");

        assertThat(new AnswerBlock("甲", Outcome.NOT_THIS_AGENCY, reasons, Set.of()).missing())
                .extracting(FieldProblem::code)
                .containsExactly("RIGHT_AGENCY");
        assertThat(new AnswerBlock("甲", Outcome.NOT_THIS_AGENCY, unknown, Set.of()).missing())
                .isEmpty();
    }

    private static String outcomes() {
        var text =
                new StringBuilder(
                        "| No. | Outcome | 中文 | Article | Force | Paper | Must tell | May tell |"
                                + " Lies with it | Row of table 3 |\n"
                                + "|---|---|---|---|---|---|---|---|---|---|\n");
        for (var it : Outcome.values()) {
            text.append(
                    line(
                            Integer.toString(it.number()),
                            it.name(),
                            it.term(),
                            articles(it.articles()),
                            it.force().name(),
                            it.paper().name(),
                            names(it.must()),
                            names(it.may()),
                            names(it.proofs()),
                            it.row().block().term().substring(0, 3) + it.row().name()));
        }
        return text.toString();
    }

    private static String questions() {
        var text =
                new StringBuilder(
                        "| Question | Article | Yes leads to | No leads to |\n|---|---|---|---|\n");
        for (var it : Question.values()) {
            text.append(
                    line(
                            it.name(),
                            articles(it.articles()),
                            place(it.lead(true, Outcome.STATE_SECRET)),
                            it == Question.SEPARABLE
                                    ? "the ground found before"
                                    : place(it.lead(false, Outcome.STATE_SECRET))));
        }
        return text.toString();
    }

    private static String place(Lead lead) {
        return switch (lead) {
            case Lead.Ask ask -> ask.question().name();
            case Lead.End end -> "**" + end.outcome().name() + "**";
            case Lead.Withhold withhold -> withhold.outcome().name() + ", then SEPARABLE";
        };
    }

    private static String remedies() {
        var text =
                new StringBuilder(
                        "| Acts | From | Until | Course | Decides on review | Source | Reading |\n"
                                + "|---|---|---|---|---|---|---|\n");
        for (var it : RemedyTable.rows()) {
            text.append(
                    line(
                            it.kinds().stream()
                                    .sorted()
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")),
                            it.from() == null ? "—" : it.from().toString(),
                            it.until() == null ? "—" : it.until().toString(),
                            it.course().name(),
                            it.bodies().name(),
                            String.join("; ", it.sources()),
                            it.reading() ? "ours (ADR 0177)" : "—"));
        }
        return text.toString();
    }

    private static String articles(List<Article> articles) {
        return articles.isEmpty()
                ? "—"
                : articles.stream().map(Article::brief).collect(Collectors.joining(", "));
    }

    private static String names(Collection<? extends Enum<?>> items) {
        return items.isEmpty()
                ? "—"
                : items.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
