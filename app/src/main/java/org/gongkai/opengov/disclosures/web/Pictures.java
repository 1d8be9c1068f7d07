package org.gongkai.opengov.disclosures.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.files.FileAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The words for the pictures of a body (图片文字说明), typed beside the text, so that a picture without
 * them can be mended without looking for it.
 *
 * <p>WCAG 2.2, 1.1.1; GB/T 37668-2019: who cannot see a picture is told what it shows.
 */
final class Pictures {
    private Pictures() {}

    /**
     * A picture that says nothing yet.
     *
     * @param number its place among all pictures of the text, from 1
     * @param address where the desk shows it
     * @param sha256 which kept file it is
     */
    public record Silent(int number, String address, String sha256) {}

    /** The pictures without words, each file once. */
    static List<Silent> silentIn(String html) {
        var silent = new ArrayList<Silent>();
        var number = 0;
        for (var image : parsed(html).select("img")) {
            number++;
            var address = image.attr("src");
            var file = FileAddress.allIn(address);
            if (image.attr("alt").isBlank()
                    && !file.isEmpty()
                    && silent.stream().noneMatch(it -> it.address().equals(address))) {
                silent.add(new Silent(number, address, file.getFirst()));
            }
        }
        return silent;
    }

    /** The text with these words, by file, for pictures that had none. */
    static String described(String html, Map<String, String> words) {
        if (words.values().stream().allMatch(String::isBlank)) {
            return html;
        }
        var text = parsed(html);
        for (var image : text.select("img")) {
            var file = FileAddress.allIn(image.attr("src"));
            if (image.attr("alt").isBlank() && !file.isEmpty()) {
                image.attr("alt", words.getOrDefault(file.getFirst(), "").strip());
            }
        }
        return text.body().html();
    }

    private static Document parsed(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document;
    }
}
