package org.gongkai.platform.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.platform.organization.DisclosureItem;
import org.gongkai.platform.organization.DisclosureList;
import org.gongkai.platform.organization.DisclosureListDesk;
import org.gongkai.platform.organization.ListEntry;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A section's disclosure list at the desk (科室公开清单台账): standing, versions, editor, preview. */
@Controller
@RequestMapping("/desk/organization/lists/{key}")
class ListPages {
    /** Empty lines offered for new items. */
    private static final int SPARE_LINES = 3;

    private final DisclosureListDesk desk;
    private final Assembly assembly;
    private final Choices choices;
    private final Forms forms;

    ListPages(DisclosureListDesk desk, Assembly assembly, Choices choices, Forms forms) {
        this.desk = desk;
        this.assembly = assembly;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping
    String list(
            @PathVariable String key,
            @RequestParam @Nullable Integer version,
            Actor actor,
            Model model) {
        var section = assembly.section(actor.agency(), key);
        model.addAttribute("list", assembly.list(section));
        model.addAttribute("versions", desk.versions(section.id()));
        model.addAttribute("may", May.steps(actor, section.id()));
        if (version != null) {
            model.addAttribute("old", desk.version(section.id(), version));
        }
        return "organization/list";
    }

    @GetMapping("/edit")
    String edit(@PathVariable String key, Actor actor, Model model) {
        var section = assembly.section(actor.agency(), key);
        var newest = desk.versions(section.id()).stream().findFirst();
        var number = newest.map(DisclosureList::number).orElse(0);
        var items = newest.map(DisclosureList::items).orElse(List.of());
        var lines = items.stream().map(ListPages::line).toList();
        var today = assembly.today().toString();
        return editor(
                key, new ListEntry(Integer.toString(number), today, null, lines), actor, model);
    }

    @PostMapping("/edit")
    String editAgain(
            @PathVariable String key, @ModelAttribute ListEntry entry, Actor actor, Model model) {
        return editor(key, entry, actor, model);
    }

    @PostMapping("/preview")
    String preview(
            @PathVariable String key,
            @ModelAttribute ListEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    var list = desk.preview(actor, key, entry);
                    var section = assembly.section(actor.agency(), key);
                    var before = desk.listOn(section.id(), assembly.today());
                    model.addAttribute("section", section);
                    model.addAttribute("list", list);
                    model.addAttribute("entry", entry);
                    model.addAttribute("lines", written(entry));
                    model.addAttribute(
                            "gone",
                            before.map(DisclosureList::items).orElse(List.of()).stream()
                                    .filter(it -> !list.items().contains(it))
                                    .toList());
                    model.addAttribute("kept", before.map(DisclosureList::items).orElse(List.of()));
                    return "organization/list-preview";
                },
                () -> editor(key, entry, actor, model));
    }

    @PostMapping
    String adopt(
            @PathVariable String key,
            @ModelAttribute ListEntry entry,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        return forms.send(
                model,
                response,
                () -> {
                    desk.adopt(actor, key, entry);
                    return Done.at("/desk/organization/lists/" + key, "list-adopted");
                },
                () -> editor(key, entry, actor, model));
    }

    private String editor(String key, ListEntry entry, Actor actor, Model model) {
        var lines = new ArrayList<>(written(entry));
        for (var spare = 0; spare < SPARE_LINES; spare++) {
            lines.add(new ListEntry.Line(null, null, null, null, null, null));
        }
        model.addAttribute("section", assembly.section(actor.agency(), key));
        model.addAttribute("entry", entry);
        model.addAttribute("lines", lines);
        model.addAttribute("cadences", choices.cadences());
        return "organization/list-edit";
    }

    private static List<ListEntry.Line> written(ListEntry entry) {
        return Objects.requireNonNullElse(entry.items(), List.<ListEntry.Line>of()).stream()
                .filter(it -> it.item() != null && !it.item().isBlank())
                .toList();
    }

    private static ListEntry.Line line(DisclosureItem it) {
        return new ListEntry.Line(
                it.item(),
                it.legalGround(),
                Integer.toString(it.article20Item()),
                it.cadence().name(),
                Integer.toString(it.workingDays()),
                it.columnKey());
    }
}
