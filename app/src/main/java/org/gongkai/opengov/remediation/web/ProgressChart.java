package org.gongkai.opengov.remediation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.opengov.remediation.Medium;
import org.gongkai.opengov.remediation.ProjectState;
import org.gongkai.opengov.remediation.PublicRemediation.View;

/**
 * How far projects have come, by medium (整治进展图): a bar for each, drawn on the server, and the table
 * with the same numbers.
 */
public record ProgressChart(List<Bar> bars, List<ProjectState> states) {
    /** Units of a bar's whole width. */
    private static final int WIDTH = 1000;

    /** A part of a bar, in units of its width. */
    public record Part(ProjectState state, int from, int width) {}

    /** A medium with its projects by state, in the order of {@link #states()}. */
    public record Bar(Medium medium, List<Long> counts, List<Part> parts) {

        /** All of them. */
        public long total() {
            return counts.stream().mapToLong(it -> it).sum();
        }
    }

    static ProgressChart of(Collection<View> views) {
        var states =
                Arrays.stream(ProjectState.values())
                        .filter(it -> views.stream().anyMatch(view -> view.state() == it))
                        .toList();
        var bars =
                Arrays.stream(Medium.values())
                        .map(medium -> bar(medium, views, states))
                        .filter(it -> it.total() > 0)
                        .toList();
        return new ProgressChart(bars, states);
    }

    private static Bar bar(Medium medium, Collection<View> views, List<ProjectState> states) {
        var counts =
                views.stream()
                        .filter(it -> it.content().medium() == medium)
                        .collect(Collectors.groupingBy(View::state, Collectors.counting()));
        var numbers = states.stream().map(it -> counts.getOrDefault(it, 0L)).toList();
        var total = numbers.stream().mapToLong(it -> it).sum();
        var parts = new ArrayList<Part>();
        long before = 0;
        for (var at = 0; at < states.size() && total > 0; at++) {
            var from = (int) (before * WIDTH / total);
            before += numbers.get(at);
            var until = (int) (before * WIDTH / total);
            if (until > from) {
                parts.add(new Part(states.get(at), from, until - from));
            }
        }
        return new Bar(medium, numbers, parts);
    }

    /** The words under a bar: each state that occurs with its number. */
    String words(Bar bar, RemediationWords words) {
        var said = new ArrayList<String>();
        for (var at = 0; at < states.size(); at++) {
            if (bar.counts().get(at) > 0) {
                said.add(words.state(states.get(at)) + " " + bar.counts().get(at));
            }
        }
        return String.join("，", said);
    }
}
