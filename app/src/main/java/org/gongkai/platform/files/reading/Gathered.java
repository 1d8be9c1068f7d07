package org.gongkai.platform.files.reading;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.files.FileReading.Outcome;
import org.gongkai.platform.files.ReadingPicture;
import org.gongkai.platform.files.ReadingSection;

/**
 * What was read, cut into pages that a telephone loads quickly (分页), and not more than pages are
 * made for.
 */
final class Gathered {
    /** Signs of markup on one page, about: an A4 page of text has a thousand. */
    static final int PAGE = 60_000;

    /** Signs of markup in all pages of a file. */
    static final int MOST = 6_000_000;

    private final List<ReadingSection> sections = new ArrayList<>();
    private final List<ReadingPicture> pictures = new ArrayList<>();
    private int part = 1;
    private int onPage;
    private int inAll;
    private boolean words;
    private boolean shortened;

    /** Whether there is room for more; if not, the reader stops. */
    boolean hasRoom() {
        return inAll < MOST;
    }

    /** What follows is left out. */
    void shorten() {
        shortened = true;
    }

    /** A section without count, of a text. */
    void add(String html) {
        add("", 0, 0, 0, html);
    }

    /** The next section; it begins a new page where this one is full. */
    void add(String name, long first, long last, long all, String html) {
        if (onPage + html.length() > PAGE) {
            turn();
        }
        sections.add(new ReadingSection(part, name, first, last, all, html));
        onPage += Math.max(1, html.length());
        inAll += html.length();
        words |= !html.isEmpty();
    }

    /** A picture that a section shows. */
    void add(ReadingPicture picture) {
        pictures.add(picture);
        words = true;
    }

    /** What follows begins a new page. */
    void turn() {
        if (onPage > 0) {
            part++;
            onPage = 0;
        }
    }

    PageReading.Made made() {
        if (!words) {
            return new PageReading.Made(Outcome.NO_TEXT, List.of(), List.of());
        }
        return new PageReading.Made(
                shortened ? Outcome.SHORTENED : Outcome.WHOLE,
                List.copyOf(sections),
                List.copyOf(pictures));
    }
}
