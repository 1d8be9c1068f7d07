package org.gongkai.opengov.disclosures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A look at whether what is not public may become so (定期评估), 《政府信息公开条例》 art. 18.
 *
 * @param dueOn the day set for it (ADR 0087)
 * @param outcome null while it is to be done
 * @param assessedBy null also where the program closed it when the record was put in order
 */
public record Assessment(
        long id,
        Document document,
        LocalDate dueOn,
        @Nullable Outcome outcome,
        @Nullable String reason,
        @Nullable PersonId assessedBy,
        @Nullable Instant assessedAt) {

    /** What was found. */
    public enum Outcome {
        /** 仍不公开: the ground still holds; the next day is set. */
        STAYS,
        /** 可以公开: it goes back to the section to be drafted for the public. */
        OPENS,
        /** 科室已重新起草: the section took it up before it was assessed. */
        REOPENED;

        /** The name in addresses and in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By its name in the API; only what somebody may decide. */
        public static Optional<Outcome> named(String slug) {
            return Arrays.stream(values())
                    .filter(it -> it != REOPENED && it.slug().equals(slug))
                    .findFirst();
        }
    }

    /** Where an assessment stands. */
    public enum Standing {
        /** 已逾期. */
        LATE,
        /** 三十天内到期. */
        SOON,
        /** 未到期. */
        LATER,
        /** 已评估. */
        DONE;

        /** The name in addresses and in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By its name in addresses. */
        public static Optional<Standing> named(String slug) {
            return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
        }
    }

    /** How many days before its day an assessment is shown as near. */
    public static final int LEAD_DAYS = 30;

    /** How it stands on a day. */
    public Standing standing(LocalDate today) {
        if (outcome != null) {
            return Standing.DONE;
        }
        if (dueOn.isBefore(today)) {
            return Standing.LATE;
        }
        return dueOn.isAfter(today.plusDays(LEAD_DAYS)) ? Standing.LATER : Standing.SOON;
    }
}
