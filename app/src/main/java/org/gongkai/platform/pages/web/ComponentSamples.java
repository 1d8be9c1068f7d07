package org.gongkai.platform.pages.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Fact;
import org.gongkai.platform.pages.FileLink;
import org.gongkai.platform.pages.FilterGroup;
import org.gongkai.platform.pages.FilterGroup.FilterChoice;
import org.gongkai.platform.pages.Happening;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the component page shows in its components (组件示例); all words are messages {@code gallery.*}.
 */
@Component
class ComponentSamples {
    private static final String HERE = "/desk/components";

    private final MessageSource messages;

    ComponentSamples(MessageSource messages) {
        this.messages = messages;
    }

    public List<Crumb> crumbs() {
        return List.of(
                new Crumb(say("crumb.1"), "/"),
                new Crumb(say("crumb.2"), "/columns"),
                new Crumb(say("crumb.3"), null),
                new Crumb(say("crumb.4"), null));
    }

    public List<Choice> attributes() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(
                        it ->
                                new Choice(
                                        "a" + it,
                                        say("attribute." + it),
                                        say("attribute." + it + ".hint")))
                .toList();
    }

    public List<Choice> columns() {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(it -> Choice.of("c" + it, say("column." + it)))
                .toList();
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of(say("fact.1"), "640100-113/2021-00201"),
                Fact.of(say("fact.2"), "2021-07-30"),
                new Fact(say("fact.3"), say("title"), HERE));
    }

    public Pages pages() {
        return Pages.of(6, 240, 20, it -> HERE + "?page=" + it);
    }

    public List<FilterGroup> filters() {
        return List.of(
                new FilterGroup(
                        say("filter.year"),
                        List.of(
                                new FilterChoice(say("filter.all"), 128, HERE, false),
                                new FilterChoice("2021", 96, HERE, true),
                                new FilterChoice("2020", 32, HERE, false))),
                new FilterGroup(
                        say("filter.column"),
                        List.of(
                                new FilterChoice(say("column.1"), 71, HERE, false),
                                new FilterChoice(say("column.2"), 25, HERE, false))));
    }

    public List<Task> tasks() {
        return List.of(
                task(1, "late"), task(2, "soon"), task(3, null), task(4, "good"), task(5, "done"));
    }

    public List<Happening> happenings() {
        return List.of(
                new Happening(say("event.1.when"), say("event.1"), null, false),
                new Happening(say("event.2.when"), say("event.2"), say("event.2.note"), false),
                new Happening(null, say("event.3"), say("event.3.note"), true));
    }

    public List<Tab> tabs() {
        return List.of(
                new Tab(say("tab.1"), HERE, true, 3L),
                new Tab(say("tab.2"), HERE + "#tabs", false, 12L),
                new Tab(say("tab.3"), HERE + "#tabs", false, null));
    }

    public List<FileLink> files() {
        return List.of(
                new FileLink(say("file.1"), "PDF", "1.2 MB", HERE + "#attachments", null),
                new FileLink(
                        say("file.2"),
                        "XLSX",
                        "86 KB",
                        HERE + "#attachments",
                        HERE + "#attachments"));
    }

    /** A link over a list, one of them chosen. */
    public record ToolLink(String messageKey, String address, boolean here) {}

    public List<ToolLink> orders() {
        return List.of(
                new ToolLink("portal.sort.newest", HERE + "#portal", true),
                new ToolLink("portal.sort.oldest", HERE + "#portal", false));
    }

    public List<ToolLink> downloads() {
        return List.of(
                new ToolLink("portal.download.csv", HERE + "#portal", false),
                new ToolLink("portal.download.xlsx", HERE + "#portal", false));
    }

    private Task task(int number, @Nullable String look) {
        var key = "task." + number;
        return new Task(
                say(key),
                say(key + ".whose"),
                say(key + ".state"),
                look,
                say(key + ".verb"),
                HERE + "#tasks");
    }

    private String say(String key) {
        return messages.getMessage("gallery." + key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
