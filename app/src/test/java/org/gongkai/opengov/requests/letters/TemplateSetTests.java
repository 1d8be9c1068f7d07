package org.gongkai.opengov.requests.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Sets of letter templates (文书模板集)")
class TemplateSetTests {
    private static final Path RULES = Path.of("../docs/rules/requests-letters.md");

    @Test
    void haveAPartForEachLetterAndEachAnsweredOutcome() {
        assertThat(TemplateSet.keys()).hasSize(21 + 20);
        assertThat(Samples.OWN.templates().keySet())
                .containsExactlyInAnyOrderElementsOf(TemplateSet.keys());
    }

    @Test
    void sayThatOursIsNotTheOfficialText() {
        assertThat(Samples.OWN.name()).contains("自拟").contains("未加载");
    }

    @Test
    void areDescribedInTheRules() throws IOException {
        var table =
                new StringBuilder(
                        "| Letter | 中文 | Article | Number | Fields |\n|---|---|---|---|---|\n");
        for (var kind : LetterKind.values()) {
            table.append("| `").append(kind.slug()).append("` | ").append(kind.term());
            table.append(" | ").append(kind.ground()).append(" | ");
            table.append(kind.numbered() ? "yes" : "—").append(" | ");
            table.append(
                    Samples.OWN.letter(kind).needs().stream()
                            .map(LetterField::term)
                            .collect(Collectors.joining("、")));
            table.append(" |\n");
        }
        Files.createDirectories(Path.of("target/received"));
        Files.writeString(Path.of("target/received/requests-letters.txt"), table);

        assertThat(Files.readString(RULES)).contains(table);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "== reply | == answer | no-part unknown-part",
                "{救济途径} | {救济} | unknown-field unknown-field unknown-field unknown-field unknown-field no-field no-field no-field",
                "请于{办理期限}前（含当日）补正以下事项：{补正事项} | 请尽快补正 | no-field no-field",
                "经审查，上述信息涉及你（单位） | 申请人{申请人} | forbidden-field",
                "名称： | 标题： | no-name",
                "== block/disclosed | == block/already-public | twice"
            })
    void refuseASetThatWouldNotDo(String what, String instead, String codes) {
        var text = TemplateSet.ownText().replace(what, instead);

        assertThatThrownBy(() -> TemplateSet.read(text))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it ->
                                assertThat(it.problems())
                                        .extracting(FieldProblem::code)
                                        .containsExactlyInAnyOrder(codes.split(" ")));
    }

    @Test
    void leaveOutALineWhoseFieldIsNotKnown() {
        var template = new LetterTemplate("甲", "", List.of("?经办人：{经办人}", "电话：{联系电话}", "{计费明细}"));
        var facts =
                LetterFacts.none()
                        .with(LetterField.PHONE, "1$2\\3")
                        .with(LetterField.FEE_LINES, "一\n二");

        assertThat(template.missing(facts)).isEmpty();
        assertThat(template.fill(facts)).containsExactly("电话：1$2\\3。", "一", "二。");
        assertThat(template.fill(facts.with(LetterField.HANDLER, "马{联系电话}")).getFirst())
                .isEqualTo("经办人：马{联系电话}。");
    }

    @Test
    void readAsTheSameSetAgainWhenWrittenOut() {
        assertThat(TemplateSet.read(Samples.OWN.text())).isEqualTo(Samples.OWN);
    }

    @Test
    void takeWhatASetKeptEarlierLacksFromOurs() {
        var lacking = TemplateSet.ownText().replaceAll("(?s)== complaint-result.*?\n\n", "");

        assertThat(TemplateSet.kept(lacking)).isEqualTo(Samples.OWN);
    }

    @Test
    void takeARegionalSetInPlaceOfOurs() {
        var regional =
                TemplateSet.ownText()
                        .replaceFirst("名称：.*", "名称：宁政公开办发〔2020〕23号附件")
                        .replace("特此告知", "此复");

        assertThat(TemplateSet.read("\uFEFF" + regional).name()).isEqualTo("宁政公开办发〔2020〕23号附件");
    }
}
