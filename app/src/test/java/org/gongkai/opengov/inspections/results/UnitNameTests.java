package org.gongkai.opengov.inspections.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Names in published results (被检查对象名称公示): businesses stay, natural persons are masked")
class UnitNameTests {

    @ParameterizedTest(name = "{0} ({1}): {2}, {3}")
    @CsvSource({
        "宁夏某某化工有限公司, 91640100MA75X1234J, 宁夏某某化工有限公司, 91640100MA75X1234J",
        "李红汽修店,           92640104MA76Y5678K, 李红汽修店,           92640104MA76Y5678K",
        "李红,                 92640104MA76Y5678K, 李红,                 92640104MA76Y5678K",
        "王小明,               ,                   王某某,               ''",
        "王明,                 ,                   王某,                 ''",
        "王,                   ,                   王某,                 ''",
        "欧阳小明,             640102199001011234, 欧某某,               ''",
        "阿不都热依木·买买提,  ,                   阿某某,               ''"
    })
    void areAsTheRuleSays(String name, String code, String published, String publishedCode) {
        var unit = new UnitName(name, code);

        assertThat(unit.published()).isEqualTo(published);
        assertThat(unit.publishedCode()).isEqualTo(publishedCode);
    }

    @ParameterizedTest(name = "{0}: natural person {1}, sole trader {2}")
    @CsvSource({
        "91640100MA75X1234J, false, false",
        "92640104MA76Y5678K, false, true",
        "11640100MB0X12345A, false, false",
        "64010219900101123X, true, false",
        ",                   true, false"
    })
    void tellWhatTheyAreByTheCode(String code, boolean person, boolean trader) {
        var unit = new UnitName("甲", code);

        assertThat(unit.isNaturalPerson()).isEqualTo(person);
        assertThat(unit.isSoleTrader()).isEqualTo(trader);
    }
}
