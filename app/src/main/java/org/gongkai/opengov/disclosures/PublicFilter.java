package org.gongkai.opengov.disclosures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Which public documents a list shows (公开目录筛选); null or empty does not filter.
 *
 * @param columns the branch of a column, see {@code Columns.branch}
 * @param year the year of publication
 * @param article20Item the item of 条例 art. 20, 1 to 15; 0 for documents that name none
 * @param validity of normative documents, as of the day asked; other documents have none
 */
public record PublicFilter(
        @Nullable AgencyId agency,
        Set<ColumnId> columns,
        @Nullable DocumentKind kind,
        @Nullable Integer year,
        @Nullable SectionId section,
        @Nullable Integer article20Item,
        @Nullable Validity validity) {

    private static final int LAST_YEAR = 9998;

    /** Without a choice of item and validity. */
    public PublicFilter(
            @Nullable AgencyId agency,
            Set<ColumnId> columns,
            @Nullable DocumentKind kind,
            @Nullable Integer year,
            @Nullable SectionId section) {
        this(agency, columns, kind, year, section, null, null);
    }

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
        return new PublicFilter(agency, branch, kind, year, section, article20Item, validity);
    }

    /** The same of this section only. */
    public PublicFilter by(SectionId responsible) {
        return new PublicFilter(agency, columns, kind, year, responsible, article20Item, validity);
    }

    String where() {
        return " WHERE true"
                + (agency == null ? "" : " AND agency_id = :agency")
                + (columns.isEmpty() ? "" : " AND column_id IN (:columns)")
                + (kind == null ? "" : " AND kind = :kind")
                + (year == null ? "" : inYear(year))
                + (section == null ? "" : " AND section_id = :section")
                + (article20Item == null ? "" : " AND coalesce(article20_item, 0) = :item")
                + (validity == null
                        ? ""
                        : " AND kind = 'NORMATIVE_DOCUMENT' AND "
                                + Validities.SQL
                                + " = :validity");
    }

    /** The same asked of the counts, which know no validity. */
    String countsWhere() {
        return " WHERE documents > 0"
                + (agency == null ? "" : " AND agency_id = :agency")
                + (columns.isEmpty() ? "" : " AND column_id IN (:columns)")
                + (kind == null ? "" : " AND kind = :kind")
                + (year == null ? "" : " AND year = :year")
                + (section == null ? "" : " AND section_id = :section")
                + (article20Item == null ? "" : " AND article20_item = :item");
    }

    /** Whether what is counted as it changes can answer, or only the dates of today. */
    boolean isCounted() {
        return validity == null;
    }

    private static String inYear(int year) {
        return year < 1 || year > LAST_YEAR
                ? " AND false"
                : " AND published_at >= make_timestamptz(:year, 1, 1, 0, 0, 0, 'Asia/Shanghai')"
                        + " AND published_at < make_timestamptz(:year + 1, 1, 1, 0, 0, 0,"
                        + " 'Asia/Shanghai')";
    }

    /** As of this day. */
    Map<String, Object> parameters(LocalDate today) {
        var parameters = new HashMap<String, Object>();
        parameters.put("today", today);
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
        if (article20Item != null) {
            parameters.put("item", article20Item);
        }
        if (validity != null) {
            parameters.put("validity", validity.name());
        }
        return parameters;
    }

    /** The same without a choice of this facet. */
    public PublicFilter without(Facet facet) {
        return new PublicFilter(
                agency,
                facet == Facet.COLUMN ? Set.of() : columns,
                facet == Facet.KIND ? null : kind,
                facet == Facet.YEAR ? null : year,
                facet == Facet.SECTION ? null : section,
                facet == Facet.ITEM ? null : article20Item,
                facet == Facet.VALIDITY ? null : validity);
    }

    /** What a list can be narrowed by. */
    public enum Facet {
        /** 种类. */
        KIND("kind", "kind"),
        /** 发布年份. */
        YEAR(
                "year::text",
                "extract(year FROM published_at AT TIME ZONE 'Asia/Shanghai')::integer::text"),
        /** 责任科室. */
        SECTION("section_id::text", "section_id::text"),
        /** 条例第二十条的项. */
        ITEM("article20_item::text", "coalesce(article20_item, 0)::text"),
        /** 栏目. */
        COLUMN("column_id::text", "column_id::text"),
        /** 效力状态: of normative documents only, never counted in advance. */
        VALIDITY(null, Validities.SQL);

        private final @Nullable String counted;
        private final String read;

        Facet(@Nullable String counted, String read) {
            this.counted = counted;
            this.read = read;
        }

        /** In the counts; null when they do not tell. */
        @Nullable String counted() {
            return counted;
        }

        /** In the register itself. */
        String read() {
            return read;
        }

        /** Which documents have it at all. */
        String only() {
            return this == VALIDITY ? " AND kind = 'NORMATIVE_DOCUMENT'" : "";
        }
    }
}
