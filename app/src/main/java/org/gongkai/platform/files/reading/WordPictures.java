package org.gongkai.platform.files.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.ReadingPicture;
import org.gongkai.platform.files.docx.WordReading.DraftImage;
import org.gongkai.platform.files.recognition.FileRecognition;
import org.jsoup.nodes.Element;

/**
 * The pictures of a Word text (Word插图): those that browsers show and that are not too large. While
 * the text is cleaned they stand at an address of the only kind that pictures may have; it leads
 * nowhere.
 */
final class WordPictures {
    /** A telephone loads no more than this of one picture. */
    private static final int LARGEST = 5 * 1024 * 1024;

    private static final int MOST = 200;
    private static final long LARGEST_TOGETHER = 50L * 1024 * 1024;

    private final List<DraftImage> images;
    private final Gathered pages;
    private final Map<String, ReadingPicture> shown = new HashMap<>();
    private long together;

    WordPictures(List<DraftImage> images, Gathered pages) {
        this.images = images;
        this.pages = pages;
    }

    /** Gives each picture of the source its place; the ones that cannot be shown go. */
    void place(Element source) {
        for (var image : source.select("img[src^=media:]")) {
            var index = Integer.parseInt(image.attr("src").substring("media:".length()));
            var drawn = images.get(index);
            var kind = FileRecognition.picture(drawn.bytes());
            if (kind.isEmpty()
                    || drawn.bytes().length > LARGEST
                    || shown.size() >= MOST
                    || together + drawn.bytes().length > LARGEST_TOGETHER) {
                pages.shorten();
                image.remove();
                continue;
            }
            together += drawn.bytes().length;
            var address = "/files/%064d.%s".formatted(index, kind.get().extension());
            shown.put(address, picture(kind.get(), drawn));
            image.attr("src", address).attr("alt", drawn.alternative());
        }
    }

    /** Names them as the pages of the attachment do. */
    void name(Element clean) {
        for (var image : clean.select("img")) {
            var picture = shown.get(image.attr("src"));
            if (picture == null) {
                image.remove();
            } else {
                image.attr("src", picture.name());
                image.attr("loading", "lazy");
            }
        }
    }

    private ReadingPicture picture(MediaKind kind, DraftImage drawn) {
        var picture = new ReadingPicture(shown.size() + 1, kind, drawn.bytes());
        pages.add(picture);
        return picture;
    }
}
