package org.gongkai.opengov.drinkingwater.basis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.stereotype.Component;

/** Everything that agencies have laid down, as far as any of their decisions (评价依据沿革). */
@Component
public class JudgingBases {
    private final Decisions decisions;
    private final Backgrounds backgrounds;
    private final RateSettings rates;

    JudgingBases(Decisions decisions, Backgrounds backgrounds, RateSettings rates) {
        this.decisions = decisions;
        this.backgrounds = backgrounds;
        this.rates = rates;
    }

    /** What holds now. */
    public JudgingBasis now(AgencyId agency) {
        var newest = decisions.newest(agency);
        return newest == 0 ? JudgingBasis.NONE : history(agency).upTo(newest);
    }

    /** Each decision of an agency, to be asked for more than one state of them. */
    public History history(AgencyId agency) {
        return new History(backgrounds.versions(agency), rates.versions(agency));
    }

    /**
     * All decisions of an agency.
     *
     * @param backgrounds every version of each
     * @param rates every version, the newest first
     */
    public record History(List<Background> backgrounds, List<RateSetting> rates) {
        public History {
            backgrounds = List.copyOf(backgrounds);
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
            var newest = new HashMap<Long, Background>();
            backgrounds.stream()
                    .filter(it -> it.decision().number() <= number)
                    .forEach(
                            it ->
                                    newest.merge(
                                            it.id(),
                                            it,
                                            (one, other) ->
                                                    one.number() > other.number() ? one : other));
            Map<Long, List<Background>> bySource =
                    newest.values().stream()
                            .filter(it -> !it.withdrawn())
                            .collect(Collectors.groupingBy(Background::source));
            var setsApart =
                    rates.stream()
                            .filter(it -> it.decision().number() <= number)
                            .findFirst()
                            .filter(RateSetting::setsApart)
                            .isPresent();
            return new JudgingBasis(number, bySource, setsApart);
        }
    }
}
