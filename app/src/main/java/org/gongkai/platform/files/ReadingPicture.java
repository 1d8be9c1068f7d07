package org.gongkai.platform.files;

/**
 * A picture of a text that was read for pages (附件插图), as it stands in the file.
 *
 * @param number as the text names it: {@code pictures/1.png}
 */
public record ReadingPicture(int number, MediaKind kind, byte[] bytes) {

    /** Where it is, seen from the attachment. */
    public String name() {
        return "pictures/" + number + "." + kind.extension();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadingPicture it && it.number == number && it.kind == kind;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
