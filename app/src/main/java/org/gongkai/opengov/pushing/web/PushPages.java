package org.gongkai.opengov.pushing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.pushing.CatchUpDesk;
import org.gongkai.opengov.pushing.PushDesk;
import org.gongkai.opengov.pushing.PushDesk.PushLine;
import org.gongkai.opengov.pushing.PushFilter;
import org.gongkai.opengov.pushing.PushState;
import org.gongkai.opengov.pushing.PushStep;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.pages.Pages;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.pages.Tab;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The pushes to the city's platform, and each with what can be done about it (推送台账). */
@Controller
@RequestMapping("/desk/pushes")
class PushPages {
    static final int PER_PAGE = 30;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final PushDesk desk;
    private final CatchUpDesk catchUp;
    private final Organization organization;
    private final Forms forms;
    private final Wording wording;

    PushPages(
            PushDesk desk,
            CatchUpDesk catchUp,
            Organization organization,
            Forms forms,
            Wording wording) {
        this.desk = desk;
        this.catchUp = catchUp;
        this.organization = organization;
        this.forms = forms;
        this.wording = wording;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable Integer queued,
            Model model) {
        var filter = filter(state);
        var total = desk.count(actor, filter);
        var pages = Pages.of(page, total, PER_PAGE, it -> address(state, it));
        model.addAttribute(
                "lines", desk.page(actor, filter, (pages.number() - 1) * PER_PAGE, PER_PAGE));
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("state", state);
        model.addAttribute("tabs", tabs(desk.counts(actor), state));
        model.addAttribute("mayCatchUp", catchUp.isOpenTo(actor));
        model.addAttribute("done", caughtUp(queued));
        model.addAttribute("destination", desk.destination().orElse(null));
        return "pushing/list";
    }

    @PostMapping("/catch-up")
    String catchUp(Actor actor) {
        return "redirect:/desk/pushes?queued=" + catchUp.queue(actor);
    }

    private @Nullable String caughtUp(@Nullable Integer queued) {
        if (queued == null || queued < 0 || queued > CatchUpDesk.MOST) {
            return null;
        }
        return queued == CatchUpDesk.MOST
                ? wording.say("pushing.catch-up.more", queued)
                : wording.say("pushing.catch-up.done", queued);
    }

    @GetMapping("/export.csv")
    void export(
            Actor actor,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response)
            throws IOException {
        var export = desk.export(actor, filter(state));
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"pushes.csv\"");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write(BYTE_ORDER_MARK);
            out.write(wording.say("pushing.list.csv-head"));
            out.write("\r\n");
            export.forEach(it -> write(out, csv(it)));
        }
    }

    @GetMapping("/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("problems", Problems.none());
        model.addAttribute(
                "done",
                PushStep.named(done)
                        .map(it -> wording.say("pushing.done." + it.name()))
                        .orElse(null));
        return page(actor, id, "", "", model);
    }

    @PostMapping("/{id}/steps/{name}")
    String step(
            Actor actor,
            @PathVariable long id,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        var step = PushStep.named(name).orElseThrow(Refusal::notFound);
        return forms.send(
                model,
                response,
                () -> {
                    switch (step) {
                        case RETRY -> desk.retry(actor, id, reason);
                        case SKIP -> desk.skip(actor, id, reason);
                    }
                    return "redirect:/desk/pushes/" + id + "?done=" + step.slug();
                },
                () -> page(actor, id, name, reason, model));
    }

    private String page(Actor actor, long id, String step, String reason, Model model) {
        var history = desk.one(actor, id);
        model.addAttribute("history", history);
        model.addAttribute("push", history.line().push());
        model.addAttribute("document", history.line().document().orElse(null));
        model.addAttribute("people", organization);
        model.addAttribute("reason", reason);
        model.addAttribute("asked", step);
        return "pushing/one";
    }

    /** All, and each state in which there is something. */
    private List<Tab> tabs(Map<PushState, Long> counts, String chosen) {
        var all = counts.values().stream().mapToLong(it -> it).sum();
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(wording.say("pushing.list.all"), address("", 1), chosen.isBlank(), all));
        Arrays.stream(PushState.values())
                .filter(it -> counts.containsKey(it) || it.slug().equals(chosen))
                .map(
                        it ->
                                new Tab(
                                        wording.say("pushing.state." + it.name()),
                                        address(it.slug(), 1),
                                        it.slug().equals(chosen),
                                        counts.getOrDefault(it, 0L)))
                .forEach(tabs::add);
        return tabs;
    }

    /** An unknown state in the address is a page that does not exist. */
    private static PushFilter filter(String state) {
        if (!state.isBlank() && PushState.named(state).isEmpty()) {
            throw Refusal.notFound();
        }
        return PushFilter.read(state, null);
    }

    private String csv(PushLine line) {
        var push = line.push();
        var receipt = push.receipt();
        return List.of(
                        push.indexNumber(),
                        line.document().map(PublicListing::title).orElse(""),
                        wording.say("pushing.operation." + push.operation().name()),
                        Integer.toString(push.edition()),
                        wording.say("pushing.state." + push.state().name()),
                        Moments.written(push.queuedAt()),
                        Integer.toString(push.attempts()),
                        receipt == null ? "" : receipt.number(),
                        receipt == null || receipt.externalNumber() == null
                                ? ""
                                : receipt.externalNumber(),
                        receipt == null ? "" : Moments.written(receipt.receivedAt()))
                .stream()
                .map(PushPages::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted, and never read as a formula by a spreadsheet. */
    private static String cell(String text) {
        var safe = text.matches("[=+\\-@\\t].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(String state, int page) {
        var address = UriComponentsBuilder.fromPath("/desk/pushes");
        if (!state.isBlank()) {
            address.queryParam("state", state);
        }
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.encode().toUriString();
    }
}
