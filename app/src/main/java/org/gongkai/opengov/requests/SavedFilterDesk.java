package org.gongkai.opengov.requests;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists that people keep for themselves (常用查询): each under a name, one of them opens first. Nobody
 * sees those of another; they are no record of the agency and are not in the audit trail.
 */
@Service
public class SavedFilterDesk {
    private static final int NAME = 30;
    private static final int QUERY = 2_000;
    private static final int MOST = 30;
    private static final String ADDRESS = "[\\w%=&.,~+*-]*";

    private final JdbcClient database;

    SavedFilterDesk(JdbcClient database) {
        this.database = database;
    }

    /** Those of this person, by name. */
    @Transactional(readOnly = true)
    public List<SavedFilter> of(Actor by) {
        return database.sql(
                        "SELECT id, name, query, first FROM request_saved_filter"
                                + " WHERE person_id = ? ORDER BY name")
                .param(by.person().value())
                .query(
                        (row, _) ->
                                new SavedFilter(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getBoolean(4)))
                .list();
    }

    /** The one with which the list opens. */
    @Transactional(readOnly = true)
    public Optional<SavedFilter> first(Actor by) {
        return of(by).stream().filter(SavedFilter::first).findFirst();
    }

    /** Keeps a list under a name; the same name again stands for the new one. */
    @Transactional
    public SavedFilter keep(
            Actor by, @Nullable String name, @Nullable String query, boolean first) {
        if (!RequestRights.canRead(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.readers");
        }
        var called = RequestEntry.line(name);
        if (called.isEmpty()) {
            throw Refusal.invalid("name", "requests.filters.name");
        }
        if (called.length() > NAME) {
            throw Refusal.invalid("name", "requests.field.too-long", NAME);
        }
        var asked = Objects.requireNonNullElse(query, "");
        if (!asked.matches(ADDRESS)) {
            throw Refusal.invalid("query", "requests.filters.query");
        }
        if (asked.length() > QUERY) {
            throw Refusal.invalid("query", "requests.field.too-long", QUERY);
        }
        var there = of(by);
        if (there.size() >= MOST && there.stream().noneMatch(it -> it.name().equals(called))) {
            throw Refusal.notPossibleNow(List.of(), "requests.filters.many", MOST);
        }
        if (first) {
            openWithNone(by);
        }
        var id =
                database.sql(
                                """
                                INSERT INTO request_saved_filter AS f (person_id, name, query, first)
                                VALUES (?, ?, ?, ?) ON CONFLICT (person_id, name)
                                DO UPDATE SET query = excluded.query, first = f.first OR excluded.first
                                RETURNING id
                                """)
                        .params(by.person().value(), called, asked, first)
                        .query(Long.class)
                        .single();
        return find(by, id);
    }

    /** The list opens with this one from now on. */
    @Transactional
    public void openWith(Actor by, long id) {
        find(by, id);
        openWithNone(by);
        database.sql("UPDATE request_saved_filter SET first = true WHERE id = ?")
                .param(id)
                .update();
    }

    /** The list opens with none of them from now on. */
    @Transactional
    public void openWithNone(Actor by) {
        database.sql("UPDATE request_saved_filter SET first = false WHERE person_id = ? AND first")
                .param(by.person().value())
                .update();
    }

    /** Removes it. */
    @Transactional
    public void remove(Actor by, long id) {
        find(by, id);
        database.sql("DELETE FROM request_saved_filter WHERE id = ?").param(id).update();
    }

    private SavedFilter find(Actor by, long id) {
        return of(by).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
