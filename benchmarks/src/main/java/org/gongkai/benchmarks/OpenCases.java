package org.gongkai.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Fills an installation with open requests (装入在办申请), by statements over whole sets: arrived by all
 * channels within the last five weeks, in every stage that still waits for an answer, with the
 * events that lead there. The last days are left to the program itself, which counts them when it
 * next looks. What is sealed about applicants is noise of the right length.
 */
final class OpenCases {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Connection owner;
    private final LocalDate today = LocalDate.now(CHINA);

    /** Into the installation of this connection. */
    OpenCases(Connection owner) {
        this.owner = owner;
    }

    /** So many. */
    void load(int count) throws SQLException {
        owner.setAutoCommit(false);
        cases(count);
        run("INSERT INTO request_matter SELECT id, 1, 1, words FROM incoming");
        for (var table : new String[] {"request_identity", "request_contact"}) {
            run(
                    "INSERT INTO %s SELECT id, decode(repeat(md5(number), 8), 'hex') FROM incoming"
                            .formatted(table));
        }
        events();
        run(
                """
                INSERT INTO request_counter SELECT (SELECT min(id) FROM organization_agency), %d, %d
                """
                        .formatted(today.getYear(), count));
        owner.commit();
        owner.setAutoCommit(true);
        run("VACUUM (ANALYZE)");
    }

    /** A hundredth of a case is of one kind: how far it has come follows from its number. */
    private void cases(int count) throws SQLException {
        run(
                """
                CREATE TEMP TABLE incoming AS
                SELECT n, n %% 100 AS kind, NULL::bigint AS id,
                    'YSQ-%d-' || lpad(n::text, greatest(5, length(n::text)), '0') AS number,
                    (ARRAY['ONLINE','ONLINE','ONLINE','ONLINE','IN_PERSON','SIGNED_POST','EMAIL','FAX','ORDINARY_POST'])
                        [1 + n %% 9] AS channel,
                    DATE '%s' - CASE WHEN n %% 100 < 2 THEN n %% 3 ELSE 10 + (n * 7919 %% 24) END AS arrived,
                    (ARRAY['某化工厂','贺兰山某矿','某污水处理厂','东郊某水源地','某加油站','某屠宰场','某水泥厂'])[1 + n %% 7]
                        || (2015 + n %% 7) || '年' ||
                    (ARRAY['环境影响评价批复','行政处罚决定书','排污许可证','监测数据','验收意见','整改通知'])[1 + n %% 6]
                        || '第' || n || '号' AS words
                FROM generate_series(1, %d) n
                """
                        .formatted(today.getYear(), today, count));
        run(
                """
                ALTER TABLE incoming ADD COLUMN received date;
                UPDATE incoming SET channel = 'ONLINE' WHERE kind < 2;
                UPDATE incoming SET received = CASE WHEN kind < 2 THEN NULL
                    WHEN channel IN ('IN_PERSON', 'SIGNED_POST') THEN arrived ELSE arrived + n % 2 END
                """);
        run(
                """
                INSERT INTO request_case (agency_id, number, channel, applicant_class, applicant_mask,
                    applicant_key, wanted_form, delivery, fingerprint, arrived_on, entered_at, stage,
                    section_id, received_on, calendar_version)
                SELECT (SELECT min(id) FROM organization_agency), number, channel,
                    (ARRAY['NATURAL_PERSON','NATURAL_PERSON','BUSINESS','LEGAL_SERVICE'])[1 + n % 4], '张**',
                    md5('applicant' || n / 3), 'ELECTRONIC', 'EMAIL', md5('same' || n), arrived,
                    arrived + interval '1 hour' + n * interval '1 millisecond',
                    CASE WHEN kind < 2 THEN 'ARRIVED' WHEN kind < 7 THEN 'AWAITING_CORRECTION'
                        WHEN kind < 17 THEN 'CONSULTING' WHEN kind < 55 THEN 'IN_HAND'
                        WHEN kind < 70 THEN 'RECEIVED' WHEN kind < 80 THEN 'DRAFTED'
                        WHEN kind < 90 THEN 'IN_HAND' WHEN kind < 95 THEN 'REVIEWED'
                        WHEN kind < 98 THEN 'SIGNED' ELSE 'MADE' END,
                    CASE WHEN kind BETWEEN 35 AND 54 THEN (SELECT min(id) + n % 4 FROM organization_section) END,
                    received, 'not counted yet'
                FROM incoming ORDER BY n
                """);
        run("UPDATE incoming i SET id = c.id FROM request_case c WHERE c.number = i.number");
        run("ANALYZE incoming");
    }

    private void events() throws SQLException {
        event("REGISTERED", "arrived", "true");
        event("CONFIRMED", "received", "kind >= 2 AND channel NOT IN ('IN_PERSON', 'SIGNED_POST')");
        event("CORRECTION_ASKED", "received + 2", "kind BETWEEN 2 AND 6");
        event("ACCEPTED", "received", "kind BETWEEN 7 AND 54 OR kind >= 70");
        event(
                "THIRD_PARTY_ASKED",
                "received + 3",
                "kind BETWEEN 7 AND 16 OR kind BETWEEN 25 AND 34");
        event("THIRD_PARTY_RECEIVED", "received + 4", "kind BETWEEN 25 AND 34");
        event("THIRD_PARTY_ANSWERED", "received + 5 + n % 4", "kind BETWEEN 25 AND 34");
        event("EXTENSION_ASKED", "received + 6", "kind BETWEEN 17 AND 24");
        event("EXTENSION_APPROVED", "received + 6", "kind BETWEEN 17 AND 24");
        event("EXTENDED", "received + 7", "kind BETWEEN 17 AND 24");
        event("ASSIGNED", "received + 1", "kind BETWEEN 35 AND 54");
        event("DRAFTED_ANSWER", "received + 6", "kind BETWEEN 70 AND 79 OR kind >= 90");
        event("REVIEWED_ANSWER", "received + 7", "kind >= 90");
        event("SIGNED_ANSWER", "received + 8", "kind >= 95");
        event("MADE_ANSWER", "received + 8", "kind >= 98");
    }

    private void event(String step, String day, String where) throws SQLException {
        run(
                """
                INSERT INTO request_event (case_id, step, happened_on, entered_at, entered_on, person_id,
                    note, party, working_days, section_id, term, outcome)
                SELECT id, '%1$s', %2$s, (%2$s) + interval '2 hours', %2$s,
                    CASE WHEN '%1$s' <> 'REGISTERED' OR channel <> 'ONLINE'
                        THEN (SELECT id FROM organization_person WHERE key = 'office') END,
                    CASE WHEN '%1$s' ~ 'ASKED|ANSWER' THEN '按程序办理' END,
                    CASE WHEN '%1$s' ~ 'THIRD_PARTY' THEN '第三方' || n %% 97 END,
                    CASE WHEN '%1$s' ~ '^EXTEN' THEN 10 END,
                    CASE WHEN '%1$s' = 'ASSIGNED' THEN (SELECT min(id) + n %% 4 FROM organization_section) END,
                    CASE WHEN '%1$s' = 'CORRECTION_ASKED' THEN received + 60 END,
                    CASE WHEN '%1$s' = 'MADE_ANSWER' THEN 'disclosed' END
                FROM incoming WHERE %3$s ORDER BY n
                """
                        .formatted(step, day, where));
    }

    private void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
