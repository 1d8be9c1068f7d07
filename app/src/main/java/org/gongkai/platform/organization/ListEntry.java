package org.gongkai.platform.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What is entered as the new version of a section's disclosure list (清单登记内容), as typed.
 *
 * @param version the number of the version it was written from
 */
public record ListEntry(
        @Nullable String version,
        @Nullable String from,
        @Nullable String note,
        @Nullable List<Line> items) {

    /** The most lines of one list. */
    static final int LONGEST = 60;

    /** One line, as typed; a line without an item is left out. */
    public record Line(
            @Nullable String item,
            @Nullable String legalGround,
            @Nullable String article20Item,
            @Nullable String cadence,
            @Nullable String workingDays,
            @Nullable String columnKey) {

        boolean isEmpty() {
            return item == null || item.isBlank();
        }

        DisclosureItem check(Checking input, int place) {
            var at = "items-" + place + "-";
            var often = input.oneOf(at + "cadence", cadence, Cadence.class);
            return new DisclosureItem(
                    input.text(at + "item", item, Checking.LINE),
                    input.text(at + "legalGround", legalGround, Checking.LINE),
                    input.number(
                            at + "article20Item",
                            article20Item,
                            1,
                            DisclosureItem.ARTICLE_20_ITEMS),
                    often,
                    input.number(at + "workingDays", workingDays, 1, often.mostWorkingDays()),
                    input.optional(at + "columnKey", columnKey, 60));
        }
    }

    DisclosureList check(Checking input, SectionId section, int next) {
        var begin = input.day("from", from);
        var why = input.text("note", note, Checking.LINE);
        var lines = Objects.requireNonNullElse(items, List.<Line>of());
        var seen = new HashSet<String>();
        var checked = new ArrayList<DisclosureItem>();
        for (var place = 0; place < lines.size(); place++) {
            if (!lines.get(place).isEmpty()) {
                var item = lines.get(place).check(input, place);
                if (!seen.add(item.item())) {
                    input.problem("items-" + place + "-item", "twice");
                }
                checked.add(item);
            }
        }
        if (checked.isEmpty() || checked.size() > LONGEST) {
            input.problem("items", "how-many", LONGEST);
        }
        input.finish();
        return new DisclosureList(section, next, latest(begin, input.today()), why, checked);
    }

    /** A list holds from today or a later day: what was owed yesterday is not rewritten. */
    private static LocalDate latest(LocalDate begin, LocalDate today) {
        return begin.isBefore(today) ? today : begin;
    }
}
