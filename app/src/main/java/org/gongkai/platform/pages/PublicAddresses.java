package org.gongkai.platform.pages;

import java.util.stream.Stream;
import org.gongkai.platform.pages.PublicAddress.Kind;

/**
 * Names the addresses of a module's public pages (公开地址清单), for whoever reads the whole site: static
 * export, warm-up, site map, self-check. A module that gives the public a new page names it here.
 *
 * <p>What concerns documents is read from the public register, the one visibility gate.
 */
public interface PublicAddresses {

    /**
     * Every address once. The stream reads on as it is asked, so that the documents of a large site
     * are never held together; it is to be closed. An address may cease to be public meanwhile.
     */
    Stream<PublicAddress> all();

    /**
     * Those pages that people look for and that are there whatever is published (固定页面). Whoever has
     * many addresses names these by themselves, without reading documents.
     */
    default Stream<String> fixed() {
        return all().filter(it -> it.kind() == Kind.PAGE).map(PublicAddress::address);
    }

    /**
     * What every page of the site may show beside its own content (head, navigation, names), as a
     * short text that changes when it does.
     */
    default String shared() {
        return "";
    }
}
