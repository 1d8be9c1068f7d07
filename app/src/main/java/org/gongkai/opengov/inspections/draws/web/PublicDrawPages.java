package org.gongkai.opengov.inspections.draws.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.inspections.draws.Bundles;
import org.gongkai.opengov.inspections.draws.DrawStatistics;
import org.gongkai.opengov.inspections.draws.DrawStories;
import org.gongkai.opengov.inspections.draws.Openings;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Draws for everybody (抽取公示): the list, the story of each, and all that is needed to compute it
 * again.
 */
@Controller
class PublicDrawPages {
    private static final String ADDRESS = "/draws";
    private static final int SHOWN = 200;

    private final DrawStories stories;
    private final Bundles bundles;
    private final Openings openings;
    private final DrawStatistics statistics;
    private final Wording wording;
    private final Clock clock;

    PublicDrawPages(
            DrawStories stories,
            Bundles bundles,
            Openings openings,
            DrawStatistics statistics,
            Wording wording,
            Clock clock) {
        this.stories = stories;
        this.bundles = bundles;
        this.openings = openings;
        this.statistics = statistics;
        this.wording = wording;
        this.clock = clock;
    }

    @KeptPage
    @GetMapping(ADDRESS)
    String list(@RequestParam @Nullable String agency, Model model) {
        var shown = stories.agency(agency);
        model.addAttribute("agency", shown);
        model.addAttribute("draws", stories.list(shown.id(), Long.MAX_VALUE, SHOWN));
        model.addAttribute("today", LocalDate.now(clock));
        crumbs(model, null);
        return "inspections/draws/public-list";
    }

    @KeptPage
    @GetMapping(ADDRESS + "/statistics")
    String statistics(@RequestParam @Nullable String agency, Model model) {
        var shown = stories.agency(agency);
        model.addAttribute("agency", shown);
        model.addAttribute(
                "figures",
                statistics.years(shown.id()).stream()
                        .map(it -> statistics.of(shown.id(), it))
                        .toList());
        crumbs(model, wording.say("inspections.draw.statistics.title"));
        return "inspections/draws/statistics";
    }

    @KeptPage
    @GetMapping(ADDRESS + "/{agency}/{seq:\\d{1,9}}")
    String one(@PathVariable String agency, @PathVariable long seq, Model model) {
        var story = stories.of(agency, seq);
        model.addAttribute("story", story);
        model.addAttribute("draw", story.draw());
        model.addAttribute("items", stories.items(story.draw()));
        model.addAttribute("overdue", story.draw().isRevealOverdue(LocalDate.now(clock)));
        crumbs(model, wording.say("inspections.draw.one.title", seq, story.draw().title()));
        return "inspections/draws/public-one";
    }

    @GetMapping(ADDRESS + "/{agency}/{seq:\\d{1,9}}/bundle.json")
    ResponseEntity<Resource> bundle(@PathVariable String agency, @PathVariable long seq) {
        return PublicDrawApi.file(bundles.of(agency, seq), "draw-" + agency + "-" + seq + ".json");
    }

    /** What was frozen: public from the freeze on, in either mode. */
    @GetMapping(
            value = ADDRESS + "/{agency}/{seq:\\d{1,9}}/manifest.json",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    byte[] manifest(@PathVariable String agency, @PathVariable long seq) {
        var frozen = stories.of(agency, seq).frozen();
        if (frozen == null) {
            throw Refusal.notFound();
        }
        return CanonicalJson.write(frozen.manifest().toJson());
    }

    /** Whom the names in the bundle mean, as far as the agency's rule allows. */
    @GetMapping(
            value = ADDRESS + "/{agency}/{seq:\\d{1,9}}/openings.json",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Openings.Opened> openings(@PathVariable String agency, @PathVariable long seq) {
        return openings.of(agency, seq);
    }

    private void crumbs(Model model, @Nullable String below) {
        var crumbs = new ArrayList<>(List.of(new Crumb(wording.say("inspections.draw.home"), "/")));
        crumbs.add(
                new Crumb(
                        wording.say("inspections.draw.public.title"),
                        below == null ? null : ADDRESS));
        if (below != null) {
            crumbs.add(new Crumb(below, null));
        }
        model.addAttribute("crumbs", crumbs);
    }
}
