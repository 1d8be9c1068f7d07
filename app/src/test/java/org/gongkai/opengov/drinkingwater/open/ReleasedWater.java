package org.gongkai.opengov.drinkingwater.open;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gongkai.platform.organization.AgencyEntry;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.OrganizationDesk;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * An agency of its own with sources, results and public months (已公开的水源水质), so that a test looks at
 * nobody else's. What the desk does in days is one call here; {@code CorrectedWaterTests} goes the
 * whole way.
 */
public final class ReleasedWater {
    private static final JsonMapper JSON = new JsonMapper();

    private final ApplicationContext program;
    private final JdbcClient database;
    private final String key;
    private final AgencyId agency;
    private final Map<YearMonth, Long> reports = new LinkedHashMap<>();

    private ReleasedWater(ApplicationContext program, String key, String name) {
        this.program = program;
        this.database = program.getBean(JdbcClient.class);
        this.key = key;
        var organization = program.getBean(Organization.class);
        var operator = organization.personByKey("operator").orElseThrow();
        this.agency =
                program.getBean(OrganizationDesk.class)
                        .addAgency(
                                organization.actorOn(operator.id(), LocalDate.of(2021, 7, 30)),
                                new AgencyEntry(
                                        key,
                                        name,
                                        name,
                                        "640100",
                                        "113",
                                        "",
                                        "",
                                        "",
                                        "",
                                        "负责生态环境监督管理。",
                                        "测试路1号",
                                        "工作日9:00—18:00",
                                        "0951-0000300",
                                        "",
                                        key + "@example.org",
                                        "2021-01-01"));
    }

    public static ReleasedWater of(ApplicationContext program, String key, String name) {
        return new ReleasedWater(program, key, name);
    }

    public String key() {
        return key;
    }

    /** A source that has been in use for years; its number. */
    public long source(String name, String kind, String district) {
        long id =
                database.sql(
                                "INSERT INTO water_source (agency_id, entered_as) VALUES (?, ?) RETURNING id")
                        .params(agency.value(), name)
                        .query(Long.class)
                        .single();
        database.sql(
                        """
                        INSERT INTO water_source_version (source_id, number, valid_from, name, kind, target, district,
                            intake, state, reason, at)
                        VALUES (?, 1, '2010-01-01', ?, ?, 'III', ?, 100, 'IN_USE', '', now())
                        """)
                .params(id, name, kind, district)
                .update();
        return id;
    }

    /**
     * Lays down that an item of a source is over by nature alone, and that rates are told so too.
     */
    public void byNature(long source, String item, String cause) {
        var decision = decision();
        long id =
                database.sql(
                                "INSERT INTO water_background (agency_id, source_id, item) VALUES (?, ?, ?) RETURNING id")
                        .params(agency.value(), source, item)
                        .query(Long.class)
                        .single();
        database.sql(
                        """
                        INSERT INTO water_background_version (background_id, number, agency_id, basis, cause, document,
                            document_number, valid_from, withdrawn, reason)
                        VALUES (?, 1, ?, ?, ?, '本底调查报告', '', '2019-01-01', false, '')
                        """)
                .params(id, agency.value(), decision, cause)
                .update();
        database.sql(
                        """
                        INSERT INTO water_rate_setting (agency_id, number, basis, sets_apart, reason)
                        VALUES (?, 1, ?, true, '测试')
                        """)
                .params(agency.value(), decision())
                .update();
    }

    private int decision() {
        return database.sql(
                        """
                        INSERT INTO water_basis (agency_id, number, at)
                        SELECT ?, coalesce(max(number), 0) + 1, now() FROM water_basis WHERE agency_id = ?
                        RETURNING number
                        """)
                .params(agency.value(), agency.value())
                .query(Integer.class)
                .single();
    }

