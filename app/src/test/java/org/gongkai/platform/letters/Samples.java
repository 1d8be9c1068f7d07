package org.gongkai.platform.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Filled papers of the demo agency for the tests of this module. */
final class Samples {

    static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static final ContentMark MARK = new ContentMark("0198c1f2-7a3e-7d10-9b55-2f6f1d0c3a77", HASH);

    static final ReviewForm.Head HEAD =
            new ReviewForm.Head("银川市生态环境局", MARK, 2, LocalDate.of(2021, 7, 29));

    static final ReviewForm.Item KEY_POINTS =
            new ReviewForm.Item(
                    "银川市生态环境局",
                    "办公室",
                    "银川市生态环境局2021年政务公开工作要点",
                    "规划计划",
                    "法定主动公开内容—重点工作",
                    "",
                    Carrier.OFFICIAL_PAPER,
                    Set.of(PublicationChannel.WEBSITE),
                    null,
                    null,
                    PublicAttribute.PROACTIVE,
                    "《中华人民共和国政府信息公开条例》第二十条第（三）项");

    static final Map<ReviewQuestion, Boolean> NOTHING_SECRET =
            Map.of(
                    ReviewQuestion.STATE_OR_WORK_SECRET, false,
                    ReviewQuestion.CLASSIFIED_PROJECT, false,
                    ReviewQuestion.TRADE_SECRET, false,
                    ReviewQuestion.PERSONAL_PRIVACY, false,
                    ReviewQuestion.OTHERWISE_UNSUITABLE, false);

    static final ReviewForm.Drafting DRAFTING =
            new ReviewForm.Drafting(
                    "马晓燕", "马晓燕", LocalDate.of(2021, 7, 26), "提示3处：已改2处，由保密审查员说明理由后放行1处。");

    static final LevelSignature HEAD_OF_SECTION =
            LevelSignature.of(Gates.passed(), "内容属实，同意公开。", "李建国", LocalDate.of(2021, 7, 27));
    static final LevelSignature SECRECY =
            LevelSignature.of(
                    Gates.passed(), "经审查，不涉及国家秘密和工作秘密。", "哈丽娟", LocalDate.of(2021, 7, 28));
    static final LevelSignature DEPUTY =
            LevelSignature.of(Gates.passed(), "同意。", "王芳", LocalDate.of(2021, 7, 29))
                    .actingFor("张志强");

    private Samples() {}

    static OfficialPaper keyPointsPaper() {
        return new OfficialPaper(
                new OfficialPaper.Head(
                        "银川市生态环境局文件", "银环发〔2021〕58号", "银川市生态环境局2021年政务公开工作要点", "局机关各科室、各基层单位"),
                text("key-points-2021.html"),
                List.of("2021年政务公开工作任务分解表", "银川市集中式饮用水水源地监测结果公开安排"),
                new OfficialPaper.Ending(
                        "银川市生态环境局",
                        LocalDate.of(2021, 7, 30),
                        "此件公开发布",
                        new OfficialPaper.Imprint(
                                List.of("市政务公开办公室", "自治区生态环境厅。"),
                                "银川市生态环境局办公室",
                                LocalDate.of(2021, 7, 30))));
    }

    static String text(String file) {
        try (var stream = Objects.requireNonNull(Samples.class.getResourceAsStream(file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReviewForm keyPoints() {
        return withLevels(
                List.of(
                        new ReviewLevel("科室负责人", HEAD_OF_SECTION),
                        new ReviewLevel("保密负责人", SECRECY),
                        new ReviewLevel("分管领导", DEPUTY)));
    }

    static ReviewForm withLevels(List<ReviewLevel> levels) {
        return new ReviewForm(HEAD, KEY_POINTS, NOTHING_SECRET, DRAFTING, levels, List.of(), "");
    }
}
