package org.gongkai.opengov.portal;

import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.columns.SiteColumn;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.pages.ChineseDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All columns as a tree (公开目录), each with what it holds, how much, and how new. */
@Controller
class ColumnsPage {
    private final PortalSite site;
    private final Columns columns;
    private final PublicRegister register;
    private final ChineseDates dates;
    private final Trails trails;
    private final Tags tags;

    ColumnsPage(
            PortalSite site,
            Columns columns,
            PublicRegister register,
            ChineseDates dates,
            Trails trails,
            Tags tags) {
        this.site = site;
        this.columns = columns;
        this.register = register;
        this.dates = dates;
        this.trails = trails;
        this.tags = tags;
    }

    /** A column with its children. */
    record Branch(SiteColumn column, long count, @Nullable String newest, List<Branch> below) {}

    @GetMapping("/columns")
    String show(Model model) {
        model.addAttribute("branches", below(null, site.columns()));
        model.addAttribute("crumbs", trails.toPage("portal.columns"));
        model.addAttribute("tags", tags.ofSite());
        return "portal/columns";
    }

    private List<Branch> below(@Nullable ColumnId parent, List<SiteColumn> all) {
        return all.stream()
                .filter(it -> Objects.equals(it.parent(), parent))
                .map(it -> branch(it, all))
                .toList();
    }

    private Branch branch(SiteColumn column, List<SiteColumn> all) {
        var ids = columns.branch(column.id());
        return new Branch(
                column,
                register.count(PublicFilter.all().in(ids)),
                register.latestIn(ids).map(dates::brief).orElse(null),
                below(column.id(), all));
    }
}
