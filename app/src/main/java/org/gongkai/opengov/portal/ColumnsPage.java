package org.gongkai.opengov.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.ColumnStocks;
import org.gongkai.opengov.disclosures.ColumnStocks.Stock;
import org.gongkai.platform.pagecache.KeptPage;
import org.gongkai.platform.pages.ChineseDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All columns as a tree (公开目录), each with what it holds, how much, and how new. */
@Controller
class ColumnsPage {
    private final PortalSite site;
    private final ColumnStocks stocks;
    private final ChineseDates dates;
    private final Trails trails;
    private final Tags tags;

    ColumnsPage(
            PortalSite site, ColumnStocks stocks, ChineseDates dates, Trails trails, Tags tags) {
        this.site = site;
        this.stocks = stocks;
        this.dates = dates;
        this.trails = trails;
        this.tags = tags;
    }

    /** A column with its children. */
    record Branch(SiteColumn column, long count, @Nullable String newest, List<Branch> below) {}

    @KeptPage
    @GetMapping("/columns")
    String show(Model model) {
        model.addAttribute("branches", below(null, site.tree(), stocks.all()));
        model.addAttribute("crumbs", trails.toPage("portal.columns"));
        model.addAttribute("tags", tags.ofSite());
        return "portal/columns";
    }

    private List<Branch> below(
            @Nullable ColumnId parent, ColumnTree tree, Map<ColumnId, Stock> stocks) {
        return tree.openBelow(parent).stream().map(it -> branch(it, tree, stocks)).toList();
    }

    private Branch branch(SiteColumn column, ColumnTree tree, Map<ColumnId, Stock> stocks) {
        var held =
                tree.branch(column.id()).stream()
                        .flatMap(it -> Optional.ofNullable(stocks.get(it)).stream())
                        .toList();
        return new Branch(
                column,
                held.stream().mapToLong(Stock::documents).sum(),
                held.stream()
                        .map(Stock::newest)
                        .max(Comparator.naturalOrder())
                        .map(dates::brief)
                        .orElse(null),
                below(column.id(), tree, stocks));
    }
}
