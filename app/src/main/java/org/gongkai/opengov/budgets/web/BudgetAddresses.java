package org.gongkai.opengov.budgets.web;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.opengov.budgets.FiscalDutyDesk;
import org.gongkai.opengov.budgets.PublicBudgets;
import org.gongkai.opengov.budgets.PublicBudgets.Line;
import org.gongkai.opengov.budgets.PublicFunds;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.gongkai.platform.pages.PublicAddresses;
import org.springframework.stereotype.Component;

/** Where budgets and accounts are public (预决算公示地址). */
@Component
class BudgetAddresses implements PublicAddresses {
    private final PublicBudgets budgets;
    private final PublicFunds funds;
    private final FiscalDutyDesk duties;
    private final Organization organization;

    BudgetAddresses(
            PublicBudgets budgets,
            PublicFunds funds,
            FiscalDutyDesk duties,
            Organization organization) {
        this.budgets = budgets;
        this.funds = funds;
        this.duties = duties;
        this.organization = organization;
    }

    @Override
    public Stream<PublicAddress> all() {
        return Stream.concat(
                Stream.of(
                        PublicAddress.of(PublicBudgetPages.ADDRESS, Kind.PAGE),
                        PublicAddress.of(PublicBudgetPages.ADDRESS + "/list.csv", Kind.FILE),
                        PublicAddress.of(FiscalDutyPages.ADDRESS, Kind.PAGE),
                        PublicAddress.of(PublicFundPages.ADDRESS, Kind.PAGE)),
                organization.agencies().stream().flatMap(this::of));
    }

    private Stream<PublicAddress> of(Agency agency) {
        var behind = "?agency=" + agency.key();
        return Stream.of(
                        Stream.of(
                                PublicAddress.of(PublicBudgetPages.ADDRESS + behind, Kind.PAGE),
                                PublicAddress.of(
                                        PublicBudgetPages.ADDRESS + "/list.csv" + behind,
                                        Kind.FILE),
                                PublicAddress.of(FiscalDutyPages.ADDRESS + behind, Kind.PAGE)),
                        duties.open(agency).stream()
                                .map(
                                        it ->
                                                PublicAddress.of(
                                                        FiscalDutyPages.ADDRESS
                                                                + "/list.csv"
                                                                + behind,
                                                        Kind.FILE)),
                        funds(agency, behind),
                        budgets.lines(agency).stream()
                                .filter(Line::open)
                                .flatMap(BudgetAddresses::of))
                .flatMap(it -> it);
    }

    private Stream<PublicAddress> funds(Agency agency, String behind) {
        var count = funds.total(agency, new PublicFunds.Filter(null, null, "")).count();
        var pages = (int) ((count - 1) / PublicFundPages.PER_PAGE + 1);
        var address = PublicFundPages.ADDRESS + behind;
        return Stream.of(
                        Stream.of(PublicAddress.of(address, Kind.PAGE)),
                        IntStream.rangeClosed(2, pages)
                                .mapToObj(it -> address + "&page=" + it)
                                .map(it -> PublicAddress.of(it, Kind.VIEW)),
                        (count == 0 ? Stream.<String>of() : Stream.of("csv", "xlsx"))
                                .map(it -> PublicFundPages.ADDRESS + "/list." + it + behind)
                                .map(it -> PublicAddress.of(it, Kind.FILE)))
                .flatMap(it -> it);
    }

    private static Stream<PublicAddress> of(Line line) {
        var path = line.paper().path();
        return Stream.concat(
                Stream.of(PublicAddress.of(path, Kind.PAGE)),
                Stream.of("csv", "json", "xlsx")
                        .map(it -> PublicAddress.of(path + "/tables." + it, Kind.FILE)));
    }
}
