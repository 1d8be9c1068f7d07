package org.gongkai.opengov.drinkingwater.open;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.reports.Release;
import org.gongkai.opengov.drinkingwater.results.ReportedValue;
import org.gongkai.opengov.drinkingwater.results.Sampling;
import org.gongkai.opengov.drinkingwater.results.Samplings;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which values are not those that were published first (更正过的数值). Only whether a value changed is
 * told here; the earlier edition of the report itself stays where it was.
 */
@Repository
class Corrections {
    private final JdbcClient database;
    private final Samplings samplings;

    Corrections(JdbcClient database, Samplings samplings) {
        this.database = database;
        this.samplings = samplings;
    }

    /**
     * The results that earlier editions of these releases told, of these sources, or of all if none
     * is named.
     */
    Earlier before(Collection<Release> releases, Collection<Long> chosen) {
        var versions =
                releases.stream()
                        .filter(it -> !it.corrections().isEmpty())
                        .flatMap(it -> earlierVersions(it).stream())
                        .toList();
        return new Earlier(versions.isEmpty() ? List.of() : samplings.told(versions, chosen));
    }

    private List<Long> earlierVersions(Release release) {
        return database.sql(
                        """
                        SELECT DISTINCT e.version_id FROM water_release e JOIN water_report r ON r.id = e.report_id
                        WHERE r.document_id = ? AND e.version_id IS NOT NULL AND e.version_id <> ?
                        """)
                .params(release.report().value(), release.version())
                .query(Long.class)
                .list();
    }

    /** What was published earlier. */
    static final class Earlier {
        private record Was(long source, YearMonth month, String item, String value, String unit) {}

        private final Set<Was> values = new HashSet<>();
        private final Set<Long> sources = new HashSet<>();
        private final Set<YearMonth> months = new HashSet<>();

        private Earlier(List<Sampling> published) {
            for (var it : published) {
                sources.add(it.source());
                months.add(it.month());
                it.values().forEach(value -> values.add(was(it.source(), it.month(), value)));
            }
        }

        /** Whether the item's value is another one than was published before. */
        boolean differs(SourceMonth now, MonitoredItem item) {
            if (!sources.contains(now.source().id())
                    || !months.contains(now.month())
                    || now.sampling() == null) {
                return false;
            }
            return now.reported(item)
                    .filter(it -> !values.contains(was(now.source().id(), now.month(), it)))
                    .isPresent();
        }

        private static Was was(long source, YearMonth month, ReportedValue value) {
            return new Was(source, month, value.item(), value.value(), value.unit());
        }
    }
}
