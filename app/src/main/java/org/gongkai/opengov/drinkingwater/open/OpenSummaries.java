package org.gongkai.opengov.drinkingwater.open;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.reports.Release;
import org.gongkai.opengov.drinkingwater.reports.ReleasedMonths;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;
import org.gongkai.opengov.drinkingwater.web.ExplainedItems;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What public months come to, laid out once (公开摘要表). Every question names the versions that are
 * public, so that a version that is no longer, or not yet, is never told of. When the standards
 * change, everything is laid out anew.
 */
@Repository
class OpenSummaries {
    /** To be raised when the rules of evaluation change, so that nothing old is shown. */
    private static final byte RULES = 2;

    private static final String STANDARDS = hashOfStandards();

    private final JdbcClient database;
    private final ReleasedMonths released;

    OpenSummaries(JdbcClient database, ReleasedMonths released) {
        this.database = database;
        this.released = released;
    }

    /** Lays out what is public and not laid out yet. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void layOut(AgencyId agency, Collection<Release> releases) {
        var known = known(releases);
        releases.stream()
                .filter(it -> !known.contains(it.version()))
                .forEach(it -> add(it, released.lines(agency, it)));
    }

    private Set<Long> known(Collection<Release> releases) {
        return releases.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        database.sql(
                                        """
                                        SELECT version_id FROM water_open_month
                                        WHERE standards = :standards AND version_id IN (:versions)
                                        """)
                                .param("standards", STANDARDS)
                                .param("versions", versions(releases))
                                .query(Long.class)
                                .list());
    }

    private void add(Release release, List<SourceMonth> lines) {
        var summary =
                database.sql(
                                """
                                INSERT INTO water_open_month (version_id, standards, month) VALUES (?, ?, ?)
                                ON CONFLICT DO NOTHING RETURNING id
                                """)
                        .params(release.version(), STANDARDS, release.month().atDay(1))
                        .query(Long.class)
                        .optional();
        summary.ifPresent(id -> lines.forEach(it -> add(id, it)));
    }

    private void add(long summary, SourceMonth of) {
        database.sql(
                        """
                        INSERT INTO water_open_source (summary_id, source_id, name, water_class, met, judged, intake,
                            set_apart)
                        VALUES (:summary, :source, :name, :class, :met, :judged, :intake, :setApart)
                        """)
                .param("summary", summary)
                .param("source", of.source().id())
                .param("name", of.source().facts().name())
                .param("class", of.verdict().waterClass().map(Enum::name).orElse(null))
                .param("met", of.verdict().met().orElse(null))
                .param("judged", of.judged())
                .param("intake", of.intake().orElse(null))
                .param("setApart", of.setApart())
                .update();
        of.over().forEach(it -> add(summary, of.source().id(), it));
    }

    private void add(long summary, long source, ItemVerdict over) {
        database.sql(
                        """
                        INSERT INTO water_open_over (summary_id, source_id, item, name, value, unit, limit_text, multiple,
                            background_cause, background_document, background_number)
                        VALUES (:summary, :source, :item, :name, :value, :unit, :limit, :multiple,
                            :cause, :document, :documentNumber)
                        ON CONFLICT DO NOTHING
                        """)
                .param("summary", summary)
                .param("source", source)
                .param("item", WaterItem.keyOf(over.item()))
                .param("name", over.item().name())
                .param("value", ExplainedItems.written(over.reported()))
                .param("unit", over.item().unit())
                .param("limit", over.limit().orElse(""))
                .param("multiple", over.multiple().orElse(null))
                .param("cause", over.background().map(it -> it.cause()).orElse(null))
                .param("document", over.background().map(it -> it.document()).orElse(null))
                .param("documentNumber", over.background().map(it -> it.number()).orElse(null))
                .update();
    }

    /** The sources of these public months, in order of month and source. */
    List<OpenSource> sources(Collection<Release> releases, @Nullable Long source) {
        return releases.isEmpty() ? List.of() : sources(releases, source, over(releases, source));
    }

    /** The same without their items over limits, which is enough for rates. */
    List<OpenSource> rated(Collection<Release> releases) {
        return releases.isEmpty() ? List.of() : sources(releases, null, Map.of());
    }

