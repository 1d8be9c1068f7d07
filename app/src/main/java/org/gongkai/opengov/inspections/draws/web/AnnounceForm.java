package org.gongkai.opengov.inspections.draws.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.inspections.draws.AnnounceEntry;
import org.gongkai.opengov.inspections.draws.AnnounceEntry.NumbersEntry;
import org.gongkai.opengov.inspections.draws.AnnounceEntry.StratumEntry;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The announcement as a form types it (抽取公告表单): texts alone, so that all of it can be shown again.
 */
record AnnounceForm(
        @Nullable Long line,
        @Nullable Integer quarter,
        @Nullable String outsidePlan,
        @Nullable String title,
        @Nullable String mode,
        @Nullable String suite,
        @Nullable List<String> items,
        @Nullable String key,
        @Nullable String special,
        @Nullable String ordinary,
        @Nullable String weighted,
        @Nullable String seatCount,
        @Nullable String leadTag,
        @Nullable String officerCap,
        @Nullable List<String> game,
        @Nullable List<String> issue,
        @Nullable List<String> at,
        @Nullable String beacons,
        @Nullable String witnesses,
        @Nullable String noncesUntil,
        @Nullable String checkFrom,
        @Nullable String checkTo,
        @Nullable String revealBy) {
    /** So many printed sources can be typed. */
    static final int SOURCES = 3;

    private static final JsonMapper JSON = new JsonMapper();

    /** An empty form for a draw outside the plan, with what is the default. */
    static AnnounceForm empty() {
        return of(null, null, null);
    }

    /** A form for a draw of the plan. */
    static AnnounceForm of(@Nullable Long line, @Nullable Integer quarter, @Nullable String title) {
        return new AnnounceForm(
                line, quarter, null, title, "sealed", "sm3", null, null, null, null, null, "2",
                null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The typed game of this place; empty if none. */
    public String game(int place) {
        return at(game, place);
    }

    public String issue(int place) {
        return at(issue, place);
    }

    public String moment(int place) {
        return at(at, place);
    }

    AnnounceEntry entry() {
        var planned = line != null || quarter != null;
        return new AnnounceEntry(
                line,
                quarter,
                outsidePlan,
                title,
                mode,
                suite,
                items,
                planned ? null : strata(),
                planned ? null : seats(),
                planned || officerCap == null || officerCap.isBlank()
                        ? null
                        : (Integer) number("officerCap", officerCap),
                numbers(),
                beaconList(),
                witnesses == null ? List.of() : witnesses.lines().toList(),
                noncesUntil,
                checkFrom,
                checkTo,
                revealBy);
    }

    private List<StratumEntry> strata() {
        var strata = new ArrayList<StratumEntry>();
        stratum("key", key, strata);
        stratum("special", special, strata);
        stratum("ordinary", ordinary, strata);
        return strata;
    }

    private void stratum(String of, @Nullable String typed, List<StratumEntry> strata) {
        if (typed != null && !typed.isBlank()) {
            strata.add(new StratumEntry(of, null, number(of, typed), weighted != null));
        }
    }

    private List<String> seats() {
        var count = seatCount == null || seatCount.isBlank() ? 2 : number("seatCount", seatCount);
        var seats = new ArrayList<>(Collections.nCopies(Math.min(count, 100), ""));
        if (!seats.isEmpty()) {
            seats.set(0, Objects.requireNonNullElse(leadTag, "").strip());
        }
        return seats;
    }

    private List<NumbersEntry> numbers() {
        var numbers = new ArrayList<NumbersEntry>();
        for (var place = 0; place < SOURCES; place++) {
            if (!(game(place) + issue(place) + moment(place)).isBlank()) {
                numbers.add(new NumbersEntry(game(place), issue(place), moment(place)));
            }
        }
        return numbers;
    }

    private List<Object> beaconList() {
        if (beacons == null || beacons.isBlank()) {
            return List.of();
        }
        try {
            var read = JSON.readValue(beacons, Object.class);
            return read instanceof List<?> list ? List.copyOf(list) : List.of(read);
        } catch (JacksonException e) {
            throw Refusal.invalid("beacons", "inspections.draw.field.beacons");
        }
    }

    private static int number(String field, String typed) {
        if (!typed.strip().matches("\\d{1,7}")) {
            throw Refusal.invalid(field, "inspections.draw.field.number");
        }
        return Integer.parseInt(typed.strip());
    }

    private static String at(@Nullable List<String> typed, int place) {
        return typed == null || place >= typed.size() ? "" : typed.get(place);
    }
}
