package org.gongkai.platform.letters;

/** Margins of an A4 page in millimetres (页边), as top, right, bottom, left. */
record Margins(double top, double right, double bottom, double left) {

    /** GB/T 9704—2012: 天头 37 mm, 订口 28 mm, text block 156 × 225 mm. */
    static final Margins OFFICIAL_PAPER = new Margins(37, 26, 35, 28);

    /** The review form: the same width, room below for the QR code. */
    static final Margins SHEET = new Margins(22, 26, 38, 28);
}
