package org.gongkai.opengov.drinkingwater.results.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.LaboratoryUnit;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.results.ReportedValue;
import org.gongkai.opengov.drinkingwater.results.SampleEntry;
import org.gongkai.opengov.drinkingwater.results.Sampling;
import org.gongkai.opengov.drinkingwater.results.SamplingDesk;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.sources.WaterRights;
import org.gongkai.platform.pages.Choice;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Typing the results of a source and month, a line for each item (监测结果录入页面). */
@Controller
@RequestMapping("/desk/water/months/{month}/sources/{id}/entry")
class WaterEntryPages {
    private final SamplingDesk desk;
    private final WaterRights rights;
    private final WaterResultWords words;
    private final Forms forms;
    private final Wording wording;

    WaterEntryPages(
            SamplingDesk desk,
            WaterRights rights,
            WaterResultWords words,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.rights = rights;
        this.words = words;
        this.forms = forms;
        this.wording = wording;
    }

    /**
     * A line of the form.
     *
     * @param field its name in the form
     * @param units what the value may be given in; none where it has no unit
     * @param last what was reported the last time; empty if nothing was
     */
    public record Line(
            String field, MonitoredItem item, String limit, List<String> units, String last) {}

    @GetMapping
    String form(
            Actor actor,
            @PathVariable String month,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String list,
            Model model) {
        rights.mustEnter(actor);
        model.addAttribute("problems", Problems.none());
        var view = desk.source(actor, id, WaterMonthPages.month(month));
        var newest = view.month().sampling();
        var typed = typed(view.month(), newest);
        if (!list.isEmpty()) {
            typed.put("full", list.equals("full") ? "yes" : "");
        }
        return page(actor, view.month(), typed, Set.of(), model);
    }

    private static Map<String, String> typed(SourceMonth month, @Nullable Sampling newest) {
        var typed = new HashMap<String, String>();
        typed.put("version", newest == null ? "0" : Integer.toString(newest.number()));
        if (newest == null) {
            return typed;
        }
        typed.put("full", newest.full() ? "yes" : "");
        typed.put("laboratory", newest.laboratory());
        typed.put("sampledOn", newest.sampledOn() == null ? "" : newest.sampledOn().toString());
        typed.put("intake", newest.intake() == null ? "" : newest.intake().toPlainString());
        for (var item : month.entered(true)) {
            newest.value(item.name())
                    .ifPresent(
                            it -> {
                                typed.put(field(item) + ".value", it.value());
                                typed.put(field(item) + ".unit", it.unit());
                            });
        }
        return typed;
    }

    @PostMapping
    String save(
            Actor actor,
            @PathVariable String month,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        var of = WaterMonthPages.month(month);
        var typed = new HashMap<>(sent.toSingleValueMap());
        var confirmed = Set.copyOf(sent.getOrDefault("confirmed", List.of()));
        var source = desk.source(actor, id, of).month();
        return forms.send(
                model,
                response,
                () -> {
                    desk.keep(
                            actor,
                            id,
                            of,
                            entry(source, typed, confirmed),
                            Sampling.Origin.HAND,
                            version(typed));
                    return "redirect:/desk/water/months/" + of + "/sources/" + id + "?done=kept";
                },
                () -> page(actor, source, typed, confirmed, model));
    }

    private static @Nullable Long version(Map<String, String> typed) {
        var version = typed.getOrDefault("version", "");
        return version.matches("[0-9]{1,9}") ? Long.valueOf(version) : null;
    }

    private static SampleEntry entry(
            SourceMonth month, Map<String, String> typed, Set<String> confirmed) {
        var values = new ArrayList<SampleEntry.Typed>();
        for (var item : month.entered(true)) {
            var field = field(item);
            if (typed.containsKey(field + ".value")) {
                values.add(
                        new SampleEntry.Typed(
                                field,
                                item.name(),
                                typed.getOrDefault(field + ".value", ""),
                                typed.getOrDefault(field + ".unit", "")));
            }
        }
        return new SampleEntry(
                typed.getOrDefault("full", "").equals("yes"),
                typed.getOrDefault("sampledOn", ""),
                typed.getOrDefault("laboratory", ""),
                typed.getOrDefault("intake", ""),
                values,
                typed.getOrDefault("reason", ""),
                confirmed);
    }

    private String page(
            Actor actor,
            SourceMonth month,
            Map<String, String> typed,
            Set<String> confirmed,
            Model model) {
        var full = typed.getOrDefault("full", "").equals("yes");
        var last = desk.lastOf(actor, month.source().id(), month.month()).orElse(null);
        model.addAttribute("month", month);
        model.addAttribute("typed", typed);
        model.addAttribute("full", full);
        model.addAttribute(
                "lines",
                month.entered(true).stream()
                        .filter(
                                it ->
                                        full
                                                || month.entered(false).contains(it)
                                                || !typed.getOrDefault(field(it) + ".value", "")
                                                        .isEmpty())
                        .map(it -> line(it, month, last))
                        .toList());
        model.addAttribute("last", last);
        model.addAttribute("doubts", doubts(model));
        model.addAttribute("confirmed", List.copyOf(confirmed));
        model.addAttribute("corrects", month.sampling() != null);
        model.addAttribute("words", words);
        return "drinkingwater/entry";
    }

    private static Line line(MonitoredItem item, SourceMonth month, @Nullable Sampling last) {
        return new Line(
                field(item),
                item,
                item.limits().printed(month.evaluation().target()).orElse("—"),
                units(item),
                last == null ? "" : last.value(item.name()).map(ReportedValue::value).orElse(""));
    }

    private static List<String> units(MonitoredItem item) {
        var own = SampleEntry.unitOf(item);
        if (own.isEmpty()) {
            return List.of();
        }
        var units = new ArrayList<String>();
        units.add(own);
        LaboratoryUnit.of(own).orElseThrow().alternatives().stream()
                .filter(it -> !it.equals(own) && !it.isEmpty())
                .forEach(units::add);
        return units;
    }

    /** The doubts that the refusal names, to be confirmed beside the values. */
    private List<Choice> doubts(Model model) {
        var problems = (Problems) model.getAttribute("problems");
        return problems == null
                ? List.of()
                : problems.all().stream()
                        .filter(it -> it.field().equals("confirmed"))
                        .map(
                                it ->
                                        Choice.of(
                                                it.arguments().getFirst()
                                                        + "|"
                                                        + it.code()
                                                        + "|"
                                                        + it.arguments().getLast(),
                                                wording.sentence(it)))
                        .toList();
    }

    /** What the form calls an item: by its place in the standard. */
    static String field(MonitoredItem item) {
        return "item-" + item.table() + "-" + item.place();
    }
}
