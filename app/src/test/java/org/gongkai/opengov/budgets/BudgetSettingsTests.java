package org.gongkai.opengov.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What each summand may be off by, per agency (合计允许误差) — ADR 0289, ADR 0302")
class BudgetSettingsTests {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(20);

    @Test
    void holdsForAllWhereOneNumberIsGiven() {
        assertThat(new BudgetSettings("0.01", PERCENT).tolerance("water")).isEqualTo("0.01");
    }

    @Test
    void isAnAgencysOwnWhereItHasOne() {
        var settings = new BudgetSettings("0, water=0.05 ,air=0.1", PERCENT);

        assertThat(settings.tolerance("water")).isEqualTo("0.05");
        assertThat(settings.tolerance("air")).isEqualTo("0.1");
        assertThat(settings.tolerance("soil")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "water=0.05", "0.01,=0.05", "0.01,water", "-1", "0.01,0.02", "1e-2"})
    void isRefusedAtTheStartWhenItCannotBeRead(String rounding) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BudgetSettings(rounding, PERCENT));
    }
}
