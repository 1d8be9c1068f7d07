package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether documents already public answered what people were about to ask (已公开文件推荐效果): counts by
 * month, and nothing of who asked or what.
 */
@Service
public class HintFigures {
    private final JdbcClient database;

    HintFigures(JdbcClient database) {
        this.database = database;
    }

    /**
     * A month.
     *
     * @param shown how often documents were shown before a request was sent
     * @param helped how often they answered it, so that nothing was sent
     */
    public record Month(YearMonth month, long shown, long helped) {
        /** The share of those that were answered, in whole hundredths. */
        public long percent() {
            return shown == 0 ? 0 : Math.round(100.0 * helped / shown);
        }
    }

    /** The months of a year in which something was shown, the first first. */
    @Transactional(readOnly = true)
    public List<Month> of(Actor by, int year) {
        if (!RequestRights.readsAll(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.readers");
        }
        return database.sql(
                        """
                        SELECT date_trunc('month', on_day)::date, count(*), count(*) FILTER (WHERE helped)
                        FROM request_hint WHERE on_day >= ? AND on_day < ? GROUP BY 1 ORDER BY 1
                        """)
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))
                .query(
                        (row, _) ->
                                new Month(
                                        YearMonth.from(row.getObject(1, LocalDate.class)),
                                        row.getLong(2),
                                        row.getLong(3)))
                .list();
    }
}
