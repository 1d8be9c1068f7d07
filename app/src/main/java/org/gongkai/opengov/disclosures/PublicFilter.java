package org.gongkai.opengov.disclosures;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Which public documents a list shows (公开目录筛选), newest first; null or empty does not filter.
 *
 * @param columns the branch of a column, see {@code Columns.branch}
 * @param year the year of publication
 */
public record PublicFilter(
        @Nullable AgencyId agency,
        Set<ColumnId> columns,
        @Nullable DocumentKind kind,
        @Nullable Integer year,
        @Nullable SectionId section) {

    private static final int LAST_YEAR = 9998;

    /** Everything. */
    public static PublicFilter all() {
        return new PublicFilter(null, Set.of(), null, null, null);
    }

    /** Everything of an agency. */
    public static PublicFilter of(AgencyId agency) {
        return new PublicFilter(agency, Set.of(), null, null, null);
    }

    /** The same in these columns only. */
    public PublicFilter in(Set<ColumnId> branch) {
        return new PublicFilter(agency, branch, kind, year, section);
    }

    String where() {
        return " WHERE true"
                + (agency == null ? "" : " AND agency_id = :agency")
                + (columns.isEmpty() ? "" : " AND column_id IN (:columns)")
                + (kind == null ? "" : " AND kind = :kind")
                + (year == null ? "" : inYear(year))
                + (section == null ? "" : " AND section_id = :section");
    }

    /** The same asked of the counts. */
    String countsWhere() {
        return " WHERE documents > 0"
                + (agency == null ? "" : " AND agency_id = :agency")
                + (columns.isEmpty() ? "" : " AND column_id IN (:columns)")
                + (kind == null ? "" : " AND kind = :kind")
                + (year == null ? "" : " AND year = :year")
                + (section == null ? "" : " AND section_id = :section");
    }

    private static String inYear(int year) {
        return year < 1 || year > LAST_YEAR
                ? " AND false"
                : " AND published_at >= make_timestamptz(:year, 1, 1, 0, 0, 0, 'Asia/Shanghai')"
                        + " AND published_at < make_timestamptz(:year + 1, 1, 1, 0, 0, 0,"
                        + " 'Asia/Shanghai')";
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        if (agency != null) {
            parameters.put("agency", agency.value());
        }
        if (!columns.isEmpty()) {
            parameters.put("columns", columns.stream().map(ColumnId::value).toList());
        }
        if (kind != null) {
            parameters.put("kind", kind.name());
        }
        if (year != null) {
            parameters.put("year", year);
        }
        if (section != null) {
            parameters.put("section", section.value());
        }
        return parameters;
    }

    PublicFilter without(Facet facet) {
        return switch (facet) {
            case KIND -> new PublicFilter(agency, columns, null, year, section);
            case YEAR -> new PublicFilter(agency, columns, kind, null, section);
            case SECTION -> new PublicFilter(agency, columns, kind, year, null);
        };
    }

    /** What a list can be narrowed by. */
    public enum Facet {
        /** 种类. */
        KIND("kind"),
        /** 发布年份. */
        YEAR("year::text"),
        /** 责任科室. */
        SECTION("section_id::text");

        private final String expression;

        Facet(String expression) {
            this.expression = expression;
        }

        String expression() {
            return expression;
        }
    }
}
