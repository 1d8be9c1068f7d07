package org.gongkai.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A channel's own way to tell a failure (错误答复): the API answers with problem+json, not a page. */
public interface FailureAnswer {

    /** Whether this address belongs to the channel. */
    boolean answers(String path);

    /** Writes the whole answer; the status is already set. */
    void write(Failure failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException;
}
