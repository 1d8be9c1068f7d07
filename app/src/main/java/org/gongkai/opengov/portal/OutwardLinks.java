package org.gongkai.opengov.portal;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.gongkai.opengov.disclosures.DocumentContent;
import org.gongkai.platform.settings.SiteAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * Links that lead out of government (站外链接): a notice stands between, at an address of the document
 * itself, so that nothing leads out but what stands in a public document.
 *
 * <p>国办发〔2017〕47号 annex (from memory: a link to a site that is not a government's tells so before
 * it is followed). Our reading: sites below {@code gov.cn} are followed at once (ADR 0130).
 */
@Component
class OutwardLinks {
    private final SiteAddress site;

    OutwardLinks(SiteAddress site) {
        this.site = site;
    }

    /**
     * The outward addresses of a document, each once: those of its body in order, then its source.
     */
    List<String> of(DocumentContent content) {
        var addresses = new LinkedHashSet<String>();
        if (content.bodyHtml().contains("href=\"http")) {
            Jsoup.parseBodyFragment(content.bodyHtml()).select("a[href]").stream()
                    .map(it -> it.attr("href"))
                    .filter(this::leadsOut)
                    .forEach(addresses::add);
        }
        var source = content.source();
        if (source != null && !source.own() && source.url() != null && leadsOut(source.url())) {
            addresses.add(source.url());
        }
        return List.copyOf(addresses);
    }

    /** Where a link of this document goes first: to the notice, or straight to where it leads. */
    String through(String address, DocumentContent content, String path) {
        var place = of(content).indexOf(address);
        return place < 0 ? address : notice(path, place + 1);
    }

    /**
     * The body with its outward links led through their notices; on paper they keep their address.
     */
    String led(DocumentContent content, String path) {
        var addresses = of(content);
        if (addresses.isEmpty()) {
            return content.bodyHtml();
        }
        Document body = Jsoup.parseBodyFragment(content.bodyHtml());
        for (var link : body.select("a[href]")) {
            var place = addresses.indexOf(link.attr("href"));
            if (place >= 0) {
                link.attr("data-address", link.attr("href"));
                link.attr("href", notice(path, place + 1));
                link.attr("rel", "nofollow");
            }
        }
        body.outputSettings().prettyPrint(false);
        return body.body().html();
    }

    /** The address of the notice for the n-th outward link of the document at this path. */
    static String notice(String path, int number) {
        return path + "/links/" + number;
    }

    private boolean leadsOut(String address) {
        if (!address.regionMatches(true, 0, "http://", 0, 7)
                && !address.regionMatches(true, 0, "https://", 0, 8)) {
            return false;
        }
        try {
            var host = URI.create(address).getHost();
            if (host == null) {
                return true;
            }
            var name = host.toLowerCase(Locale.ROOT);
            return !name.equals(site.domain())
                    && !name.equals("gov.cn")
                    && !name.endsWith(".gov.cn");
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }
}
