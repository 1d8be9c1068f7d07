package org.gongkai.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Review form — 网站信息发布保密审查和内容审核表")
class ReviewFormTests {

    private static final Letter KEY_POINTS = new Letters().reviewForm(Samples.keyPoints());

    @Test
    void readsAsApprovedInPdf() throws IOException {
        try (var pdf = new Pdf(KEY_POINTS.pdf())) {
            Approved.verify("review-form.pdf.txt", pdf.text());
        }
    }

    @Test
    void readsAsApprovedInDocx() throws IOException {
        try (var docx = new Docx(KEY_POINTS.docx())) {
            Approved.verify("review-form.docx.txt", docx.text());
        }
    }

    @Test
    void takesOnePageWithThreeLevels() throws IOException {
        try (var pdf = new Pdf(KEY_POINTS.pdf())) {
            assertThat(pdf.pages()).isEqualTo(1);
        }
    }

    @Test
    void embedsItsFaces() throws IOException {
        try (var pdf = new Pdf(KEY_POINTS.pdf())) {
            assertThat(pdf.faces())
                    .containsExactlyInAnyOrder(
                            "GongkaiSong", "GongkaiBiaosong", "GongkaiHei", "GongkaiKai");
        }
    }

    @Test
    void namesTheOfficeFacesInDocx() throws IOException {
        try (var docx = new Docx(KEY_POINTS.docx())) {
            assertThat(docx.faces())
                    .containsExactlyInAnyOrder("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312");
        }
    }

