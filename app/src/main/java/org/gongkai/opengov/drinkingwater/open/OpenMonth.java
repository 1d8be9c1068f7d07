package org.gongkai.opengov.drinkingwater.open;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.PassRate;
import org.gongkai.opengov.drinkingwater.reports.MonthStanding;

/**
 * A month in the list of months (月份一览).
 *
 * @param standing whether it is public, and if not, why
 * @param sources what is public of it; empty where nothing is
 */
public record OpenMonth(MonthStanding standing, List<OpenSource> sources) {
    public OpenMonth {
        sources = List.copyOf(sources);
    }

    /** Which month. */
    public YearMonth month() {
        return standing.month();
    }

    /** Whether it is public. */
    public boolean released() {
        return standing.release() != null;
    }

    /** How many sources pass, of those that were judged. */
    public PassRate bySources() {
        return PassRate.bySources(rated());
    }

    /** The water taken from those that pass; empty unless every intake is known. */
    public Optional<PassRate> byVolume() {
        return PassRate.byVolume(rated());
    }

    /** By sources without those that are set apart; empty where none is. */
    public Optional<PassRate> bySourcesApart() {
        return PassRate.withoutSetApart(rated()).map(PassRate::bySources);
    }

    /** By volume without them; empty where none is, or an intake is not known. */
    public Optional<PassRate> byVolumeApart() {
        return PassRate.withoutSetApart(rated()).flatMap(PassRate::byVolume);
    }

    /** The sources with an item over its limit. */
    public List<OpenSource> failing() {
        return sources.stream().filter(it -> it.met().equals(Optional.of(false))).toList();
    }

    private List<PassRate.Source> rated() {
        return sources.stream().map(OpenSource::rated).toList();
    }
}
