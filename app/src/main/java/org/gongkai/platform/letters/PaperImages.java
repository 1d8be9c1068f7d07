package org.gongkai.platform.letters;

import java.util.Optional;

/** Where the pictures of a body are found (正文图片): by the address written in it. */
@FunctionalInterface
public interface PaperImages {

    /** A body without pictures. */
    PaperImages NONE = address -> Optional.empty();

    /** The picture at this address, if it belongs to the document. */
    Optional<Picture> find(String address);

    /** A picture: PNG, JPEG or GIF. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Picture(byte[] bytes, String mediaType) {}
}
