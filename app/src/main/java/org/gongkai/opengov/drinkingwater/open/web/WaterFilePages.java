package org.gongkai.opengov.drinkingwater.open.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gongkai.opengov.drinkingwater.open.OpenWater;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is public of the water of sources, to take along (水质数据下载): a month and a source, which are
 * kept once they are made, and everything, which is written as it is read.
 */
@Controller
class WaterFilePages {
    private static final String FORM = ".{form:csv|json|xlsx}";

    private final OpenWater water;
    private final WaterFiles files;

    WaterFilePages(OpenWater water, WaterFiles files) {
        this.water = water;
        this.files = files;
    }

    @GetMapping(OpenWaterPages.ADDRESS + "/data" + FORM)
    void everything(
            @PathVariable String form,
            @RequestParam(required = false) @Nullable String agency,
            HttpServletResponse response)
            throws IOException {
        var of = water.agency(agency);
        files.send(response, "water", form, take -> water.values(of, take));
    }

    @KeptPage
    @GetMapping(OpenWaterPages.ADDRESS + "/months/{month:\\d{4}-\\d{2}}/data" + FORM)
    void month(
            @PathVariable String month,
            @PathVariable String form,
            @RequestParam(required = false) @Nullable String agency,
            HttpServletResponse response)
            throws IOException {
        var of = water.agency(agency);
        var asked = OpenWaterPages.read(month);
        var found = water.month(of, asked).orElseThrow(Refusal::notFound);
        if (!found.released()) {
            throw Refusal.notFound();
        }
        files.send(response, "water-" + asked, form, take -> water.values(of, found, take));
    }

    @KeptPage
    @GetMapping(WaterSourceHistoryPages.ADDRESS + "/{id:\\d{1,18}}/data" + FORM)
    void source(@PathVariable long id, @PathVariable String form, HttpServletResponse response)
            throws IOException {
        var owned = water.owner(id);
        files.send(response, "water-source-" + id, form, take -> water.values(owned, take));
    }
}
