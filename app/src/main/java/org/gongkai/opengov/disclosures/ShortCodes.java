package org.gongkai.opengov.disclosures;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Short codes and the index numbers they stand for (短地址对照). */
@Repository
@Transactional(readOnly = true)
public class ShortCodes {
    private final JdbcClient database;

    ShortCodes(JdbcClient database) {
        this.database = database;
    }

    /** The code of a published document. */
    public ShortCode of(IndexNumber number) {
        var prefix =
                database.sql("SELECT number FROM short_prefix WHERE prefix = ?")
                        .param(number.prefix())
                        .query(Integer.class)
                        .single();
        return new ShortCode(prefix, number.year(), number.sequence());
    }

    /** The number of every prefix that was ever written, for whoever needs many codes. */
    public Map<String, Integer> prefixes() {
        var numbers = new HashMap<String, Integer>();
        RowCallbackHandler reading =
                row -> numbers.put(row.getString("prefix"), row.getInt("number"));
        database.sql("SELECT prefix, number FROM short_prefix").query(reading);
        return numbers;
    }

    /** The index number that a code stands for, whether or not anything is public there. */
    public Optional<IndexNumber> number(ShortCode code) {
        return database.sql("SELECT prefix FROM short_prefix WHERE number = ?")
                .param(code.prefix())
                .query(String.class)
                .optional()
                .map(it -> new IndexNumber(it, code.year(), code.sequence()));
    }
}
