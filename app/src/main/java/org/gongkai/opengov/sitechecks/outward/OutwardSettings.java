package org.gongkai.opengov.sitechecks.outward;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongkai.platform.settings.StartProblem;
import org.gongkai.platform.settings.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how often other sites are looked at (站外链接检查设置). Off by default: many agencies'
 * programs run where the internet is not reached.
 *
 * @param on {@code GONGKAI_LINK_CHECK}
 * @param daily most visits a day, {@code GONGKAI_LINK_CHECK_DAILY}
 * @param perHost most visits to one host a day, {@code GONGKAI_LINK_CHECK_PER_HOST}
 */
public record OutwardSettings(boolean on, int daily, int perHost) {
    private static final int USUAL_DAILY = 500;
    private static final int USUAL_PER_HOST = 50;

    /**
     * Reads the settings.
     *
     * @throws StartRefused naming every wrong one
     */
    static OutwardSettings read(Function<String, @Nullable String> environment) {
        var problems = new ArrayList<StartProblem>();
        var on = value(environment, "GONGKAI_LINK_CHECK", "false");
        if (!on.equals("true") && !on.equals("false")) {
            problems.add(StartProblem.of("sitechecks.start.link-check", on));
        }
        var read =
                new OutwardSettings(
                        on.equals("true"),
                        number(environment, "GONGKAI_LINK_CHECK_DAILY", USUAL_DAILY, problems),
                        number(
                                environment,
                                "GONGKAI_LINK_CHECK_PER_HOST",
                                USUAL_PER_HOST,
                                problems));
        if (!problems.isEmpty()) {
            throw new StartRefused(problems);
        }
        return read;
    }

    private static int number(
            Function<String, @Nullable String> environment,
            String name,
            int usual,
            List<StartProblem> problems) {
        var given = value(environment, name, Integer.toString(usual));
        if (!given.matches("[1-9]\\d{0,4}")) {
            problems.add(StartProblem.of("sitechecks.start.number", name, given));
            return usual;
        }
        return Integer.parseInt(given);
    }

    private static String value(
            Function<String, @Nullable String> environment, String name, String otherwise) {
        var given = environment.apply(name);
        return given == null || given.isBlank() ? otherwise : given.strip();
    }
}
