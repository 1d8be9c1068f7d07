package org.gongkai.benchmarks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.MonitoringList;
import org.gongkai.opengov.drinkingwater.WaterBody;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.WaterStandards;

/**
 * Fills an installation with public months of water (装入公开月份), by statements over whole sets: ten
 * years to the month before last, each source with the full analysis of surface water, one value in
 * five not detected, one in two hundred over its limit.
 */
final class OpenMonths {
    private static final int MONTHS = 120;

    private final Connection owner;

    /** Into the installation of this connection. */
    OpenMonths(Connection owner) {
        this.owner = owner;
    }

    /** So many sources. */
    void load(int sources) throws SQLException {
        owner.setAutoCommit(false);
        run(
                """
                CREATE TEMP TABLE months AS SELECT m::date AS month FROM generate_series(
                    date_trunc('month', now()) - interval '%d months',
                    date_trunc('month', now()) - interval '2 months', interval '1 month') m
                """
                        .formatted(MONTHS + 1));
        run("CREATE TEMP TABLE items (place integer, item text, unit text, usual numeric)");
        run("INSERT INTO items VALUES " + items());
        run(
                """
                INSERT INTO water_source (agency_id, entered_as)
                SELECT (SELECT min(id) FROM organization_agency), '测速水源' || n FROM generate_series(1, %d) n
                """
                        .formatted(sources));
        run(
                """
                INSERT INTO water_source_version (source_id, number, valid_from, name, kind, target, district, intake,
                    state, reason, at)
                SELECT id, 1, '2010-01-01', entered_as, 'RESERVOIR', 'III',
                    (ARRAY['640104','640105','640106','640121','640122','640181'])[1 + id % 6], 100 + id % 50,
                    'IN_USE', '', now()
                FROM water_source WHERE entered_as LIKE '测速水源%'
                """);
        run(
                """
                INSERT INTO water_sampling (source_id, month, number, full_analysis, sampled_on, laboratory, readings,
                    origin, reason, at)
                SELECT s.id, m.month, 1, true, m.month + 4, '测速站',
                    (SELECT jsonb_agg(jsonb_build_object('item', i.item, 'unit', i.unit, 'value',
                        CASE WHEN (i.place * 7 + s.id + extract(month FROM m.month)::int) % 5 = 0
                            THEN trim_scale(i.usual / 10)::text || 'L'
                        WHEN (i.place * 131 + s.id * 17 + (m.month - date '2000-01-01')) % 200 = 0
                            THEN trim_scale(i.usual * 3)::text
                        ELSE trim_scale(i.usual * (50 + (i.place + s.id * 3 + extract(month FROM m.month)::int) % 40)
                            / 100)::text END) ORDER BY i.place) FROM items i),
                    'API', '', now()
                FROM water_source s CROSS JOIN months m WHERE s.entered_as LIKE '测速水源%'
                """);
        run(
                """
                INSERT INTO water_report (agency_id, kind, first_month, document_id, begun_by, begun_at)
                SELECT (SELECT min(id) FROM organization_agency), 'MONTH', month, gen_random_uuid(), 1, now() FROM months
                """);
        run(
                """
                INSERT INTO water_report_version (report_id, sha256, at)
                SELECT r.id, repeat('a', 64), now() FROM water_report r JOIN months m ON m.month = r.first_month
                """);
        run(
                """
                INSERT INTO water_report_line (version_id, source_id, month, source_number, sampling_number)
                SELECT v.id, p.source_id, p.month, 1, 1 FROM water_report_version v JOIN water_report r ON r.id = v.report_id
                JOIN water_sampling p ON p.month = r.first_month AND p.laboratory = '测速站'
                """);
        run(
                """
                INSERT INTO water_release (report_id, what, version_id, edition, index_number, note, at)
                SELECT r.id, 'PUBLISHED', v.id, 1, '640100-113/' || extract(year FROM r.first_month + 40) || '-' ||
                    lpad((90000 + r.id)::text, 5, '0'), '', r.first_month + interval '40 days'
                FROM water_report r JOIN water_report_version v ON v.report_id = r.id
                """);
        owner.commit();
        owner.setAutoCommit(true);
        run("VACUUM (ANALYZE)");
    }

    /** The full analysis of a reservoir with a usual value for each item. */
    private static String items() {
        var standard = WaterStandards.cited("GB3838-2002").orElseThrow();
        return MonitoringList.yearly(standard, WaterBody.LAKE).stream()
                .map(OpenMonths::row)
                .collect(Collectors.joining(", "));
    }

    private static String row(MonitoredItem item) {
        var limit = item.limits().most(WaterClass.III).orElse(new BigDecimal("8"));
        var unit = item.unit().equals("dimensionless") ? "" : item.unit();
        return "(%d, '%s', '%s', %s)"
                .formatted(
                        item.table() * 1000 + item.place(),
                        item.name().replace("'", "''"),
                        unit,
                        limit.toPlainString());
    }

    private void run(String statement) throws SQLException {
        try (var command = owner.createStatement()) {
            command.execute(statement);
        }
    }
}
