package org.gongkai.opengov.budgets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The official tables and what has to agree between them (公开表样式与勾稽关系), read from a file: {@code
 * budgets/tables.json}, or the one that {@code GONGKAI_BUDGET_TABLES} names (ADR 0288).
 */
@Component
public class BudgetShapes {
    private final Map<String, KindShapes> kinds;

    BudgetShapes(JsonMapper json, @Value("${GONGKAI_BUDGET_TABLES:}") String file) {
        this.kinds = json.readValue(text(file), new TypeReference<>() {});
    }

    /**
     * What a budget or an account consists of.
     *
     * @param agreements cells that are one figure
     * @param atLeast cells of which the first is not less than the second
     * @param functions tables that break down the same by function
     * @param initial columns of an account that repeat the budget
     * @param changes what is compared with the budget, or with the year before
     * @param sections of 情况说明
     */
    public record KindShapes(
            List<TableShape> tables,
            List<Agreement> agreements,
            List<Agreement> atLeast,
            List<Breakdown> functions,
            List<Pair> initial,
            List<Pair> changes,
            List<SectionShape> sections) {

        /** The table with this key. */
        public TableShape table(String key) {
            return tables.stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
        }
    }

    /** Cells that say the same. */
    public record Agreement(String rule, List<Reference> cells) {}

    /** A cell by table, row (total, year-total, grand-total, only, code:30212) and column. */
    public record Reference(String table, String row, String column) {}

    /** The same by function on the side of one table and in the rows of another. */
    public record Breakdown(Reference left, Reference right) {}

    /** A column and the column of another paper that it is held against. */
    public record Pair(String table, String column, String ofTable, String ofColumn, String rows) {}

    /** A section of the explanations (情况说明); a required one has to be written. */
    public record SectionShape(String key, String title, boolean required) {}

    /** Of this kind. */
    public KindShapes of(BudgetKind kind) {
        return Objects.requireNonNull(kinds.get(kind.slug()));
    }

    private static String text(String file) {
        try {
            return file.isBlank()
                    ? new ClassPathResource("budgets/tables.json")
                            .getContentAsString(StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
