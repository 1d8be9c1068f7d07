package org.gongkai.opengov.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Lists of what was granted, with natural persons masked (涉农涉企资金发放清单)")
class FundSheetTests {
    private static final LocalDate TODAY = LocalDate.of(2021, 7, 30);

    /** More than the rows of a sheet with an official table. */
    private static final int LONG = 3_500;

    private static final String HEAD = "序号,姓名,身份证号,手机号码,银行账号,所在村,补贴项目,发放依据,金额(元),发放日期";

    @Test
    void readsWhatIsPublicAndLeavesTheNumbersOut() {
        var read =
                read(
                        "2021年农村清洁取暖补贴发放表,,,,,,,,,",
                        HEAD,
                        "1,张三丰,640102199001011234,13895001234,6222020200112233445,掌政镇镇河村3队12号,清洁取暖补贴,银环发〔2021〕30号,\"2,000.00\",2021-06-18",
                        "2,银川绿源养殖有限公司,,,,兴庆区月牙湖乡,粪污治理奖补,银环发〔2021〕31号,５００００,2021年6月20日",
                        "合计,,,,,,,,52000,");

        assertThat(read.wrong()).isEmpty();
        assertThat(read.unread()).containsExactly("序号", "身份证号", "手机号码", "银行账号");
        assertThat(read.payments())
                .extracting(FundPayment::recipient)
                .containsExactly("张某某", "银川绿源养殖有限公司");
        assertThat(read.payments())
                .extracting(FundPayment::place)
                .containsExactly("掌政镇镇河村", "兴庆区月牙湖乡");
        assertThat(read.payments())
                .extracting(it -> it.amount().toPlainString() + " " + it.paidOn())
                .containsExactly("2000.00 2021-06-18", "50000.00 2021-06-20");
        assertThat(read.payments().toString()).doesNotContain("1990", "1389500", "62220", "三丰");
    }

