package org.gongkai.platform.pages;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Whether a page has the tags it must have (网页标签检查): 国办发〔2017〕47号, annex 网页设计规范.
 *
 * <p>Every page says which site it belongs to, a column page which column, a content page all
 * three; each required tag exactly once and with a value. What a tag says is what the reader sees:
 * the title and the day of publication are compared with the page.
 */
public final class TagCheck {
    private TagCheck() {}

    /** What a page is (页面类别); each has the groups of those before it. */
    public enum PageKind {
        /** 首页 and any other page. */
        SITE,
        /** 栏目页. */
        COLUMN,
        /** 内容页. */
        CONTENT;

        /** What stands at this path of our site. */
        public static PageKind at(String path) {
            if (path.matches("/d/[^/]+/[^/]+(/print)?")) {
                return CONTENT;
            }
            return path.matches("/c/[^/?]+(\\?.*)?") ? COLUMN : SITE;
        }
    }

    /** The table of tags (标签表): from which kind of page on, whether it must be there, its form. */
    public enum Rule {
        SITE_NAME("SiteName", PageKind.SITE, true, Rule::any),
        SITE_DOMAIN("SiteDomain", PageKind.SITE, true, it -> it.matches("[A-Za-z0-9.-]+")),
        /** Region and serial number, ten digits. */
        SITE_ID_CODE("SiteIDCode", PageKind.SITE, true, it -> it.matches("\\d{10}")),
        COLUMN_NAME("ColumnName", PageKind.COLUMN, true, Rule::any),
        COLUMN_DESCRIPTION("ColumnDescription", PageKind.COLUMN, true, Rule::any),
        COLUMN_KEYWORDS("ColumnKeywords", PageKind.COLUMN, true, Rule::any),
        COLUMN_TYPE("ColumnType", PageKind.COLUMN, true, Rule::any),
        ARTICLE_TITLE("ArticleTitle", PageKind.CONTENT, true, Rule::any),
        /** {@code YYYY-MM-DD HH:MM}. */
        PUB_DATE("PubDate", PageKind.CONTENT, true, Rule::isMoment),
        CONTENT_SOURCE("ContentSource", PageKind.CONTENT, true, Rule::any),
        KEYWORDS("Keywords", PageKind.CONTENT, false, Rule::any),
        AUTHOR("Author", PageKind.CONTENT, false, Rule::any),
        DESCRIPTION("Description", PageKind.CONTENT, false, Rule::any),
        IMAGE("Image", PageKind.CONTENT, false, Rule::isWhole),
        URL("Url", PageKind.CONTENT, false, Rule::isWhole);

        private static final DateTimeFormatter MOMENT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
                        .withResolverStyle(ResolverStyle.STRICT);

        private final String tag;
        private final PageKind from;
        private final boolean required;
        private final Predicate<String> form;

        Rule(String tag, PageKind from, boolean required, Predicate<String> form) {
            this.tag = tag;
            this.from = from;
            this.required = required;
            this.form = form;
        }

        /** The name of the tag. */
        public String tag() {
            return tag;
        }

        /** The kind of page whose own tag it is. */
        public PageKind from() {
            return from;
        }

        private boolean concerns(PageKind kind) {
            return kind.compareTo(from) >= 0;
        }

        private static boolean any(String value) {
            return true;
        }

        private static boolean isMoment(String value) {
            try {
                return MOMENT.parse(value, LocalDateTime::from).getYear() > 0;
            } catch (DateTimeException unreadable) {
                return false;
            }
        }

        private static boolean isWhole(String value) {
            try {
                return URI.create(value).getHost() != null;
            } catch (IllegalArgumentException unreadable) {
                return false;
            }
        }
    }

    /** What is wrong with a tag. */
    public enum Fault {
        /** 缺少. */
        MISSING,
        /** 重复. */
        TWICE,
        /** 为空. */
        EMPTY,
        /** 格式不符. */
        WRONG_FORM,
        /** 与页面所见不一致. */
        NOT_AS_SHOWN,
        /** 不应出现在这类页面. */
        MISPLACED
    }

    /** One thing to mend. */
    public record Finding(Rule rule, Fault fault) {}

    /** What is wrong with this page; empty when all is right. */
    public static List<Finding> findings(String html, PageKind kind) {
        var page = Jsoup.parse(html);
        var findings = new ArrayList<Finding>();
        for (var rule : Rule.values()) {
            var values = values(page, rule);
            if (!rule.concerns(kind)) {
                if (!values.isEmpty()) {
                    findings.add(new Finding(rule, Fault.MISPLACED));
                }
            } else if (values.isEmpty()) {
                if (rule.required) {
                    findings.add(new Finding(rule, Fault.MISSING));
                }
            } else if (values.size() > 1) {
                findings.add(new Finding(rule, Fault.TWICE));
            } else {
                inspect(page, kind, rule, values.getFirst())
                        .ifPresent(it -> findings.add(new Finding(rule, it)));
            }
        }
        return findings;
    }

    private static Optional<Fault> inspect(Document page, PageKind kind, Rule rule, String value) {
        if (value.isBlank()) {
            return Optional.of(Fault.EMPTY);
        }
        if (!rule.form.test(value)) {
            return Optional.of(Fault.WRONG_FORM);
        }
        return isAsShown(page, kind, rule, value)
                ? Optional.empty()
                : Optional.of(Fault.NOT_AS_SHOWN);
    }

    private static boolean isAsShown(Document page, PageKind kind, Rule rule, String value) {
        return switch (rule) {
            case ARTICLE_TITLE -> page.select("h1").eachText().contains(plain(value));
            case COLUMN_NAME ->
                    kind != PageKind.COLUMN || page.select("h1").eachText().contains(plain(value));
            case PUB_DATE -> page.body().text().contains(value.substring(0, 10));
            default -> true;
        };
    }

    private static String plain(String value) {
        return value.strip().replaceAll("\\s+", " ");
    }

    /** The names of tags are read as browsers read them, whatever their case. */
    private static List<String> values(Document page, Rule rule) {
        return page.select("meta[name]").stream()
                .filter(it -> it.attr("name").equalsIgnoreCase(rule.tag))
                .map(it -> it.attr("content"))
                .toList();
    }
}
