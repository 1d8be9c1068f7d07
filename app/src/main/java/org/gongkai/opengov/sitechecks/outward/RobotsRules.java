package org.gongkai.opengov.sitechecks.outward;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What another site lets programs open (robots.txt): RFC 9309. The group that names us counts, else
 * the group for everybody; of its lines the longest that fits, and of two as long the allowing one.
 */
record RobotsRules(List<Line> lines) {
    static final RobotsRules ALLOW_ALL = new RobotsRules(List.of());
    static final RobotsRules FORBID_ALL = new RobotsRules(List.of(new Line("/", false)));

    private static final String EVERYBODY = "*";

    /** A line: where, and whether it may be opened. */
    record Line(String path, boolean allows) {
        boolean fits(String asked) {
            var whole = path.endsWith("$");
            var written = whole ? path.substring(0, path.length() - 1) : path;
            var pattern = new StringBuilder();
            for (var part : written.split("\\*", -1)) {
                pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
            }
            return Pattern.compile(pattern + (whole ? "" : ".*"), Pattern.DOTALL)
                    .matcher(asked)
                    .matches();
        }
    }

    /** Reads a file for the program of this name. */
    static RobotsRules read(String text, String agent) {
        var own = new ArrayList<Line>();
        var everybodys = new ArrayList<Line>();
        var named = new ArrayList<String>();
        var begun = false;
        var weAreNamed = false;
        for (var line : text.split("\\R")) {
            var parts = line.split("#", 2)[0].split(":", 2);
            if (parts.length < 2) {
                continue;
            }
            var value = parts[1].strip();
            switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
                case "user-agent" -> {
                    if (begun) {
                        named.clear();
                        begun = false;
                    }
                    named.add(value.toLowerCase(Locale.ROOT));
                    weAreNamed |= isUs(value, agent);
                }
                case "allow", "disallow" -> {
                    begun = true;
                    if (!value.isEmpty()) {
                        var rule = new Line(value, parts[0].strip().equalsIgnoreCase("allow"));
                        if (named.stream().anyMatch(it -> isUs(it, agent))) {
                            own.add(rule);
                        } else if (named.contains(EVERYBODY)) {
                            everybodys.add(rule);
                        }
                    }
                }
                default -> {
                    // Site maps and what else is told concerns nobody here.
                }
            }
        }
        return new RobotsRules(List.copyOf(weAreNamed ? own : everybodys));
    }

    /** Whether this path with its query may be opened. */
    boolean allows(String path) {
        Line longest = new Line("", true);
        for (var it : lines) {
            var longer = it.path().length() - longest.path().length();
            if ((longer > 0 || longer == 0 && it.allows()) && it.fits(path)) {
                longest = it;
            }
        }
        return longest.allows();
    }

    private static boolean isUs(String named, String agent) {
        return named.equalsIgnoreCase(agent);
    }
}
