package org.gongkai.platform.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The program does not start (拒绝启动), and this is what the operator has to mend. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<StartProblem> problems;

    /** Refuses for these reasons. */
    public StartRefused(List<StartProblem> problems) {
        super(
                problems.stream()
                        .map(it -> "- " + it.sentence())
                        .collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Refuses for one reason. */
    public static StartRefused because(String messageKey, Object... arguments) {
        return new StartRefused(List.of(StartProblem.of(messageKey, arguments)));
    }

    /** What is wrong, each in one sentence. */
    public List<StartProblem> problems() {
        return problems;
    }
}
