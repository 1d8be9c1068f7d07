package org.gongkai.opengov.drinkingwater;

import java.time.LocalDate;

/**
 * The paper by which other limits hold than the printed ones (限值调整依据): a stricter limit of the
 * province, a sheet of amendments (修改单).
 *
 * @param number the paper's number; empty if it has none
 * @param from the first day of sampling it holds for
 */
public record Amendment(String document, String number, LocalDate from) {

    /** The paper with its number, as it is cited. */
    public String basis() {
        return number.isEmpty() ? document : document + "（" + number + "）";
    }
}
