package org.gongkai.platform.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address of the public site (公开地址), as links write it: path and query, without the site.
 *
 * @param changedAt when what stands there last changed; null where that is not known
 * @param stamp as long as it is the same, what stands there is the same, but for what all pages
 *     share ({@link PublicAddresses#shared()}); null where one has to look
 */
public record PublicAddress(
        String address, Kind kind, @Nullable Instant changedAt, @Nullable String stamp) {

    /** An address of which it is not known when it changed. */
    public static PublicAddress of(String address, Kind kind) {
        return new PublicAddress(address, kind, null, null);
    }

    /** The same address, which answers the same until the stamp changes. */
    public PublicAddress stamped(String stamp) {
        return new PublicAddress(address, kind, changedAt, stamp);
    }

    /** What stands at an address. */
    public enum Kind {
        /** 网页: a page that people look for. */
        PAGE,
        /** 网页的另一种样子: the next page of a list, a narrowed list, the print view, an edition. */
        VIEW,
        /** 订阅. */
        FEED,
        /** 文件: attachments, pictures, tables to take along. */
        FILE,
        /** 供机器读取: site map, robots.txt, style sheets. */
        MACHINE,
        /** 已迁移: leads to another address for good (301). */
        MOVED,
        /** 已撤回: was public and says why it is no longer (410). */
        GONE,
        /**
         * 需现场答复: what stands here and below follows from what is asked, so that nobody can name all
         * of it. With a query, only that query is meant.
         */
        ASKED
    }
}