    @Test
    void isTaggedTitledAndInChinese() throws IOException {
        try (var pdf = new Pdf(KEY_POINTS.pdf())) {
            var catalog = pdf.document().getDocumentCatalog();

            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("zh-CN");
            assertThat(pdf.document().getDocumentInformation().getTitle())
                    .isEqualTo("银川市生态环境局网站信息发布保密审查和内容审核表");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.tags()).startsWith("Document").contains("H1", "Table", "TH", "TD");
            assertThat(pdf.tags().stream().filter("TR"::equals)).hasSize(19);
        }
    }

    @Test
    void saysThatItConformsToPdfUaAndPdfA() throws IOException {
        try (var pdf = new Pdf(KEY_POINTS.pdf());
                var metadata =
                        pdf.document().getDocumentCatalog().getMetadata().createInputStream()) {
            var xmp = new String(metadata.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(xmp).containsPattern("pdfuaid:part[>=\"]+1");
            assertThat(xmp).containsPattern("pdfaid:part[>=\"]+3");
            assertThat(xmp).containsPattern("pdfaid:conformance[>=\"]+U");
        }
    }

    @Test
    void printsTheHashOfTheContentOnPaperAndInTheCode() throws IOException {
        try (var pdf = new Pdf(KEY_POINTS.pdf());
                var docx = new Docx(KEY_POINTS.docx())) {
            assertThat(pdf.signs()).contains(Samples.HASH);
            assertThat(docx.text().replace(" ", "")).contains(Samples.HASH);
            assertThat(docx.document().getFooterList().getFirst().getAllPictures()).hasSize(1);
            var page = new PDFRenderer(pdf.document()).renderImageWithDPI(0, 200);
            assertThat(new ScanReader().read(page)).contains(Samples.MARK);
        }
    }

    @ParameterizedTest(name = "{0} levels on {1} page(s)")
    @CsvSource({"0, 1", "1, 1", "2, 1", "3, 1", "4, 2", "5, 2"})
    void hasRoomForEachLevel(int count, int pages) throws IOException {
        var levels =
                IntStream.rangeClosed(1, count)
                        .mapToObj(
                                it ->
                                        new ReviewLevel(
                                                "第" + it + "级负责人",
                                                LevelSignature.of(
                                                        Gates.passed(),
                                                        "同意" + it,
                                                        "签批人" + it,
                                                        LocalDate.of(2021, 7, 20 + it))))
                        .toList();

        var form = new Letters().reviewForm(Samples.withLevels(levels));

        try (var pdf = new Pdf(form.pdf());
                var docx = new Docx(form.docx())) {
            assertThat(pdf.pages()).isEqualTo(pages);
            assertThat(pdf.signs()).contains("备注");
            for (int it = 1; it <= count; it++) {
                assertThat(pdf.signs())
                        .contains("同意" + it)
                        .contains("签名：签批人" + it + "2021年7月2" + it + "日");
                assertThat(docx.text())
                        .contains("同意" + it)
                        .contains("签名：签批人" + it + "\u30002021年7月2" + it + "日");
            }
        }
    }

    @Test
    void leavesRoomToSignByHand() throws IOException {
        var form = new Letters().reviewForm(Samples.withLevels(List.of(ReviewLevel.open("分管领导"))));

        try (var pdf = new Pdf(form.pdf());
                var docx = new Docx(form.docx())) {
            assertThat(pdf.signs()).contains("□政治关□保密关□文字关").contains("签名：年月日");
            assertThat(docx.text()).contains("□政治关\u3000□保密关\u3000□文字关");
        }
    }

    @Test
    void saysForWhomADeputySignedAndWhoCheckedTheHandwriting() throws IOException {
        var signature = Samples.DEPUTY.onPaperCheckedBy("陈静");
        var form =
                new Letters()
                        .reviewForm(
                                Samples.withLevels(List.of(new ReviewLevel("分管领导", signature))));

        try (var pdf = new Pdf(form.pdf());
                var docx = new Docx(form.docx())) {
            assertThat(pdf.signs()).contains("签名：王芳（代张志强签）（纸质签批，笔迹由陈静核对）");
            assertThat(docx.text()).contains("签名：王芳（代张志强签）（纸质签批，笔迹由陈静核对）");
        }
    }

    @Test
    void keepsLongNamesAndOpinionsInsideTheTextBlock() throws IOException {
        var opinion = "经逐段核对，数据来源、文号、人名、机构名称均与原件一致，同意公开。".repeat(40);
        var name = "买买提·阿卜杜热合曼·吾斯曼江·克里木尼亚孜";
        var item =
                new ReviewForm.Item(
                        "银川市生态环境局".repeat(4),
                        "生态环境综合执法支队机动车和非道路移动机械排污监控中心",
                        "关于印发《银川市生态环境局“十四五”改革发展规划（征求意见稿）》的通知".repeat(6),
                        "规范性文件",
                        "法定主动公开内容—饮用水水源水质—" + "LongColumnNameWithoutAnyBreak".repeat(4),
                        "银环发〔2021〕58号",
                        Carrier.OTHER,
                        Set.of(PublicationChannel.values()),
                        LocalDateTime.of(2021, 7, 30, 9, 5),
                        "宁夏回族自治区生态环境厅网站https://sthjt.nx.gov.cn/"
                                + "a-very-long-address-without-any-space".repeat(3),
                        PublicAttribute.NOT_PUBLIC,
                        "理由".repeat(150));
        var form =
                new ReviewForm(
                        Samples.HEAD,
                        item,
                        Map.of(ReviewQuestion.PERSONAL_PRIVACY, true),
                        Samples.DRAFTING,
                        List.of(
                                new ReviewLevel(
                                        "政务公开工作领导小组办公室",
                                        LevelSignature.of(
                                                        Gates.passed(),
                                                        opinion,
                                                        name,
                                                        LocalDate.of(2021, 12, 31))
                                                .actingFor(name))),
                        IntStream.range(0, 30).mapToObj(it -> "附件名称很长的附件".repeat(5)).toList(),
                        "备注".repeat(200));

        try (var pdf = new Pdf(new Letters().reviewForm(form).pdf())) {
            assertThat(pdf.outside(27.5, 20, 184.5, 290)).isEmpty();
            assertThat(pdf.signs()).contains(name).contains("2021年7月30日09时05分");
            assertThat(pdf.signs().chars().filter(sign -> sign == '逐')).hasSize(40);
            assertThat(pdf.signs().chars().filter(sign -> sign == '致')).hasSize(40);
            assertThat(pdf.signs()).contains("√是□否");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"囍", "龘", "〇", "㎡", "䶮", "堃", "𬭎", "𠮷", "㛃", "昇", "喆", "犇"})
    void losesNoRareSign(String sign) throws IOException {
        var signature =
                LevelSignature.of(
                        Gates.passed(), "请" + sign + "核", "马" + sign, LocalDate.of(2021, 7, 27));
        var form =
                new Letters()
                        .reviewForm(
                                Samples.withLevels(
                                        List.of(new ReviewLevel("分管" + sign, signature))));

        try (var pdf = new Pdf(form.pdf())) {
            assertThat(pdf.signs())
                    .contains("分管" + sign)
                    .contains("请" + sign + "核")
                    .contains("签名：马" + sign)
                    .doesNotContain("〓");
        }
    }

    @Test
    void marksASignThatNoFaceHas() throws IOException {
        var signature =
                LevelSignature.of(Gates.passed(), "", "马\uD883\uDFFF", LocalDate.of(2021, 7, 27));
        var form =
                new Letters()
                        .reviewForm(
                                Samples.withLevels(List.of(new ReviewLevel("分管领导", signature))));

        try (var pdf = new Pdf(form.pdf())) {
            assertThat(pdf.signs()).contains("签名：马〓");
        }
    }
}
