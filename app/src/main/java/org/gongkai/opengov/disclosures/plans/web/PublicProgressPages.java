package org.gongkai.opengov.disclosures.plans.web;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PlanRegister;
import org.gongkai.opengov.disclosures.plans.PublicProgress;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddresses;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What became of a plan, for everybody (规划落实情况公开页面). */
@Controller
class PublicProgressPages implements PublicAddresses {
    private final PublicProgress progress;
    private final PlanRegister plans;
    private final Wording wording;

    PublicProgressPages(PublicProgress progress, PlanRegister plans, Wording wording) {
        this.progress = progress;
        this.plans = plans;
        this.wording = wording;
    }

    @KeptPage
    @GetMapping("/plans/{prefix}/{yearSeq:\\d{4}-\\d{5}}")
    String one(@PathVariable String prefix, @PathVariable String yearSeq, Model model) {
        var view =
                progress.one(
                        IndexNumber.parse(prefix + "/" + yearSeq).orElseThrow(Refusal::notFound));
        model.addAttribute("view", view);
        model.addAttribute("files", PublicProgressFiles.ENDINGS);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(wording.say("disclosures.plans.home"), "/"),
                        new Crumb(wording.say("disclosures.plans.register"), "/plans"),
                        new Crumb(view.plan().listing().title(), null)));
        return "disclosures/public-plan";
    }

    @Override
    public Stream<PublicAddress> all() {
        return Stream.concat(
                PublicProgressFiles.ENDINGS.stream()
                        .map(
                                it ->
                                        PublicAddress.of(
                                                PublicProgressFiles.ADDRESS + it,
                                                PublicAddress.Kind.FILE)),
                plans.all().stream()
                        .map(
                                it ->
                                        PublicAddress.of(
                                                "/plans/" + it.listing().indexNumber(),
                                                PublicAddress.Kind.PAGE)));
    }
}
