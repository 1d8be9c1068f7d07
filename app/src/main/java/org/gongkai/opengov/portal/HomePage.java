package org.gongkai.opengov.portal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.ColumnStocks;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.pagecache.KeptPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page (首页): search, what people come for, the newest, the newest of each column. */
@Controller
class HomePage {
    private static final int NEWEST = 8;
    private static final int PER_COLUMN = 3;

    private final PortalSite site;
    private final ColumnStocks stocks;
    private final PublicRegister register;
    private final Lines lines;
    private final Tags tags;

    HomePage(
            PortalSite site, ColumnStocks stocks, PublicRegister register, Lines lines, Tags tags) {
        this.site = site;
        this.stocks = stocks;
        this.register = register;
        this.lines = lines;
        this.tags = tags;
    }

    /** A column with its newest documents. */
    record Shelf(SiteColumn column, List<Line> lines) {}

    /** One of the things people come for. */
    record Way(String messageKey, String address) {}

    @KeptPage
    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("site", site.site());
        model.addAttribute("ways", ways());
        model.addAttribute("shelves", shelves());
        model.addAttribute("newest", newest());
        model.addAttribute("tags", site.agency().map(tags::ofHome).orElseGet(tags::ofSite));
        return "portal/home";
    }

    private List<Line> newest() {
        return site.agency()
                .map(it -> register.page(PublicFilter.of(it.id()), 0, NEWEST))
                .map(lines::withColumn)
                .orElse(List.of());
    }

    /** Of each column without columns below it. */
    private List<Shelf> shelves() {
        var tree = site.tree();
        var leaves = tree.open().stream().filter(it -> tree.openBelow(it.id()).isEmpty()).toList();
        var newest =
                stocks.newest(
                        leaves.stream()
                                .collect(
                                        Collectors.toMap(
                                                SiteColumn::id, it -> tree.branch(it.id()))),
                        PER_COLUMN);
        return leaves.stream()
                .filter(it -> newest.containsKey(it.id()))
                .map(it -> new Shelf(it, lines.inColumn(newest.getOrDefault(it.id(), List.of()))))
                .toList();
    }

    private List<Way> ways() {
        var offered = site.columns().stream().map(SiteColumn::key).toList();
        return Stream.of(
                        new Way("portal.home.find", "/columns"),
                        new Way("portal.home.request", "/c/on-request"),
                        new Way("portal.home.ask", "/c/guide"))
                .filter(
                        it ->
                                !it.address().startsWith("/c/")
                                        || offered.contains(it.address().substring(3)))
                .toList();
    }
}
