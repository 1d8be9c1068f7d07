package org.gongkai.opengov.sitechecks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is looked for (自查项目), after the check table of 国办秘函〔2019〕19号 (publishing facts 3.5).
 *
 * <p>The veto items and their numbers are the table's [C]; the points are ours [D]; see {@link
 * CheckMeasure}.
 */
public enum CheckItem {
    /** 首页不更新: nothing new on the home page for two weeks; one is a veto. */
    HOME_NOT_UPDATED(0, 0, 1),
    /** 动态要闻、通知公告、政策文件栏目不更新: five are a veto. */
    NEWS_NOT_UPDATED(2, 20, 5),
    /** 其他应更新栏目长期不更新: ten are a veto. */
    COLUMN_NOT_UPDATED(2, 20, 10),
    /** 空白栏目: five are a veto. */
    COLUMN_BLANK(2, 20, 5),
    /** 站内链接不能打开. */
    DEAD_LINK(1, 20, 0),
    /** 站外链接不能打开, twice in a row (ADR 0156). */
    OUTWARD_LINK(1, 10, 0),
    /** 网页标签缺失或者不符: 国办发〔2017〕47号, annex. */
    MISSING_TAG(1, 10, 0),
    /** 图片没有文字说明. */
    NO_ALTERNATIVE(1, 10, 0),
    /** 页面没有正文也没有附件. */
    NO_TEXT(1, 10, 0),
    /** 日期可疑: formed after it was published, or the empty date of old systems. */
    DOUBTFUL_DATE(1, 10, 0);

    private final CheckMeasure.Weight usual;

    CheckItem(int points, int most, int veto) {
        this.usual = new CheckMeasure.Weight(points, most, veto);
    }

    /** What it costs unless the agency is stricter with itself. */
    public CheckMeasure.Weight usual() {
        return usual;
    }

    /** The name in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in addresses. */
    public static Optional<CheckItem> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
