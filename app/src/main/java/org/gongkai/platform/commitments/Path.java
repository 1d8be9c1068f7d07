package org.gongkai.platform.commitments;

import org.jspecify.annotations.Nullable;

/** A place in a bundle (位置), written as a JSON pointer (RFC 6901) once somebody asks. */
public record Path(@Nullable Path parent, Object step) {
    /** The whole. */
    public static final Path ROOT = new Path(null, "");

    public Path at(String key) {
        return new Path(this, key);
    }

    public Path at(int index) {
        return new Path(this, index);
    }

    @Override
    public String toString() {
        return parent == null
                ? ""
                : parent + "/" + step.toString().replace("~", "~0").replace("/", "~1");
    }
}