    @ParameterizedTest
    @CsvSource({
        "李四, '', PERSON, 李某",
        "欧阳修文, '', PERSON, 欧某某",
        "王家养殖场, '', FIRM, 王家养殖场",
        "王家养殖场, 农户, PERSON, 王某某",
        "宏达, 企业, FIRM, 宏达",
        "张三, 合作社社员, PERSON, 张某",
        "张三, 企业退休职工, PERSON, 张某",
        "张三, 农场职工, PERSON, 张某",
        "张三, 养殖场环保补贴, PERSON, 张某",
        "镇河村村委会, '', FIRM, 镇河村村委会",
        "宏达, '', PERSON, 宏某"
    })
    void masksWhoeverMayBeANaturalPerson(
            String name, String kind, FundKind expected, String published) {
        var recipient = FundRecipient.of(name, kind);

        assertThat(recipient.kind()).isEqualTo(expected);
        assertThat(recipient.published()).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({
        "掌政镇镇河村3队12号, 掌政镇镇河村",
        "掌政镇镇河村, 掌政镇镇河村",
        "胜利街街道南苑社区5栋2单元, 胜利街街道南苑社区",
        "月牙湖乡, 月牙湖乡",
        "湖滨路88号, 湖滨路",
        "兴庆区民族北街东方花园十二号楼二单元五零一室, 兴庆区",
        "民族北街东方花园十二号楼二单元五零一室, 民族北街",
        "东方花园小区十二号楼五零一室, ''",
        "十二号楼五零一室民族社区, ''",
        "'', ''"
    })
    void saysWhereSomebodyLivesToTheVillageAndNoFurther(String words, String place) {
        assertThat(FundRecipient.place(words)).isEqualTo(place);
    }

    @Test
    void namesEachCellThatIsWrong() {
        var read =
                read(
                        HEAD,
                        "1,张三13895001234,,,,镇河村,清洁取暖补贴,银环发〔2021〕30号,2000,2021-06-18",
                        "2,李四,,,,镇河村,,银环发〔2021〕30号,约2000,2021-02-30");

        assertThat(read.wrong())
                .extracting(it -> it.cell() + " " + it.key())
                .containsExactly("B2 private", "G3 words", "I3 amount", "J3 day");
        assertThat(read.wrong().getFirst().text()).isEmpty();
    }

    @Test
    void readsNoKindFromAHeadThatMayMeanTheSubsidy() {
        var read = read("姓名,类别,政策名称,依据,金额,发放日期", "张三,合作社,粪污治理奖补,银环发〔2021〕31号,1,2021-06-18");

        assertThat(read.unread()).containsExactly("类别");
        assertThat(read.payments().getFirst().recipient()).isEqualTo("张某");
    }

    @ParameterizedTest(name = "{0} above and {1} in the head: {2}")
    @CsvSource({
        "单位：万元, 金额, 1.25, 12500.00",
        "单位：万元, 金额（万元）, 1.25, 12500.00",
        "（单位：亩、万元）, 金额, 1.25, 12500.00",
        "金额单位：人民币元, 金额, 1.25, 1.25",
        "填报单位：水生态科, 金额, 1.25, 1.25",
        "填报单位：水生态科, 金额（万元）, 1.2500000, 12500.00",
        "'', 金额, 1.25元, 1.25"
    })
    void countsInTheUnitThatIsSaidAnywhereAboveTheAmounts(
            String above, String head, String amount, String yuan) {
        var read = amounts(above, head, amount);

        assertThat(read.wrong()).isEmpty();
        assertThat(read.payments().getFirst().amount().toPlainString()).isEqualTo(yuan);
    }

    @ParameterizedTest(name = "{0} above and {1} in the head")
    @CsvSource({"单位：万元, 金额（元）", "单位：元, 金额（万元）", "单位：千元, 金额"})
    void refusesUnitsThatContradictEachOtherOrAreNotRead(String above, String head) {
        assertThatThrownBy(() -> amounts(above, head, "1.25"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it ->
                                assertThat(it.problems())
                                        .extracting(FieldProblem::messageKey)
                                        .containsExactly("budgets.funds.problem.unit"));
    }

    @Test
    void readsNoAmountInYuanWhereTheListCountsInTenThousands() {
        assertThat(amounts("单位：万元", "金额", "12500元").wrong())
                .extracting(it -> it.cell() + " " + it.key())
                .containsExactly("D3 amount");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2021-07-30, ''",
        "20210730, ''",
        "2021/7/3, ''",
        "2021年7月3日, ''",
        "2021-07-31, future",
        "2021111, day",
        "2021111日, day"
    })
    void readsDaysWithSeparatorsOrEightDigitsAndNoneToCome(String day, String wrong) {
        var read = read("姓名,政策名称,依据,金额,发放日期", "张三,清洁取暖补贴,银环发〔2021〕30号,1," + day);

        assertThat(String.join("", read.wrong().stream().map(FundSheet.Wrong::key).toList()))
                .isEqualTo(wrong);
    }

    @Test
    void readsAWorkbookAsLongAsAListMayBe() throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            row(sheet, 0, "姓名", "政策名称", "依据", "金额", "发放日期");
            for (var at = 1; at <= LONG; at++) {
                row(sheet, at, "张三", "清洁取暖补贴", "银环发〔2021〕30号", "1", "2021-06-18");
            }
            var out = new ByteArrayOutputStream();
            book.write(out);

            var read = FundSheet.read(out.toByteArray(), "清单.xlsx", TODAY);

            assertThat(read.payments()).hasSize(LONG);
        }
    }

    @Test
    void readsAmountsInTenThousandsAndGb18030() {
        var csv = "企业名称,政策名称,依据,金额（万元）,拨付日期\n绿源公司,奖补,银环发〔2021〕31号,1.25,2021/6/1\n";
        var read = FundSheet.read(csv.getBytes(Charset.forName("GB18030")), "清单.csv", TODAY);

        assertThat(read.payments().getFirst().amount()).isEqualByComparingTo("12500.00");
    }

    @Test
    void refusesWhatIsNoList() {
        for (var it : List.of("关于报送的函\n", "姓名,金额\n张三,1\n")) {
            assertThatThrownBy(
                            () ->
                                    FundSheet.read(
                                            it.getBytes(StandardCharsets.UTF_8), "清单.csv", TODAY))
                    .isInstanceOf(Refusal.class);
        }
    }

    private static FundSheet.Read read(String... lines) {
        return FundSheet.read(
                String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "清单.csv", TODAY);
    }

    private static FundSheet.Read amounts(String above, String head, String amount) {
        return read(
                ",,,," + above,
                "姓名,政策名称,依据," + head + ",发放日期",
                "张三,清洁取暖补贴,银环发〔2021〕30号," + amount + ",2021-06-18");
    }

    private static void row(Sheet sheet, int at, String... words) {
        var row = sheet.createRow(at);
        for (var column = 0; column < words.length; column++) {
            row.createCell(column).setCellValue(words[column]);
        }
    }
}
