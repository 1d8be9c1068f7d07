package org.gongkai.opengov.inspections.draws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.gongkai.opengov.inspections.draws.DrawnVisits.DrawnVisit;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What opens the certificate of a visit (凭证码): it stands in the QR code that the officers show at
 * the door. A visit that an amendment sends to another unit gets another code, so that nobody
 * learns from an old one who comes next (ADR 0263).
 */
@Repository
class CertificateCodes {
    /** Without signs that are taken for others when they are typed. */
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int SIGNS = 20;

    /** So many of them are typed: 59 bits, and tries are slowed. */
    static final int TYPED = 12;

    private static final int GROUP = 4;
    private static final String ADDRESS = "/draws/certificate/";

    private final JdbcClient database;
    private final DataSource source;
    private final RandomBytes random;

    CertificateCodes(JdbcClient database, DataSource source, RandomBytes random) {
        this.database = database;
        this.source = source;
        this.random = random;
    }

    /**
     * Whose certificate it is.
     *
     * @param edition from which on the visit goes to its unit: 0 as drawn, else an amendment
     * @param item what the visit is about; empty texts where that was not kept
     */
    record Coded(String code, long draw, int t, int edition, DrawChoices.Item item) {}

    /** A code as it stands for a unit. */
    private record Standing(String unit, String code) {}

    /**
     * Sees to it that each of these visits has a certificate for the unit it goes to.
     *
     * @param items what each visit is about, by its number
     * @return the codes, by visit
     */
    Map<Integer, String> issue(
            long draw, List<DrawnVisit> visits, Map<Integer, DrawChoices.Item> items) {
        var codes = new HashMap<Integer, String>();
        var lacking = new ArrayList<DrawnVisit>();
        var standing = standing(draw);
        for (var it : visits) {
            var there = standing.get(it.t());
            if (there != null && there.unit().equals(it.unit().id())) {
                codes.put(it.t(), there.code());
            } else {
                codes.put(it.t(), code());
                lacking.add(it);
            }
        }
        CopyRows.into(
                source,
                "inspection_draw_certificate (draw_id, t, edition, code, item_number, item_title)",
                to ->
                        lacking.forEach(
                                it -> {
                                    var item = Objects.requireNonNull(items.get(it.t()));
                                    to.row(
                                            draw,
                                            it.t(),
                                            it.edition(),
                                            codes.get(it.t()),
                                            item.number(),
                                            item.title());
                                }));
        return codes;
    }

    /** The code of a visit as it stands; empty where there is none. */
    Optional<String> of(long draw, int t) {
        return database.sql(
                        "SELECT code FROM inspection_draw_certificate WHERE draw_id = ? AND t = ?"
                                + " ORDER BY edition DESC LIMIT 1")
                .params(draw, t)
                .query(String.class)
                .optional();
    }

    /** By the whole code, as the QR sign has it. */
    Optional<Coded> find(String code) {
        return database.sql("SELECT * FROM inspection_draw_certificate WHERE code = ?")
                .param(code)
                .query(
                        (row, _) ->
                                new Coded(
                                        row.getString("code"),
                                        row.getLong("draw_id"),
                                        row.getInt("t"),
                                        row.getInt("edition"),
                                        new DrawChoices.Item(
                                                row.getString("item_number"),
                                                row.getString("item_title"))))
                .optional();
    }

    /**
     * The whole code of one that was typed: its first signs, or all; spaces and dashes do no harm.
     */
    Optional<String> typed(String typed) {
        var signs = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s\\-‐–—－]", "");
        return signs.length() < TYPED || signs.length() > SIGNS
                ? Optional.empty()
                : database.sql(
                                "SELECT code FROM inspection_draw_certificate"
                                        + " WHERE left(code, 12) = ?")
                        .param(signs.substring(0, TYPED))
                        .query(String.class)
                        .optional()
                        .filter(it -> it.startsWith(signs));
    }

    /** What is typed at the door, in groups of four. */
    static String shown(String code) {
        var groups = new ArrayList<String>();
        for (var at = 0; at < TYPED; at += GROUP) {
            groups.add(code.substring(at, at + GROUP));
        }
        return String.join("-", groups);
    }

    /** Where the certificate is read. */
    static String address(String code) {
        return ADDRESS + code;
    }

    /** The code in such an address. */
    static String codeIn(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Map<Integer, Standing> standing(long draw) {
        var standing = new HashMap<Integer, Standing>();
        RowCallbackHandler reading =
                row ->
                        standing.put(
                                row.getInt("t"),
                                new Standing(row.getString("e"), row.getString("code")));
        database.sql(
                        """
                        SELECT DISTINCT ON (c.t) c.t, c.code, v.e FROM inspection_draw_certificate c
                        JOIN inspection_draw_visit v USING (draw_id, edition, t)
                        WHERE c.draw_id = ? ORDER BY c.t, c.edition DESC
                        """)
                .param(draw)
                .query(reading);
        return standing;
    }

    private String code() {
        var code = new StringBuilder(SIGNS);
        for (var at = 0; at < SIGNS; at++) {
            code.append(ALPHABET.charAt(random.source().nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
