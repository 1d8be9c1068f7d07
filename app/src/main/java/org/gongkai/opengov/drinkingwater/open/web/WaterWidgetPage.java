package org.gongkai.opengov.drinkingwater.open.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import org.gongkai.opengov.drinkingwater.open.OpenWater;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.settings.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The newest month as a small page that other sites may put into theirs (嵌入组件): the only page that
 * may be framed. It has no script, no form and no cookie, so that framing it can trick nobody.
 */
@Controller
class WaterWidgetPage {
    static final String ADDRESS = OpenWaterPages.ADDRESS + "/widget";

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors *";
    private static final int SHOWN = 8;

    private final OpenWater water;
    private final OpenWaterWords words;
    private final SiteAddress site;

    WaterWidgetPage(OpenWater water, OpenWaterWords words, SiteAddress site) {
        this.water = water;
        this.words = words;
        this.site = site;
    }

    @KeptPage
    @GetMapping(ADDRESS)
    String widget(
            @RequestParam(required = false) @Nullable String agency,
            Model model,
            HttpServletResponse response) {
        var of = water.agency(agency);
        var summary = water.newestSummary(of);
        model.addAttribute("agency", of);
        model.addAttribute("words", words);
        model.addAttribute("domain", site.domain());
        model.addAttribute("canonical", site.absolute(OpenWaterPages.with(ADDRESS, agency, "")));
        model.addAttribute(
                "page", site.absolute(OpenWaterPages.with(OpenWaterPages.ADDRESS, agency, "")));
        model.addAttribute("summary", summary.orElse(null));
        summary.ifPresent(
                it -> {
                    var sources =
                            it.sources().stream()
                                    .sorted(Comparator.comparing(s -> s.met().orElse(true)))
                                    .toList();
                    model.addAttribute("sources", sources.stream().limit(SHOWN).toList());
                    model.addAttribute("left", Math.max(0, sources.size() - SHOWN));
                });
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Frame-Options", null);
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        return "drinkingwater/open/widget";
    }
}
