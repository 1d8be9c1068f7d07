package org.gongkai.opengov.inspections.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.OptionalLong;
import org.gongkai.platform.refusals.FieldProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Reading a field of a register — GB 32100, GB/T 2260, GB/T 4754")
class FieldReadingTests {
    private final FieldReading reading = new FieldReading(new OneOfEach());

    @ParameterizedTest(name = "{1} {2} is kept as {3}")
    @CsvSource({
        "UNIT, creditCode, 91640104MA7XD00196, 91640104MA7XD00196",
        "UNIT, creditCode, ９１640104ma7xd00196, 91640104MA7XD00196",
        "UNIT, region, 640104, 640104",
        "UNIT, industry, C2614, 2614",
        "UNIT, industry, 26, 26",
        "UNIT, site, 002, 2",
        "UNIT, site, '', 1",
        "UNIT, supervisionClass, 特殊, SPECIAL",
        "UNIT, permitClass, simplified, SIMPLIFIED",
        "UNIT, riskClass, '', B",
        "UNIT, enteredOn, 2021年7月3日, 2021-07-03",
        "UNIT, enteredOn, 2021/7/3, 2021-07-03",
        "UNIT, enteredOn, 20210703, 2021-07-03",
        "UNIT, enteredOn, 2020-02-29, 2020-02-29",
        "UNIT, tags, 'VOCs、 重点涉气，VOCs', 'VOCs\n重点涉气'",
        "ITEM, methods, 网络监测、现场检查, 'ON_SITE\nONLINE'",
        "RECUSAL, unitId, 91640104MA7XD00196-2, 7",
        "RECUSAL, officerId, 宁A-1, 8",
        "OFFICER, personId, '', ''"
    })
    void keepsOneForm(Register register, String field, String typed, String kept) {
        assertThat(read(register, field, typed).kept()).isEqualTo(kept.replace("\\n", "\n"));
        assertThat(read(register, field, typed).wrong()).isEmpty();
    }

    @ParameterizedTest(name = "{1} {2}: {3}")
    @CsvSource({
        "UNIT, name, '  ', required",
        "UNIT, creditCode, 91640104MA7XD00197, credit-code",
        "UNIT, creditCode, 91640104MA7XD0019I, credit-code",
        "UNIT, creditCode, 91640104MA7XD0019, credit-code",
        "UNIT, region, 649999, region",
        "UNIT, industry, 9914, industry",
        "UNIT, industry, 2, industry",
        "UNIT, site, 0, number",
        "UNIT, site, 1000, number",
        "UNIT, supervisionClass, 很重点, choice",
        "UNIT, enteredOn, 2021-02-29, day",
        "UNIT, enteredOn, 44400, day",
        "ITEM, methods, 现场检查、问问, choice",
        "RECUSAL, unitId, 91640104MA7XD00271, unit",
        "OFFICER, personId, nobody, person"
    })
    void saysWhatIsWrong(Register register, String field, String typed, String code) {
        assertThat(read(register, field, typed).wrong())
                .extracting(FieldProblem::code)
                .containsExactly(code);
    }

    private record Read(String kept, ArrayList<FieldProblem> wrong) {}

    private Read read(Register register, String field, String typed) {
        var wrong = new ArrayList<FieldProblem>();
        return new Read(
                reading.read(register.field(field), typed.replace("\\n", "\n"), wrong::add), wrong);
    }

    private static final class OneOfEach implements Lookups {
        @Override
        public OptionalLong unit(String code) {
            return code.equals("91640104MA7XD00196-2") ? OptionalLong.of(7) : OptionalLong.empty();
        }

        @Override
        public OptionalLong officer(String certificate) {
            return certificate.equals("宁A-1") ? OptionalLong.of(8) : OptionalLong.empty();
        }

        @Override
        public OptionalLong person(String keyOrName) {
            return OptionalLong.empty();
        }
    }
}
