package org.gongkai.platform.pages;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a reader may set for themselves (阅读设置): size of type, spacing, colours. Each value is a set
 * of tokens in {@code tokens.css}; the first of each group is the page as it comes. The template
 * asks them as {@code @readingChoices}.
 *
 * <p>Law: 无障碍环境建设法 art. 32; WCAG 2.2, 1.4.3, 1.4.4, 1.4.6, 1.4.12.
 */
@Component("readingChoices")
public class ReadingChoices {
    private static final List<Group> GROUPS =
            List.of(
                    group("size", "100", "125", "150", "175", "200", "250", "300"),
                    group("leading", "usual", "wide", "wider"),
                    group("tracking", "usual", "wide", "wider"),
                    group(
                            "scheme",
                            "system",
                            "light",
                            "dark",
                            "black-on-white",
                            "yellow-on-black"));

    /** The groups, in the order they are offered. */
    public List<Group> groups() {
        return GROUPS;
    }

    private static Group group(String name, String... values) {
        return new Group(
                name, List.of(values).stream().map(it -> new Choice(name, it, values[0])).toList());
    }

    /** Values of which one holds. */
    public record Group(String name, List<Choice> choices) {
        /** What the group is called. */
        public String messageKey() {
            return "components.reading." + name;
        }
    }

    /** One value; {@code id} names its field, which the style sheets know. */
    public record Choice(String id, String value, String messageKey, boolean usual) {
        private Choice(String group, String value, String usual) {
            this(
                    group + "-" + value,
                    value,
                    "components.reading." + group + "." + value,
                    value.equals(usual));
        }
    }
}
