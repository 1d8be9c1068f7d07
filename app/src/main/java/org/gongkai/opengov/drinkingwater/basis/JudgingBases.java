package org.gongkai.opengov.drinkingwater.basis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.stereotype.Component;

/** Everything that agencies have laid down, as far as any of their decisions (评价依据沿革). */
@Component
public class JudgingBases {
    private final Decisions decisions;
    private final Backgrounds backgrounds;
    private final LimitOverrides limits;
    private final TakenEditions editions;
    private final RateSettings rates;

    JudgingBases(
            Decisions decisions,
            Backgrounds backgrounds,
            LimitOverrides limits,
            TakenEditions editions,
            RateSettings rates) {
        this.decisions = decisions;
        this.backgrounds = backgrounds;
        this.limits = limits;
        this.editions = editions;
        this.rates = rates;
    }

    /** The name under which kept pages note that they show what this agency has laid down. */
    static String pageSource(AgencyId agency) {
        return "water-basis/" + agency.value();
    }

    /** What holds now. */
    public JudgingBasis now(AgencyId agency) {
        PageSources.note(pageSource(agency));
        var newest = decisions.newest(agency);
        return newest == 0 ? JudgingBasis.NONE : history(agency).upTo(newest);
    }

    /** Each decision of an agency, to be asked for more than one state of them. */
    public History history(AgencyId agency) {
        return new History(
                backgrounds.versions(agency),
                limits.versions(agency),
                editions.of(agency),
                rates.versions(agency));
    }

    /**
     * All decisions of an agency.
     *
     * @param backgrounds every version of each, the newest of each first
     * @param limits every version of each, the newest of each first
     * @param editions older ones that were taken over
     * @param rates every version, the newest first
     */
    public record History(
            List<Background> backgrounds,
            List<LimitOverride> limits,
            List<TakenEdition> editions,
            List<RateSetting> rates) {
        public History {
            backgrounds = List.copyOf(backgrounds);
            limits = List.copyOf(limits);
            editions = List.copyOf(editions);
            rates = List.copyOf(rates);
        }

        /** What held when this decision was the newest; by its number. */
        public Function<Integer, JudgingBasis> byNumber() {
            var known = new HashMap<Integer, JudgingBasis>();
            return number -> known.computeIfAbsent(number, this::upTo);
        }

        JudgingBasis upTo(int number) {
            if (number == 0) {
                return JudgingBasis.NONE;
            }
            var bySource =
                    newest(backgrounds, number, Background::decision, Background::id).stream()
                            .filter(it -> !it.withdrawn())
                            .collect(Collectors.groupingBy(Background::source));
            var others =
                    newest(limits, number, LimitOverride::decision, LimitOverride::id).stream()
                            .filter(it -> !it.withdrawn())
                            .toList();
            var older =
                    editions.stream()
                            .filter(it -> it.decision().number() <= number)
                            .map(TakenEdition::standard)
                            .collect(Collectors.toSet());
            var setsApart =
                    rates.stream()
                            .filter(it -> it.decision().number() <= number)
                            .findFirst()
                            .filter(RateSetting::setsApart)
                            .isPresent();
            return new JudgingBasis(number, bySource, others, older, setsApart);
        }

        /** Of versions, the newest of each first, the newest of each as far as a decision. */
        private static <T> List<T> newest(
                List<T> versions,
                int number,
                Function<T, Decision> decision,
                Function<T, Long> id) {
            var seen = new HashSet<Long>();
            return versions.stream()
                    .filter(it -> decision.apply(it).number() <= number)
                    .filter(it -> seen.add(id.apply(it)))
                    .toList();
        }
    }
}
