package org.gongkai.opengov.requests.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.SimilarCase;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** Earlier requests like this one in words (类案提示), for the page and the API. */
@Component
public class SimilarCases {
    private static final int WORDS = 120;

    private final RequestDesk desk;
    private final Wording wording;

    SimilarCases(RequestDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    /**
     * A line of them.
     *
     * @param standing how it was answered, or where it stands
     */
    public record Line(long id, String number, String words, int percent, String standing) {}

    /** Of this request, the most alike first. */
    public List<Line> of(Actor actor, long id) {
        return desk.similar(actor, id).stream().map(this::line).toList();
    }

    /** Of what these words ask for, the most alike first. */
    public List<Line> of(Actor actor, String words) {
        return desk.similar(actor, words).stream().map(this::line).toList();
    }

    private Line line(SimilarCase it) {
        var words = it.words().replaceAll("\\s+", " ");
        return new Line(
                it.request().id(),
                it.request().number(),
                words.length() > WORDS ? words.substring(0, WORDS) + "…" : words,
                it.percent(),
                standing(it));
    }

    private String standing(SimilarCase it) {
        var answered =
                Arrays.stream(Objects.requireNonNullElse(it.outcomes(), "").split("[,，\\s]+"))
                        .flatMap(slug -> Outcome.named(slug).stream())
                        .map(Outcome::term)
                        .collect(Collectors.joining("；"));
        return answered.isEmpty()
                ? wording.say("requests.stage." + it.request().stage().name())
                : answered;
    }
}
