package org.gongkai.opengov.budgets;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.pages.CsvTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was granted to farmers and firms, for everybody (涉农涉企资金发放公示). */
@Service
@Transactional(readOnly = true)
public class PublicFunds {
    private static final int MOST_WORDS = 50;

    private final Funds funds;
    private final FundDesk desk;

    PublicFunds(Funds funds, FundDesk desk) {
        this.funds = funds;
        this.desk = desk;
    }

    /** What is asked for; null for all. */
    public record Filter(@Nullable FundKind kind, @Nullable Integer year, String words) {}

    /** How many, and how much in yuan. */
    public record Total(long count, BigDecimal amount) {
        /** With digits grouped. */
        public String written() {
            return AmountUnit.YUAN.written(amount);
        }
    }

    /** The newest first. */
    public List<FundPayment> list(Agency agency, Filter filter, int skip, int most) {
        return funds.open(asked(agency, filter), skip, most);
    }

    /** Of all that is asked for. */
    public Total total(Agency agency, Filter filter) {
        var total = funds.total(asked(agency, filter));
        return new Total(total.count(), total.amount());
    }

    /** All that is asked for, as a file. */
    public CsvTable table(Agency agency, Filter filter) {
        return desk.table(list(agency, filter, 0, Integer.MAX_VALUE));
    }

    private static Funds.Asked asked(Agency agency, Filter filter) {
        var words = filter.words().strip();
        return new Funds.Asked(
                agency.id(),
                filter.kind(),
                filter.year(),
                words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words);
    }
}
