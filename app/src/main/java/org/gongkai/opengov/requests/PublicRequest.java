package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.opengov.requests.decisions.Article;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A request as everybody may see it (申请公开登记): nothing of who asked but the class.
 *
 * @param words what it is about, in the words of the office; null while there are none
 * @param workingDays from the day of receipt to the day nothing was owed any more; null while open
 * @param late whether the answer was or is late
 * @param imported whether it was taken over from another system
 * @param outcomes how it ended, one for each matter; empty while it is open
 */
public record PublicRequest(
        String number,
        @Nullable String words,
        ApplicantClass applicantClass,
        RequestStage stage,
        LocalDate arrivedOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate due,
        @Nullable LocalDate answeredOn,
        @Nullable Integer workingDays,
        boolean late,
        boolean imported,
        List<Outcome> outcomes) {
    public PublicRequest {
        outcomes = List.copyOf(outcomes);
    }

    /** The outcomes in words. */
    public String outcome() {
        return outcomes.stream().map(Outcome::term).distinct().collect(Collectors.joining("；"));
    }

    /** The articles they rest on: {@code 第三十六条第二项}. */
    public String articles() {
        return outcomes.stream()
                .flatMap(it -> it.articles().stream())
                .map(Article::term)
                .distinct()
                .collect(Collectors.joining("、"));
    }
}
