package org.gongkai.opengov.requests;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often documents already public answered what somebody was about to ask (已公开文件推荐效果): counts,
 * and nothing of who asked or what.
 */
@Repository
class Hints {
    /** The most documents that are shown. */
    static final int SHOWN = 3;

    private final JdbcClient database;

    Hints(JdbcClient database) {
        this.database = database;
    }

    void count(LocalDate day, int shown, boolean helped) {
        database.sql("INSERT INTO request_hint (on_day, shown, helped) VALUES (?, ?, ?)")
                .params(day, Math.clamp(shown, 1, SHOWN), helped)
                .update();
    }
}