    /** Results that nobody outside knows yet; the number of their version. */
    public int results(long source, String month, Map<String, String> values) {
        var first = YearMonth.parse(month).atDay(1);
        var number =
                database.sql(
                                "SELECT coalesce(max(number), 0) + 1 FROM water_sampling WHERE source_id = ? AND month = ?")
                        .params(source, first)
                        .query(Integer.class)
                        .single();
        database.sql(
                        """
                        INSERT INTO water_sampling (source_id, month, number, full_analysis, sampled_on, laboratory, readings,
                            origin, reason, at)
                        VALUES (?, ?, ?, false, ?, '测试站', ?::jsonb, 'API', ?, now())
                        """)
                .params(
                        source,
                        first,
                        number,
                        first.plusDays(4),
                        JSON.writeValueAsString(
                                values.entrySet().stream()
                                        .map(
                                                it ->
                                                        Map.of(
                                                                "item",
                                                                it.getKey(),
                                                                "value",
                                                                it.getValue(),
                                                                "unit",
                                                                unit(it.getKey())))
                                        .toList()),
                        number == 1 ? "" : "更正")
                .update();
        return number;
    }

    private static String unit(String item) {
        return item.startsWith("pH") ? "" : "mg/L";
    }

    /** What is known now of a month becomes public at this moment. */
    public void release(String month, String at) {
        var first = YearMonth.parse(month);
        var report =
                database.sql(
                                """
                                INSERT INTO water_report (agency_id, kind, first_month, document_id, begun_by, begun_at)
                                VALUES (?, 'MONTH', ?, ?, 1, ?) RETURNING id
                                """)
                        .params(
                                agency.value(),
                                first.atDay(1),
                                UUID.randomUUID(),
                                Timestamp.from(Instant.parse(at)))
                        .query(Long.class)
                        .single();
        reports.put(first, report);
        add(first, "PUBLISHED", 1, "", at);
    }

    /** What is known now of a month replaces what was public. */
    public void correct(String month, String note, String at) {
        add(YearMonth.parse(month), "CORRECTED", 2, note, at);
    }

    private void add(YearMonth month, String what, int edition, String note, String at) {
        var report = reports.get(month);
        long version =
                database.sql(
                                """
                                INSERT INTO water_report_version (report_id, sha256, basis, at)
                                SELECT ?, ?, coalesce(max(number), 0), ? FROM water_basis WHERE agency_id = ?
                                RETURNING id
                                """)
                        .params(
                                report,
                                "%064x".formatted(edition),
                                Timestamp.from(Instant.parse(at)),
                                agency.value())
                        .query(Long.class)
                        .single();
        database.sql(
                        """
                        INSERT INTO water_report_line (version_id, source_id, month, source_number, sampling_number)
                        SELECT ?, r.source_id, r.month, 1, max(r.number) FROM water_sampling r
                        JOIN water_source s ON s.id = r.source_id
                        WHERE s.agency_id = ? AND r.month = ? GROUP BY r.source_id, r.month
                        """)
                .params(version, agency.value(), month.atDay(1))
                .update();
        new TransactionTemplate(
                        program.getBean(
                                org.springframework.transaction.PlatformTransactionManager.class))
                .executeWithoutResult(
                        _ -> {
                            database.sql(
                                            """
                                            INSERT INTO water_release
                                                (report_id, what, version_id, edition, index_number, note, at)
                                            VALUES (?, ?, ?, ?, '640100-113/2021-90001', ?, ?)
                                            """)
                                    .params(
                                            report,
                                            what,
                                            version,
                                            edition,
                                            note,
                                            Timestamp.from(Instant.parse(at)))
                                    .update();
                            program.getBean(PageChanges.class)
                                    .tell("released-water/" + agency.value());
                        });
    }

    /** Why there is no report of a month. */
    public void explain(String month, String reason) {
        new TransactionTemplate(
                        program.getBean(
                                org.springframework.transaction.PlatformTransactionManager.class))
                .executeWithoutResult(
                        _ -> {
                            database.sql(
                                            """
                                            INSERT INTO water_month_reason (agency_id, month, reason, person_id, at)
                                            VALUES (?, ?, ?, 1, now())
                                            """)
                                    .params(agency.value(), YearMonth.parse(month).atDay(1), reason)
                                    .update();
                            program.getBean(PageChanges.class)
                                    .tell("released-water/" + agency.value());
                        });
    }
}
