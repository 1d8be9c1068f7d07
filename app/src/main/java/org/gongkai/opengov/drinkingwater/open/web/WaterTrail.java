package org.gongkai.opengov.drinkingwater.open.web;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.pages.Crumb;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 当前位置 of the pages below 水源水质. */
@Component
class WaterTrail {
    private final Wording wording;

    WaterTrail(Wording wording) {
        this.wording = wording;
    }

    /** Puts the way to the page into its model; the last step is the page itself. */
    void to(Model model, Crumb... below) {
        var crumbs =
                new ArrayList<>(List.of(new Crumb(wording.say("drinkingwater.open.home"), "/")));
        crumbs.add(
                new Crumb(
                        wording.say("drinkingwater.open.title"),
                        below.length == 0 ? null : OpenWaterPages.ADDRESS));
        crumbs.addAll(List.of(below));
        model.addAttribute("crumbs", crumbs);
    }
}
