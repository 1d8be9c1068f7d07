package org.gongkai.platform.draw;

import org.jspecify.annotations.Nullable;

/** A place in a bundle (位置), written as a JSON pointer (RFC 6901) once somebody asks. */
record Path(@Nullable Path parent, Object step) {
    /** The whole. */
    static final Path ROOT = new Path(null, "");

    Path at(String key) {
        return new Path(this, key);
    }

    Path at(int index) {
        return new Path(this, index);
    }

    @Override
    public String toString() {
        return parent == null
                ? ""
                : parent + "/" + step.toString().replace("~", "~0").replace("/", "~1");
    }
}
