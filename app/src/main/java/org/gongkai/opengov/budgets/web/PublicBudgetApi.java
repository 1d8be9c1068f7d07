package org.gongkai.opengov.budgets.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.budgets.PublicBudgets;
import org.gongkai.opengov.budgets.PublicBudgets.Line;
import org.gongkai.opengov.budgets.PublicBudgets.Open;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Budgets and accounts for everybody's programs (预决算公开接口). */
@RestController
@RequestMapping("/api/v1/public/budgets")
class PublicBudgetApi {
    private final PublicBudgets budgets;

    PublicBudgetApi(PublicBudgets budgets) {
        this.budgets = budgets;
    }

    /** One in the list. */
    record LineAnswer(
            int year,
            String unit,
            String unitName,
            String kind,
            String title,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate firstPublic,
            String state,
            @Nullable String address) {
        static LineAnswer of(Line it) {
            var approval = it.paper().approval();
            return new LineAnswer(
                    it.paper().year(),
                    it.paper().unit(),
                    it.paper().unitName(),
                    it.paper().kind().slug(),
                    it.title(),
                    approval == null ? null : approval.approvedOn(),
                    it.paper().lastDay(),
                    it.paper().firstPublic(),
                    it.state().slug(),
                    it.open() ? it.paper().path() : null);
        }
    }

    /** One with its tables. */
    record OpenAnswer(
            LineAnswer paper,
            String indexNumber,
            String document,
            int version,
            Instant versionAt,
            List<BudgetApi.TableAnswer> tables) {
        static OpenAnswer of(Open it) {
            return new OpenAnswer(
                    LineAnswer.of(new Line(it.paper(), it.title(), it.state())),
                    it.listing().indexNumber().toString(),
                    it.listing().indexNumber().path(),
                    it.version().number(),
                    it.version().at(),
                    it.tables().stream().map(BudgetApi.TableAnswer::of).toList());
        }
    }

    @GetMapping
    Items<LineAnswer> list(@RequestParam(required = false) @Nullable String agency, Paging paging) {
        var skip = paging.cursor(1).map(it -> it.number(0)).orElse(0L);
        var all = budgets.lines(budgets.agency(agency));
        var page = all.stream().skip(skip).limit(paging.fetch()).toList();
        var next = skip + paging.limit();
        return Items.of(page, paging, it -> Cursor.at(next)).map(LineAnswer::of);
    }

    @GetMapping("/{year}/{unit}/{kind}")
    OpenAnswer one(@PathVariable int year, @PathVariable String unit, @PathVariable String kind) {
        return OpenAnswer.of(budgets.one(year, unit, kind));
    }
}