    private List<OpenSource> sources(
            Collection<Release> releases,
            @Nullable Long source,
            Map<Key, List<OpenSource.Over>> over) {
        return database.sql(
                        """
                        SELECT m.month, s.* FROM water_open_month m JOIN water_open_source s ON s.summary_id = m.id
                        WHERE m.standards = :standards AND m.version_id IN (:versions)
                            AND (CAST(:source AS bigint) IS NULL OR s.source_id = :source)
                        ORDER BY m.month, s.source_id
                        """)
                .param("standards", STANDARDS)
                .param("versions", versions(releases))
                .param("source", source)
                .query((row, at) -> source(row, over))
                .list();
    }

    private Map<Key, List<OpenSource.Over>> over(
            Collection<Release> releases, @Nullable Long source) {
        var over = new LinkedHashMap<Key, List<OpenSource.Over>>();
        database.sql(
                        """
                        SELECT m.month, o.* FROM water_open_month m JOIN water_open_over o ON o.summary_id = m.id
                        WHERE m.standards = :standards AND m.version_id IN (:versions)
                            AND (CAST(:source AS bigint) IS NULL OR o.source_id = :source)
                        ORDER BY m.month, o.source_id, o.multiple DESC NULLS FIRST, o.item
                        """)
                .param("standards", STANDARDS)
                .param("versions", versions(releases))
                .param("source", source)
                .query(
                        row -> {
                            over.computeIfAbsent(
                                            new Key(month(row), row.getLong("source_id")),
                                            _ -> new ArrayList<>())
                                    .add(over(row));
                        });
        return over;
    }

    /** Where an item was over its limit in these public months, the newest first. */
    List<Exceedance> exceedances(Collection<Release> releases, String item, int most) {
        if (releases.isEmpty()) {
            return List.of();
        }
        return database.sql(
                        """
                        SELECT m.month, s.name AS source_name, o.* FROM water_open_over o
                        JOIN water_open_month m ON m.id = o.summary_id
                        JOIN water_open_source s ON s.summary_id = o.summary_id AND s.source_id = o.source_id
                        WHERE o.item = :item AND m.standards = :standards AND m.version_id IN (:versions)
                        ORDER BY m.month DESC, o.source_id LIMIT :most
                        """)
                .param("item", item)
                .param("standards", STANDARDS)
                .param("versions", versions(releases))
                .param("most", most)
                .query(
                        (row, at) ->
                                new Exceedance(
                                        month(row),
                                        row.getLong("source_id"),
                                        row.getString("source_name"),
                                        over(row)))
                .list();
    }

    private record Key(YearMonth month, long source) {}

    private static List<Long> versions(Collection<Release> releases) {
        return releases.stream().map(Release::version).toList();
    }

    private static OpenSource source(ResultSet row, Map<Key, List<OpenSource.Over>> over)
            throws SQLException {
        var month = month(row);
        var source = row.getLong("source_id");
        return new OpenSource(
                month,
                source,
                row.getString("name"),
                Optional.ofNullable(row.getString("water_class")).map(WaterClass::valueOf),
                Optional.ofNullable((Boolean) row.getObject("met")),
                row.getInt("judged"),
                Optional.ofNullable(row.getBigDecimal("intake")),
                row.getBoolean("set_apart"),
                over.getOrDefault(new Key(month, source), List.of()));
    }

    private static OpenSource.Over over(ResultSet row) throws SQLException {
        return new OpenSource.Over(
                row.getString("item"),
                row.getString("name"),
                row.getString("value"),
                row.getString("unit"),
                row.getString("limit_text"),
                Optional.ofNullable(row.getBigDecimal("multiple")),
                background(row));
    }

    private static Optional<NaturalBackground> background(ResultSet row) throws SQLException {
        var cause = row.getString("background_cause");
        return cause == null
                ? Optional.empty()
                : Optional.of(
                        new NaturalBackground(
                                cause,
                                row.getString("background_document"),
                                row.getString("background_number")));
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }

    private static String hashOfStandards() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(RULES);
            for (var table :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:standards/*.csv")) {
                digest.update(table.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
