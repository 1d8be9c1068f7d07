package org.gongkai.platform.textcheck;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.platform.files.FileAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What only the marked-up body shows (正文链接与图片): dead links within the site, pictures without words.
 */
final class BodyChecks {
    private static final String FIELD = "bodyHtml";
    private static final String FILE_NAME =
            "(?i)(?:img|image|图片|微信图片|截图|screenshot|dsc|pic|照片)?[0-9_\\s-]*(?:\\.(?:png|jpe?g|gif|webp|bmp))?";

    private final List<LinkTargets> targets;
    private final Predicate<String> files;

    BodyChecks(List<LinkTargets> targets, Predicate<String> files) {
        this.targets = targets;
        this.files = files;
    }

    /**
     * What readers get of a body beside its words: what pictures show, and the addresses and
     * numbers that links write to or call.
     */
    static List<String> wordsBesideTheText(String html) {
        var body = Jsoup.parse(html).body();
        return Stream.concat(
                        body.select("img").stream().map(it -> it.attr("alt")),
                        body.select("a[href]").stream()
                                .filter(it -> it.attr("href").matches("(?is)(?:mailto|tel):.*"))
                                .filter(it -> !it.text().contains(behindColon(it)))
                                .map(BodyChecks::behindColon))
                .filter(it -> !it.isBlank())
                .toList();
    }

    private static String behindColon(Element link) {
        var address = link.attr("href");
        return address.substring(address.indexOf(':') + 1);
    }

    void check(String html, String text, FindingList findings) {
        var body = Jsoup.parse(html).body();
        for (var link : body.select("a[href]")) {
            checkLink(link, body, text, findings);
        }
        var number = 0;
        for (var image : body.select("img")) {
            number++;
            checkImage(image, number, findings);
        }
    }

    private void checkLink(Element link, Element body, String text, FindingList findings) {
        var address = link.attr("href");
        var dead =
                address.startsWith("#")
                        ? body.getElementById(address.substring(1)) == null
                        : address.startsWith("/") && isDead(path(address));
        if (dead) {
            var quote = link.text().isBlank() ? address : link.text();
            var where = new Where(FIELD, "", Math.max(0, text.indexOf(quote)), quote);
            findings.add("link.dead", Severity.WARNING, where, List.of(address), Optional.empty());
        }
        if (link.text().isBlank() && link.select("img").isEmpty() && link.id().isEmpty()) {
            var where = new Where(FIELD, "", 0, address);
            findings.add("link.empty", Severity.WARNING, where, List.of(address), Optional.empty());
        }
    }

    private static String path(String address) {
        return address.split("[?#]", 2)[0];
    }

    private boolean isDead(String path) {
        var file = FileAddress.sha256In(path);
        if (file.isPresent()) {
            return !files.test(file.get());
        }
        return targets.stream().anyMatch(it -> it.owns(path) && !it.exists(path));
    }

    private void checkImage(Element image, int number, FindingList findings) {
        var alternative = image.attr("alt").strip();
        var where = new Where(FIELD, "", 0, image.attr("src"));
        if (alternative.isEmpty()) {
            findings.add(
                    "image.no-alternative",
                    Severity.BLOCKING,
                    where,
                    List.of(number),
                    Optional.empty());
        } else if (alternative.matches(FILE_NAME)) {
            findings.add(
                    "image.weak-alternative",
                    Severity.WARNING,
                    where,
                    List.of(number, alternative),
                    Optional.empty());
        }
        var file = FileAddress.sha256In(image.attr("src"));
        if (file.isEmpty() || !files.test(file.get())) {
            findings.add(
                    "image.missing", Severity.BLOCKING, where, List.of(number), Optional.empty());
        }
    }
}
